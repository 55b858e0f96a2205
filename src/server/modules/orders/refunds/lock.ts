import type { OrderId } from '../../../kernel/ids.ts';
import type { Db, Tx } from '../../../platform/db/index.ts';

/** Locks an order against everything else that moves its money. Before its refunds, disputes and the ledger. */
export async function lockOrder(tx: Tx, orderId: OrderId) {
	return tx
		.selectFrom('orders')
		.select(['id', 'user_id', 'offer_id', 'status', 'amount', 'refunded', 'currency', 'paid_at', 'gift'])
		.where('id', '=', orderId)
		.forUpdate()
		.executeTakeFirst();
}

/** The payment that paid an order: the first that came in. */
export async function paymentOf(db: Db, orderId: OrderId) {
	return db
		.selectFrom('payments')
		.select(['id', 'provider', 'reference', 'amount'])
		.where('order_id', '=', orderId)
		.where('status', '=', 'succeeded')
		.orderBy('settled_at')
		.orderBy('id')
		.executeTakeFirst();
}

/** Locks a refund and its order, the order first. @returns undefined when there is no such refund */
export async function lockRefund(tx: Tx, refundId: number) {
	const found = await tx
		.selectFrom('refunds')
		.select('order_id')
		.where('id', '=', refundId)
		.executeTakeFirst();
	if (!found) return undefined;
	const order = (await lockOrder(tx, found.order_id))!;
	const refund = await tx
		.selectFrom('refunds')
		.innerJoin('payments', 'payments.id', 'refunds.payment_id')
		.selectAll('refunds')
		.select([
			'payments.provider',
			'payments.reference as paymentReference',
			'payments.amount as paymentAmount',
		])
		.where('refunds.id', '=', refundId)
		.forUpdate('refunds')
		.executeTakeFirstOrThrow();
	return { order, refund };
}
