import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkZip, openZip } from './index.ts';
import { aZip } from './zip.testing.ts';

const dir = mkdtempSync(join(tmpdir(), 'stoa-zip-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const path = join(dir, 'a.zip');
const limits = { entries: 100, bytes: 10_000_000, ratio: 100 };
const open = (archive: Buffer, more = {}) => {
	writeFileSync(path, archive);
	return openZip(path, { ...limits, ...more });
};

test('entries are listed and unpacked as they were packed', async () => {
	const bytes = randomBytes(100_000);
	const zip = await open(
		aZip([
			{ name: 'course/', bytes: Buffer.alloc(0) },
			{ name: 'course/课程.md', bytes: Buffer.from('# 一') },
			{ name: 'course/a.bin', bytes },
		]),
	);
	expect(zip.entries.map(({ name, directory, bytes }) => [name, directory, bytes])).toEqual([
		['course/', true, 0],
		['course/课程.md', false, 5],
		['course/a.bin', false, 100_000],
	]);
	expect((await zip.read(zip.entries[1]!)).toString()).toBe('# 一');
	expect((await zip.read(zip.entries[2]!)).equals(bytes)).toBe(true);
	await zip.close();
});

test('an entry that says that it is small ends where it said', async () => {
	const zip = await open(aZip([{ name: 'a', bytes: Buffer.alloc(50_000_000), says: 1000 }]));
	const before = process.memoryUsage().arrayBuffers;
	await expect(zip.read(zip.entries[0]!)).rejects.toMatchObject({ code: 'zip.too_large' });
	expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
	await zip.close();
});

test('a link is told apart from a file', async () => {
	const zip = await open(
		aZip([
			{ name: 'a', bytes: Buffer.from('/etc/passwd'), link: true },
			{ name: 'b', bytes: Buffer.from('x') },
		]),
	);
	expect(zip.entries.map(({ name, link }) => [name, link])).toEqual([
		['a', true],
		['b', false],
	]);
	await zip.close();
});

test.each([
	[
		'more entries than allowed',
		aZip(Array.from({ length: 101 }, (_, n) => ({ name: `${n}`, bytes: Buffer.from('x') }))),
		'zip.too_many_entries',
	],
	[
		'more bytes than allowed',
		aZip([{ name: 'a', bytes: randomBytes(100), says: 10_000_001 }]),
		'zip.too_large',
	],
	['one that swells', aZip([{ name: 'a', bytes: Buffer.alloc(5_000_000) }]), 'zip.too_large'],
	['a way out', aZip([{ name: 'a/../../b', bytes: Buffer.from('x') }]), 'zip.outside'],
	['a path from the root', aZip([{ name: '/etc/passwd', bytes: Buffer.from('x') }]), 'zip.outside'],
	['a path with a drive', aZip([{ name: 'c:\\windows\\x', bytes: Buffer.from('x') }]), 'zip.outside'],
	['something else', Buffer.from('a text that is no archive at all'), 'zip.broken'],
	['one that breaks off', aZip([{ name: 'a', bytes: randomBytes(1000) }]).subarray(0, 900), 'zip.broken'],
])('an archive with %s is refused', async (_, archive, code) => {
	writeFileSync(path, archive);
	await expect(checkZip(path, limits)).rejects.toMatchObject({ code });
});
