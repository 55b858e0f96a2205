import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Rendered, type RenderTask, renderText } from './render-text.ts';

/** Renders texts on other threads, so that formulas and code do not hold up reading and writing. */
export interface RenderPool {
	/** The results in the order of the tasks. */
	render(tasks: RenderTask[]): Promise<Rendered[]>;
	close(): Promise<void>;
}

/** Characters of text handed to a thread at a time: enough to outweigh the hand-over, little enough to share evenly. */
const PORTION = 40_000;

interface Waiting {
	tasks: RenderTask[];
	resolve(results: Rendered[]): void;
	reject(error: Error): void;
}

/**
 * Starts `size` threads (by default one for each processor, at most eight). Size 0 renders on the calling thread.
 */
export function openRenderPool(size = Math.min(8, availableParallelism())): RenderPool {
	if (size === 0)
		return { render: async (tasks) => Promise.all(tasks.map(renderText)), close: async () => {} };
	const waiting: Waiting[] = [];
	const idle: Worker[] = [];
	const running = new Map<Worker, Waiting>();
	let broken: Error | undefined;
	const next = (worker: Worker) => {
		const job = waiting.shift();
		if (!job) {
			idle.push(worker);
			return;
		}
		running.set(worker, job);
		worker.postMessage({ id: 0, tasks: job.tasks });
	};
	const fail = (error: Error) => {
		broken = error;
		for (const job of [...waiting.splice(0), ...running.values()]) job.reject(error);
		running.clear();
	};
	const workers = Array.from({ length: size }, () => {
		const worker = new Worker(workerFile());
		worker.on('message', ({ results, failure }: { results?: Rendered[]; failure?: string }) => {
			const job = running.get(worker);
			running.delete(worker);
			if (results) job?.resolve(results);
			else job?.reject(new Error(`A text could not be rendered: ${failure}`));
			next(worker);
		});
		worker.on('error', fail);
		return worker;
	});
	idle.push(...workers);
	const submit = (tasks: RenderTask[]) =>
		new Promise<Rendered[]>((resolve, reject) => {
			if (broken) return reject(broken);
			waiting.push({ tasks, resolve, reject });
			const worker = idle.pop();
			if (worker) next(worker);
		});
	return {
		async render(tasks) {
			return (await Promise.all(portions(tasks).map(submit))).flat();
		},
		async close() {
			await Promise.all(workers.map((worker) => worker.terminate()));
		},
	};
}

function portions(tasks: RenderTask[]): RenderTask[][] {
	const result: RenderTask[][] = [];
	let size = PORTION;
	for (const task of tasks) {
		if (size >= PORTION) {
			result.push([]);
			size = 0;
		}
		result.at(-1)!.push(task);
		size += task.text.length + 100;
	}
	return result;
}

/** The worker's file beside this one in the sources, and where the build puts it. */
function workerFile(): URL {
	const beside = './render-worker.ts';
	return import.meta.url.endsWith('.ts')
		? new URL(beside, import.meta.url)
		: new URL(import.meta.resolve('#server/flows/import/render-worker.ts'));
}
