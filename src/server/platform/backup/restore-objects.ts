import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Storage } from '../storage/index.ts';
import type { TarEntry } from './tar.ts';

/** Puts objects of a backup into a storage; what was put can be taken away again. */
export class RestoredObjects {
	count = 0;
	private readonly put: string[] = [];
	private readonly storage: Storage;
	private readonly dir: string;

	constructor(storage: Storage, dataDir: string) {
		this.storage = storage;
		this.dir = join(dataDir, 'work');
	}

	/** @returns the sum of the object */
	async take(entry: TarEntry): Promise<string> {
		const key = entry.name.slice('storage/'.length);
		const hash = createHash('sha256');
		async function* read(): AsyncGenerator<Buffer> {
			for await (const chunk of entry.contents) {
				hash.update(chunk);
				yield chunk;
			}
		}
		this.count += 1;
		// A bucket may have outlived its database. What is there is not written anew, and not taken away by a failure.
		if ((await this.storage.size(key)) === entry.size) {
			for await (const _ of read());
			return hash.digest('hex');
		}
		await mkdir(this.dir, { recursive: true, mode: 0o700 });
		const path = join(this.dir, `restoring-${process.pid}`);
		try {
			await pipeline(Readable.from(read(), { objectMode: false }), createWriteStream(path, { mode: 0o600 }));
			this.put.push(key);
			await this.storage.putFile(key, path);
		} finally {
			await rm(path, { force: true });
		}
		return hash.digest('hex');
	}

	/** Takes away what was put. */
	async undo(): Promise<void> {
		for (const key of this.put) await this.storage.remove(key).catch(() => {});
		if (this.put.length > 0) await rm(this.dir, { recursive: true, force: true });
	}
}
