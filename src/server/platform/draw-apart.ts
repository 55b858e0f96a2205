import { Worker } from 'node:worker_threads';
import { commonError } from '../kernel/errors.ts';

/** At most so many are drawn at once: each takes a processor for a third of a second, and some 100 MB. */
const AT_ONCE = 1;
/** So many may wait; beyond that they are told to come again rather than memory growing. */
const QUEUE = 50;

let drawing = 0;
const waiting: (() => void)[] = [];

function fileOf(worker: string): URL {
	// From source the file lies in its module; in a build this code may be in a shared chunk.
	return import.meta.url.endsWith('.ts')
		? new URL(`../${worker}.ts`, import.meta.url)
		: new URL(import.meta.resolve(`#server/${worker}.ts`));
}

/**
 * Has a page drawn in a thread of its own: no request waits for it, and the fonts' memory is given back when it is done.
 *
 * @param worker its file below src/server without ending, `modules/…/pdf-worker`; it posts the bytes that it made of `data`
 * @throws common.too_many_requests when too many wait
 */
export async function drawApart(worker: string, data: unknown): Promise<Uint8Array> {
	if (waiting.length >= QUEUE) throw commonError('too_many_requests', { retryAfter: 10 });
	if (drawing >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
	drawing += 1;
	try {
		return await draw(fileOf(worker), data);
	} finally {
		drawing -= 1;
		waiting.shift()?.();
	}
}

function draw(file: URL, workerData: unknown): Promise<Uint8Array> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(file, { workerData, resourceLimits: { maxOldGenerationSizeMb: 256 } });
		worker.once('message', (pdf: Uint8Array) => resolve(pdf));
		worker.once('error', reject);
		worker.once('exit', (code) => reject(new Error(`The thread that draws ended with ${code}.`)));
	});
}
