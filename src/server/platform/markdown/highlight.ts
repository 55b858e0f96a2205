import { Worker } from 'node:worker_threads';

export interface HighlightRequest {
	id: number;
	blocks: { code: string; grammar: string }[];
}

export interface HighlightAnswer {
	id: number;
	/** HTML of each line, per block; null for a block that stays plain. */
	lines: (string[] | null)[];
	/** Bytes the thread holds, WebAssembly memory included. */
	held: number;
}

/** Milliseconds: a large grammar on a busy core takes seconds; longer means a pattern that runs away. */
const PATIENCE = 15_000;
/** Milliseconds without work after which the thread ends and its memory comes back. */
const IDLE = 15_000;
/** Bytes at which a thread is replaced by a fresh one. */
const HOLDS = 96 * 2 ** 20;
/** Documents that may wait; beyond that code stays plain rather than memory growing. */
const QUEUE = 100;

interface Job {
	blocks: HighlightRequest['blocks'];
	done(lines: (string[] | null)[]): void;
}

const waiting: Job[] = [];
let current: { id: number; job: Job; timer: NodeJS.Timeout } | null = null;
let worker: Worker | null = null;
let idle: NodeJS.Timeout | null = null;
let lastId = 0;

function workerFile(): URL {
	// From source the file lies beside this one; in a build this code may be in a shared chunk.
	return import.meta.url.endsWith('.ts')
		? new URL('./highlight-worker.ts', import.meta.url)
		: new URL(import.meta.resolve('#server/platform/markdown/highlight-worker.ts'));
}

function finish(lines: (string[] | null)[]): void {
	if (current === null) return;
	clearTimeout(current.timer);
	const { job } = current;
	current = null;
	job.done(lines);
	next();
}

function close(): void {
	const old = worker;
	worker = null;
	void old?.terminate();
}

function open(): Worker {
	const opened = new Worker(workerFile(), {
		// A small nursery: tokens are garbage at once, and the default would let 48 MB of them pile up.
		resourceLimits: { maxOldGenerationSizeMb: 200, maxYoungGenerationSizeMb: 4, stackSizeMb: 4 },
	});
	opened.on('message', ({ id, lines, held }: HighlightAnswer) => {
		if (current?.id !== id) return;
		if (held > HOLDS) close();
		finish(lines);
	});
	const fail = (): void => {
		if (worker !== opened) return;
		worker = null;
		finish(current?.job.blocks.map(() => null) ?? []);
	};
	opened.on('error', fail);
	opened.on('exit', fail);
	return opened;
}

function next(): void {
	if (current !== null) return;
	const job = waiting.shift();
	if (idle !== null) clearTimeout(idle);
	if (job === undefined) {
		// Nothing to do: the thread keeps no process alive, and gives its memory back after a while.
		worker?.unref();
		idle = setTimeout(close, IDLE).unref();
		return;
	}
	worker ??= open();
	worker.ref();
	const id = ++lastId;
	const timer = setTimeout(() => {
		close();
		finish(job.blocks.map(() => null));
	}, PATIENCE);
	current = { id, job, timer };
	worker.postMessage({ id, blocks: job.blocks } satisfies HighlightRequest);
}

/**
 * Colours code in a thread of its own.
 *
 * @param blocks code and the grammar of each
 * @returns HTML of the lines of each block; null where it stays plain (grammar failed, took too long, too much waits)
 */
export function highlight(blocks: HighlightRequest['blocks']): Promise<(string[] | null)[]> {
	if (waiting.length >= QUEUE) return Promise.resolve(blocks.map(() => null));
	return new Promise((done) => {
		waiting.push({ blocks, done });
		next();
	});
}

/** Ends the thread now, e.g. when the server shuts down. */
export function stopHighlighting(): void {
	if (idle !== null) clearTimeout(idle);
	close();
	finish(current?.job.blocks.map(() => null) ?? []);
}
