import type { Storage } from './storage.ts';

/** An object's bytes, for small ones. @returns null when there is none */
export async function readWhole(storage: Storage, key: string): Promise<Buffer | null> {
	const opened = await storage.open(key);
	if (!opened) return null;
	const chunks: Buffer[] = [];
	for await (const chunk of opened.stream) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}
