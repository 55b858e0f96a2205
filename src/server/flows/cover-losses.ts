import { now } from '../kernel/clock.ts';
import type { OrderId } from '../kernel/ids.ts';
import type { Currency } from '../kernel/money.ts';
import { postTransfer, reverseTransfer } from '../modules/ledger/index.ts';
import {
	demandRefundMove,
	leftToRefund,
	lockOrder,
	paymentOf,
	type RefundStatus,
} from '../modules/orders/index.ts';
import type { Tx } from '../platform/db/index.ts';
import { countRefunded } from './count-refunded.ts';
import { promiseBack, sendBack } from './move-back.ts';

interface Lost {
	id: number;
	paymentId: number;
	amount: number;
	covered: number;
	currency: Currency;
	provider: string;
}

/**
 * Has what a bank took of an order borne by those who have it, not by the platform: money that was promised back and
 * never left (the bank sent it in our place), and what the order still has to give. Called when a dispute is lost and
 * whenever a promise falls away afterwards; what was booked as the platform's loss is booked back. The order is locked.
 */
export async function coverLosses(tx: Tx, orderId: OrderId): Promise<void> {
	const lost = (await tx
		.selectFrom('disputes')
		.innerJoin('payments', 'payments.id', 'disputes.payment_id')
		.select([
			'disputes.id',
			'disputes.payment_id as paymentId',
			'disputes.amount',
			'disputes.covered',
			'disputes.currency',
			'payments.provider',
		])
		.where('disputes.order_id', '=', orderId)
		.where('disputes.status', '=', 'lost')
		.whereRef('covered', '<', 'disputes.amount')
		.orderBy('disputes.id')
		.execute()) as Lost[];
	for (const dispute of lost) {
		const borne = (await byPromise(tx, orderId, dispute)) || (await byOrder(tx, orderId, dispute));
		if (borne === 0) continue;
		await tx
			.updateTable('disputes')
			.set({ covered: dispute.covered + borne })
			.where('id', '=', dispute.id)
			.execute();
		await bookLoss(tx, dispute, -borne);
	}
}

/** Books what a dispute took beyond what the order has to give: the platform's loss, or less of it than was booked. */
export async function bookLoss(
	tx: Tx,
	{ id, currency, provider, covered }: Omit<Lost, 'paymentId'>,
	amount: number,
): Promise<void> {
	if (amount === 0) return;
	await postTransfer(tx, {
		kind: amount > 0 ? 'dispute lost' : 'loss borne by the order',
		key: amount > 0 ? `dispute:${id}:loss` : `dispute:${id}:loss:${covered}`,
		reference: `dispute:${id}`,
		currency,
		entries: [
			{ account: { kind: 'platform' }, amount },
			{ account: { kind: 'clearing', provider }, amount: -amount },
		],
	});
}

/** What was owed for this very payment and has not left: the bank sent it. */
async function byPromise(tx: Tx, orderId: OrderId, dispute: Lost): Promise<number> {
	const owed = await tx
		.selectFrom('refunds')
		.select(['id', 'amount', 'cause', 'status'])
		.where('payment_id', '=', dispute.paymentId)
		.where('cause', '<>', 'sale')
		.where('status', 'in', ['approved', 'failed'])
		.where('amount', '<=', dispute.amount - dispute.covered)
		.executeTakeFirst();
	if (!owed) return 0;
	await refuse(tx, owed);
	await sendBack(tx, {
		provider: dispute.provider,
		reference: owed.cause === 'overpayment' ? `payment:${dispute.paymentId}` : `order:${orderId}`,
		amount: owed.amount,
		currency: dispute.currency,
		kind: 'dispute lost',
		key: `dispute:${dispute.id}:owed`,
	});
	if (owed.cause === 'unearned') await countRefunded(tx, (await lockOrder(tx, orderId))!, owed.amount);
	return owed.amount;
}

/** What the order has to give, once what was only promised of it is called off. */
async function byOrder(tx: Tx, orderId: OrderId, dispute: Lost): Promise<number> {
	if ((await paymentOf(tx, orderId))?.id !== dispute.paymentId) return 0;
	const unsent = await tx
		.selectFrom('refunds')
		.select(['id', 'status'])
		.where('order_id', '=', orderId)
		.where('cause', '=', 'sale')
		.where('status', 'in', ['asked', 'approved', 'failed'])
		.execute();
	for (const { id, status } of unsent) {
		if (status !== 'asked')
			await reverseTransfer(tx, {
				of: `refund:${id}`,
				key: `refund:${id}:called-off`,
				kind: 'refund called off',
			});
		await refuse(tx, { id, status });
	}
	const amount = Math.min(dispute.amount - dispute.covered, await leftToRefund(tx, orderId));
	if (amount === 0) return 0;
	const { currency, provider } = dispute;
	const key = `dispute:${dispute.id}:${dispute.covered}`;
	await promiseBack(tx, { orderId, amount, currency, kind: 'dispute', key });
	await sendBack(tx, {
		provider,
		reference: `order:${orderId}`,
		amount,
		currency,
		kind: 'dispute lost',
		key: `${key}:lost`,
	});
	await countRefunded(tx, (await lockOrder(tx, orderId))!, amount);
	return amount;
}

async function refuse(tx: Tx, { id, status }: { id: number; status: string }): Promise<void> {
	demandRefundMove(status as RefundStatus, 'refused');
	await tx
		.updateTable('refunds')
		.set({ status: 'refused', decided_at: now() })
		.where('id', '=', id)
		.execute();
}
