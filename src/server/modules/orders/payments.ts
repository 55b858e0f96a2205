import { randomBytes } from 'node:crypto';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { OrderId } from '../../kernel/ids.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { offerAsOrdered } from '../catalog/index.ts';
import { noteOrder } from './history.ts';
import { mayBecome, type OrderStatus, orderError } from './order.ts';
import { thingOf } from './things/index.ts';

/** What a provider says of a payment, after its message was checked to be the provider's. */
export interface Notice {
	provider: string;
	/** The provider's id of the message: the same one twice is heard once. */
	noticeId: string;
	/** What it is about. Of a refund, `reference` is the refund's; of a dispute, the payment's. */
	about?: 'payment' | 'refund' | 'dispute';
	/** Our reference of the payment. */
	reference: string;
	/** `opened`, `won` and `lost` are of disputes. */
	outcome: 'succeeded' | 'failed' | 'opened' | 'won' | 'lost';
	amount: number;
	currency: string;
	failure?: string;
	/** The message as it came. */
	body: string;
}

/**
 * Starts paying an order with a provider.
 *
 * @returns the reference under which the provider will speak of it
 * @throws orders.not_payable when it is paid or closed; orders.already_owned when another order was paid meanwhile;
 *   catalog.not_for_sale when the thing went out of sight; accounts.suspended
 */
export async function startPayment(
	db: Db,
	actor: Actor,
	orderId: OrderId,
	provider: string,
): Promise<{ reference: string }> {
	const member = requireActing(actor);
	const { userId } = member;
	return inTransaction(db, async (tx) => {
		const order = await tx
			.selectFrom('orders')
			.select(['status', 'amount', 'currency', 'offer_id'])
			.where('id', '=', orderId)
			.where('user_id', '=', userId)
			.forUpdate()
			.executeTakeFirst();
		if (!order) throw orderError('not_found');
		if (order.status !== 'pending') throw orderError('not_payable');
		const offer = await offerAsOrdered(tx, order.offer_id);
		await thingOf(offer.sells).demandBuyable(tx, member, offer);
		const reference = randomBytes(18).toString('base64url');
		await tx
			.insertInto('payments')
			.values({ order_id: orderId, provider, reference, amount: order.amount, currency: order.currency })
			.execute();
		await noteOrder(tx, orderId, 'payment_started', { actorId: userId, data: { provider } });
		return { reference };
	});
}

/**
 * What hearing a notice led to. `settled`: the order has just become paid, and is to be fulfilled in the same
 * transaction. `overpaid`: a second payment of one order has come in; the money is there and owed back.
 */
export type Heard =
	| { result: 'settled'; orderId: OrderId; paymentId: number }
	| { result: 'overpaid'; orderId: OrderId; paymentId: number; amount: number; currency: string }
	| { result: 'failed' | 'duplicate' | 'unknown' | 'mismatch' | 'already_paid' };

/**
 * Takes a provider's message in, once, and moves payment and order on. Call in a transaction.
 *
 * @returns what happened; nothing is thrown for what a provider may send, so that the message is always kept
 */
export async function hearNotice(tx: Db, notice: Notice): Promise<Heard> {
	const kept = await tx
		.insertInto('payment_notices')
		.values({
			provider: notice.provider,
			notice_id: notice.noticeId,
			reference: notice.reference,
			body: notice.body,
		})
		.onConflict((conflict) => conflict.columns(['provider', 'notice_id']).doNothing())
		.returning('id')
		.executeTakeFirst();
	if (!kept) return { result: 'duplicate' };
	const heard = await apply(tx, notice);
	await tx
		.updateTable('payment_notices')
		.set({ outcome: heard.result, handled_at: now() })
		.where('id', '=', kept.id)
		.execute();
	return heard;
}

async function apply(tx: Db, notice: Notice): Promise<Heard> {
	const payment = await tx
		.selectFrom('payments')
		.selectAll()
		.where('reference', '=', notice.reference)
		.where('provider', '=', notice.provider)
		.forUpdate()
		.executeTakeFirst();
	if (!payment) return { result: 'unknown' };
	// Refunds and disputes have no road yet: they are kept.
	if ((notice.about ?? 'payment') !== 'payment') return { result: 'unknown' };
	if (notice.outcome === 'failed') {
		// A failure that arrives after the success is old news.
		const failed = await tx
			.updateTable('payments')
			.set({ status: 'failed', failure: notice.failure ?? null })
			.where('id', '=', payment.id)
			.where('status', '=', 'started')
			.executeTakeFirst();
		if (failed.numUpdatedRows > 0n)
			await noteOrder(tx, payment.order_id, 'payment_failed', { data: { why: notice.failure ?? '' } });
		return { result: 'failed' };
	}
	if (payment.amount !== notice.amount || payment.currency !== notice.currency) return { result: 'mismatch' };
	if (payment.status === 'succeeded') return { result: 'already_paid' };
	const order = await tx
		.selectFrom('orders')
		.select(['id', 'status'])
		.where('id', '=', payment.order_id)
		.forUpdate()
		.executeTakeFirstOrThrow();
	await tx
		.updateTable('payments')
		.set({ status: 'succeeded', failure: null, settled_at: now() })
		.where('id', '=', payment.id)
		.execute();
	if (!mayBecome(order.status as OrderStatus, 'paid')) {
		const { amount, currency } = payment;
		await noteOrder(tx, order.id, 'overpaid', { data: { amount, currency } });
		return { result: 'overpaid', orderId: order.id, paymentId: payment.id, amount, currency };
	}
	await tx.updateTable('orders').set({ status: 'paid', paid_at: now() }).where('id', '=', order.id).execute();
	await noteOrder(tx, order.id, 'paid', { data: { provider: notice.provider } });
	return { result: 'settled', orderId: order.id, paymentId: payment.id };
}

/** A payment as its provider's page shows it; null when the reference is unknown. */
export async function findPayment(db: Db, reference: string) {
	return (
		(await db
			.selectFrom('payments')
			.innerJoin('orders', 'orders.id', 'payments.order_id')
			.select([
				'payments.id',
				'payments.provider',
				'payments.status',
				'payments.amount',
				'payments.currency',
				'payments.failure',
				'orders.id as orderId',
				'orders.title',
				'orders.user_id as userId',
				'orders.status as orderStatus',
			])
			.where('payments.reference', '=', reference)
			.executeTakeFirst()) ?? null
	);
}

/** Closes orders that nobody paid for a day. @returns how many */
export async function expireUnpaid(db: Db): Promise<number> {
	return inTransaction(db, async (tx) => {
		const expired = await tx
			.updateTable('orders')
			.set({ status: 'expired', closed_at: now() })
			.where('status', '=', 'pending')
			.where('created_at', '<', new Date(now().getTime() - 86_400_000))
			.returning('id')
			.execute();
		if (expired.length > 0)
			await tx
				.insertInto('order_events')
				.values(expired.map(({ id }) => ({ order_id: id, what: 'expired' })))
				.execute();
		return expired.length;
	});
}
