import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inTransaction, sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { drainEvents, emit } from '../../platform/events/index.ts';
import { anItem, aPerson } from '../items/testing.ts';
import { earnPoints, growthHandlers, pointsOf, reverseEntry, spendPoints } from './index.ts';

const { db } = await testDatabase();

const earn = (userId: number, amount: number, key?: string) =>
	inTransaction(db, (tx) => earnPoints(tx, userId, { amount, reason: 'test', ...(key ? { key } : {}) }));
const spend = (userId: number, amount: number, key: string) =>
	inTransaction(db, (tx) => spendPoints(tx, userId, { amount, reason: 'test', key }));
const back = (entry: number) => inTransaction(db, (tx) => reverseEntry(tx, entry, 'test'));

test('points are spent once per key and never beyond what is there', async () => {
	const { id } = await aPerson(db);
	await earn(id, 10);
	const entry = await spend(id, 7, 'order:1');
	expect(await spend(id, 7, 'order:1')).toBe(entry);
	await expect(spend(id, 4, 'order:2')).rejects.toMatchObject({
		code: 'growth.points_short',
		params: { points: 3, short: 1 },
	});
	await expect(spend((await aPerson(db)).id, 7, 'order:1')).rejects.toMatchObject({
		code: 'growth.key_taken',
	});
	expect(await back(entry)).toBeGreaterThan(entry);
	expect(await back(entry)).toBe(null);
	expect(await pointsOf(db, id)).toBe(10);
});

test('of purchases at once only those go through that the points are enough for', async () => {
	const { id } = await aPerson(db);
	await earn(id, 10);
	const tried = await Promise.allSettled([1, 2, 3, 4, 5].map((n) => spend(id, 4, `race:${id}:${n}`)));
	expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
	expect(await pointsOf(db, id)).toBe(2);
});

test.each([0, -5, 1.5, Number.NaN, 1e12])('%d is no number of points', async (amount) => {
	const { id } = await aPerson(db);
	await expect(earn(id, amount)).rejects.toMatchObject({ code: 'growth.amount' });
	await expect(spend(id, amount, 'bad')).rejects.toMatchObject({ code: 'growth.amount' });
});

test('the database refuses to change or delete an entry, but lets it go with its person', async () => {
	const { id } = await aPerson(db);
	await earn(id, 10);
	await db.insertInto('reputation_entries').values({ user_id: id, amount: 5, reason: 'vote' }).execute();
	for (const table of ['point_entries', 'reputation_entries'] as const) {
		await expect(
			db.updateTable(table).set({ amount: 1 }).where('user_id', '=', id).execute(),
		).rejects.toThrow('append-only');
		await expect(db.deleteFrom(table).where('user_id', '=', id).execute()).rejects.toThrow('append-only');
	}
	await db.deleteFrom('users').where('id', '=', id).execute();
	expect(await db.selectFrom('point_entries').select('id').where('user_id', '=', id).execute()).toEqual([]);
});

test('what was given for an item goes with it and comes back with it', async () => {
	const author = await aPerson(db);
	const item = await anItem(db, { kind: 'article', authorId: author.id });
	await inTransaction(db, (tx) => earnPoints(tx, author.id, { amount: 30, reason: 'pool', itemId: item.id }));
	const seen = async (status: 'hidden' | 'published') => {
		await db.updateTable('items').set({ status }).where('id', '=', item.id).execute();
		await emit(db, null, 'items.changed', { itemId: item.id, change: status });
		await drainEvents(db, growthHandlers);
		return pointsOf(db, author.id);
	};
	expect([await seen('hidden'), await seen('published'), await seen('hidden')]).toEqual([0, 30, 0]);
});

test('whatever is earned, spent and taken back at once, the balance is the sum of the entries', async () => {
	const people = await Promise.all([aPerson(db), aPerson(db)]);
	const command = fc.record({
		what: fc.constantFrom('earn', 'spend', 'reverse'),
		who: fc.nat(1),
		amount: fc.integer({ min: 1, max: 20 }),
		key: fc.nat(6),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(command, { minLength: 4, maxLength: 10 }), async (commands) => {
			await Promise.allSettled(
				commands.map(async ({ what, who, amount, key }) => {
					const { id } = people[who]!;
					if (what === 'earn') return earn(id, amount, `p:${id}:${key}:${amount}`);
					if (what === 'spend') return spend(id, amount, `s:${id}:${key}:${amount}`);
					const rows = await db.selectFrom('point_entries').select('id').where('user_id', '=', id).execute();
					return rows.length > 0 ? back(rows[(key * amount) % rows.length]!.id) : null;
				}),
			);
			const { rows } = await sql<{ points: number; sum: number; twice: number }>`select s.points,
				(select sum(amount)::int from point_entries e where e.user_id = s.user_id) as sum,
				(select count(*)::int from (select from point_entries e where e.user_id = s.user_id and reverses is not null
					group by reverses having count(*) > 1) d) as twice
				from standings s where user_id in (${people[0]!.id}, ${people[1]!.id})`.execute(db);
			for (const { points, sum, twice } of rows) {
				expect(points).toBe(sum);
				expect(twice).toBe(0);
			}
		}),
		{ numRuns: 12 },
	);
	expect(
		(await db.selectFrom('point_entries').select('id').where('reverses', 'is not', null).execute()).length,
	).toBeGreaterThan(3);
});
