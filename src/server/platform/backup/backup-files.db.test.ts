import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anItem } from '../../modules/items/testing.ts';
import { testDatabase } from '../db/testing.ts';
import { openDisk } from '../storage/disk.ts';
import { fakeCredentials, fakeS3 } from '../storage/fake-s3.testing.ts';
import { readWhole } from '../storage/index.ts';
import { openS3 } from '../storage/s3.ts';
import { restoreBackup, writeBackup } from './index.ts';

const dir = mkdtempSync(join(tmpdir(), 'stoa-backup-files-'));
const s3 = await fakeS3('files');
afterAll(async () => {
	rmSync(dir, { recursive: true, force: true });
	await s3.close();
});
const source = await testDatabase();
const data = join(dir, 'data');
const file = join(dir, 'whole.tar.gz');
const film = randomBytes(9_000_001);
const quiet = { note() {}, step: () => ({ advance() {}, finish() {} }) };
const go = { requested: false };

beforeAll(async () => {
	await anItem(source.db, {});
	mkdirSync(join(data, 'work', 'convert-7'), { recursive: true });
	writeFileSync(join(data, 'work', 'convert-7', 'key'), 'half-done');
	writeFileSync(join(data, 'secret'), 'of this instance\n');
	const storage = openDisk(join(data, 'storage'));
	await storage.put('media/7/original', film);
	await storage.put('media/7/stream/360/index.m3u8', Buffer.from('#EXTM3U\n'));
	await storage.put('uploads/8/0-abc', Buffer.from('half an upload'));
	const done = await writeBackup(source.url, file, data, quiet, go);
	expect(done.objects).toBe(3);
});

test('a backup of files on a disk is restored into a bucket, and that of a bucket onto a disk', async () => {
	const bucket = openS3({
		endpoint: s3.endpoint,
		bucket: 'files',
		pathStyle: true,
		prefix: '',
		...fakeCredentials,
	});
	const first = await testDatabase();
	const done = await restoreBackup(first.url, file, join(dir, 'in-s3'), 'migrations', quiet, go, bucket);
	expect(done).toMatchObject({ files: 1, objects: 3 });
	expect(s3.objects.get('media/7/original')?.equals(film)).toBe(true);
	expect(existsSync(join(dir, 'in-s3', 'storage'))).toBe(false);

	const again = join(dir, 'of-s3.tar.gz');
	await writeBackup(first.url, again, join(dir, 'in-s3'), quiet, go, bucket);
	const second = await testDatabase();
	await restoreBackup(second.url, again, join(dir, 'on-disk'), 'migrations');
	const disk = openDisk(join(dir, 'on-disk', 'storage'));
	expect((await readWhole(disk, 'media/7/original'))?.equals(film)).toBe(true);
	expect((await readWhole(disk, 'uploads/8/0-abc'))?.toString()).toBe('half an upload');
	expect(existsSync(join(dir, 'on-disk', 'work', 'convert-7'))).toBe(false);
});

test('a backup in which a file was changed leaves a storage as it was', async () => {
	const plain = gunzipSync(readFileSync(file));
	const at = plain.indexOf(film.subarray(0, 64)) + 1_000_000;
	plain[at] = plain[at]! ^ 1;
	const changed = join(dir, 'changed.tar.gz');
	writeFileSync(changed, gzipSync(plain, { level: 1 }));
	const target = await testDatabase();
	const home = join(dir, 'home');
	cpSync(join(data, 'storage', 'uploads'), join(home, 'storage', 'uploads'), { recursive: true });
	await expect(restoreBackup(target.url, changed, home, 'migrations')).rejects.toThrow(
		/damaged: storage\/media\/7\/original/,
	);
	const storage = openDisk(join(home, 'storage'));
	const keys: string[] = [];
	for await (const { key } of storage.list('')) keys.push(key);
	// What was there before is still there; what came with the backup is not.
	expect(keys).toEqual(['uploads/8/0-abc']);
});
