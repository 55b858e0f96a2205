import { now } from '../../kernel/clock.ts';
import type { ItemId, OrderId, UserId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { anItem, aPerson, unique } from '../items/testing.ts';

/** An order that is paid, as its row says; nothing is booked and nothing opened. */
export async function aPaidOrder(
	db: Db,
	given: {
		userId?: UserId;
		itemId?: ItemId;
		amount?: number;
		tax?: number;
		currency?: string;
		title?: string;
		quote?: { what: string; amount: number; data?: Record<string, string | number> }[];
		paidAt?: Date | null;
	} = {},
): Promise<{ orderId: OrderId; userId: UserId }> {
	const userId = given.userId ?? (await aPerson(db)).id;
	const itemId = given.itemId ?? (await anItem(db, { kind: 'article', access: 'paid' })).id;
	const amount = given.amount ?? 1900;
	const tax = given.tax ?? 0;
	const currency = given.currency ?? 'CNY';
	const { id: offerId } = await db
		.insertInto('offers')
		// Retired: several may be of one item.
		.values({ sells: 'item', item_id: itemId, amount, currency, retired_at: now() })
		.returning('id')
		.executeTakeFirstOrThrow();
	const { id } = await db
		.insertInto('orders')
		.values({
			user_id: userId,
			offer_id: offerId,
			status: 'paid',
			subtotal: amount - tax,
			tax,
			amount,
			currency,
			title: given.title ?? '《查询规划器》：从统计信息到执行计划',
			quote: JSON.stringify(given.quote ?? [{ what: 'price', amount, data: { each: amount, quantity: 1 } }]),
			key: unique('order-key'),
			paid_at: given.paidAt === undefined ? now() : given.paidAt,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return { orderId: id, userId };
}

/** Money of an order that was sent back, as its row says. */
export async function sentBack(db: Db, orderId: OrderId, amount: number): Promise<void> {
	await db
		.updateTable('orders')
		.set({ refunded: sql<number>`refunded + ${amount}` })
		.where('id', '=', orderId)
		.execute();
}
