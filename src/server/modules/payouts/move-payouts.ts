import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { type Entry, postTransfer } from '../ledger/index.ts';
import { payoutError } from './errors.ts';
import { mayBecome, type PayoutStatus, type Place, payoutMoves } from './payout.ts';

interface Step {
	actorId: UserId | null;
	bankReference?: string;
	reason?: string;
}

const closed: readonly PayoutStatus[] = ['failed', 'returned', 'refused', 'withdrawn'];

/**
 * Moves payouts on: status, money and history, all of them or none. The one place that changes a payout.
 *
 * @throws payouts.not_found, payouts.wrong_state
 */
export async function movePayouts(
	tx: Tx,
	ids: readonly number[],
	to: PayoutStatus,
	{ actorId, bankReference, reason }: Step,
): Promise<void> {
	const rows = await tx
		.selectFrom('payouts')
		.selectAll()
		.where('id', 'in', [...ids])
		.orderBy('id')
		.forUpdate()
		.execute();
	if (rows.length < new Set(ids).size) throw payoutError('not_found');
	for (const row of rows)
		if (!mayBecome(row.status as PayoutStatus, to))
			throw payoutError('wrong_state', {
				detail: `Payout ${row.id} is ${row.status}, so it cannot be ${to}.`,
			});
	const at = now();
	await tx
		.updateTable('payouts')
		.set({
			status: to,
			...(to === 'sent' ? { sent_at: at, bank_reference: bankReference || null } : {}),
			...(closed.includes(to) ? { closed_at: at, reason: reason || null } : {}),
		})
		.where('id', 'in', [...ids])
		.execute();
	for (const row of rows) await bookPayout(tx, row, to);
	await tellPayouts(tx, rows, to, { actorId, bankReference, reason });
}

interface Booked {
	id: number;
	user_id: UserId;
	amount: number;
	from_author: number;
	from_affiliate: number;
	currency: string;
}

/** Posts what a status means for the money; the key makes it happen once. */
export async function bookPayout(tx: Tx, row: Booked, status: PayoutStatus): Promise<void> {
	const move = payoutMoves[status];
	if (!move) return;
	await postTransfer(tx, {
		kind: status === 'asked' ? 'payout' : `payout_${status}`,
		reference: `payout:${row.id}`,
		key: `payout-${status}:${row.id}`,
		currency: row.currency as Currency,
		entries: [...entriesAt(move.from, row, 1), ...entriesAt(move.to, row, -1)],
	});
}

// What leaves a place that we owe it to is a debit, what comes to it a credit.
function entriesAt(place: Place, row: Booked, sign: 1 | -1): Entry[] {
	if (place !== 'person')
		return [{ account: { kind: 'clearing', provider: place }, amount: sign * row.amount }];
	const { user_id: ownerId } = row;
	return [
		{ account: { kind: 'author' as const, ownerId }, amount: sign * row.from_author },
		{ account: { kind: 'affiliate' as const, ownerId }, amount: sign * row.from_affiliate },
	].filter(({ amount }) => amount !== 0);
}

/** Notes what happened, and says it to whoever listens. */
export async function tellPayouts(
	tx: Tx,
	rows: readonly { id: number; user_id: UserId }[],
	status: PayoutStatus,
	{ actorId, bankReference, reason }: Step,
): Promise<void> {
	const data = JSON.stringify({
		...(bankReference ? { bankReference } : {}),
		...(reason ? { reason } : {}),
	});
	await tx
		.insertInto('payout_events')
		.values(rows.map(({ id }) => ({ payout_id: id, actor_id: actorId, status, data, at: now() })))
		.execute();
	for (const { id, user_id } of rows)
		await emit(tx, actorId, 'payouts.changed', { payoutId: id, userId: user_id, status });
}
