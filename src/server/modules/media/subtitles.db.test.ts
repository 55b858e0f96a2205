import { expect, test } from 'vitest';
import { testDatabase } from '../../platform/db/testing.ts';
import { aPerson } from '../items/testing.ts';
import { listSubtitles, readSubtitles, removeSubtitles, searchCues, setSubtitles } from './index.ts';
import { aMedium, someTools } from './testing.ts';

const { db } = await testDatabase();
const { actor: author } = await aPerson(db);
const { actor: stranger } = await aPerson(db);
const tools = someTools();
const { id } = await aMedium(db, author, { name: 'a.txt', purpose: 'file', bytes: Buffer.from('a') }, tools);

const vtt = (...lines: string[]) =>
	`WEBVTT\n\n${lines.map((line, at) => `00:0${at}:00.000 --> 00:0${at}:05.000\n${line}\n`).join('\n')}`;

test('what is said is found in Chinese and English, with its second', async () => {
	expect(
		await setSubtitles(db, author, id, {
			language: 'zh-CN',
			label: '中文',
			text: vtt('事务只是另一个句柄', '索引没有用上'),
		}),
	).toBe(2);
	await setSubtitles(db, author, id, {
		language: 'en',
		label: 'English',
		text: vtt('A transaction is just another handle.', '100% of the index'),
	});
	const found = async (query: string, language?: string) =>
		(await searchCues(db, author, id, { query, language })).map(
			({ language, fromMs }) => `${language} ${fromMs}`,
		);
	expect(await found('句柄')).toEqual(['zh-CN 0']);
	expect(await found('HANDLE transaction')).toEqual(['en 0']);
	expect(await found('索引')).toEqual(['zh-CN 60000']);
	// What has a meaning to the database is looked for as it is.
	expect(await found('100%')).toEqual(['en 60000']);
	expect(await found('_')).toEqual([]);
	expect(await found('', 'en')).toEqual(['en 0', 'en 60000']);
	await expect(searchCues(db, stranger, id, {})).rejects.toMatchObject({ code: 'media.not_found' });
});

test('new subtitles replace those of their language; removed ones are gone with their cues', async () => {
	await setSubtitles(db, author, id, { language: 'en', label: 'English', text: vtt('Again.') });
	expect(await searchCues(db, author, id, { language: 'en' })).toHaveLength(1);
	expect(await listSubtitles(db, id)).toEqual([
		{ language: 'en', label: 'English' },
		{ language: 'zh-CN', label: '中文' },
	]);
	expect(await readSubtitles(db, id, 'en')).toBe('WEBVTT\n\n00:00:00.000 --> 00:00:05.000\nAgain.\n');
	await removeSubtitles(db, author, id, 'en');
	expect(await readSubtitles(db, id, 'en')).toBeNull();
	expect(await searchCues(db, author, id, { language: 'en' })).toEqual([]);
});

test('only whose the video is sets them, and in a language that is one', async () => {
	const text = vtt('x');
	await expect(setSubtitles(db, stranger, id, { language: 'en', label: 'E', text })).rejects.toMatchObject({
		code: 'media.not_found',
	});
	for (const language of ['', '../x', 'EN_us', 'e'])
		await expect(setSubtitles(db, author, id, { language, label: 'E', text })).rejects.toMatchObject({
			code: 'common.invalid_input',
		});
});
