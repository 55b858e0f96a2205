import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { activeRules } from './active-rules.ts';
import { type Facts, levelFor } from './levels.ts';

/** One statement for all of them. Days are counted in UTC, by the clock of the program. */
export async function readFacts(
	db: Db,
	people: readonly UserId[],
): Promise<(Facts & { userId: UserId; level: number })[]> {
	const at = now();
	const { rows } = await sql<Facts & { userId: UserId; level: number }>`select u.id as "userId", u.level,
			floor(extract(epoch from ${at}::timestamptz - u.created_at) / 86400)::int as "joinedDays",
			coalesce(s.visited_days, 0) as "visitedDays", coalesce(s.items_read, 0) as "itemsRead", u.reputation,
			(select count(*)::int from visit_days d where d.user_id = u.id and d.day > (${at}::timestamptz at time zone 'UTC')::date - 100) as "recentDays",
			(select floor(extract(epoch from ${at}::timestamptz - max(d.decided_at)) / 86400)::int from upheld_decisions d
				where d.user_id = u.id and d.reversed_at is null) as "cleanDays",
			floor(extract(epoch from ${at}::timestamptz - s.level_since) / 86400)::int as "levelDays"
		from users u left join standings s on s.user_id = u.id where u.id = any(${[...people]}::bigint[])`.execute(
		db,
	);
	return rows;
}

/**
 * Gives each of these people the level that their standing is worth, and tells those whose level changed.
 *
 * @param given.tell false for a past that nobody was there to hear of, as in the demo
 * @returns how many rose or fell
 */
export async function reviewLevels(
	tx: Tx,
	people: readonly UserId[],
	{ tell = true, at = now() }: { tell?: boolean; at?: Date } = {},
): Promise<number> {
	if (people.length === 0) return 0;
	const { version, rules } = await activeRules(tx);
	let changed = 0;
	for (const facts of await readFacts(tx, people)) {
		const to = levelFor(rules, facts.level, facts);
		if (to === facts.level) continue;
		const { numUpdatedRows } = await tx
			.updateTable('users')
			.set({ level: to })
			.where('id', '=', facts.userId)
			// Whoever reviews the same person at the same moment tells of it once.
			.where('level', '=', facts.level)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) continue;
		await tx
			.insertInto('standings')
			.values({ user_id: facts.userId, level_since: at })
			.onConflict((conflict) => conflict.column('user_id').doUpdateSet({ level_since: at }))
			.execute();
		await tx
			.insertInto('level_changes')
			.values({ user_id: facts.userId, from_level: facts.level, to_level: to, rules: version, at })
			.execute();
		if (tell) await emit(tx, null, 'growth.level-changed', { userId: facts.userId, from: facts.level, to });
		changed++;
	}
	return changed;
}

/**
 * Reviews everybody who may rise or fall without anything happening to them: days pass. In batches, each a transaction,
 * so that nobody waits long.
 *
 * @returns how many rose or fell
 */
export async function reviewEverybody(db: Db, batch = 500): Promise<number> {
	let changed = 0;
	for (let after = 0; ; ) {
		// Who has never been here since levels are counted has nothing that a level asks for.
		const { rows } = await sql<{ id: number }>`select id from users u where id > ${after} and (level > 0
			or exists (select from standings s where s.user_id = u.id and s.visited_days > 0)) order by id limit ${batch}`.execute(
			db,
		);
		if (rows.length === 0) return changed;
		const ids = rows.map((row) => row.id);
		changed += await inTransaction(db, (tx) => reviewLevels(tx, ids));
		after = ids[ids.length - 1]!;
	}
}
