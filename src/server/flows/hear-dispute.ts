import { now } from '../kernel/clock.ts';
import type { Currency } from '../kernel/money.ts';
import { reverseTransfer } from '../modules/ledger/index.ts';
import {
	type DisputeStatus,
	disputeTransitions,
	leftToRefund,
	lockOrder,
	type Notice,
	noteOrder,
	paymentOf,
} from '../modules/orders/index.ts';
import type { Tx } from '../platform/db/index.ts';
import { emit } from '../platform/events/index.ts';
import { countRefunded } from './count-refunded.ts';
import { bookLoss, coverLosses } from './cover-losses.ts';
import { heldOf, promiseBack, sendBack } from './move-back.ts';

/**
 * A provider's message about a dispute of a payment. Opened: what it is about is set aside, the buyer keeps what was
 * bought. Won: everybody has theirs again. Lost: it is as if it had been refunded. What was refunded before, and is now
 * taken again, is the platform's loss. Messages may come twice, and the end before the beginning.
 *
 * @returns what it led to, for the inbox
 */
export async function hearDispute(
	tx: Tx,
	notice: Notice,
): Promise<'dispute_opened' | 'dispute_won' | 'dispute_lost' | 'dispute_known' | 'unknown' | 'mismatch'> {
	const payment = await tx
		.selectFrom('payments')
		.select(['id', 'order_id', 'amount', 'currency', 'status'])
		.where('reference', '=', notice.reference)
		.where('provider', '=', notice.provider)
		.executeTakeFirst();
	const { outcome } = notice;
	if (payment?.status !== 'succeeded') return 'unknown';
	if (outcome !== 'opened' && outcome !== 'won' && outcome !== 'lost') return 'unknown';
	if (notice.currency !== payment.currency || notice.amount > payment.amount || notice.amount <= 0)
		return 'mismatch';
	const order = (await lockOrder(tx, payment.order_id))!;
	const before = await tx
		.selectFrom('disputes')
		.selectAll()
		.where('payment_id', '=', payment.id)
		.forUpdate()
		.executeTakeFirst();
	const dispute = before ?? (await open(tx, order.id, payment.id, notice));
	if (outcome === 'opened') return before ? 'dispute_known' : 'dispute_opened';
	if (!disputeTransitions[dispute.status as DisputeStatus].includes(outcome)) return 'dispute_known';
	await close(tx, order, { ...dispute, provider: notice.provider }, outcome);
	return `dispute_${outcome}`;
}

async function open(tx: Tx, orderId: number, paymentId: number, { amount, currency }: Notice) {
	const paying = await paymentOf(tx, orderId);
	// Of a payment that was too much the order has nothing to give.
	const left =
		paying?.id === paymentId ? Math.min(await leftToRefund(tx, orderId), await heldOf(tx, orderId)) : 0;
	const covered = Math.min(amount, left);
	const dispute = await tx
		.insertInto('disputes')
		.values({
			order_id: orderId,
			payment_id: paymentId,
			status: 'open',
			amount,
			currency,
			covered,
			opened_at: now(),
		})
		.returningAll()
		.executeTakeFirstOrThrow();
	if (covered > 0)
		await promiseBack(tx, {
			orderId,
			amount: covered,
			currency: currency as Currency,
			kind: 'dispute',
			key: `dispute:${dispute.id}`,
		});
	await noteOrder(tx, orderId, 'disputed', { data: { amount, currency } });
	await emit(tx, null, 'orders.disputed', { orderId });
	return dispute;
}

async function close(
	tx: Tx,
	order: NonNullable<Awaited<ReturnType<typeof lockOrder>>>,
	dispute: { id: number; amount: number; covered: number; currency: string; provider: string },
	outcome: 'won' | 'lost',
): Promise<void> {
	const { amount, covered, provider } = dispute;
	const currency = dispute.currency as Currency;
	const key = `dispute:${dispute.id}`;
	await tx
		.updateTable('disputes')
		.set({ status: outcome, closed_at: now() })
		.where('id', '=', dispute.id)
		.execute();
	await noteOrder(tx, order.id, `dispute_${outcome}`, { data: { amount, currency } });
	await emit(tx, null, 'orders.dispute-closed', { orderId: order.id, outcome });
	if (outcome === 'won') {
		if (covered > 0) await reverseTransfer(tx, { of: key, key: `${key}:won`, kind: 'dispute won' });
		return;
	}
	if (covered > 0) {
		await sendBack(tx, {
			provider,
			reference: `order:${order.id}`,
			amount: covered,
			currency,
			kind: 'dispute lost',
			key: `${key}:lost`,
		});
		await countRefunded(tx, order, covered);
	}
	await bookLoss(tx, { ...dispute, currency }, amount - covered);
	await coverLosses(tx, order.id);
}
