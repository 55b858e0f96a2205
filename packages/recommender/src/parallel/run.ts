import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { breathe, type Control, throwIfCancelled } from '../control.ts';
import { type KernelName, kernels } from '../kernels/index.ts';

/** What a thread is told. `shared`: next index, cancelled, finished. */
export interface Task {
	kernel: KernelName;
	context: unknown;
	count: number;
	chunk: number;
	shared: Int32Array;
}

type Context<K extends KernelName> = Parameters<(typeof kernels)[K]>[0];

/** More never work at one task, the calling thread among them, whatever is asked for. */
export const maxThreads = 16;

const idle: Worker[] = [];

/** Milliseconds in which new threads come up to their speed: they compile what the calling thread has compiled. */
const youth = 250;
let youngUntil = 0;

/**
 * Runs a kernel over 0 … count in chunks. A kernel writes each index's result to a place of its own, so that the
 * outcome does not depend on who computes what: any number of threads gives the same bits.
 */
export async function runKernel<K extends KernelName>(
	kernel: K,
	context: Context<K>,
	count: number,
	{ chunk = 64, control }: { chunk?: number; control?: Control | undefined } = {},
): Promise<void> {
	throwIfCancelled(control);
	const threads = Math.min(control?.threads ?? 1, Math.ceil(count / chunk), maxThreads - 1);
	if (threads <= 1 || !workerFile()) return runHere(kernel, context, count, chunk, control);
	const shared = new Int32Array(new SharedArrayBuffer(12));
	const task: Task = { kernel, context, count, chunk, shared };
	const cancel = () => Atomics.store(shared, 1, 1);
	control?.signal?.addEventListener('abort', cancel, { once: true });
	const progress = control?.onProgress
		? setInterval(() => control.onProgress?.(Math.min(1, Atomics.load(shared, 2) / count)), 100)
		: undefined;
	try {
		startThreads(kernel, control);
		const young = performance.now() < youngUntil;
		const work = Array.from({ length: young ? threads - 1 : threads }, () => runInThread(task, cancel));
		// While they are young the calling thread is one of them; then it is free again, and one takes its place.
		if (young)
			work.push(workWhileYoung(task, control).then((left) => (left ? runInThread(task, cancel) : undefined)));
		for (const outcome of await Promise.allSettled(work))
			if (outcome.status === 'rejected') throw outcome.reason;
	} finally {
		clearInterval(progress);
		control?.signal?.removeEventListener('abort', cancel);
	}
	throwIfCancelled(control);
}

async function runHere<K extends KernelName>(
	kernel: K,
	context: Context<K>,
	count: number,
	chunk: number,
	control: Control | undefined,
): Promise<void> {
	const run = kernels[kernel](context as never);
	const pause = pauses(control);
	for (let from = 0; from < count; from += chunk) {
		run(from, Math.min(count, from + chunk));
		await pause(Math.min(1, (from + chunk) / count));
	}
}

/** Takes part in a task on the calling thread. @returns whether there is work left */
async function workWhileYoung(
	{ kernel, context, count, chunk, shared }: Task,
	control?: Control,
): Promise<boolean> {
	const run = kernels[kernel](context as never);
	const pause = pauses(control);
	while (performance.now() < youngUntil && Atomics.load(shared, 1) === 0) {
		const from = Atomics.add(shared, 0, chunk);
		if (from >= count) return false;
		run(from, Math.min(count, from + chunk));
		const finished = Atomics.add(shared, 2, chunk) + chunk;
		await pause(Math.min(1, finished / count));
	}
	return Atomics.load(shared, 1) === 0;
}

/** Lets other work of the process run every 20 milliseconds, where the caller steers. */
function pauses(control: Control | undefined): (share: number) => Promise<void> | undefined {
	let last = performance.now();
	return (share) => {
		if (!control || performance.now() - last <= 20) return undefined;
		return breathe(control, share).then(() => {
			last = performance.now();
		});
	};
}

/**
 * Starts the threads that a kernel will want, where there are none: what is prepared for it meanwhile takes as long as
 * they do.
 */
export function startThreads(kernel: KernelName, control: Control | undefined): void {
	const wanted = Math.min(control?.threads ?? 1, maxThreads) - 1;
	if (wanted < 1 || threadsAtWork + idle.length >= wanted || !workerFile()) return;
	youngUntil = performance.now() + youth;
	while (threadsAtWork + idle.length < wanted) {
		const worker = new Worker(workerFile() as URL);
		worker.unref();
		worker.postMessage(kernel);
		idle.push(worker);
	}
}

let threadsAtWork = 0;

function runInThread(task: Task, cancelOthers: () => void): Promise<void> {
	const worker = idle.pop() ?? new Worker(workerFile() as URL);
	worker.ref();
	threadsAtWork++;
	return new Promise((resolve, reject) => {
		const settle = (error?: Error) => {
			threadsAtWork--;
			worker.off('message', onMessage).off('error', settle).off('exit', onExit);
			if (error) {
				cancelOthers();
				void worker.terminate();
				reject(error);
			} else {
				worker.unref();
				idle.push(worker);
				resolve();
			}
		};
		const onMessage = ({ ok, message }: { ok: boolean; message?: string }) =>
			settle(ok ? undefined : new Error(message));
		const onExit = () => settle(new Error('A thread ended before its work did.'));
		worker.on('message', onMessage).on('error', settle).on('exit', onExit);
		worker.postMessage(task);
	});
}

/** Ends the threads that wait for work. They never keep a process alive; this frees their memory at once. */
export async function closeThreads(): Promise<void> {
	await Promise.all(idle.splice(0).map((worker) => worker.terminate()));
}

let found: URL | undefined;
let looked = false;

/**
 * The file that a thread runs. Where a bundler has left it out, or this Node cannot run TypeScript, there are no
 * threads and everything runs on the calling one.
 */
function workerFile(): URL | undefined {
	if (looked) return found;
	looked = true;
	const isSource = import.meta.url.endsWith('.ts');
	const file = new URL(isSource ? './worker.ts' : './worker.js', import.meta.url);
	const runs = !isSource || Boolean(process.features.typescript);
	if (runs && file.protocol === 'file:' && existsSync(fileURLToPath(file))) found = file;
	return found;
}
