import { parentPort } from 'node:worker_threads';
import { kernels } from '../kernels/index.ts';
// For its effect: threads learn how models are put together.
import '../models/index.ts';
import type { Task } from './run.ts';

parentPort?.on('message', ({ kernel, context, count, chunk, shared }: Task) => {
	try {
		const run = kernels[kernel](context as never);
		for (;;) {
			const from = Atomics.add(shared, 0, chunk);
			if (from >= count || Atomics.load(shared, 1) === 1) break;
			run(from, Math.min(count, from + chunk));
			Atomics.add(shared, 2, chunk);
		}
		parentPort?.postMessage({ ok: true });
	} catch (error) {
		parentPort?.postMessage({ ok: false, message: error instanceof Error ? error.message : String(error) });
	}
});
