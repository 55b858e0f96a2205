import { parentPort } from 'node:worker_threads';
import type { KernelName } from '../kernels/index.ts';
import { loadKernel } from '../kernels/loaders.ts';
import type { Task } from './run.ts';

parentPort?.on('message', async (message: Task | KernelName) => {
	// Only to be ready: the task comes later, or never.
	if (typeof message === 'string') return void loadKernel(message).catch(() => undefined);
	const { kernel, context, count, chunk, shared } = message;
	try {
		const make = await loadKernel(kernel);
		const run = make(context as never);
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
