import { parentPort } from 'node:worker_threads';
import { type Rendered, type RenderTask, renderText } from './render-text.ts';

// The thread that render-pool.ts starts: a list of texts in, the rendered list or the failure out.
parentPort?.on('message', async ({ id, tasks }: { id: number; tasks: RenderTask[] }) => {
	try {
		const results: Rendered[] = [];
		for (const task of tasks) results.push(await renderText(task));
		parentPort?.postMessage({ id, results });
	} catch (error) {
		parentPort?.postMessage({
			id,
			failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
		});
	}
});
