import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import '../../modules/questions/index.ts';
import { hrefOf } from '../../modules/items/index.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { followOldAddress, followOldTitle } from '../follow-old-address.ts';
import { importStackExchange, type StackExchangeImport } from './import-stack-exchange.ts';
import { person, question, reply, teaDump } from './stack-exchange/tea.testing.ts';

const run = (db: Db, dir: string, more = {}) => importStackExchange(db, dir, { threads: 0, ...more });
const line = (result: StackExchangeImport, what: string) =>
	result.counts.find((count) => count.what === what);

describe('a dump, imported once', async () => {
	const { db } = await testDatabase();
	let result: StackExchangeImport;
	beforeAll(async () => {
		result = await run(db, await teaDump());
	});

	test('every count of the dump is found again, and what is left out has a reason', () => {
		expect(result.counts.filter((count) => !count.equal)).toEqual([]);
		expect(result).toMatchObject({
			equal: true,
			resumed: false,
			missing: [],
			space: 'tea-example',
			site: { host: 'tea.example.org' },
		});
		expect(line(result, 'questions')).toMatchObject({ dump: 5, imported: 5, leftOut: {} });
		expect(line(result, 'answers')).toMatchObject({
			dump: 4,
			imported: 3,
			leftOut: { 'answers to questions that are not in the dump': 1 },
		});
		expect(line(result, 'comments')).toMatchObject({ dump: 5, imported: 4 });
		expect(line(result, 'badges')).toMatchObject({ dump: 5, imported: 4 });
		expect(line(result, 'links')).toMatchObject({
			dump: 5,
			imported: 3,
			leftOut: { 'links to or from posts that are not in the dump': 1, 'links inside one question': 1 },
		});
		expect(line(result, 'revisions')).toMatchObject({ dump: 5, imported: 5 });
	});

	test("scores are exactly the dump's, with the votes it lists and nobody made to have voted", async () => {
		expect(await question(db, 1)).toMatchObject({ score: 7, up_count: 8, down_count: 1, view_count: 1200 });
		expect(await question(db, 2)).toMatchObject({ score: -4, up_count: 0, down_count: 4 });
		expect(await reply(db, 'answer', 3)).toMatchObject({ score: 9, up_count: 9, down_count: 0 });
		expect(await reply(db, 'answer', 7)).toMatchObject({ score: -2, up_count: 0, down_count: 2 });
		expect(await reply(db, 'comment', 1)).toMatchObject({ score: 5 });
		expect((await sql<{ n: number }>`select count(*)::int as n from votes`.execute(db)).rows[0]!.n).toBe(0);
	});

	test('formulas and code survive, scripts do not', async () => {
		const first = await question(db, 1);
		expect(first.source).toContain('$c(t) = c_\\infty\\left(1 - e^{-kt}\\right)$');
		expect(first.source).toContain('$$k = A e^{-\\frac{E_a}{RT}}$$');
		expect(first.source).toContain('return t < 3 ? 0 : 1; // minutes & seconds');
		expect(first.html).toContain('katex');
		expect((await question(db, 2)).html).toContain('$3');
		const answer = await reply(db, 'answer', 4);
		expect(answer.html).not.toContain('onerror');
		expect(answer.source).toContain('It depends.');
		expect((await person(db, 2)).bio_html).toContain('Kettles');
		expect((await person(db, 2)).bio_html).not.toMatch(/script|onclick/);
	});

	test('comments read as they did: no heading, no list, no tag comes out of them', async () => {
		const one = await reply(db, 'comment', 1);
		expect(one.html).toContain('<code>List&lt;int&gt;</code>');
		expect(one.html).toContain('&lt;b&gt;bold&lt;/b&gt;');
		expect(one.html).toContain('href="https://tea.example.org/faq"');
		expect((await reply(db, 'comment', 2)).html).not.toContain('<h1');
		expect((await reply(db, 'comment', 4)).html).not.toContain('<ol');
		expect((await reply(db, 'comment', 4)).html).toContain('<em>second</em>');
	});

	test('threads: answers under questions, comments under either, counters right, the accepted one marked', async () => {
		const first = await question(db, 1);
		const accepted = await reply(db, 'answer', 3);
		expect(first).toMatchObject({
			answer_count: 2,
			comment_count: 2,
			reply_count: 6,
			accepted_reply_id: accepted.id,
			bookmark_count: 2,
		});
		expect(accepted).toMatchObject({
			item_id: first.id,
			kind: 'answer',
			comment_count: 2,
			community_wiki: true,
		});
		expect(await reply(db, 'comment', 1)).toMatchObject({
			item_id: first.id,
			root_id: null,
			parent_id: null,
		});
		expect(await reply(db, 'comment', 4)).toMatchObject({
			item_id: first.id,
			root_id: accepted.id,
			parent_id: accepted.id,
		});
	});

	test('dates are kept to the millisecond, and activity orders as it did', async () => {
		const first = await question(db, 1);
		expect(first.published_at.toISOString()).toBe('2011-02-01T10:00:00.000Z');
		expect(first.edited_at?.toISOString()).toBe('2011-02-03T10:00:00.000Z');
		expect(first.last_activity_at.toISOString()).toBe('2019-06-01T00:00:00.000Z');
		expect((await person(db, 2)).created_at.toISOString()).toBe('2011-03-04T09:30:00.123Z');
	});

	test('people are placeholders that nobody can sign in as, with standing and badges', async () => {
		const mei = await person(db, 1);
		expect(mei).toMatchObject({
			name: 'Mei Lin',
			handle: 'mei-lin',
			reputation: 4211,
			origin: 'import',
			email_verified: false,
			website: 'https://meilin.example.org',
			image: null,
			role: 'member',
		});
		expect(mei.email).toMatch(/@import\.invalid$/);
		expect(mei.bio).toContain('**longjing**');
		expect((await person(db, 3)).handle).toBe('mei-lin-3');
		expect(await person(db, 2)).toMatchObject({ handle: 'degard-s-n', website: '' });
		expect((await person(db, 4)).handle).toBe('reader-4');
		expect((await person(db, 5)).handle).toBe('admin-5');
		const identities = await sql<{ n: number }>`select count(*)::int as n from identities`.execute(db);
		expect(identities.rows[0]!.n).toBe(0);
		const entries = await sql<{
			amount: number;
			reason: string;
		}>`select amount, reason from reputation_entries where user_id = ${mei.id}`.execute(db);
		expect(entries.rows).toEqual([{ amount: 4211, reason: 'import' }]);
		const badges = await db
			.selectFrom('user_badges')
			.select(['name', 'class', 'tag_based'])
			.where('user_id', '=', mei.id)
			.orderBy('awarded_at')
			.execute();
		expect(badges.map((badge) => badge.name)).toEqual(['Teacher', 'Nice Answer', 'Nice Answer']);
	});

	test('authors who left are shown by name without an account; one without a name has none', async () => {
		expect(await question(db, 2)).toMatchObject({ author_id: null, author_name: 'user1234' });
		expect(await reply(db, 'answer', 4)).toMatchObject({ author_id: null, author_name: 'user77' });
		expect(await reply(db, 'answer', 7)).toMatchObject({ author_id: null, author_name: 'old hand' });
		expect(await reply(db, 'comment', 2)).toMatchObject({ author_id: null, author_name: 'user999' });
	});

	test('each post names its source, author and licence, by the row or else by the date', async () => {
		const of = async (column: 'item_id' | 'reply_id', id: number) =>
			db.selectFrom('sources').selectAll().where(column, '=', id).executeTakeFirstOrThrow();
		expect(await of('item_id', (await question(db, 1)).id)).toMatchObject({
			site: 'tea.example.org',
			url: 'https://tea.example.org/questions/1',
			author_name: 'Mei Lin',
			author_url: 'https://tea.example.org/users/1',
			licence: 'CC BY-SA 2.5',
			licence_url: 'https://creativecommons.org/licenses/by-sa/2.5/',
		});
		expect(await of('item_id', (await question(db, 2)).id)).toMatchObject({
			licence: 'CC BY-SA 3.0',
			author_name: 'user1234',
			author_url: null,
		});
		expect(await of('item_id', (await question(db, 8)).id)).toMatchObject({ licence: 'CC BY-SA 3.0' });
		expect(await of('reply_id', (await reply(db, 'answer', 7)).id)).toMatchObject({
			licence: 'CC BY-SA 4.0',
			url: 'https://tea.example.org/a/7',
		});
	});

	test('tags: descriptions, wikis, required and moderator-only ones, both spellings of lists', async () => {
		const tags = new Map((await db.selectFrom('tags').selectAll().execute()).map((tag) => [tag.slug, tag]));
		expect(tags.get('brewing')).toMatchObject({
			description: 'Questions about water meeting leaves.',
			item_count: 4,
		});
		expect(tags.get('brewing')!.wiki).toContain('**leaves**');
		expect(tags.get('brewing')!.wiki_html).toContain('<strong>leaves</strong>');
		expect(tags.get('bug')).toMatchObject({ required: true, moderator_only: false });
		expect(tags.get('status-done')).toMatchObject({ required: false, moderator_only: true });
		expect(tags.get('water')).toMatchObject({ item_count: 2, description: '' });
		expect((await question(db, 1)).tag_slugs).toEqual(['brewing', 'c++']);
		expect((await question(db, 2)).tag_slugs).toEqual(['water']);
	});

	test('revisions: initial, edit and rollback, with editor and comment; the newest is the text as shown', async () => {
		const first = await question(db, 1);
		const revisions = await db
			.selectFrom('revisions')
			.selectAll()
			.where('item_id', '=', first.id)
			.where('reply_id', 'is', null)
			.orderBy('number')
			.execute();
		expect(first.revision).toBe(3);
		expect(
			revisions.map(({ number, title, tag_slugs, comment, editor_name }) => ({
				number,
				title,
				tag_slugs,
				comment,
				editor_name,
			})),
		).toEqual([
			{ number: 1, title: 'Extraction?', tag_slugs: ['brewing'], comment: '', editor_name: null },
			{
				number: 2,
				title: 'How does extraction depend on temperature?',
				tag_slugs: ['brewing', 'c++'],
				comment: 'a fuller title',
				editor_name: 'passer-by',
			},
			{
				number: 3,
				title: 'How does extraction depend on temperature?',
				tag_slugs: ['brewing', 'c++'],
				comment: 'formulas',
				editor_name: null,
			},
		]);
		expect(revisions[1]!.source).toBe('How does extraction depend on temprature?\n\n    int steep();');
		expect(revisions[2]!.source).toBe(first.source);
		expect(revisions[2]!.editor_id).toBe((await person(db, 2)).id);
		const answer = await reply(db, 'answer', 3);
		const rolled = await db
			.selectFrom('revisions')
			.selectAll()
			.where('reply_id', '=', answer.id)
			.orderBy('number')
			.execute();
		expect(answer.revision).toBe(2);
		expect(rolled.map((revision) => revision.comment)).toEqual([
			'',
			'Rollback to [00000000-0000-0000-0000-000000000004]',
		]);
	});

	test('closings have reason and voter, duplicates their original, locks hold', async () => {
		const closures = new Map(
			(await db.selectFrom('closures').selectAll().execute()).map((closure) => [closure.item_id, closure]),
		);
		const [offTopic, duplicate, original] = [
			await question(db, 2),
			await question(db, 8),
			await question(db, 6),
		];
		expect(closures.get(offTopic.id)).toMatchObject({ reason: 'off-topic', duplicate_of: null });
		expect(closures.get(duplicate.id)).toMatchObject({ reason: 'duplicate', duplicate_of: original.id });
		expect(offTopic.closed_at?.toISOString()).toBe('2012-05-07T00:00:00.000Z');
		expect(offTopic.locked_at?.toISOString()).toBe('2012-05-08T00:00:00.000Z');
		const links = await db.selectFrom('item_links').selectAll().where('item_id', '=', duplicate.id).execute();
		expect(links).toEqual([{ item_id: duplicate.id, target_id: original.id, kind: 'duplicate' }]);
	});

	test('bookmarks are of those who are known; bounties go to the answer that got them', async () => {
		const first = await question(db, 1);
		expect(await db.selectFrom('bookmarks').selectAll().execute()).toMatchObject([
			{ item_id: first.id, user_id: (await person(db, 2)).id },
		]);
		const bounties = await db.selectFrom('bounties').selectAll().orderBy('starts_at').execute();
		expect(bounties).toMatchObject([
			{ amount: 50, offered_by: (await person(db, 1)).id, reply_id: (await reply(db, 'answer', 7)).id },
			{ amount: 100, offered_by: (await person(db, 2)).id, reply_id: null, awarded_at: null },
		]);
		expect(bounties[0]!.awarded_at?.toISOString()).toBe('2018-05-04T00:00:00.000Z');
	});

	test('a question in Chinese is filed as Chinese and keeps its characters', async () => {
		expect(await question(db, 8)).toMatchObject({ language: 'zh-CN', title: '软水还是硬水？' });
		expect(await question(db, 6)).toMatchObject({ language: 'en' });
	});

	test('a question without a text keeps its title', async () => {
		expect(await question(db, 9)).toMatchObject({ title: 'The counter shows nothing', source: '', html: '' });
	});

	test('old addresses lead to the new pages', async () => {
		const first = hrefOf(await question(db, 1));
		const answer = await reply(db, 'answer', 3);
		const find = (path: string, host = 'community.example.com') => followOldAddress(db, host, path);
		expect(await find('/questions/1/how-does-extraction')).toBe(first);
		expect(await find('/q/1')).toBe(first);
		expect(await find('/questions/1', 'tea.example.org')).toBe(first);
		expect(await find('/a/3')).toBe(`${first}#r${answer.id}`);
		expect(await find('/a/3/17')).toBe(`${first}#r${answer.id}`);
		expect(await find('/questions/1/how-does-extraction/3')).toBe(`${first}#r${answer.id}`);
		expect(await find('/users/1/mei-lin')).toBe('/people/mei-lin');
		expect(await find('/questions/8')).toBe(hrefOf(await question(db, 6)));
		expect(await find('/questions/404')).toBeUndefined();
		// An item here may have the number of an old question; then the title decides.
		expect(await followOldTitle(db, 'x', '/questions/1/how-does-extraction-depend')).toBe(first);
		expect(await followOldTitle(db, 'x', '/questions/1/something-else')).toBeUndefined();
	});
});

describe('dumps that lack files, or are broken', async () => {
	const { db } = await testDatabase();

	test('Posts alone is enough: tags come from the questions, authors are names', async () => {
		const dir = await teaDump((name, text) => (name === 'Posts' ? text : ''));
		await expect(run(db, dir)).rejects.toMatchObject({ code: 'import.bad_value' });
		const result = await run(db, dir, { site: 'tea.example.org', space: 'alone' });
		expect(result).toMatchObject({
			equal: true,
			space: 'alone',
			missing: [
				'Users.xml',
				'Votes.xml',
				'Comments.xml',
				'Tags.xml',
				'Badges.xml',
				'PostLinks.xml',
				'PostHistory.xml',
			],
		});
		expect(await question(db, 1)).toMatchObject({
			author_id: null,
			author_name: 'user1',
			score: 7,
			up_count: 7,
			down_count: 0,
			tag_slugs: ['brewing', 'c++'],
		});
	});

	test('a row in the middle that is broken stops with its place, and after the repair the import goes on', async () => {
		const broken = await teaDump((name, text) =>
			name === 'Comments'
				? text.replaceAll('tea.', 'tea2.').replace('Score="2"', 'Score="two"')
				: text.replaceAll('tea.', 'tea2.'),
		);
		await expect(run(db, broken, { batch: 1 })).rejects.toMatchObject({
			code: 'import.bad_value',
			file: 'Comments.xml',
			line: 6,
		});
		const comments = join(broken, 'Comments.xml');
		await writeFile(comments, (await readFile(comments, 'utf8')).replace('Score="two"', 'Score="2"'));
		expect(await run(db, broken, { batch: 1 })).toMatchObject({ equal: true, resumed: false });
	});

	test('two spellings of one tag are one tag here, and the counts say so', async () => {
		const dir = await teaDump((name, text) =>
			name === 'Posts'
				? text
						.replaceAll('tea.', 'tea5.')
						.replace('&lt;bug&gt;&lt;brewing&gt;', '&lt;brewing&gt;&lt;Brewing&gt;')
				: text.replaceAll('tea.', 'tea5.'),
		);
		const result = await run(db, dir);
		expect(line(result, 'uses of tags')).toMatchObject({ dump: 9, imported: 8, equal: true });
		expect(await run(db, dir)).toMatchObject({ equal: true, created: 0 });
	});

	test('an Id that stands twice is named', async () => {
		const twice = await teaDump((name, text) =>
			name === 'Users'
				? text.replaceAll('tea.', 'tea3.').replace('Id="3"', 'Id="2"')
				: text.replaceAll('tea.', 'tea3.'),
		);
		await expect(run(db, twice)).rejects.toMatchObject({ code: 'import.duplicate' });
	});

	test('a text beyond the limits of the pipeline is kept as plain text, not lost', async () => {
		const deep = `${'&lt;blockquote&gt;'.repeat(5000)}&lt;p&gt;bottom&lt;/p&gt;`;
		const dir = await teaDump((_, text) =>
			text.replaceAll('tea.', 'tea4.').replace('&lt;p&gt;It depends.&lt;/p&gt;', deep),
		);
		expect(await run(db, dir)).toMatchObject({ equal: true, shortened: 1 });
		const found = await sql<{
			source: string;
		}>`select source from replies where author_name = 'user77' and source like '%bottom%'`.execute(db);
		expect(found.rows.length).toBe(1);
	});
});
