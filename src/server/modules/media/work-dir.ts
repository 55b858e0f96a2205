import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaTools } from './tools.ts';

/** A directory to work in, empty at the beginning and gone afterwards. */
export async function inWorkDir<T>(
	tools: MediaTools,
	name: string,
	work: (dir: string) => Promise<T>,
): Promise<T> {
	const dir = join(tools.workDir, name);
	await rm(dir, { recursive: true, force: true });
	await mkdir(dir, { recursive: true, mode: 0o700 });
	try {
		return await work(dir);
	} finally {
		await rm(dir, { recursive: true, force: true });
	}
}
