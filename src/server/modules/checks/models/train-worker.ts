import { parentPort, workerData } from 'node:worker_threads';
import { lineFor, qualityOf } from '../text-model/quality.ts';
import { type Example, trainTextModel } from '../text-model/text-model.ts';

/*
 * Trains a model in a thread of its own: it takes a processor for seconds, and no request waits for it.
 */

const { examples, mostWronged } = workerData as { examples: Example[]; mostWronged: number };
const model = trainTextModel(examples, {
	onPart: (done, of) => parentPort?.postMessage({ done, of }),
});
parentPort?.postMessage({
	bytes: model.save(),
	quality: qualityOf(model.heldOut),
	line: lineFor(model.heldOut, mostWronged),
});
