import { afterEach, expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { travel } from '../../kernel/clock.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { anItem, aPerson, aSpace, plainKinds } from '../items/testing.ts';
import { addEntries, dropOldBoards } from './add-entries.ts';
import { addAllEntries, readBoard } from './index.ts';
import { rankRows } from './rank-rows.ts';

const { db } = await testDatabase();
plainKinds();
afterEach(() => travel(0));

async function gain(
	userId: number,
	amount: number,
	given: { itemId?: number; at?: Date; reverses?: number; ledger?: 'reputation' | 'points' } = {},
): Promise<number> {
	const table = given.ledger === 'points' ? 'point_entries' : 'reputation_entries';
	const { rows } = await sql<{
		id: number;
	}>`insert into ${sql.table(table)} (user_id, amount, reason, item_id, created_at, reverses, counts)
		values (${userId}, ${amount}, 'vote', ${given.itemId ?? null}, ${given.at ?? new Date()}, ${given.reverses ?? null}, ${given.reverses === undefined}) returning id`.execute(
		db,
	);
	return rows[0]!.id;
}

/** Every count recomputed from the scores, as the naive statement would. */
async function wrongCounts(of: Db): Promise<number> {
	const { rows } = await sql<{ n: number }>`select count(*)::int as n from board_scores s where s.score > 0
		and board_rank(s.board_id, s.score) <> 1 + (select count(*) from board_scores o where o.board_id = s.board_id and o.score > s.score)`.execute(
		of,
	);
	const { rows: people } = await sql<{ n: number }>`select count(*)::int as n from boards b
		where b.people <> (select count(*) from board_scores s where s.board_id = b.id and s.score > 0)`.execute(
		of,
	);
	return rows[0]!.n + people[0]!.n;
}

test('an entry counts once for its week, month and ever, for its space and its tags, however often and by how many it is added', async () => {
	const [author, space] = [await aPerson(db), await aSpace(db)];
	const item = await anItem(db, {
		kind: 'article',
		authorId: author.id,
		spaceId: space.id,
		tags: ['boards-a', 'boards-b'],
	});
	await gain(author.id, 10, { itemId: item.id });
	await Promise.all([addEntries(db), addEntries(db), addEntries(db)]);
	expect(await addAllEntries(db)).toBe(0);
	for (const of of [{}, { space: space.slug }, { tag: 'boards-a' }, { tag: 'boards-b' }, { newcomers: true }])
		for (const period of ['week', 'month'] as const)
			expect((await readBoard(db, author.actor, { ...of, period })).own).toMatchObject({ score: 10 });
	expect((await readBoard(db, author.actor, { period: 'all' })).own).toMatchObject({ score: 10 });
	expect((await readBoard(db, author.actor, { tag: 'no-such-tag' })).people).toBe(0);
});

test('what is taken back leaves the boards that it was on, whatever became of the item since; given again it returns', async () => {
	const [author, from, to] = [await aPerson(db), await aSpace(db), await aSpace(db)];
	const item = await anItem(db, {
		kind: 'article',
		authorId: author.id,
		spaceId: from.id,
		tags: ['moved-tag'],
	});
	const lastWeek = new Date(Date.now() - 8 * 86_400_000);
	const entry = await gain(author.id, 30, { itemId: item.id, at: lastWeek });
	await addAllEntries(db);
	const scores = async () => {
		const read = async (of: object) => (await readBoard(db, author.actor, of)).own?.score ?? 0;
		return [
			await read({ space: from.slug, period: 'all' }),
			await read({ space: to.slug, period: 'all' }),
			await read({ tag: 'moved-tag', period: 'all' }),
			(await read({ period: 'week', ago: 1 })) + (await read({ period: 'week', ago: 2 })),
			await read({ period: 'week' }),
		];
	};
	expect(await scores()).toEqual([30, 0, 30, 30, 0]);
	await sql`update items set space_id = ${to.id} where id = ${item.id}`.execute(db);
	await sql`delete from item_tags where item_id = ${item.id}`.execute(db);
	const back = await gain(author.id, -30, { itemId: item.id, reverses: entry });
	await addAllEntries(db);
	expect(await scores()).toEqual([0, 0, 0, 0, 0]);
	// Back again in the same breath as it was taken once more and given once more: chains end at their root.
	const again = await gain(author.id, 30, { itemId: item.id, reverses: back });
	const more = await gain(author.id, -30, { itemId: item.id, reverses: again });
	await gain(author.id, 30, { itemId: item.id, reverses: more });
	await addAllEntries(db);
	expect(await scores()).toEqual([30, 0, 30, 30, 0]);
});

test('of points only what is earned counts: spending takes no place away, and money back gives none', async () => {
	const person = await aPerson(db);
	await gain(person.id, 50, { ledger: 'points' });
	const spent = await gain(person.id, -40, { ledger: 'points' });
	await gain(person.id, 40, { ledger: 'points', reverses: spent });
	await addAllEntries(db);
	expect((await readBoard(db, person.actor, { measure: 'points' })).own?.score).toBe(50);
});

test('who have the same score share a place; neighbours and pages agree with counting everybody', async () => {
	const space = await aSpace(db);
	const people = await Promise.all(Array.from({ length: 24 }, () => aPerson(db)));
	const item = await anItem(db, { kind: 'article', spaceId: space.id });
	// Scores that fall into different groups of every level, with ties.
	const scores = people.map(
		(_, n) => [1, 63, 64, 65, 4095, 4096, 4097, 300_000, 20_000_000, 7, 7, 7][n % 12]!,
	);
	for (const [n, person] of people.entries()) await gain(person.id, scores[n]!, { itemId: item.id });
	await addAllEntries(db);
	expect(await wrongCounts(db)).toBe(0);
	const all: { rank: number; score: number }[] = [];
	for (let cursor: string | null = null; ; ) {
		const page = await readBoard(db, visitor, { space: space.slug }, { limit: 5, cursor });
		all.push(...page.places);
		cursor = page.next;
		if (!cursor) break;
	}
	expect(all.map(({ score }) => score)).toEqual([...scores].sort((a, b) => b - a));
	for (const { rank, score } of all) expect(rank).toBe(1 + scores.filter((other) => other > score).length);
	const me = people[9]!;
	const { own } = await readBoard(db, me.actor, { space: space.slug });
	expect(own).toMatchObject({ score: 7, rank: 17, aheadOf: Math.floor((100 * 7) / 24) });
	expect(own!.around.map(({ person }) => person.id)).toContain(me.id);
	expect(own!.around.length).toBeGreaterThanOrEqual(4);
	for (const { rank, score } of own!.around)
		expect(rank).toBe(1 + scores.filter((other) => other > score).length);
});

test('counts stay right through gains, losses, and people and spaces that go', async () => {
	const people = await Promise.all(Array.from({ length: 12 }, () => aPerson(db)));
	const space = await aSpace(db);
	const item = await anItem(db, { kind: 'article', spaceId: space.id });
	let seed = 7;
	const below = (n: number) => {
		seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((seed / 2 ** 32) * n);
	};
	for (let round = 0; round < 8; round++) {
		for (let n = 0; n < 10; n++)
			await gain(people[below(12)]!.id, below(900) - 350, below(2) ? { itemId: item.id } : {});
		await addAllEntries(db);
		expect(await wrongCounts(db)).toBe(0);
	}
	await db
		.deleteFrom('users')
		.where(
			'id',
			'in',
			people.slice(0, 6).map(({ id }) => id),
		)
		.execute();
	expect(await wrongCounts(db)).toBe(0);
	await sql`delete from boards where space_id = ${space.id}`.execute(db);
	expect(await wrongCounts(db)).toBe(0);
});

test('newcomers have a board of their own, which nobody is on by what they gain later', async () => {
	const [old, young] = await Promise.all([aPerson(db), aPerson(db)]);
	await sql`update users set created_at = now() - interval '400 days' where id = ${old.id}`.execute(db);
	await gain(old.id, 900);
	await gain(young.id, 3);
	await addAllEntries(db);
	const board = await readBoard(db, young.actor, { newcomers: true });
	expect(board.places.map(({ person }) => person.id)).not.toContain(old.id);
	expect(board.own?.score).toBe(3);
});

test('a board of a private space is none for strangers, and what is asked for is looked at', async () => {
	const [stranger, space] = [await aPerson(db), await aSpace(db, { access: 'private' })];
	await expect(readBoard(db, stranger.actor, { space: space.slug })).rejects.toThrow('no such space');
	for (const bad of [{ period: 'year' }, { ago: 99 }, { period: 'all', ago: 1 }, { space: 'a', tag: 'b' }])
		await expect(readBoard(db, stranger.actor, bad as never)).rejects.toMatchObject({
			code: 'common.invalid_input',
		});
});

test('boards of weeks that are long over are dropped, and what is older than they are counts for ever alone', async () => {
	const person = await aPerson(db);
	await gain(person.id, 5, { at: new Date(Date.now() - 700 * 86_400_000) });
	await addAllEntries(db);
	expect((await readBoard(db, person.actor, { period: 'all' })).own?.score).toBe(5);
	travel(200 * 86_400_000);
	await dropOldBoards(db);
	const { rows } = await sql<{ period: string }>`select distinct period from boards`.execute(db);
	expect(rows.map(({ period }) => period).sort()).toEqual(['all', 'month']);
	expect(await wrongCounts(db)).toBe(0);
});

test('places within a slice follow from its first place and one count', () => {
	const rows = [9, 9, 7, 7, 7, 2].map((score) => ({ score }));
	expect(rankRows(rows, 4, 5).map(({ rank }) => rank)).toEqual([4, 4, 9, 9, 9, 12]);
	expect(rankRows([], 1, 0)).toEqual([]);
});
