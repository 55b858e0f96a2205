import { randomBytes } from 'node:crypto';
import { readWhole } from './read-whole.ts';
import { type Storage, StorageError } from './storage.ts';

/** Writes, reads and takes away a small object. @throws what is wrong, in one sentence */
export async function checkStorage(storage: Storage): Promise<void> {
	const key = `checks/${randomBytes(8).toString('hex')}`;
	const bytes = randomBytes(64);
	await storage.put(key, bytes, 'application/octet-stream');
	const read = await readWhole(storage, key);
	await storage.remove(key);
	if (!read?.equals(bytes))
		throw new StorageError(`${storage.place} gives back other bytes than it was given.`);
	if ((await storage.size(key)) !== null)
		throw new StorageError(`${storage.place} still has what was taken away from it.`);
}
