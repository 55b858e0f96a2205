import { now } from '../../kernel/clock.ts';
import type { OrderId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import { postTransfer } from '../ledger/index.ts';
import { divide } from './sale.ts';
import type { Earners } from './thing.ts';

export type EscrowStatus = 'held' | 'released' | 'returned';

/** From which status held money may go to which: it is earned or goes back, once. */
export const escrowTransitions: Record<EscrowStatus, readonly EscrowStatus[]> = {
	held: ['released', 'returned'],
	released: [],
	returned: [],
};

/** Notes that an order's money is held. Called where it is posted to the account `escrow`. */
export async function holdEscrow(tx: Tx, orderId: OrderId, shareBps: number): Promise<void> {
	await tx
		.insertInto('escrows')
		.values({ order_id: orderId, share_bps: shareBps, held_at: now() })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/**
 * Gives held money to who earned it, the platform's share as it was agreed on. Of any number of calls at once, and of
 * {@link closeEscrow}, one does it.
 *
 * @returns false when the money is not held (any more)
 */
export async function releaseEscrow(
	tx: Tx,
	orderId: OrderId,
	earners: Exclude<Earners, 'escrow'>,
): Promise<boolean> {
	const closed = await moveEscrow(tx, orderId, 'released');
	if (!closed) return false;
	const { amount, currency } = await heldOf(tx, orderId);
	if (amount > 0)
		await postTransfer(tx, {
			kind: 'release',
			reference: `order:${orderId}`,
			key: `release:${orderId}`,
			currency,
			entries: [
				{ account: { kind: 'escrow' }, amount },
				...divide({ amount, tax: 0, earners, platformShareBps: closed.share_bps }),
			],
		});
	return true;
}

/**
 * Says that held money goes back to who paid it; the caller sends it, in the same transaction.
 *
 * @returns false when the money is not held (any more): there is nothing to send
 */
export async function closeEscrow(tx: Tx, orderId: OrderId): Promise<boolean> {
	return (await moveEscrow(tx, orderId, 'returned')) !== null;
}

async function moveEscrow(tx: Tx, orderId: OrderId, to: 'released' | 'returned') {
	// The order first, as everybody does: a refund and a release of the same money wait here, not for each other.
	await tx.selectFrom('orders').select('id').where('id', '=', orderId).forUpdate().execute();
	const from = (Object.keys(escrowTransitions) as EscrowStatus[]).filter((status) =>
		escrowTransitions[status].includes(to),
	);
	const row = await tx
		.updateTable('escrows')
		.set({ status: to, closed_at: now() })
		.where('order_id', '=', orderId)
		.where('status', 'in', from)
		.returning('share_bps')
		.executeTakeFirst();
	return row ?? null;
}

/** What the ledger holds for an order: the sum of its entries on the account `escrow`. */
export async function heldOf(tx: Tx, orderId: OrderId): Promise<{ amount: number; currency: Currency }> {
	const { rows } = await sql<{ amount: number; currency: Currency }>`select o.currency,
			coalesce((select -sum(e.amount) from ledger_transfers t join ledger_entries e on e.transfer_id = t.id
				join ledger_accounts a on a.id = e.account_id and a.kind = 'escrow'
				where t.reference = 'order:' || o.id), 0)::bigint as amount
		from orders o where o.id = ${orderId}`.execute(tx);
	return rows[0]!;
}
