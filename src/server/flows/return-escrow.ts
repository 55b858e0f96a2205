import { now } from '../kernel/clock.ts';
import type { OrderId } from '../kernel/ids.ts';
import { postTransfer } from '../modules/ledger/index.ts';
import { closeEscrow, heldOf, noteOrder } from '../modules/orders/index.ts';
import type { Tx } from '../platform/db/index.ts';

/** Why held money goes back by itself, as the order's history says it. */
export type ReturnReason =
	| 'declined'
	| 'unanswered'
	| 'group_failed'
	| 'group_missed'
	| 'slot_missed'
	| 'talk_cancelled'
	| 'bounty_ended';

/**
 * Sends the held money of an order back to who paid it, once: the whole price with its tax. Call in the transaction of
 * what it follows from.
 *
 * @returns false when the money was not held (any more)
 */
export async function returnEscrow(tx: Tx, orderId: OrderId, reason: ReturnReason): Promise<boolean> {
	if (!(await closeEscrow(tx, orderId))) return false;
	const order = await tx
		.selectFrom('orders')
		.select(['amount', 'tax'])
		.where('id', '=', orderId)
		.executeTakeFirstOrThrow();
	const { amount, currency } = await heldOf(tx, orderId);
	if (amount > 0)
		await postTransfer(tx, {
			kind: 'refund',
			reference: `order:${orderId}`,
			key: `return:${orderId}`,
			currency,
			entries: [
				{ account: { kind: 'escrow' }, amount },
				{ account: { kind: 'tax' }, amount: order.tax },
				{ account: { kind: 'refunds' }, amount: -(amount + order.tax) },
			],
		});
	await tx
		.updateTable('orders')
		.set({ status: 'refunded', refunded: amount + order.tax, closed_at: now() })
		.where('id', '=', orderId)
		.execute();
	await noteOrder(tx, orderId, 'refunded', { data: { reason } });
	return true;
}
