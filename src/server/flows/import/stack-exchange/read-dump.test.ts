import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { SourceError } from '../source-error.ts';
import type { TableName } from './dump-rows.ts';
import { openDump, readTable } from './read-dump.ts';

const made: string[] = [];
afterEach(async () => {
	for (const dir of made.splice(0)) await rm(dir, { recursive: true });
});

async function folder(files: Record<string, string | Uint8Array>): Promise<string> {
	const dir = await mkdtemp(join(tmpdir(), 'stoa-dump-'));
	made.push(dir);
	for (const [name, content] of Object.entries(files)) await writeFile(join(dir, name), content);
	return dir;
}

const posts = (...rows: string[]) =>
	`\ufeff<?xml version="1.0" encoding="utf-8"?>\n<posts>\n${rows.map((row) => `  ${row}\n`).join('')}</posts>`;
const post = (id: number, more = '') =>
	`<row Id="${id}" PostTypeId="1" CreationDate="2018-03-12T17:00:45.567" Score="-3" Body="&lt;p&gt;x&lt;/p&gt;" Title="T" Tags="&lt;a&gt;&lt;c++&gt;" ${more}/>`;

async function rows<T extends TableName>(dir: string, table: T) {
	const found = [];
	for await (const row of readTable(await openDump(dir), table)) found.push(row);
	return found;
}

/** The error that reading Posts with this content ends in. */
async function refusal(content: string | Uint8Array, name = 'Posts.xml'): Promise<SourceError> {
	const dir = await folder({ [name]: content });
	try {
		await rows(dir, 'posts');
	} catch (error) {
		expect(error).toBeInstanceOf(SourceError);
		return error as SourceError;
	}
	throw new Error('the file was accepted');
}

describe('reading a dump', () => {
	test('rows are typed: numbers, UTC dates, tags in both spellings, entities resolved', async () => {
		const dir = await folder({
			'Posts.xml': posts(
				post(1),
				post(2, 'ViewCount=\'12\' ClosedDate="2019-01-02T03:04:05"').replace(
					'&lt;a&gt;&lt;c++&gt;',
					'|a|c++|',
				),
			),
		});
		const [first, second] = await rows(dir, 'posts');
		expect(first).toMatchObject({
			id: 1,
			type: 1,
			score: -3,
			body: '<p>x</p>',
			tags: ['a', 'c++'],
			viewCount: 0,
			ownerId: undefined,
		});
		expect(first!.createdAt.toISOString()).toBe('2018-03-12T17:00:45.567Z');
		expect(second).toMatchObject({ id: 2, tags: ['a', 'c++'], viewCount: 12 });
		expect(second!.closedAt?.toISOString()).toBe('2019-01-02T03:04:05.000Z');
	});

	test('names of files in any case, plain or gzipped whatever the name says, optional ones missing', async () => {
		const dir = await folder({
			'posts.XML': gzipSync(posts(post(1))),
			'TAGS.xml.GZ': gzipSync('<tags><row Id="1" TagName="q#" IsRequired="True" /></tags>'),
			'notes.txt': '',
		});
		const dump = await openDump(dir);
		expect(dump.missing).toEqual(['users', 'votes', 'comments', 'badges', 'postLinks', 'postHistory']);
		expect(await rows(dir, 'posts')).toHaveLength(1);
		expect(await rows(dir, 'tags')).toMatchObject([{ name: 'q#', required: true, moderatorOnly: false }]);
		expect(await rows(dir, 'votes')).toEqual([]);
	});

	test('columns that a newer dump adds are passed over', async () => {
		const dir = await folder({ 'Posts.xml': posts(post(1, 'Sentiment="7"')) });
		expect(await rows(dir, 'posts')).toHaveLength(1);
	});

	test('rows larger than a piece of the stream, cut anywhere, arrive whole', async () => {
		const body = '书院&amp;'.repeat(60_000);
		const dir = await folder({
			'Posts.xml': posts(
				post(1, `OwnerDisplayName="${body}"`),
				post(2),
				post(3, `OwnerDisplayName="${body}"`),
			),
		});
		const found = await rows(dir, 'posts');
		expect(found.map((row) => row.id)).toEqual([1, 2, 3]);
		expect(found[2]!.ownerName).toBe('书院&'.repeat(60_000));
	});

	test('comments, processing instructions, an empty root and rows with a closing tag are XML too', async () => {
		const dir = await folder({
			'Posts.xml': `<!-- <row> --><posts><?keep?>${post(1).replace('/>', '></row>')}<!-- a > b --></posts>\n<!-- end -->`,
			'Tags.xml': '<tags/>',
		});
		expect(await rows(dir, 'posts')).toHaveLength(1);
		expect(await rows(dir, 'tags')).toEqual([]);
	});

	test('characters that XML and PostgreSQL cannot hold become U+FFFD, not a lost row', async () => {
		const dir = await folder({
			'Posts.xml': posts(post(1, 'OwnerDisplayName="a&#x0;b&#x1F;c&#xD800;d&#10;e&#128512;"')),
		});
		expect((await rows(dir, 'posts'))[0]!.ownerName).toBe('a\ufffdb\ufffdc\ufffdd\ne😀');
	});
});

describe('a dump that cannot be read says where and what to do', () => {
	test.each<[string, string | Uint8Array, string, number | undefined, RegExp]>([
		['text that is no XML', 'hello\n', 'wrong_file', 1, /not XML/],
		['an empty file', '', 'wrong_file', 1, /no <posts>/],
		['another table under this name', '<users><row Id="1"/></users>', 'wrong_file', 1, /begins with <users>/],
		[
			'a missing closing quote',
			posts(post(1), post(2).replace('Score="-3"', 'Score="-3'), post(3)),
			'malformed',
			4,
			/quote/,
		],
		[
			'a bare ampersand',
			posts(post(1), post(2, 'OwnerDisplayName="AT&T"')),
			'malformed',
			4,
			/"&T" in OwnerDisplayName/,
		],
		['an undefined entity', posts(post(1, 'OwnerDisplayName="&nbsp;"')), 'malformed', 3, /&nbsp;/],
		['an attribute twice', posts(post(1, 'Id="2"')), 'malformed', 3, /Id stands twice/],
		['an attribute without quotes', posts(post(1, 'ViewCount=3')), 'malformed', 3, /not quoted/],
		['a strange element', posts('<col name="a"/>'), 'malformed', 3, /<col>/],
		['text between rows', posts(post(1), 'oops', post(2)), 'malformed', 4, /oops/],
		[
			'a document type',
			`<!DOCTYPE posts [<!ENTITY a "aaaa">]>${posts(post(1))}`,
			'malformed',
			1,
			/document type/,
		],
		['a second document', posts(post(1)) + posts(post(2)), 'malformed', undefined, /.*/],
		[
			'a file cut between rows',
			posts(post(1), post(2)).replace('</posts>', ''),
			'truncated',
			5,
			/ends before <\/posts>/,
		],
		['a file cut inside a row', posts(post(1), post(2)).slice(0, -60), 'truncated', 4, /ends inside a tag/],
		[
			'a gzip cut short',
			gzipSync(posts(...Array.from({ length: 400 }, (_, i) => post(i)))).subarray(0, 900),
			'truncated',
			undefined,
			/gzip data stops/,
		],
		['a gzip with a flipped byte', flip(gzipSync(posts(post(1), post(2)))), 'damaged', undefined, /damaged/],
		[
			'bytes that are not UTF-8',
			Buffer.concat([Buffer.from(posts(post(1)).replace('</posts>', '')), Buffer.from([0x63, 0xff, 0x61])]),
			'wrong_encoding',
			4,
			/not valid UTF-8/,
		],
		[
			'a character cut in two',
			Buffer.from(posts(post(1, 'OwnerDisplayName="书"'))).subarray(0, -13),
			'truncated',
			3,
			/./,
		],
		['UTF-16', Buffer.from(posts(post(1)), 'utf16le'), 'wrong_encoding', 1, /iconv/],
		[
			'another declared encoding',
			posts(post(1)).replace('utf-8', 'windows-1252'),
			'wrong_encoding',
			1,
			/windows-1252/,
		],
		['a 7z archive', Buffer.from('377abcaf271c', 'hex'), 'wrong_encoding', undefined, /7z/],
		['a missing column', posts(post(1).replace('PostTypeId="1"', '')), 'missing_column', 3, /no PostTypeId/],
		['an id that is no number', posts(post(1).replace('Id="1"', 'Id="one"')), 'bad_value', 3, /Id is "one"/],
		[
			'a number beyond 32 bits',
			posts(post(1).replace('Score="-3"', 'Score="99999999999"')),
			'bad_value',
			3,
			/32 bits/,
		],
		['a date before computers', posts(post(1).replace('2018-', '0018-')), 'bad_value', 3, /CreationDate/],
		['a date far ahead', posts(post(1).replace('2018-', '9999-')), 'bad_value', 3, /next year/],
		[
			'the thirtieth of February',
			posts(post(1).replace('2018-03-12', '2018-02-30')),
			'bad_value',
			3,
			/calendar/,
		],
		[
			'a date in words',
			posts(post(1).replace('2018-03-12T17:00:45.567', 'Monday')),
			'bad_value',
			3,
			/Monday/,
		],
	])('%s', async (_, content, fault, line, words) => {
		const error = await refusal(content);
		expect(error.message).toMatch(words);
		expect(error.fault).toBe(fault);
		expect(error.file).toBe('Posts.xml');
		if (line !== undefined) expect(error.line).toBe(line);
		expect(error.advice).not.toBe('');
	});

	test('a folder without Posts, one with an archive only, and two spellings of a table', async () => {
		await expect(openDump(await folder({ 'Users.xml': '' }))).rejects.toThrow(/no Posts\.xml/);
		await expect(openDump(await folder({ 'site.7z': '' }))).rejects.toThrow(/7z x/);
		await expect(openDump(await folder({ 'Posts.xml': '', 'posts.xml.gz': '' }))).rejects.toThrow(
			/Keep one of the two/,
		);
		await expect(openDump('/nowhere/at/all')).rejects.toMatchObject({ fault: 'not_found' });
	});

	test('a folder in place of a file', async () => {
		const dir = await folder({});
		await mkdir(join(dir, 'Posts.xml'));
		await expect(rows(dir, 'posts')).rejects.toMatchObject({ fault: 'unreadable' });
	});

	test('a quote that never closes is refused before memory fills', async () => {
		const endless = `<posts><row Id="1" Body="${'x'.repeat(1 << 20)}`;
		const error = await refusal(endless + 'y'.repeat(66 << 20));
		expect(error.fault).toBe('too_large');
	});
});

describe('leaving a dump in the middle', () => {
	test('the rows read so far stand, and the file is let go', async () => {
		const dir = await folder({ 'Posts.xml': posts(...Array.from({ length: 5000 }, (_, i) => post(i + 1))) });
		let seen = 0;
		for await (const _row of readTable(await openDump(dir), 'posts')) if (++seen === 10) break;
		expect(seen).toBe(10);
	});
});

function flip(bytes: Uint8Array): Uint8Array {
	const copy = Uint8Array.from(bytes);
	copy[copy.length >> 1]! ^= 0x55;
	return copy;
}
