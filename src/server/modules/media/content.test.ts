import { expect, test } from 'vitest';
import { demuxerOf, whatIs } from './content.ts';
import { plainName } from './start-upload.ts';

const is = (text: string, name: string) =>
	whatIs(Buffer.from(text), name).then(({ kind, mime }) => `${kind} ${mime}`);

test('texts are told apart by their names, and are never a page', async () => {
	expect(await is('# 标题', 'a.md')).toBe('file text/markdown');
	expect(await is('a,b\n1,2\n', 'a.csv')).toBe('file text/csv');
	expect(await is('{"a": 1}', 'a.json')).toBe('file application/json');
	expect(await is('<!doctype html><script>alert(1)</script>', 'a.html')).toBe('file text/plain');
	expect(await is('print("hello")', 'a.py')).toBe('file text/plain');
});

test('a character that is cut at the end of what was looked at is no fault', async () => {
	const han = Buffer.from('书院'.repeat(100));
	for (const cut of [0, 1, 2])
		expect((await whatIs(han.subarray(0, han.length - cut), 'a.txt')).mime).toBe('text/plain');
	await expect(whatIs(Buffer.from([0x61, 0xff, 0xfe, 0x00, 0x61]), 'a.txt')).rejects.toMatchObject({
		code: 'media.type_refused',
	});
});

test('documents and packages are known by their content', async () => {
	expect(await is('%PDF-1.7\n%\n', 'film.mp4')).toBe('file application/pdf');
	const glb = Buffer.concat([Buffer.from('glTF'), Buffer.from([2, 0, 0, 0]), Buffer.alloc(100)]);
	expect((await whatIs(glb, 'model.glb')).mime).toBe('model/gltf-binary');
});

test('programs of all systems are refused as programs', async () => {
	const programs = [
		Buffer.concat([Buffer.from('MZ'), Buffer.alloc(400)]),
		Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46]), Buffer.alloc(400)]),
		Buffer.concat([Buffer.from([0xcf, 0xfa, 0xed, 0xfe]), Buffer.alloc(400)]),
		Buffer.concat([Buffer.from([0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 52]), Buffer.alloc(400)]),
		Buffer.concat([Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]), Buffer.alloc(400)]),
	];
	for (const program of programs)
		await expect(whatIs(program, 'holiday.mp4')).rejects.toMatchObject({ code: 'media.executable_refused' });
});

test('ffmpeg is asked to read only what it has a demuxer for', () => {
	expect(demuxerOf('video/mp4')).toBe('mp4');
	expect(() => demuxerOf('application/pdf')).toThrow();
});

test('a file keeps the last part of its name, without what no name should have', () => {
	expect(plainName('../../etc/passwd')).toBe('passwd');
	expect(plainName('C:\\films\\lesson 1.mp4')).toBe('lesson 1.mp4');
	expect(plainName('invoice\u202efdp.exe')).toBe('invoicefdp.exe');
	expect(plainName('课程 "一".mp4')).toBe('课程 一.mp4');
	for (const name of ['', '..', '/', '\u0000']) expect(plainName(name)).toBe('file');
});
