import { Worker } from 'node:worker_threads';
import { now } from '../../../kernel/clock.ts';
import type { UserId } from '../../../kernel/ids.ts';
import { type Db, inTransaction } from '../../../platform/db/index.ts';
import { checksError } from '../errors.ts';
import type { Quality } from '../text-model/quality.ts';
import type { Example } from '../text-model/text-model.ts';
import { countExamples, type OriginCount, readExamples } from './examples.ts';
import { fewestOfAClass, type ModelTask } from './task.ts';

/** What is known of a model, kept with it. */
export interface ModelReport extends Quality {
	origins: Omit<OriginCount, 'task'>[];
	/** From which probability on at most `mostWronged` of the good ones are taken for bad. */
	line: number;
	mostWronged: number;
	seconds: number;
}

/** Good texts that may be stopped by mistake, as a share: of a spam judge hardly any. */
const mostWronged: Record<ModelTask, number> = { spam: 0.001, toxic: 0.01, sentiment: 0.05 };
/** A judge that tells no better than this is not used: by lot it would be one half. */
export const worthUsing = 0.7;
/** Versions kept of a model: to go back to, not for ever. */
const kept = 5;

export interface Trained {
	id: number;
	version: number;
	active: boolean;
	report: ModelReport;
}

/**
 * Makes a new version of a model from all examples of its task. It is used at once if it tells anything; the one before
 * is kept.
 *
 * @param onPart called as each of the six parts of the work is done
 * @throws checks.too_few_examples: then there is none, and nothing is judged by one
 */
export async function trainModel(
	db: Db,
	task: ModelTask,
	{ by, onPart }: { by: UserId | null; onPart?: (done: number, of: number) => void },
): Promise<Trained> {
	const examples = await readExamples(db, task);
	const positives = examples.filter(({ positive }) => positive).length;
	const fewest = Math.min(positives, examples.length - positives);
	if (fewest < fewestOfAClass)
		throw checksError('too_few_examples', {
			params: { positives, negatives: examples.length - positives, fewest: fewestOfAClass },
		});
	const began = performance.now();
	const { bytes, quality, line } = await trainApart(examples, mostWronged[task], onPart);
	const origins = (await countExamples(db))
		.filter((one) => one.task === task)
		.map(({ origin, positives: yes, negatives }) => ({ origin, positives: yes, negatives }));
	const report: ModelReport = {
		...quality,
		origins,
		line,
		mostWronged: mostWronged[task],
		seconds: (performance.now() - began) / 1000,
	};
	return keepModel(db, task, bytes, report, by);
}

/** Keeps a version, and uses it when it tells anything. */
async function keepModel(
	db: Db,
	task: ModelTask,
	bytes: Uint8Array,
	report: ModelReport,
	by: UserId | null,
): Promise<Trained> {
	return inTransaction(db, async (tx) => {
		const active = report.auc >= worthUsing;
		const last = await tx
			.selectFrom('text_models')
			.select('version')
			.where('task', '=', task)
			.orderBy('version', 'desc')
			.limit(1)
			.executeTakeFirst();
		if (active) await tx.updateTable('text_models').set({ active: false }).where('task', '=', task).execute();
		const version = (last?.version ?? 0) + 1;
		const { id } = await tx
			.insertInto('text_models')
			.values({
				task,
				version,
				active,
				bytes: Buffer.from(bytes),
				report: JSON.stringify(report),
				made_by: by,
				created_at: now(),
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		await tx
			.deleteFrom('text_models')
			.where('task', '=', task)
			.where('active', '=', false)
			.where('version', '<=', version - kept)
			.execute();
		return { id, version, active, report };
	});
}

interface Result {
	bytes: Uint8Array;
	quality: Quality;
	line: number;
}

function trainApart(
	examples: Example[],
	share: number,
	onPart?: (done: number, of: number) => void,
): Promise<Result> {
	const file = import.meta.url.endsWith('.ts')
		? new URL('./train-worker.ts', import.meta.url)
		: new URL(import.meta.resolve('#server/modules/checks/models/train-worker.ts'));
	return new Promise((resolve, reject) => {
		const worker = new Worker(file, {
			workerData: { examples, mostWronged: share },
			resourceLimits: { maxOldGenerationSizeMb: 1500 },
		});
		worker.on('message', (said: Result | { done: number; of: number }) => {
			if ('bytes' in said) resolve(said);
			else onPart?.(said.done, said.of);
		});
		worker.once('error', reject);
		worker.once('exit', (code) => reject(new Error(`The thread that trains ended with ${code}.`)));
	});
}
