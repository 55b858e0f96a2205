import { expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { aCourse } from '../courses/testing.ts';
import { aPerson } from '../items/testing.ts';
import { searchCourse } from './index.ts';
import { passages } from './passages.ts';

const { db } = await testDatabase();
const plain = (segments: { text: string; hit: boolean }[]) =>
	segments.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

const chinese = await aCourse(db, {
	access: 'paid',
	language: 'zh-CN',
	lessons: [
		{
			title: '线程池是什么',
			source: '# 概念\n\n线程池复用线程。\n\n它能减少创建线程的开销。\n\n数据库连接池也一样。',
			preview: true,
		},
		{
			title: '拒绝策略',
			source: '队列满了以后，拒绝策略决定任务的去向。\n\n```java\nnew ThreadPoolExecutor(4, 8)\n```',
		},
	],
});

test('a word is found in the paragraph where it stands, in Chinese and in code, and the hit leads there', async () => {
	const { hits } = await searchCourse(db, chinese.author.actor, { courseId: chinese.id, q: '连接池' });
	expect(hits.map(({ href, snippet }) => [href, plain(snippet)])).toEqual([
		[`/courses/${chinese.id}/lessons/${chinese.lessons[0]}#p3`, '数据库[连接池]也一样。'],
	]);
	const pool = await searchCourse(db, chinese.author.actor, { courseId: chinese.id, q: '线程池' });
	expect(plain(pool.hits[0]!.title)).toBe('[线程池]是什么');
	expect(pool.hits[0]!.paragraph).toBe(1);
	const code = await searchCourse(db, chinese.author.actor, {
		courseId: chinese.id,
		q: 'threadpoolexecutor',
	});
	expect(code.hits.map(({ number, paragraph }) => [number, paragraph])).toEqual([[2, 1]]);
	// A traditional form finds the simplified one.
	const traditional = await searchCourse(db, chinese.author.actor, {
		courseId: chinese.id,
		q: '執行緒 數據庫',
	});
	expect(traditional.hits[0]!.paragraph).toBe(3);
});

test('lessons that are not open are neither shown nor counted, and neither is a course that one may not know of', async () => {
	const reader = await aPerson(db);
	for (const actor of [visitor, reader.actor]) {
		const { hits } = await searchCourse(db, actor, { courseId: chinese.id, q: '拒绝策略' });
		expect(hits).toEqual([]);
		expect((await searchCourse(db, actor, { courseId: chinese.id, q: '开销' })).hits).toHaveLength(1);
	}
	const draft = await aCourse(db, { status: 'draft' });
	await expect(searchCourse(db, reader.actor, { courseId: draft.id, q: 'x' })).rejects.toMatchObject({
		code: 'courses.not_found',
	});
});

test('paragraphs with more of what is asked for come first, English forms of a word are one, and nothing asked finds nothing', async () => {
	const course = await aCourse(db, {
		lessons: [
			{ source: 'An index is used.\n\nNothing here.' },
			{ source: 'Queries are slow.\n\nA query without an index is slow.' },
		],
	});
	const { hits, more } = await searchCourse(db, visitor, { courseId: course.id, q: 'slow queries index' });
	expect(hits.map(({ number, paragraph }) => [number, paragraph])).toEqual([
		[2, 1],
		[2, 0],
		[1, 0],
	]);
	expect(plain(hits[0]!.snippet)).toBe('A [query] without an [index] is [slow].');
	expect(more).toBe(false);
	for (const q of ['', '   ', '"', '-slow', 'zebra'])
		expect((await searchCourse(db, visitor, { courseId: course.id, q })).hits).toEqual([]);
});

test('what is said in a film is found with the second at which it is said', async () => {
	const course = await aCourse(db, { publish: false, lessons: [{ title: 'Read' }, { title: 'Watch' }] });
	const media = await db
		.insertInto('media')
		.values({
			owner_id: course.author.id,
			token: `t${Math.random().toString(36).slice(2)}`.padEnd(26, 'x').slice(0, 26),
			purpose: 'video',
			name: 'a.mp4',
			bytes: 10,
			kind: 'video',
			status: 'ready',
			mime: 'video/mp4',
			duration_ms: 60_000,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await db.updateTable('lessons').set({ kind: 'video' }).where('id', '=', course.lessons[1]!).execute();
	await db
		.updateTable('lesson_revisions')
		.set({ media_id: media.id })
		.where('lesson_id', '=', course.lessons[1]!)
		.execute();
	await db
		.insertInto('media_subtitles')
		.values({ media_id: media.id, language: 'en', label: 'English', vtt: 'WEBVTT' })
		.execute();
	await db
		.insertInto('media_cues')
		.values([
			{ media_id: media.id, language: 'en', number: 0, from_ms: 1000, to_ms: 2000, text: 'Good morning.' },
			{
				media_id: media.id,
				language: 'en',
				number: 1,
				from_ms: 8300,
				to_ms: 9000,
				text: 'The planner was wrong.',
			},
		])
		.execute();
	const { submitVersion } = await import('../courses/index.ts');
	await submitVersion(db, course.author.actor, course.id);
	const { hits } = await searchCourse(db, visitor, { courseId: course.id, q: 'planner' });
	expect(hits.map(({ href, second }) => [href, second])).toEqual([
		[`/courses/${course.id}/lessons/${course.lessons[1]}#t=8`, 8],
	]);
});

test('paragraphs are cut by their numbers, whatever stands in them', () => {
	expect(
		passages(
			'<h2 data-p="0" id="why">Why</h2>\n<p id="p1" data-p="1">a <b>b</b></p><pre id="p2" data-p="2"><code>x &lt; y</code></pre>',
		),
	).toEqual([
		{ number: 0, anchor: 'why', text: 'Why' },
		{ number: 1, anchor: 'p1', text: 'a b' },
		{ number: 2, anchor: 'p2', text: 'x < y' },
	]);
});
