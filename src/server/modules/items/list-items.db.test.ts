import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Actor, visitor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { sql } from '../../platform/db/index.ts';
import { testDatabase, watch } from '../../platform/db/testing.ts';
import { hotRank } from './hot-rank.ts';
import { bookmark, follow, type ListInput, listItems } from './index.ts';
import { anItem, aPerson, aSpace, plainKinds, theTags } from './testing.ts';

plainKinds();
const { db } = await testDatabase();

/** Reads a list to its end, a few at a time. */
async function readAll(actor: Actor, input: ListInput, limit = 3): Promise<number[]> {
	const ids: number[] = [];
	for (let cursor: string | null | undefined; ; ) {
		const page = await listItems(db, actor, { ...input, cursor, limit });
		expect(page.items.length).toBeLessThanOrEqual(limit + 5);
		ids.push(...page.items.map((card) => card.id));
		if (!page.next) return ids;
		cursor = page.next;
	}
}

const long = 7 * 86_400_000;

test('every list read to its end holds each item once, in its order, and only what the reader may know of', async () => {
	const member = await aPerson(db);
	const stranger = await aPerson(db);
	const admin = await aPerson(db, { role: 'admin' });
	const open = await aSpace(db);
	const closed = await aSpace(db, { access: 'private', members: [member.id] });
	const writers = [await aPerson(db), await aPerson(db)];
	const made = fc.record({
		kind: fc.constantFrom('question', 'article'),
		private: fc.boolean(),
		tag: fc.constantFrom('one', 'two'),
		writer: fc.nat(1),
		language: fc.constantFrom('en', 'zh-CN'),
		score: fc.integer({ min: -3, max: 3 }),
		answers: fc.nat(1),
		age: fc.nat(4),
		status: fc.constantFrom('published', 'published', 'published', 'hidden', 'deleted', 'draft'),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(made, { minLength: 5, maxLength: 14 }), async (given) => {
			await db.deleteFrom('items').execute();
			const base = now().getTime() - long;
			for (const one of given) {
				await anItem(db, {
					kind: one.kind,
					spaceId: one.private ? closed.id : open.id,
					authorId: writers[one.writer]!.id,
					tags: [one.tag],
					language: one.language,
					score: one.score,
					answerCount: one.answers,
					status: one.status as 'published',
					publishedAt: new Date(base + one.age * 50_000_000),
				});
			}
			const rows = await db.selectFrom('items').selectAll().where('status', '=', 'published').execute();
			const order = {
				hot: (row: (typeof rows)[0]) => row.hot_rank,
				new: (row: (typeof rows)[0]) => row.published_at.getTime(),
				top: (row: (typeof rows)[0]) => row.score,
				active: (row: (typeof rows)[0]) => row.last_activity_at.getTime(),
				unanswered: (row: (typeof rows)[0]) => row.published_at.getTime(),
			};
			const lists: [Actor, ListInput, (row: (typeof rows)[0]) => boolean][] = [
				[visitor, {}, (row) => row.listed],
				[stranger.actor, {}, (row) => row.listed],
				[member.actor, {}, () => true],
				[member.actor, { kind: 'article' }, (row) => row.kind === 'article'],
				[visitor, { language: 'en' }, (row) => row.listed && row.language === 'en'],
				[visitor, { tag: 'one' }, (row) => row.listed && row.tag_slugs.includes('one')],
				[
					visitor,
					{ tag: 'one', kind: 'question' },
					(row) => row.listed && row.tag_slugs.includes('one') && row.kind === 'question',
				],
				[visitor, { spaceId: open.id }, (row) => row.space_id === open.id],
				[stranger.actor, { spaceId: closed.id }, () => false],
				[visitor, { spaceId: closed.id }, () => false],
				[
					member.actor,
					{ spaceId: closed.id, tag: 'two' },
					(row) => row.space_id === closed.id && row.tag_slugs.includes('two'),
				],
				[admin.actor, { spaceId: closed.id }, (row) => row.space_id === closed.id],
				[visitor, { authorId: writers[0]!.id }, (row) => row.listed && row.author_id === writers[0]!.id],
				[member.actor, { authorId: writers[0]!.id }, (row) => row.author_id === writers[0]!.id],
				[writers[0]!.actor, { authorId: writers[0]!.id }, (row) => row.author_id === writers[0]!.id],
				[
					visitor,
					{ authorId: writers[1]!.id, spaceId: open.id },
					(row) => row.author_id === writers[1]!.id && row.space_id === open.id,
				],
			];
			for (const [actor, input, seen] of lists) {
				for (const sort of ['hot', 'new', 'top', 'active', 'unanswered'] as const) {
					if (input.authorId && !input.spaceId && sort !== 'new' && sort !== 'top') continue;
					const value = order[sort];
					const wanted = rows
						.filter(
							(row) =>
								seen(row) && (sort !== 'unanswered' || (row.kind === 'question' && row.answer_count === 0)),
						)
						.sort((a, b) => value(b) - value(a) || b.id - a.id)
						.map((row) => row.id);
					expect(await readAll(actor, { ...input, sort }), JSON.stringify({ sort, input })).toEqual(wanted);
				}
			}
		}),
		{ numRuns: 8 },
	);
}, 90_000);

test('hot weighs points against age: ten times the points are worth twelve and a half hours', async () => {
	const space = await aSpace(db);
	const at = now().getTime();
	const fresh = await anItem(db, { spaceId: space.id, score: 1, publishedAt: new Date(at) });
	const older = await anItem(db, {
		spaceId: space.id,
		score: 10,
		publishedAt: new Date(at - 13 * 3_600_000),
	});
	const first = async () => (await readAll(visitor, { spaceId: space.id, sort: 'hot' }))[0];
	expect(await first()).toBe(fresh.id);
	await db.updateTable('items').set({ score: 12 }).where('id', '=', older.id).execute();
	expect(await first()).toBe(older.id);
});

test('the rank that the database keeps is the formula of the module', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: -5000, max: 5000 }),
			fc.nat(300),
			fc.date({ min: new Date('2008-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
			async (score, answers, at) => {
				const { rows } = await sql<{
					rank: number;
				}>`select hot_rank(${score}::int, ${answers}::int, ${at}::timestamptz) as rank`.execute(db);
				expect(rows[0]!.rank).toBeCloseTo(hotRank(score, answers, at), 6);
			},
		),
		{ numRuns: 60 },
	);
});

test('what is pinned in a space leads its first page, once', async () => {
	const space = await aSpace(db);
	const made = [];
	for (let n = 0; n < 6; n++)
		made.push((await anItem(db, { spaceId: space.id, publishedAt: new Date(Date.now() - n * 1000) })).id);
	await db.updateTable('items').set({ pinned_at: new Date() }).where('id', '=', made[4]!).execute();
	const first = await listItems(db, visitor, { spaceId: space.id, sort: 'new', limit: 3 });
	expect(first.items.map((card) => [card.id, card.pinned])).toEqual([
		[made[4], true],
		[made[0], false],
		[made[1], false],
		[made[2], false],
	]);
	const second = await listItems(db, visitor, {
		spaceId: space.id,
		sort: 'new',
		limit: 3,
		cursor: first.next,
	});
	expect(second.items.map((card) => card.id)).toEqual([made[3], made[5]]);
	expect(second.next).toBeNull();
});

test('a list by a synonym is the list of the tag', async () => {
	const [tagId] = await theTags(db, ['postgresql']);
	await db.insertInto('tag_synonyms').values({ slug: 'pg', tag_id: tagId! }).execute();
	const item = await anItem(db, { tags: ['postgresql'] });
	expect(await readAll(visitor, { tag: 'PG', sort: 'new' })).toEqual([item.id]);
	expect(await readAll(visitor, { tag: 'pg', spaceId: item.spaceId, sort: 'new' })).toEqual([item.id]);
	expect(await readAll(visitor, { tag: 'no-such-tag' })).toEqual([]);
});

test('following shows what is new from tags, spaces and people, each item once', async () => {
	const reader = await aPerson(db);
	const writer = await aPerson(db);
	const space = await aSpace(db);
	const [tagId] = await theTags(db, ['webgpu']);
	const at = Date.now();
	const all = await anItem(db, {
		tags: ['webgpu'],
		spaceId: space.id,
		authorId: writer.id,
		publishedAt: new Date(at - 1000),
	});
	const tagged = await anItem(db, { tags: ['webgpu'], publishedAt: new Date(at - 2000) });
	const inSpace = await anItem(db, { spaceId: space.id, publishedAt: new Date(at - 3000) });
	const byPerson = await anItem(db, { authorId: writer.id, publishedAt: new Date(at - 4000) });
	await anItem(db);
	expect(await readAll(reader.actor, { sort: 'following' })).toEqual([]);
	for (const target of [{ tagId }, { spaceId: space.id }, { personId: writer.id }])
		await follow(db, reader.actor, target, true);
	expect(await readAll(reader.actor, { sort: 'following' }, 2)).toEqual([
		all.id,
		tagged.id,
		inSpace.id,
		byPerson.id,
	]);
	await follow(db, reader.actor, { personId: writer.id }, false);
	expect(await readAll(reader.actor, { sort: 'following' }, 2)).toEqual([all.id, tagged.id, inSpace.id]);
	await expect(listItems(db, visitor, { sort: 'following' })).rejects.toMatchObject({
		code: 'common.sign_in_required',
	});
});

test('bookmarks are kept in the order they were made, without what has gone', async () => {
	const reader = await aPerson(db);
	const items = [await anItem(db), await anItem(db), await anItem(db)];
	for (const item of items) await bookmark(db, reader.actor, item.id, true);
	await bookmark(db, reader.actor, items[1]!.id, true);
	await db.updateTable('items').set({ status: 'hidden' }).where('id', '=', items[2]!.id).execute();
	expect(await readAll(reader.actor, { sort: 'bookmarked' }, 1)).toEqual([items[1]!.id, items[0]!.id]);
	await bookmark(db, reader.actor, items[1]!.id, false);
	expect(await readAll(reader.actor, { sort: 'bookmarked' })).toEqual([items[0]!.id]);
	const counts = await db
		.selectFrom('items')
		.select('bookmark_count')
		.where('id', 'in', [items[0]!.id, items[1]!.id])
		.orderBy('id')
		.execute();
	expect(counts.map((row) => row.bookmark_count)).toEqual([1, 0]);
});

test('a page of any list is one statement', async () => {
	const reader = await aPerson(db);
	const space = await aSpace(db);
	for (const input of [
		{},
		{ sort: 'following' },
		{ sort: 'bookmarked' },
		{ spaceId: space.id },
		{ tag: 'one' },
		{ authorId: reader.id },
	] as ListInput[]) {
		const { statements } = await watch(db, (watched) => listItems(watched, reader.actor, input));
		expect(statements, JSON.stringify(input)).toBe(1);
	}
});

test('what makes no sense is refused with the field that is wrong', async () => {
	await expect(listItems(db, visitor, { sort: 'best' as 'hot' })).rejects.toMatchObject({
		fields: { sort: 'common.bad_value' },
	});
	await expect(listItems(db, visitor, { limit: 5000 })).rejects.toMatchObject({
		code: 'common.invalid_input',
	});
	await expect(listItems(db, visitor, { cursor: 'W10' })).rejects.toMatchObject({
		fields: { cursor: 'common.bad_cursor' },
	});
	await expect(
		listItems(db, visitor, { cursor: Buffer.from('[1e400,1]').toString('base64url') }),
	).rejects.toMatchObject({ code: 'common.invalid_input' });
});

test('among the hot ones quality moves items within a page, and never over its edge or twice', async () => {
	const space = await aSpace(db);
	const at = (minutes: number) => new Date(Date.UTC(2025, 0, 1) - minutes * 60_000);
	const ids: number[] = [];
	for (let n = 0; n < 6; n++) ids.push((await anItem(db, { spaceId: space.id, publishedAt: at(n * 10) })).id);
	await db
		.insertInto('item_quality')
		.values([
			{ item_id: ids[2]!, score: 1, parts: '{}', computed_at: at(0) },
			{ item_id: ids[0]!, score: 0, parts: '{}', computed_at: at(0) },
			{ item_id: ids[5]!, score: 1, parts: '{}', computed_at: at(0) },
		])
		.execute();
	const first = await listItems(db, visitor, { spaceId: space.id, sort: 'hot', limit: 4 });
	expect(first.items.map(({ id }) => id)).toEqual([ids[2], ids[1], ids[3], ids[0]]);
	const second = await listItems(db, visitor, {
		spaceId: space.id,
		sort: 'hot',
		limit: 4,
		cursor: first.next,
	});
	expect(second.items.map(({ id }) => id)).toEqual([ids[5], ids[4]]);
});
