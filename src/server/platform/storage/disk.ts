import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { checkKey, checkPrefix, type Storage } from './storage.ts';

/** What is being written has such a name until it is whole; a process that was killed leaves it behind. */
const HALF = /\.half-[0-9a-f]{12}$/;

/** A storage in a directory of this machine. @param root made when it is not there */
export function openDisk(root: string): Storage {
	const at = (key: string) => join(root, checkKey(key));

	/** Gives a new file its name only when its bytes have reached the disk. */
	async function settle(key: string, write: (half: string) => Promise<void>): Promise<void> {
		const path = at(key);
		const half = `${path}.half-${randomBytes(6).toString('hex')}`;
		await mkdir(dirname(path), { recursive: true, mode: 0o700 });
		try {
			await write(half);
			await sync(half);
			await rename(half, path);
		} catch (error) {
			await rm(half, { force: true });
			throw error;
		}
	}

	return {
		place: `the directory ${root}`,
		put: (key, body) =>
			settle(key, async (half) => {
				const file = await open(half, 'wx', 0o600);
				try {
					await file.writeFile(body);
				} finally {
					await file.close();
				}
			}),
		putFile: (key, path) =>
			settle(key, (half) =>
				rename(path, half).catch(async (error: NodeJS.ErrnoException) => {
					// From another disk it has to be copied.
					if (error.code !== 'EXDEV') throw error;
					await copyFile(path, half);
				}),
			),
		async open(key, range) {
			const path = at(key);
			const total = await sizeOf(path);
			if (total === null) return null;
			const from = Math.min(range?.from ?? 0, total);
			const to = Math.min(range?.to ?? total - 1, total - 1);
			const bytes = Math.max(0, to - from + 1);
			const stream =
				bytes === 0
					? Readable.from([])
					: createReadStream(path, { start: from, end: to, highWaterMark: 256 * 1024 });
			return { bytes, total, stream };
		},
		size: (key) => sizeOf(at(key)),
		async *list(prefix) {
			for await (const path of filesBelow(join(root, checkPrefix(prefix)))) {
				const bytes = HALF.test(path) ? null : await sizeOf(path);
				// One that was taken away meanwhile is not listed.
				if (bytes !== null) yield { key: relative(root, path).replaceAll('\\', '/'), bytes };
			}
		},
		remove: (key) => rm(at(key), { force: true }),
		async removeAll(prefix) {
			await rm(join(root, checkPrefix(prefix)), { recursive: true, force: true });
		},
		pathOf: (key) => at(key),
	};
}

async function sizeOf(path: string): Promise<number | null> {
	try {
		const found = await stat(path);
		return found.isFile() ? found.size : null;
	} catch (error) {
		if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
		throw error;
	}
}

async function sync(path: string): Promise<void> {
	const file = await open(path, 'r+');
	try {
		await file.sync();
	} finally {
		await file.close();
	}
}

async function* filesBelow(dir: string): AsyncGenerator<string> {
	let entries: Awaited<ReturnType<typeof opendir>>;
	try {
		entries = await opendir(dir);
	} catch (error) {
		if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return;
		throw error;
	}
	for await (const entry of entries) {
		const path = join(dir, entry.name);
		if (entry.isDirectory()) yield* filesBelow(path);
		else if (entry.isFile()) yield path;
	}
}
