import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkZip, openZip, writeZip } from './index.ts';
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

test('what is written is read again; a part of it is in memory at a time', async () => {
	const large = randomBytes(3_000_000);
	async function* pieces() {
		for (let at = 0; at < large.length; at += 100_000) yield large.subarray(at, at + 100_000);
	}
	const files = [
		{ name: 'course.md', content: '# 课程\n'.repeat(10_000) },
		{ name: '01-课/empty.md', content: '' },
		{ name: 'media/film.bin', content: async () => pieces() },
	];
	const out: Buffer[] = [];
	let most = 0;
	for await (const piece of writeZip(files)) {
		most = Math.max(most, piece.length);
		out.push(Buffer.from(piece));
	}
	expect(most).toBeLessThan(200_000);
	writeFileSync(path, Buffer.concat(out));
	const zip = await openZip(path, { ...limits, ratio: 1000 });
	expect(zip.entries.map(({ name, bytes }) => [name, bytes])).toEqual([
		['course.md', 90_000],
		['01-课/empty.md', 0],
		['media/film.bin', 3_000_000],
	]);
	for (const [at, entry] of zip.entries.entries()) {
		await zip.copy(entry, join(dir, `copied-${at}`));
		expect(readFileSync(join(dir, `copied-${at}`)).equals(await zip.read(entry))).toBe(true);
	}
	expect(readFileSync(join(dir, 'copied-2')).equals(large)).toBe(true);
	await zip.close();
	// The same files are the same archive.
	const again: Buffer[] = [];
	for await (const piece of writeZip(files)) again.push(Buffer.from(piece));
	expect(Buffer.concat(again).equals(Buffer.concat(out))).toBe(true);
});

test('a copy ends where the entry said, and one bit that fell over is seen', async () => {
	const lying = await open(aZip([{ name: 'a', bytes: Buffer.alloc(50_000_000), says: 1000 }]));
	await expect(lying.copy(lying.entries[0]!, join(dir, 'lying'))).rejects.toMatchObject({
		code: 'zip.too_large',
	});
	await lying.close();
	const text = randomBytes(5000);
	for (const flip of [40, 2000, 4990]) {
		const archive = aZip([{ name: 'a', bytes: text }]);
		archive[flip]! ^= 4;
		const zip = await open(archive);
		await expect(zip.copy(zip.entries[0]!, join(dir, `flipped-${flip}`))).rejects.toMatchObject({
			code: 'zip.broken',
		});
		await zip.close();
	}
});
