import { now } from '../../kernel/clock.ts';
import type { OrderId, UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';

/** What can happen to an order, as its page tells it. */
export type OrderHappening =
	| 'placed'
	| 'payment_started'
	| 'payment_failed'
	| 'paid'
	| 'overpaid'
	/** Paid after it was closed, when what was kept for it had gone to somebody else: the money is owed back. */
	| 'paid_too_late'
	| 'cancelled'
	| 'expired'
	| 'refund_asked'
	| 'refund_granted'
	| 'refund_refused'
	| 'refund_failed'
	| 'refunded'
	| 'disputed'
	| 'dispute_won'
	| 'dispute_lost';

/** One of them. */
export interface OrderEvent {
	what: OrderHappening;
	actorId: UserId | null;
	data: Record<string, string | number>;
	at: Date;
}

/** Writes down what happened, in the transaction in which it does. */
export async function noteOrder(
	tx: Db,
	orderId: OrderId,
	what: OrderHappening,
	{ actorId = null, data = {} }: { actorId?: UserId | null; data?: Record<string, string | number> } = {},
): Promise<void> {
	await tx
		.insertInto('order_events')
		.values({ order_id: orderId, what, actor_id: actorId, data: JSON.stringify(data), at: now() })
		.execute();
}

/** What happened to an order, the oldest first. The caller has checked whose it is. One statement. */
export async function orderHistory(db: Db, orderId: OrderId): Promise<OrderEvent[]> {
	const rows = await db
		.selectFrom('order_events')
		.select(['what', 'actor_id as actorId', 'data', 'at'])
		.where('order_id', '=', orderId)
		.orderBy('id')
		.execute();
	return rows as OrderEvent[];
}
