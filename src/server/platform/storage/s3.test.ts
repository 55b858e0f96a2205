import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type FakeS3, fakeCredentials, fakeS3 } from './fake-s3.testing.ts';
import { readWhole } from './read-whole.ts';
import { openS3 } from './s3.ts';
import { storageSuite } from './storage-suite.testing.ts';

const opened: FakeS3[] = [];
const dir = mkdtempSync(join(tmpdir(), 'stoa-s3-'));
afterAll(async () => {
	await Promise.all(opened.map((fake) => fake.close()));
	rmSync(dir, { recursive: true, force: true });
});

async function pair(more: Partial<Parameters<typeof openS3>[0]> = {}) {
	const fake = await fakeS3('files');
	opened.push(fake);
	const config = {
		endpoint: fake.endpoint,
		bucket: 'files',
		pathStyle: true,
		prefix: '',
		...fakeCredentials,
		...more,
	};
	return { fake, storage: openS3(config) };
}

describe('a storage in S3', () => {
	storageSuite(async () => (await pair()).storage);

	test('begins every key with the prefix of the configuration', async () => {
		const { fake, storage } = await pair({ prefix: 'stoa/' });
		await storage.put('media/1/a', Buffer.from('x'));
		expect([...fake.objects.keys()]).toEqual(['stoa/media/1/a']);
		const keys: string[] = [];
		for await (const { key } of storage.list('media/1/')) keys.push(key);
		expect(keys).toEqual(['media/1/a']);
	});

	test('tries again what was dropped, or refused for being busy', async () => {
		const { fake, storage } = await pair();
		fake.mishaps.push('drop', 'unavailable', 'slow down');
		await storage.put('a/b', Buffer.from('bytes'));
		expect(fake.requests).toHaveLength(4);
		fake.mishaps.push('unavailable', 'drop');
		expect((await readWhole(storage, 'a/b'))?.toString()).toBe('bytes');
	});

	test('goes on reading where a connection broke, byte for byte', async () => {
		const { fake, storage } = await pair();
		const bytes = randomBytes(900_000);
		await storage.put('a/b', bytes);
		fake.mishaps.push('half', 'half', 'drop', 'half');
		expect((await readWhole(storage, 'a/b'))?.equals(bytes)).toBe(true);
		const part = await storage.open('a/b', { from: 1000, to: 800_999 });
		fake.mishaps.push('half');
		const chunks: Buffer[] = [];
		for await (const chunk of part!.stream) chunks.push(chunk as Buffer);
		expect(Buffer.concat(chunks).equals(bytes.subarray(1000, 801_000))).toBe(true);
	});

	test('gives up after some tries, in one sentence, and leaves no parts behind', async () => {
		const { fake, storage } = await pair();
		fake.mishaps.push(...Array<'unavailable'>(5).fill('unavailable'));
		await expect(storage.put('a/b', Buffer.from('x'))).rejects.toThrow(
			/bucket files .* does not answer.*503/,
		);
		const path = join(dir, 'large');
		writeFileSync(path, randomBytes(17 * 1024 * 1024));
		// The upload is begun, then no part goes through.
		fake.mishaps.push(undefined as never, ...Array<'drop'>(5).fill('drop'));
		await expect(storage.putFile('a/c', path)).rejects.toThrow(/does not answer/);
		expect(fake.open.size).toBe(0);
		expect(fake.objects.size).toBe(0);
	});

	test('says when the key is wrong', async () => {
		const { storage } = await pair({ secretAccessKey: 'another' });
		await expect(storage.put('a/b', Buffer.from('x'))).rejects.toThrow(
			/SignatureDoesNotMatch.*S3_SECRET_ACCESS_KEY/,
		);
		const other = await pair({ accessKeyId: 'NOBODY' });
		await expect(other.storage.put('a/b', Buffer.from('x'))).rejects.toThrow(/InvalidAccessKeyId/);
	});
});
