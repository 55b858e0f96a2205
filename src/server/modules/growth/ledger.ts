import { now } from '../../kernel/clock.ts';
import type { ItemId, ReplyId, UserId } from '../../kernel/ids.ts';
import { sql, type Tx } from '../../platform/db/index.ts';

/** The two ledgers of standing. Nothing is ever moved from one to the other. */
export type Ledger = 'reputation' | 'points';
export const ledgers: readonly Ledger[] = ['reputation', 'points'];

export const tableOf = (ledger: Ledger) =>
	sql.table(ledger === 'reputation' ? 'reputation_entries' : 'point_entries');

/** What is written of one gain or loss. */
export interface NewEntry {
	amount: number;
	reason: string;
	/** What the rules call it, where they said how much. */
	cause?: string | null;
	itemId?: ItemId | null;
	replyId?: ReplyId | null;
	eventId?: number | null;
	/** Whose act brought it: who voted, who accepted. */
	giverId?: UserId | null;
	/** Booked once, however often it is said. */
	key?: string | null;
	/** The version of the rules that said how much. */
	rules?: number | null;
	why?: string;
}

/**
 * Has the person's standing for itself until the transaction ends, so that two gains at once do not both see room under
 * a cap, and two purchases not the same points.
 *
 * @returns false when there is no such person
 */
export async function lockPerson(tx: Tx, userId: UserId): Promise<boolean> {
	const row = await tx
		.selectFrom('users')
		.select('id')
		.where('id', '=', userId)
		.forNoKeyUpdate()
		.executeTakeFirst();
	return row !== undefined;
}

/**
 * Writes an entry, and the sum with it.
 *
 * @returns its id; null when the key was booked before
 */
export async function book(tx: Tx, ledger: Ledger, userId: UserId, entry: NewEntry): Promise<number | null> {
	const { rows } = await sql<{ id: number }>`insert into ${tableOf(ledger)}
			(user_id, amount, reason, cause, item_id, reply_id, event_id, giver_id, key, rules, why, created_at)
		values (${userId}, ${entry.amount}, ${entry.reason}, ${entry.cause ?? null}, ${entry.itemId ?? null}, ${entry.replyId ?? null},
			${entry.eventId ?? null}, ${entry.giverId ?? null}, ${entry.key ?? null}, ${entry.rules ?? null}, ${entry.why ?? ''}, ${now()})
		on conflict (key) where key is not null do nothing returning id`.execute(tx);
	if (!rows[0]) return null;
	await addUp(tx, ledger, [{ userId, amount: entry.amount }]);
	return rows[0].id;
}

/**
 * Takes entries back by entries of the opposite amount; what was taken back already stays as it is. Taking a reversal
 * back gives again what it took.
 *
 * @returns the new entries
 */
export async function reverse(
	tx: Tx,
	ledger: Ledger,
	ids: readonly number[],
	given: { why: string; eventId?: number | null },
): Promise<{ id: number; userId: UserId; amount: number }[]> {
	if (ids.length === 0) return [];
	const { rows } = await sql<{ id: number; userId: number; amount: number }>`insert into ${tableOf(ledger)}
			(user_id, amount, reason, cause, item_id, reply_id, event_id, giver_id, reverses, counts, rules, why, created_at)
		select user_id, -amount, reason, cause, item_id, reply_id, ${given.eventId ?? null}::bigint, giver_id, id, not counts, rules,
			${given.why.slice(0, 500)}, ${now()} from ${tableOf(ledger)} where id = any(${[...ids]}::bigint[]) order by id
		on conflict (reverses) where reverses is not null do nothing
		returning id, user_id as "userId", amount`.execute(tx);
	await addUp(tx, ledger, rows);
	return rows;
}

async function addUp(
	tx: Tx,
	ledger: Ledger,
	changes: readonly { userId: UserId; amount: number }[],
): Promise<void> {
	const sums = new Map<UserId, number>();
	for (const { userId, amount } of changes) sums.set(userId, (sums.get(userId) ?? 0) + amount);
	const people = [...sums.keys()].filter((id) => sums.get(id) !== 0).sort((a, b) => a - b);
	if (people.length === 0) return;
	const amounts = people.map((id) => sums.get(id)!);
	// In the order of their ids: two transactions that concern the same people do not wait for each other crosswise.
	await sql`select id from users where id = any(${people}::bigint[]) order by id for no key update`.execute(
		tx,
	);
	const moved = sql`unnest(${people}::bigint[], ${amounts}::int[]) as moved (user_id, amount)`;
	if (ledger === 'reputation')
		await sql`update users set reputation = reputation + moved.amount from ${moved} where id = moved.user_id`.execute(
			tx,
		);
	else
		await sql`insert into standings (user_id, points) select user_id, amount from ${moved}
			on conflict (user_id) do update set points = standings.points + excluded.points`.execute(tx);
}
