import { now } from '../kernel/clock.ts';
import type { OrderId } from '../kernel/ids.ts';
import type { Currency } from '../kernel/money.ts';
import {
	closeEscrow,
	leftToRefund,
	lockOrder,
	noteOrder,
	paymentOf,
	queueRefund,
	refundReference,
} from '../modules/orders/index.ts';
import type { Tx } from '../platform/db/index.ts';
import { countRefunded } from './count-refunded.ts';
import { promiseBack } from './move-back.ts';

/** Why held money goes back by itself, as the order's history keeps it. */
export type ReturnReason =
	| 'declined'
	| 'unanswered'
	| 'group_failed'
	| 'group_missed'
	| 'slot_missed'
	| 'talk_cancelled'
	| 'bounty_ended';

/**
 * Sends the held money of an order back to who paid it, once: all that is left of the price. It takes the road of every
 * refund, granted by itself. Call in the transaction of what it follows from.
 *
 * @returns false when the money was not held (any more)
 */
export async function returnEscrow(tx: Tx, orderId: OrderId, reason: ReturnReason): Promise<boolean> {
	if (!(await closeEscrow(tx, orderId))) return false;
	const order = (await lockOrder(tx, orderId))!;
	const payment = await paymentOf(tx, orderId);
	const amount = await leftToRefund(tx, orderId);
	// What cost nothing has nothing to send.
	if (!payment) await countRefunded(tx, order, 0);
	if (!payment || amount === 0) return true;
	const currency = order.currency as Currency;
	const granted = { status: 'approved', amount, decided_at: now(), note: reason };
	// Who has asked for it meanwhile is answered by this.
	const asked = await tx
		.updateTable('refunds')
		.set(granted)
		.where('order_id', '=', orderId)
		.where('status', '=', 'asked')
		.returning('id')
		.executeTakeFirst();
	const { id } =
		asked ??
		(await tx
			.insertInto('refunds')
			.values({
				...granted,
				order_id: orderId,
				payment_id: payment.id,
				cause: 'sale',
				currency,
				reference: refundReference(),
			})
			.returning('id')
			.executeTakeFirstOrThrow());
	await promiseBack(tx, { orderId, amount, currency, kind: 'refund', key: `refund:${id}` });
	await noteOrder(tx, orderId, 'refund_granted', { data: { amount, currency, reason } });
	await queueRefund(tx, id);
	return true;
}
