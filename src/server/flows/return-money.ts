import { now } from '../kernel/clock.ts';
import type { OrderId } from '../kernel/ids.ts';
import type { Currency } from '../kernel/money.ts';
import {
	leftToRefund,
	lockOrder,
	noteOrder,
	paymentOf,
	queueRefund,
	refundReference,
} from '../modules/orders/index.ts';
import type { Tx } from '../platform/db/index.ts';
import { promiseBack } from './move-back.ts';

/** Why money goes back by itself, as the order's history keeps it. */
export type ReturnReason =
	| 'declined'
	| 'unanswered'
	| 'group_failed'
	| 'group_missed'
	| 'slot_missed'
	| 'talk_cancelled'
	| 'bounty_ended'
	| 'gift_expired'
	| 'cohort_missed'
	| 'cohort_left'
	| 'cohort_cancelled'
	| 'deposit_returned';

/**
 * Sends money of an order back that nobody has to ask for or decide on: it takes the road of every refund, granted by
 * itself. Call in the transaction of what it follows from.
 *
 * @param part how much of what is left of the price; default: all of it
 * @returns how much; 0 when nothing was paid, or nothing is left
 */
export async function returnMoney(
	tx: Tx,
	orderId: OrderId,
	reason: ReturnReason,
	part: (left: number) => number = (left) => left,
): Promise<number> {
	const order = (await lockOrder(tx, orderId))!;
	const payment = await paymentOf(tx, orderId);
	const left = await leftToRefund(tx, orderId);
	const amount = part(left);
	if (!payment || amount === 0) return 0;
	const currency = order.currency as Currency;
	const granted = { status: 'approved', amount, decided_at: now(), note: reason };
	// Who has asked for it meanwhile is answered by this, where it is all that is left.
	const asked =
		amount === left
			? await tx
					.updateTable('refunds')
					.set(granted)
					.where('order_id', '=', orderId)
					.where('status', '=', 'asked')
					.returning('id')
					.executeTakeFirst()
			: undefined;
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
				created_at: now(),
			})
			.returning('id')
			.executeTakeFirstOrThrow());
	await promiseBack(tx, { orderId, amount, currency, kind: 'refund', key: `refund:${id}` });
	await noteOrder(tx, orderId, 'refund_granted', { data: { amount, currency, reason } });
	await queueRefund(tx, id);
	return amount;
}
