import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { BackupError } from './backup-error.ts';
import { readTar, type TarEntry, tarEnd, tarHeader, tarPadding } from './tar.ts';

/** The last file of a backup: the SHA-256 of every other, as `sha256sum -c` reads it. */
export const SUMS = 'SHA256SUMS';

/** Writes files into a gzipped tar, which appears under its name only when it is whole. */
export interface ArchiveWriter {
	add(name: string, contents: Buffer): Promise<void>;
	/** Adds a file that is too large to be held. @throws when it has not as many bytes as it was said to have */
	addStream(name: string, size: number, contents: AsyncIterable<Buffer>): Promise<void>;
	/** Adds the sums, waits for the disk, gives the file its name. @returns its size in bytes */
	finish(): Promise<number>;
	/** Throws away what was written. */
	discard(): Promise<void>;
}

export function writeArchive(path: string): ArchiveWriter {
	const half = `${path}.part`;
	const gzip = createGzip({ level: 5 });
	// It may hold everybody's private things.
	const file = createWriteStream(half, { mode: 0o600 });
	const done = finished(file);
	// Told by the next write, or at the end.
	done.catch(() => {});
	file.once('error', (error) => gzip.destroy(error));
	gzip.pipe(file);
	const sums: string[] = [];
	let failure: unknown;
	gzip.once('error', (error) => {
		failure = error;
	});
	// One listener for each, however many writes wait.
	let wake = () => {};
	for (const event of ['drain', 'close']) gzip.on(event, () => wake());
	const write = async (chunk: Buffer) => {
		if (failure) throw failure;
		if (chunk.length > 0 && !gzip.write(chunk))
			await new Promise<void>((resolve) => {
				wake = resolve;
			});
		if (failure) throw failure;
	};
	const put = async (name: string, contents: Buffer) => {
		await write(tarHeader(name, contents.length));
		await write(contents);
		await write(tarPadding(contents.length));
	};
	return {
		async add(name, contents) {
			await put(name, contents);
			sums.push(`${createHash('sha256').update(contents).digest('hex')}  ${name}\n`);
		},
		async addStream(name, size, contents) {
			const hash = createHash('sha256');
			let left = size;
			await write(tarHeader(name, size));
			for await (const chunk of contents) {
				left -= chunk.length;
				if (left < 0) break;
				hash.update(chunk);
				await write(chunk);
			}
			if (left !== 0) throw new BackupError(`${name} was changed while it was read. Begin again.`);
			await write(tarPadding(size));
			sums.push(`${hash.digest('hex')}  ${name}\n`);
		},
		async finish() {
			await put(SUMS, Buffer.from(sums.join('')));
			await write(tarEnd);
			gzip.end();
			await done;
			const handle = await open(half, 'r+');
			await handle.sync();
			const { size } = await handle.stat();
			await handle.close();
			await rename(half, path);
			return size;
		},
		async discard() {
			gzip.destroy();
			file.destroy();
			await done.catch(() => {});
			await rm(half, { force: true });
		},
	};
}

/** Reads a gzipped tar file by file. `position` tells how many bytes of the file are behind. */
export function readArchive(path: string, position = { bytes: 0 }): AsyncGenerator<TarEntry> {
	const file = createReadStream(path, { highWaterMark: 256 * 1024 });
	const gunzip = createGunzip({ chunkSize: 256 * 1024 });
	file.on('data', (chunk) => {
		position.bytes += chunk.length;
	});
	file.once('error', (error) => gunzip.destroy(error));
	file.pipe(gunzip);
	return readTar(gunzip);
}
