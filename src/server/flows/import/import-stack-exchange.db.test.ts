import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '../../modules/questions/index.ts';
import { hrefOf } from '../../modules/items/index.ts';
import { aPerson } from '../../modules/items/testing.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { followOldAddress, followOldTitle } from '../follow-old-address.ts';
import { ImportStopped } from './import-run.ts';
import { importStackExchange, type StackExchangeImport } from './import-stack-exchange.ts';
import { importedState } from './stack-exchange/testing.ts';

const FIXTURE = fileURLToPath(new URL('./stack-exchange/fixtures/tea', import.meta.url));
const SOURCE = 'stackexchange:tea.example.org';
const made: string[] = [];

/** The hand-written dump in a folder of its own: some files gzipped, names in mixed case. */
async function teaDump(change: (name: string, text: string) => string = (_, text) => text): Promise<string> {
	const dir = await mkdtemp(join(tmpdir(), 'stoa-tea-'));
	made.push(dir);
	await cp(FIXTURE, dir, { recursive: true });
	for (const name of ['Posts', 'Users', 'Tags', 'Comments', 'Votes', 'Badges', 'PostLinks', 'PostHistory']) {
		const text = change(name, await readFile(join(FIXTURE, `${name}.xml`), 'utf8'));
		await rm(join(dir, `${name}.xml`));
		if (text === '') continue;
		if (name === 'Votes') await writeFile(join(dir, 'votes.XML.gz'), gzipSync(text));
		else await writeFile(join(dir, `${name}.xml`), text);
	}
	return dir;
}

afterAll(async () => {
	for (const dir of made) await rm(dir, { recursive: true });
});

const run = (db: Db, dir: string, more = {}) => importStackExchange(db, dir, { threads: 0, ...more });
const line = (result: StackExchangeImport, what: string) =>
	result.counts.find((count) => count.what === what);

async function question(db: Db, sourceId: number) {
	return db
		.selectFrom('import_refs')
		.innerJoin('items', 'items.id', 'target_id')
		.innerJoin('item_bodies', 'item_id', 'items.id')
		.selectAll('items')
		.select(['item_bodies.source', 'item_bodies.html'])
		.where('import_refs.source', '=', SOURCE)
		.where('import_refs.kind', '=', 'question')
		.where('source_id', '=', String(sourceId))
		.executeTakeFirstOrThrow();
}

async function reply(db: Db, kind: 'answer' | 'comment', sourceId: number) {
	return db
		.selectFrom('import_refs')
		.innerJoin('replies', 'replies.id', 'target_id')
		.selectAll('replies')
		.where('import_refs.source', '=', SOURCE)
		.where('import_refs.kind', '=', kind)
		.where('source_id', '=', String(sourceId))
		.executeTakeFirstOrThrow();
}

async function person(db: Db, sourceId: number) {
	return db
		.selectFrom('import_refs')
		.innerJoin('users', 'users.id', 'target_id')
		.selectAll('users')
		.where('import_refs.source', '=', SOURCE)
		.where('import_refs.kind', '=', 'user')
		.where('source_id', '=', String(sourceId))
		.executeTakeFirstOrThrow();
}

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

describe('a dump, imported again', async () => {
	const { db } = await testDatabase();
	let before: Awaited<ReturnType<typeof importedState>>;
	beforeAll(async () => {
		await run(db, await teaDump());
		before = await importedState(db, SOURCE);
	});

	test('unchanged: same counts, nothing doubled, nothing touched', async () => {
		const versions = () => sql<{ version: number }>`select version from items order by id`.execute(db);
		const old = (await versions()).rows;
		const again = await run(db, await teaDump());
		expect(again).toMatchObject({ equal: true, created: 0, updated: 0 });
		expect(await importedState(db, SOURCE)).toEqual(before);
		expect((await versions()).rows).toEqual(old);
	});

	test('changed rows are updated; what people did here since stays', async () => {
		const [voter, editor] = [await aPerson(db), await aPerson(db)];
		const first = await question(db, 1);
		await sql`insert into votes (user_id, item_id, value) values (${voter.id}, ${first.id}, 1)`.execute(db);
		await sql`update items set score = score + 1, up_count = up_count + 1 where id = ${first.id}`.execute(db);
		const sixth = await question(db, 6);
		await sql`update item_bodies set source = 'Rewritten here.', html = '<p>Rewritten here.</p>' where item_id = ${sixth.id}`.execute(
			db,
		);
		await sql`insert into revisions (item_id, number, title, source, editor_id) values (${sixth.id}, 2, 'x', 'Rewritten here.', ${editor.id})`.execute(
			db,
		);
		await sql`update items set revision = 2 where id = ${sixth.id}`.execute(db);
		await sql`update users set reputation = reputation + 10 where handle = 'mei-lin'`.execute(db);
		await sql`insert into reputation_entries (user_id, amount, reason) select id, 10, 'vote' from users where handle = 'mei-lin'`.execute(
			db,
		);

		const newer = await teaDump((name, text) =>
			name === 'Posts'
				? text
						.replace(
							'AcceptedAnswerId="3" CreationDate="2011-02-01T10:00:00.000" Score="7"',
							'AcceptedAnswerId="4" CreationDate="2011-02-01T10:00:00.000" Score="11"',
						)
						.replace('Tags="&lt;brewing&gt;&lt;c++&gt;"', 'Tags="&lt;brewing&gt;&lt;water&gt;"')
						.replace('It depends.', 'It depends on &lt;em&gt;leaves&lt;/em&gt;.')
						.replace(
							'Id="6" PostTypeId="1" CreationDate="2011-01-01T00:00:00.000" Score="3"',
							'Id="6" PostTypeId="1" CreationDate="2011-01-01T00:00:00.000" Score="5"',
						)
						.replace('ClosedDate="2012-05-07T00:00:00.000"', '')
						.replace(
							'</posts>',
							'<row Id="30" PostTypeId="2" ParentId="9" CreationDate="2023-01-01T00:00:00.000" Score="1" Body="&lt;p&gt;Reload.&lt;/p&gt;" OwnerUserId="4" /></posts>',
						)
				: name === 'Users'
					? text
							.replace('Reputation="4211"', 'Reputation="4300"')
							.replace('DisplayName="陆羽"', 'DisplayName="陆鸿渐"')
					: text,
		);
		const again = await run(db, newer);
		expect(again.counts.filter((count) => !count.equal)).toEqual([]);
		expect(again.created).toBe(1);
		const fourth = await reply(db, 'answer', 4);
		expect(await question(db, 1)).toMatchObject({
			score: 12,
			accepted_reply_id: fourth.id,
			tag_slugs: ['brewing', 'water'],
		});
		expect(fourth.html).toContain('<em>leaves</em>');
		expect(await question(db, 2)).toMatchObject({ closed_at: null });
		expect(await question(db, 6)).toMatchObject({ score: 5, source: 'Rewritten here.', revision: 2 });
		expect(await question(db, 9)).toMatchObject({ answer_count: 1, reply_count: 1 });
		expect(await person(db, 1)).toMatchObject({ reputation: 4310 });
		expect(await person(db, 4)).toMatchObject({ name: '陆鸿渐', handle: 'reader-4' });
		expect(again.updated).toBe(6);
	});
});

describe('an import that is interrupted', async () => {
	const [straight, stopped, killed] = [await testDatabase(), await testDatabase(), await testDatabase()];
	let whole: Awaited<ReturnType<typeof importedState>>;
	beforeAll(async () => {
		await run(straight.db, await teaDump(), { batch: 1 });
		whole = await importedState(straight.db, SOURCE);
	});

	test('stopped after every single transaction, it ends as one that was not', async () => {
		const dir = await teaDump();
		let stops = 0;
		for (;;) {
			try {
				const result = await run(stopped.db, dir, { batch: 1, stop: { requested: true } });
				expect(result).toMatchObject({ equal: true, resumed: true });
				break;
			} catch (error) {
				expect(error).toBeInstanceOf(ImportStopped);
				stops++;
			}
		}
		expect(stops).toBeGreaterThan(50);
		expect(await importedState(stopped.db, SOURCE)).toEqual(whole);
		const runs = await sql<{ n: number }>`select count(*)::int as n from import_runs`.execute(stopped.db);
		expect(runs.rows[0]!.n).toBe(1);
	});

	test('killed with SIGKILL again and again, it ends as one that was not', async () => {
		const dir = await teaDump();
		for (let kills = 0; kills < 3; kills++) await importAndKill(killed.url, dir, 5 + kills * 9);
		const rows = await sql<{ n: number }>`select count(*)::int as n from import_refs`.execute(killed.db);
		expect(rows.rows[0]!.n).toBeGreaterThan(0);
		const result = await run(killed.db, dir, { batch: 1 });
		expect(result).toMatchObject({ equal: true, resumed: true });
		expect(await importedState(killed.db, SOURCE)).toEqual(whole);
	}, 60_000);
});

/** Starts the import in a process of its own and kills that after some transactions. */
async function importAndKill(url: string, dir: string, afterCommits: number): Promise<void> {
	const code = `
		import { openDatabase } from '${new URL('../../platform/db/index.ts', import.meta.url)}';
		import { importStackExchange } from '${new URL('./import-stack-exchange.ts', import.meta.url)}';
		import '${new URL('../../modules/questions/index.ts', import.meta.url)}';
		const { db } = openDatabase(${JSON.stringify(url)}, { max: 4 });
		let commits = 0;
		const step = () => ({ advance: () => { if (++commits === ${afterCommits}) process.kill(process.pid, 'SIGKILL'); }, finish() {} });
		await importStackExchange(db, ${JSON.stringify(dir)}, { threads: 0, batch: 1, progress: { step, note() {} } });
		process.exit(7);`;
	const child = spawn(process.execPath, ['--conditions=stoa-source', '--input-type=module', '-e', code], {
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	const errors: Buffer[] = [];
	child.stderr.on('data', (chunk) => errors.push(chunk));
	const signal = await new Promise((resolve) =>
		child.on('exit', (exitCode, killedBy) => resolve(killedBy ?? exitCode)),
	);
	expect(signal, Buffer.concat(errors).toString()).toBe('SIGKILL');
}

describe('two at a time, and two sites', async () => {
	const { db } = await testDatabase();

	test('a second import of the same site is refused while the first runs', async () => {
		const dir = await teaDump();
		const both = await Promise.allSettled([run(db, dir, { batch: 1 }), run(db, dir, { batch: 1 })]);
		const failed = both.filter((one) => one.status === 'rejected');
		expect(failed).toHaveLength(1);
		expect(failed[0]!.reason).toMatchObject({ code: 'import.busy' });
	});

	test('another site with the same ids lives beside it; the host tells whose old address is meant', async () => {
		const other = await run(
			db,
			await teaDump((_, text) => text.replaceAll('tea.example.org', 'chai.example.org')),
		);
		expect(other).toMatchObject({ equal: true, site: { host: 'chai.example.org' } });
		const tea = await followOldAddress(db, 'tea.example.org', '/q/1');
		const chai = await followOldAddress(db, 'chai.example.org', '/q/1');
		expect(tea).toBe(hrefOf(await question(db, 1)));
		expect(chai).not.toBe(tea);
		expect(await followOldAddress(db, 'stoa.example.net', '/q/1')).toBe(tea);
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
		const dir = await teaDump((name, text) =>
			text.replaceAll('tea.', 'tea4.').replace('&lt;p&gt;It depends.&lt;/p&gt;', deep),
		);
		expect(await run(db, dir)).toMatchObject({ equal: true });
		const found = await sql<{
			source: string;
		}>`select source from replies where author_name = 'user77' and source like '%bottom%'`.execute(db);
		expect(found.rows.length).toBe(1);
	});
});
