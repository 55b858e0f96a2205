import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sql } from './index.ts';
import { statement } from './statement.ts';
import { testDatabase, watch } from './testing.ts';

const { db } = await testDatabase();

test('parameters are found by name, as often as they stand in the text, and casts are not taken for them', async () => {
	const add = statement<{ a: number; b: number | null }, { sum: number; kind: string }>(
		`select :a::int + coalesce(:b::int, 0) + :a::int as sum, 'a::text' || ':' as kind`,
	);
	expect(add.text).toBe(`select $1::int + coalesce($2::int, 0) + $1::int as sum, 'a::text' || ':' as kind`);
	expect(add.values({ a: 1, b: null })).toEqual([1, null]);
	expect(await add(db, { a: 20, b: 2 })).toEqual([{ sum: 42, kind: 'a::text:' }]);
	expect(await db.transaction().execute((tx) => add(tx, { a: 1, b: null }))).toMatchObject([{ sum: 2 }]);
});

test('a moment is read as it was written, in whatever time zone the server speaks', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.date({ min: new Date('1970-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
			fc.constantFrom('UTC', 'Asia/Shanghai', 'Asia/Kolkata', 'America/St_Johns'),
			async (at, zone) => {
				await db.transaction().execute(async (tx) => {
					await sql`select set_config('timezone', ${zone}, true)`.execute(tx);
					const { rows } = await sql<{ at: Date }>`select ${at}::timestamptz as at`.execute(tx);
					expect(rows[0]!.at.getTime()).toBe(at.getTime());
				});
			},
		),
		{ numRuns: 60 },
	);
});

test('watch counts statements and keeps what was sent back', async () => {
	const seen = await watch(db, async (watched) => {
		await sql`select 1 as one`.execute(watched);
		return watched.transaction().execute((tx) => sql`select 2 as two`.execute(tx));
	});
	expect(seen.statements).toBe(2);
	expect(seen.rows).toEqual([{ one: 1 }, { two: 2 }]);
});
