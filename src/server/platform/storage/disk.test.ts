import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openDisk } from './disk.ts';
import { storageSuite } from './storage-suite.testing.ts';

const root = mkdtempSync(join(tmpdir(), 'stoa-disk-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const fresh = () => mkdtempSync(join(root, 's-'));

describe('a storage on disk', () => {
	storageSuite(() => openDisk(fresh()));

	test('shows nothing of what is half written, and leaves nothing of what failed', async () => {
		const dir = fresh();
		const storage = openDisk(dir);
		await storage.put('a/b', Buffer.from('whole'));
		writeFileSync(join(dir, 'a', 'c.half-0123456789ab'), 'what a killed process left');
		const keys: string[] = [];
		for await (const { key } of storage.list('')) keys.push(key);
		expect(keys).toEqual(['a/b']);
		await expect(storage.putFile('a/d', join(dir, 'absent'))).rejects.toThrow();
		expect(readdirSync(join(dir, 'a')).sort()).toEqual(['b', 'c.half-0123456789ab']);
	});

	test('is readable by nobody else', async () => {
		const dir = fresh();
		const storage = openDisk(dir);
		const path = join(dir, 'given');
		writeFileSync(path, 'x');
		chmodSync(path, 0o600);
		await storage.put('a/b', Buffer.from('x'));
		await storage.putFile('a/c', path);
		for (const name of ['b', 'c']) expect(statSync(join(dir, 'a', name)).mode & 0o077).toBe(0);
	});
});
