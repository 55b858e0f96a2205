import { now } from '../../kernel/clock.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { activeRules } from './active-rules.ts';
import { book, type Ledger, ledgers, lockPerson } from './ledger.ts';
import { reviewLevels } from './review-levels.ts';

/**
 * Lets standing fade where the rules say so: who was not here for long loses a part of what they have, at most once in
 * thirty days. Who never signed in here (people of an import) loses nothing.
 *
 * @returns how many entries were written
 */
export async function fade(db: Db): Promise<number> {
	const { version, rules } = await activeRules(db);
	const at = now();
	let written = 0;
	for (const ledger of ledgers) {
		const { decay } = rules[ledger];
		if (!decay) continue;
		for (let after = 0; ; ) {
			const { rows } = await sql<{ id: number }>`select u.id from users u join standings s on s.user_id = u.id
				where u.id > ${after} and s.visited_days > 0
					and (select max(day) from visit_days d where d.user_id = u.id) < (${at}::timestamptz at time zone 'UTC')::date - ${decay.idleDays}::int
					and ${ledger === 'reputation' ? sql`u.reputation` : sql`s.points`} > 0
				order by u.id limit 200`.execute(db);
			if (rows.length === 0) break;
			after = rows[rows.length - 1]!.id;
			for (const { id } of rows)
				written += Number(
					await inTransaction(db, async (tx) => {
						if (!(await lockPerson(tx, id)) || !(await isDue(tx, ledger, id, at))) return false;
						const has = await balance(tx, ledger, id);
						const amount = -Math.max(1, Math.floor((has * decay.percent) / 100));
						if (has <= 0) return false;
						await book(tx, ledger, id, { amount, reason: 'faded', rules: version });
						if (ledger === 'reputation') await reviewLevels(tx, [id]);
						return true;
					}),
				);
		}
	}
	return written;
}

async function isDue(db: Db, ledger: Ledger, userId: number, at: Date): Promise<boolean> {
	const row = await db
		.selectFrom(ledger === 'reputation' ? 'reputation_entries' : 'point_entries')
		.select('id')
		.where('user_id', '=', userId)
		.where('reason', '=', 'faded')
		.where('created_at', '>', new Date(at.getTime() - 30 * 86_400_000))
		.limit(1)
		.executeTakeFirst();
	return row === undefined;
}

async function balance(db: Db, ledger: Ledger, userId: number): Promise<number> {
	const { rows } = await (ledger === 'reputation'
		? sql<{ n: number }>`select reputation as n from users where id = ${userId}`
		: sql<{ n: number }>`select points as n from standings where user_id = ${userId}`
	).execute(db);
	return rows[0]?.n ?? 0;
}
