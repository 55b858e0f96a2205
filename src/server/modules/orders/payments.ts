import { randomBytes } from 'node:crypto';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { OrderId, UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { offerAsOrdered } from '../catalog/index.ts';
import { noteOrder } from './history.ts';
import type { Notice } from './notice.ts';
import { mayBecome, type OrderStatus, orderError } from './order.ts';
import type { NextStep } from './provider.ts';
import { thingOf } from './things/index.ts';

/** What was begun before is gone on with for so long: two presses of the button are one payment. */
const RESUME_MS = 20 * 60_000;

/**
 * Starts paying an order with a provider.
 *
 * @param how `method` is one of the provider's; with `resume`, a payment that was begun the same way a moment ago is
 *   given again instead of a second one
 * @returns the reference under which the provider will speak of it
 * @throws orders.not_payable when it is paid or closed; orders.already_owned when another order was paid meanwhile;
 *   catalog.not_for_sale when the thing went out of sight; accounts.suspended
 */
export async function startPayment(
	db: Db,
	actor: Actor,
	orderId: OrderId,
	provider: string,
	{ method = '', resume = false }: { method?: string; resume?: boolean } = {},
): Promise<{ reference: string }> {
	const member = requireActing(actor);
	const { userId } = member;
	return inTransaction(db, async (tx) => {
		const order = await tx
			.selectFrom('orders')
			.select(['status', 'amount', 'currency', 'offer_id', 'gift'])
			.where('id', '=', orderId)
			.where('user_id', '=', userId)
			.forUpdate()
			.executeTakeFirst();
		if (!order) throw orderError('not_found');
		if (order.status !== 'pending') throw orderError('not_payable');
		const offer = await offerAsOrdered(tx, order.offer_id);
		// A gift is bought for somebody else.
		if (!order.gift) await thingOf(offer.sells).demandBuyable(tx, member, offer);
		if (resume) {
			const begun = await tx
				.selectFrom('payments')
				.select('reference')
				.where('order_id', '=', orderId)
				.where('provider', '=', provider)
				.where('method', '=', method)
				.where('status', '=', 'started')
				.where('created_at', '>', new Date(now().getTime() - RESUME_MS))
				.orderBy('id', 'desc')
				.executeTakeFirst();
			if (begun) return begun;
		}
		const { amount, currency } = order;
		return openPayment(tx, { orderId, provider, method, amount, currency, actorId: userId });
	});
}

/** Writes down that a provider will be asked for a payment, before it is. The caller has checked that it may be. */
export async function openPayment(
	tx: Db,
	payment: {
		orderId: OrderId;
		provider: string;
		method?: string;
		amount: number;
		currency: string;
		/** Null: nobody pressed a button, it renews itself. */
		actorId: UserId | null;
	},
): Promise<{ reference: string }> {
	const { orderId, provider, actorId } = payment;
	// Hexadecimal and of 32 signs: what the strictest provider takes as an order number.
	const reference = randomBytes(16).toString('hex');
	await tx
		.insertInto('payments')
		.values({
			order_id: orderId,
			provider,
			method: payment.method ?? '',
			reference,
			amount: payment.amount,
			currency: payment.currency,
			created_at: now(),
			ask_at: new Date(now().getTime() + 60_000),
		})
		.execute();
	await noteOrder(tx, orderId, 'payment_started', { actorId, data: { provider } });
	return { reference };
}

/**
 * What hearing a notice led to. `settled`: the order has just become paid, and is to be fulfilled in the same
 * transaction. `overpaid`: a second payment of one order has come in; the money is there and owed back. `handled`: it
 * was about a refund or a dispute, and `led` is what its handler made of it.
 */
export type Heard =
	| { result: 'settled'; orderId: OrderId; paymentId: number }
	| { result: 'overpaid'; orderId: OrderId; paymentId: number; amount: number; currency: string }
	| { result: 'handled'; led: string }
	| { result: 'failed' | 'duplicate' | 'unknown' | 'mismatch' | 'already_paid' };

/**
 * Acts on what a provider says of a refund or a dispute, in the transaction in which it is heard.
 *
 * @returns one word for the inbox, e.g. `settled`; `unknown` when it is about nothing we know
 */
export type NoticeHandler = (tx: Tx, notice: Notice) => Promise<string>;

/** Who acts on notices that are not about payments. */
export type NoticeHandlers = Partial<Record<'refund' | 'dispute', NoticeHandler>>;

/**
 * Takes a provider's message in, once, and moves payment and order on. Call in a transaction.
 *
 * @returns what happened; nothing is thrown for what a provider may send, so that the message is always kept
 */
export async function hearNotice(tx: Tx, notice: Notice, handlers: NoticeHandlers = {}): Promise<Heard> {
	const kept = await tx
		.insertInto('payment_notices')
		.values({
			provider: notice.provider,
			notice_id: notice.noticeId,
			about: notice.about ?? 'payment',
			type: notice.type ?? '',
			reference: notice.reference,
			body: notice.body,
			received_at: now(),
		})
		.onConflict((conflict) => conflict.columns(['provider', 'notice_id']).doNothing())
		.returning('id')
		.executeTakeFirst();
	if (!kept) return { result: 'duplicate' };
	const heard = await apply(tx, notice, handlers);
	await tx
		.updateTable('payment_notices')
		.set({ outcome: heard.result === 'handled' ? heard.led : heard.result, handled_at: now() })
		.where('id', '=', kept.id)
		.execute();
	return heard;
}

async function apply(tx: Tx, notice: Notice, handlers: NoticeHandlers): Promise<Heard> {
	if (notice.about === 'refund' || notice.about === 'dispute') {
		const led = (await handlers[notice.about]?.(tx, notice)) ?? 'unknown';
		return led === 'unknown' ? { result: 'unknown' } : { result: 'handled', led };
	}
	if (notice.about === 'other') return { result: 'unknown' };
	const payment = await lockPayment(tx, notice);
	if (!payment) return { result: 'unknown' };
	if (notice.outcome === 'failed') {
		// A failure that arrives after the success is old news.
		const failed = await tx
			.updateTable('payments')
			.set({ status: 'failed', failure: notice.failure ?? null })
			.where('id', '=', payment.id)
			.where('status', '=', 'started')
			.executeTakeFirst();
		if (failed.numUpdatedRows > 0n)
			await noteOrder(tx, payment.orderId, 'payment_failed', { data: { why: notice.failure ?? '' } });
		return { result: 'failed' };
	}
	const { amount, currency, orderId } = payment;
	if (amount !== notice.amount || currency !== notice.currency) return { result: 'mismatch' };
	if (payment.status === 'succeeded') return { result: 'already_paid' };
	await tx
		.updateTable('payments')
		.set({ status: 'succeeded', failure: null, settled_at: now() })
		.where('id', '=', payment.id)
		.execute();
	if (!mayBecome(payment.orderStatus as OrderStatus, 'paid')) {
		await noteOrder(tx, orderId, 'overpaid', { data: { amount, currency } });
		return { result: 'overpaid', orderId, paymentId: payment.id, amount, currency };
	}
	await tx.updateTable('orders').set({ status: 'paid', paid_at: now() }).where('id', '=', orderId).execute();
	await noteOrder(tx, orderId, 'paid', { data: { provider: notice.provider } });
	return { result: 'settled', orderId, paymentId: payment.id };
}

/**
 * The payment and its order, both locked; its buyer before them, as everywhere: whoever locks in another order waits
 * for us while we wait for them.
 */
async function lockPayment(tx: Tx, { provider, reference }: Notice) {
	const buyer = await tx
		.selectFrom('payments')
		.innerJoin('orders', 'orders.id', 'payments.order_id')
		.innerJoin('users', 'users.id', 'orders.user_id')
		.select('payments.id')
		.where('payments.reference', '=', reference)
		.where('payments.provider', '=', provider)
		.forNoKeyUpdate('users')
		.executeTakeFirst();
	if (!buyer) return undefined;
	return tx
		.selectFrom('payments')
		.innerJoin('orders', 'orders.id', 'payments.order_id')
		.select([
			'payments.id',
			'payments.status',
			'payments.amount',
			'payments.currency',
			'orders.id as orderId',
			'orders.status as orderStatus',
		])
		.where('payments.id', '=', buyer.id)
		.forUpdate()
		.executeTakeFirstOrThrow();
}

/** Keeps where the provider sends the buyer, so that whoever comes back to the payment can go on. */
export async function keepNextStep(db: Db, reference: string, next: NextStep): Promise<void> {
	await db
		.updateTable('payments')
		.set({ next: JSON.stringify(next) })
		.where('reference', '=', reference)
		.execute();
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
				'payments.method',
				'payments.next',
				'payments.created_at as createdAt',
				'orders.id as orderId',
				'orders.title',
				'orders.user_id as userId',
				'orders.status as orderStatus',
			])
			.where('payments.reference', '=', reference)
			.executeTakeFirst()) ?? null
	);
}
