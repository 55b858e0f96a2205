import { CompiledQuery, sql } from 'kysely';
import type pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import type { Statement } from '../../platform/db/statement.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { type ListParameters, type ListShape, listStatement, type Sort } from './list-statement.ts';
import { bodyOf, glance, repliesStatement } from './page-statements.ts';
import { stateOf } from './personal-state.ts';

/*
 * Lists and pages on a large site: 120,000 items in 30 spaces, one of them private and as large as all others
 * together, one tag on half of the items and one on three, one question with 10,000 comments. What is checked is work,
 * not time: how many rows each step of the plan touches. A plan that reads what it does not show fails here.
 */

const { db, pool } = await testDatabase();
const size = 120_000;
/** What no list may exceed: a page of 21, its joins, and what filters throw away. */
const bound = 400;

const reader = 7;
const privateSpace = 30;

beforeAll(async () => {
	// Rows go in without triggers, which would cost a minute; what they keep is written here by hand.
	await db.connection().execute(async (connection) => {
		const client = {
			query: (text: string) =>
				connection.executeQuery({ sql: text, parameters: [], query: {} as never, queryId: {} as never }),
		};
		await client.query(`set session_replication_role = replica`);
		await client.query(
			`select set_config('stoa.indexes', string_agg(pg_get_indexdef(indexrelid), ';'), false) from pg_index where indrelid = 'items'::regclass and not indisprimary`,
		);
		await client.query(
			`do $$ declare i record; begin for i in select indexrelid::regclass as name from pg_index where indrelid = 'items'::regclass and not indisprimary loop execute 'drop index ' || i.name; end loop; end $$`,
		);
		await client.query(`insert into users (handle, name, email, email_verified)
			select 'u' || n, 'Person ' || n, 'u' || n || '@example.org', true from generate_series(1, 20000) n`);
		await client.query(`insert into spaces (slug, name, access) select 's' || n, 'Space ' || n, case when n = ${privateSpace} then 'private' else 'public' end
			from generate_series(1, 30) n`);
		await client.query(
			`insert into space_members (space_id, user_id, role) values (${privateSpace}, ${reader}, 'member'), (3, ${reader}, 'member')`,
		);
		await client.query(
			`insert into tags (slug, name, item_count) values ('common', 'common', ${size / 2}), ('rare', 'rare', 3)`,
		);
		await client.query(`insert into items (kind, space_id, author_id, slug, title, excerpt, language, listed, tag_slugs, score, answer_count, published_at, last_activity_at)
			select case n % 4 when 0 then 'article' when 1 then 'discussion' else 'question' end,
				case when n % 2 = 0 then ${privateSpace} else 1 + n % 29 end, 1 + n % 20000, 'item-' || n, 'Title ' || n, 'Excerpt', case when n % 3 = 0 then 'en' else 'zh-CN' end,
				n % 2 = 1, case when n % 100000 = 1 then array['common', 'rare'] else array['common'] end, n % 97, n % 3,
				now() - n * interval '31 seconds', now() - (n % 9973) * interval '17 seconds'
			from generate_series(1, ${size}) n`);
		await client.query(`do $$ begin execute current_setting('stoa.indexes'); end $$`);
		await client.query(
			`insert into item_bodies (item_id, source, html) select id, 'x', '<p>x</p>' from items where id <= 2000`,
		);
		await client.query(`insert into item_tags (item_id, tag_id, visible, unanswered, hot_rank, score, published_at, last_activity_at)
			select id, t, listed, kind = 'question' and answer_count = 0, hot_rank, score, published_at, last_activity_at
			from items cross join lateral (select 1 as t union all select 2 where 'rare' = any(tag_slugs)) t where listed`);
		await client.query(`insert into replies (item_id, kind, root_id, parent_id, author_id, source, html, score)
			select 1, case when n <= 40 then 'answer' else 'comment' end, case when n > 40 and n % 2 = 0 then 1 end, case when n > 40 and n % 2 = 0 then 1 end,
				1 + n % 20000, 'x', '<p>x</p>', n % 7 from generate_series(1, 10040) n`);
		await client.query(`update replies set comment_count = 5000 where id = 1`);
		await client.query(
			`insert into bookmarks (user_id, item_id, created_at) select ${reader}, n, now() - n * interval '1 second' from generate_series(1, 5000) n`,
		);
		await client.query(
			`insert into follows (user_id, tag_id, space_id, person_id) values (${reader}, 1, null, null), (${reader}, null, 3, null), (${reader}, null, null, 9)`,
		);
		await client.query(
			`insert into votes (user_id, item_id, reply_id, value) select ${reader}, 1 + n % 5000, null, 1 from generate_series(1, 4000) n on conflict do nothing`,
		);
		await client.query(`set session_replication_role = default`);
		await client.query('analyze');
	});
}, 120_000);

interface Node {
	'Node Type': string;
	'Relation Name'?: string;
	'Actual Rows': number;
	'Actual Loops': number;
	'Rows Removed by Filter'?: number;
	'Rows Removed by Index Recheck'?: number;
	'Never Executed'?: boolean;
	Plans?: Node[];
}

/** The plan of a prepared statement after its sixth run: the one that every later reader gets. */
async function planOf<P extends object>(statement: Statement<P, unknown>, parameters: P): Promise<Node> {
	const client: pg.PoolClient = await pool.connect();
	try {
		// As the embedded server is set: pages come from memory or a solid-state disk.
		await client.query('set plan_cache_mode = force_generic_plan; set random_page_cost = 1.1; set jit = off');
		const values = statement.values(parameters);
		const { rows } = await client.query({ text: `explain (analyze, format json) ${statement.text}`, values });
		return rows[0]['QUERY PLAN'][0].Plan as Node;
	} finally {
		await client.query('reset all');
		client.release();
	}
}

/** Every step that touches more rows than `most`, as "what: how many". */
function tooMuch(node: Node, most: number): string[] {
	const touched =
		(node['Actual Rows'] +
			(node['Rows Removed by Filter'] ?? 0) +
			(node['Rows Removed by Index Recheck'] ?? 0)) *
		node['Actual Loops'];
	const seq =
		node['Node Type'] === 'Seq Scan' &&
		['items', 'replies', 'item_tags', 'item_bodies'].includes(node['Relation Name'] ?? '') &&
		node['Actual Loops'] > 0;
	const own =
		seq || touched > most ? [`${node['Node Type']} ${node['Relation Name'] ?? ''}: ${touched}`] : [];
	return [...own, ...(node.Plans ?? []).flatMap((inner) => tooMuch(inner, most))];
}

const shape = (given: Partial<ListShape>): ListShape => ({
	sort: 'hot',
	kind: false,
	space: false,
	tag: false,
	author: false,
	language: false,
	after: false,
	member: false,
	staff: false,
	limit: 21,
	...given,
});
const parameters: ListParameters = {
	user: reader,
	kind: 'question',
	space: 3,
	tag: 'common',
	author: 9,
	language: 'en',
	afterKey: null,
	afterId: null,
};
const sorts: Sort[] = ['hot', 'new', 'top', 'active', 'unanswered'];

/** A cursor in the middle of each order. */
async function middle(sort: Sort): Promise<Pick<ListParameters, 'afterKey' | 'afterId'>> {
	const column = {
		hot: 'hot_rank',
		new: '(extract(epoch from published_at) * 1000000)::bigint',
		top: 'score',
		active: '(extract(epoch from last_activity_at) * 1000000)::bigint',
		unanswered: '(extract(epoch from published_at) * 1000000)::bigint',
	}[sort as 'hot'];
	const { rows } = await pool.query(`select ${column} as key, id from items where id = ${size / 2 + 1}`);
	return { afterKey: rows[0].key, afterId: rows[0].id };
}

const lists: [string, Partial<ListShape>, Partial<ListParameters>][] = [
	['of everything', {}, {}],
	['of everything, for a member of a large private space', { member: true }, {}],
	['of one kind', { kind: true }, {}],
	['of one kind, for a member', { kind: true, member: true }, {}],
	['in one language', { language: true }, {}],
	['of a space', { space: true, member: true }, {}],
	['of a space and a kind', { space: true, kind: true }, {}],
	['of a private space', { space: true, member: true }, { space: privateSpace }],
	['of a tag that half of the items have', { tag: true }, {}],
	['of a tag that three items have', { tag: true }, { tag: 'rare' }],
	['of a tag and a kind', { tag: true, kind: true }, {}],
];

for (const [name, given, values] of lists) {
	for (const sort of sorts) {
		if (sort === 'unanswered' && given.kind) continue;
		for (const after of [false, true]) {
			test(`the list ${name} by ${sort}${after ? ', read on from the middle,' : ''} touches only what it shows`, async () => {
				const at = after ? await middle(sort) : {};
				const plan = await planOf(listStatement(shape({ ...given, sort, after })), {
					...parameters,
					...values,
					...at,
				});
				expect(tooMuch(plan, bound)).toEqual([]);
			});
		}
	}
}

for (const sort of ['new', 'top'] as const) {
	test(`the list of an author by ${sort} touches only what it shows`, async () => {
		expect(tooMuch(await planOf(listStatement(shape({ sort, author: true })), parameters), bound)).toEqual(
			[],
		);
	});
}

test('bookmarks and what a person follows touch only what they show', async () => {
	expect(
		tooMuch(await planOf(listStatement(shape({ sort: 'bookmarked', member: true })), parameters), bound),
	).toEqual([]);
	expect(
		tooMuch(await planOf(listStatement(shape({ sort: 'following', member: true })), parameters), bound),
	).toEqual([]);
});

const asked = { id: 1, user: reader, staff: false, now: new Date() };

test('a page with 10,000 comments touches what it shows', async () => {
	expect(tooMuch(await planOf(glance, asked), 40)).toEqual([]);
	expect(tooMuch(await planOf(bodyOf, asked), bound)).toEqual([]);
	expect(tooMuch(await planOf(stateOf, asked), 40)).toEqual([]);
	for (const sort of ['top', 'old', 'new'] as const) {
		for (const first of [true, false]) {
			const values = { id: 1, accepted: 5, afterScore: 4, afterId: 20 };
			expect(tooMuch(await planOf(repliesStatement(sort, first), values), bound)).toEqual([]);
		}
	}
});

test('a list whose index is gone is found out', async () => {
	await db.transaction().execute(async (tx) => {
		await sql`drop index items_hot_idx`.execute(tx);
		await sql`set local plan_cache_mode = force_generic_plan`.execute(tx);
		const home = listStatement(shape({}));
		const { rows } = await tx.executeQuery<{ 'QUERY PLAN': [{ Plan: Node }] }>(
			CompiledQuery.raw(`explain (analyze, format json) ${home.text}`, home.values(parameters)),
		);
		expect(tooMuch(rows[0]!['QUERY PLAN'][0].Plan, bound)).not.toEqual([]);
		await sql`rollback`.execute(tx);
	});
});
