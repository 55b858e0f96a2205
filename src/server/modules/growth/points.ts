import type { ItemId, ReplyId, UserId } from '../../kernel/ids.ts';
import { type Db, sql, type Tx } from '../../platform/db/index.ts';
import { growthError } from './errors.ts';
import { book, type Ledger, lockPerson, reverse, tableOf } from './ledger.ts';

/** What somebody is given to spend. */
export interface PointsEarned {
	/** Whole, above 0. */
	amount: number;
	/** The kind of cause, as in messages `growth_reason_*`. */
	reason: string;
	itemId?: ItemId | null;
	replyId?: ReplyId | null;
	eventId?: number | null;
	/** Given once, however often it is said: name it after what is rewarded, `badge:12:user:7`. */
	key?: string;
	/** Shown beside the reason: the name of the badge, of the thing that was got. */
	why?: string;
}

/**
 * Gives somebody points. They go again when the item or the reply that is named is hidden or deleted, and come back
 * with it.
 *
 * @returns the entry; null when its key was booked before, or nobody has this id
 * @throws growth.amount
 */
export async function earnPoints(tx: Tx, userId: UserId, given: PointsEarned): Promise<number | null> {
	wholeAmount(given.amount);
	if (!(await lockPerson(tx, userId))) return null;
	return book(tx, 'points', userId, given);
}

/**
 * Takes points for something. Said again with the same key it takes nothing more and answers with the same entry;
 * `reverseEntry` gives them back.
 *
 * @param given.key names the purchase, over all people: `shop:order:12`
 * @returns the entry
 * @throws growth.points_short with `params.points` and `params.short`; growth.amount; growth.key_taken when somebody
 *   else's entry, or one of another amount, has the key
 */
export async function spendPoints(
	tx: Tx,
	userId: UserId,
	given: { amount: number; reason: string; key: string; why?: string },
): Promise<number> {
	wholeAmount(given.amount);
	await lockPerson(tx, userId);
	const before = await tx
		.selectFrom('point_entries')
		.select(['id', 'user_id', 'amount'])
		.where('key', '=', given.key)
		.executeTakeFirst();
	if (before && (before.user_id !== userId || before.amount !== -given.amount)) {
		throw growthError('key_taken', { detail: `Another entry has the key ${given.key}.` });
	}
	if (before) return before.id;
	const points = await pointsOf(tx, userId);
	if (points < given.amount) {
		throw growthError('points_short', {
			params: { points, short: given.amount - points },
			detail: `There are ${points} points; ${given.amount} are needed.`,
		});
	}
	const { amount, ...entry } = given;
	const id = await book(tx, 'points', userId, { ...entry, amount: -amount });
	if (id === null) throw growthError('key_taken', { detail: `Another entry has the key ${given.key}.` });
	return id;
}

/**
 * Takes one entry back by another one of the opposite amount, once; taking that one back gives again.
 *
 * @param why shown in the history of the person
 * @param ledger which of the two the entry is in
 * @returns the new entry; null when it was taken back before
 * @throws growth.entry_not_found
 */
export async function reverseEntry(
	tx: Tx,
	entryId: number,
	why: string,
	ledger: Ledger = 'points',
): Promise<number | null> {
	const { rows } = await sql<{ userId: number }>`select user_id as "userId" from ${tableOf(ledger)}
		where id = ${entryId}`.execute(tx);
	if (!rows[0])
		throw growthError('entry_not_found', { detail: `There is no entry ${entryId} of ${ledger}.` });
	await lockPerson(tx, rows[0].userId);
	return (await reverse(tx, ledger, [entryId], { why }))[0]?.id ?? null;
}

/** What somebody has to spend; below zero when something was taken back that they had spent. One statement. */
export async function pointsOf(db: Db, userId: UserId): Promise<number> {
	const row = await db
		.selectFrom('standings')
		.select('points')
		.where('user_id', '=', userId)
		.executeTakeFirst();
	return row?.points ?? 0;
}

/** The level somebody has, 0 to 4; 0 for nobody. One statement. */
export async function levelOf(db: Db, userId: UserId): Promise<number> {
	const row = await db.selectFrom('users').select('level').where('id', '=', userId).executeTakeFirst();
	return row?.level ?? 0;
}

function wholeAmount(amount: number): void {
	if (!Number.isSafeInteger(amount) || amount < 1 || amount > 100_000_000) {
		throw growthError('amount', { detail: `${amount} is no number of points that one can have.` });
	}
}
