import { now } from '../../kernel/clock.ts';
import type { OrderId, UserId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import type { Offer, Quote } from '../catalog/index.ts';
import { noteOrder } from './history.ts';
import { openPayment } from './payments.ts';

/** An order that nobody pressed a button for: its price was agreed on before. */
export interface Bill {
	userId: UserId;
	/** It may be retired: who had it keeps its price. */
	offer: Pick<Offer, 'id' | 'title'>;
	price: Pick<Quote, 'lines' | 'subtotal' | 'discount' | 'tax' | 'total' | 'currency'> & { region: string };
	/** One for each bill; see orders.key. */
	key: string;
	details: Record<string, unknown>;
	/** Until then it may be paid. */
	expiresAt: Date;
}

/** Places a bill, in the transaction of what it is for. @throws when the key was used: a bug */
export async function placeBill(tx: Tx, { userId, offer, price, ...bill }: Bill): Promise<OrderId> {
	const { id } = await tx
		.insertInto('orders')
		.values({
			user_id: userId,
			offer_id: offer.id,
			subtotal: price.subtotal,
			discount: price.discount,
			tax: price.tax,
			amount: price.total,
			currency: price.currency,
			quote: JSON.stringify(price.lines),
			details: JSON.stringify(bill.details),
			title: offer.title,
			key: bill.key,
			region: price.region,
			created_at: now(),
			expires_at: bill.expiresAt,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await noteOrder(tx, id, 'placed');
	await emit(tx, null, 'orders.placed', { orderId: id });
	return id;
}

/** Closes a bill that is not to be paid any more. One that was paid meanwhile stays paid. */
export async function closeBill(tx: Tx, orderId: OrderId): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable('orders')
		.set({ status: 'cancelled', closed_at: now() })
		.where('id', '=', orderId)
		.where('status', '=', 'pending')
		.executeTakeFirst();
	if (numUpdatedRows > 0n) await noteOrder(tx, orderId, 'cancelled');
}

/** Starts a payment that is taken without the buyer. @returns the reference; null when the order is not to be paid */
export async function startCharge(
	tx: Tx,
	orderId: OrderId,
	provider: string,
): Promise<{ reference: string; amount: number; currency: Currency; title: string } | null> {
	const order = await tx
		.selectFrom('orders')
		.select(['status', 'amount', 'currency', 'title'])
		.where('id', '=', orderId)
		.forUpdate()
		.executeTakeFirstOrThrow();
	if (order.status !== 'pending') return null;
	const { amount, title } = order;
	const currency = order.currency as Currency;
	const { reference } = await openPayment(tx, { orderId, provider, amount, currency, actorId: null });
	return { reference, amount, currency, title };
}
