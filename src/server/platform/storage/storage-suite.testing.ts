import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkStorage, readWhole, type Storage } from './index.ts';

/** What every storage must do. @param make opens one that nobody else uses */
export function storageSuite(make: () => Promise<Storage> | Storage): void {
	const dir = mkdtempSync(join(tmpdir(), 'stoa-storage-'));
	afterAll(() => rmSync(dir, { recursive: true, force: true }));
	const keysOf = async (storage: Storage, prefix: string) => {
		const keys: string[] = [];
		for await (const { key, bytes } of storage.list(prefix)) keys.push(`${key} ${bytes}`);
		return keys.sort();
	};

	test('gives back what it was given, and says how much that is', async () => {
		const storage = await make();
		const bytes = randomBytes(300_000);
		await storage.put('media/1/original', bytes, 'video/mp4');
		expect(await storage.size('media/1/original')).toBe(300_000);
		expect((await readWhole(storage, 'media/1/original'))?.equals(bytes)).toBe(true);
		await checkStorage(storage);
	});

	test('says of what is not there that it is not there', async () => {
		const storage = await make();
		expect(await storage.open('media/2/original')).toBeNull();
		expect(await storage.size('media/2/original')).toBeNull();
		await storage.remove('media/2/original');
		await storage.removeAll('media/2/');
		expect(await keysOf(storage, 'media/2/')).toEqual([]);
	});

	test('gives parts, cut at the end of the object', async () => {
		const storage = await make();
		const bytes = randomBytes(10_000);
		await storage.put('a/b', bytes);
		const part = async (from: number, to: number) => {
			const opened = (await storage.open('a/b', { from, to }))!;
			const chunks: Buffer[] = [];
			for await (const chunk of opened.stream) chunks.push(chunk as Buffer);
			expect(opened.total).toBe(10_000);
			expect(Buffer.concat(chunks)).toHaveLength(opened.bytes);
			return Buffer.concat(chunks);
		};
		expect((await part(0, 0)).equals(bytes.subarray(0, 1))).toBe(true);
		expect((await part(5000, 5999)).equals(bytes.subarray(5000, 6000))).toBe(true);
		expect((await part(9990, 99_999)).equals(bytes.subarray(9990))).toBe(true);
		expect(await part(10_000, 10_005)).toHaveLength(0);
	});

	test('takes a file, also one of many parts', async () => {
		const storage = await make();
		const bytes = randomBytes(40 * 1024 * 1024 + 17);
		const path = join(dir, 'large');
		writeFileSync(path, bytes);
		await storage.putFile('media/3/original', path, 'video/mp4');
		expect(await storage.size('media/3/original')).toBe(bytes.length);
		expect((await readWhole(storage, 'media/3/original'))?.equals(bytes)).toBe(true);
	});

	test('keeps an empty object', async () => {
		const storage = await make();
		await storage.put('a/empty', new Uint8Array());
		expect(await storage.size('a/empty')).toBe(0);
		expect(await readWhole(storage, 'a/empty')).toHaveLength(0);
	});

	test('replaces an object whole', async () => {
		const storage = await make();
		await storage.put('a/c', Buffer.from('a longer text than the next'));
		await storage.put('a/c', Buffer.from('short'));
		expect((await readWhole(storage, 'a/c'))?.toString()).toBe('short');
	});

	test('lists what lies below a prefix and takes it away, and nothing beside it', async () => {
		const storage = await make();
		for (const key of ['media/1/a', 'media/1/b/c', 'media/10/a', 'uploads/1/a'])
			await storage.put(key, Buffer.from('x'));
		expect(await keysOf(storage, 'media/1/')).toEqual(['media/1/a 1', 'media/1/b/c 1']);
		expect(await keysOf(storage, '')).toHaveLength(4);
		await storage.removeAll('media/1/');
		expect(await keysOf(storage, '')).toEqual(['media/10/a 1', 'uploads/1/a 1']);
		await storage.remove('media/10/a');
		expect(await storage.size('media/10/a')).toBeNull();
	});

	test('lists more than one answer holds', async () => {
		const storage = await make();
		await Promise.all(
			Array.from({ length: 25 }, (_, at) =>
				storage.put(`many/${String(at).padStart(3, '0')}`, Buffer.from('x')),
			),
		);
		expect(await keysOf(storage, 'many/')).toHaveLength(25);
	});

	test('refuses keys that lead elsewhere', async () => {
		const storage = await make();
		for (const key of [
			'../secret',
			'a/../../secret',
			'/etc/passwd',
			'a//b',
			'',
			'a/',
			'a\\b',
			'a/\0',
			'a/.b',
		])
			await expect((async () => storage.put(key, Buffer.from('x')))(), key).rejects.toThrow(/key/);
		for (const prefix of ['../', 'a', '/'])
			await expect((async () => storage.removeAll(prefix))(), prefix).rejects.toThrow();
	});
}
