import { now } from '../../kernel/clock.ts';
import type { OfferId, OrderId, UserId } from '../../kernel/ids.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import { catalogError, type Offer } from '../catalog/index.ts';
import { timesUsed } from './price-order.ts';

/*
 * Stock and coupons are kept for an order from its placing on. Giving them back when it is closed unpaid, and marking
 * them used when it is paid, is a trigger's (migration 6): no road to closing an order forgets it. Always the offer
 * before the discount, so that two at once never wait for each other.
 */

/**
 * Keeps stock of an offer for an order.
 *
 * @returns whether any had to be kept: most offers have no end
 * @throws catalog.sold_out
 */
export async function takeStock(tx: Tx, offer: Offer, quantity: number): Promise<boolean> {
	if (offer.left === null) return false;
	if (!(await takeFrom(tx, offer.id, quantity)))
		throw catalogError('sold_out', { params: { left: offer.left } });
	return true;
}

async function takeFrom(tx: Tx, offerId: OfferId, quantity: number): Promise<boolean> {
	const { numUpdatedRows } = await tx
		.updateTable('offers')
		.set((eb) => ({ sold: eb('sold', '+', quantity) }))
		.where('id', '=', offerId)
		.where(sql<boolean>`sold + ${quantity} <= stock`)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

/**
 * Keeps one use of a coupon for an order. Of fifty who come at once for the last one, one gets it.
 *
 * @throws catalog.coupon_gone, catalog.coupon_used
 */
export async function takeCoupon(
	tx: Tx,
	discountId: number,
	orderId: OrderId,
	userId: UserId,
	code: string,
): Promise<void> {
	const refused = await takeUse(tx, discountId, userId);
	if (refused) throw catalogError(`coupon_${refused}`, { params: { code } });
	await tx
		.insertInto('coupon_uses')
		.values({ order_id: orderId, discount_id: discountId, user_id: userId })
		.execute();
}

// The row of the discount is locked by its update: whoever counts the uses of one person counts all of them.
async function takeUse(tx: Tx, discountId: number, userId: UserId): Promise<'gone' | 'used' | null> {
	const taken = await tx
		.updateTable('discounts')
		.set((eb) => ({ used: eb('used', '+', 1) }))
		.where('id', '=', discountId)
		.where((eb) => eb.or([eb('total', 'is', null), eb('used', '<', eb.ref('total'))]))
		.returning('per_person')
		.executeTakeFirst();
	if (!taken) return 'gone';
	if (taken.per_person !== null && (await timesUsed(tx, discountId, userId)) >= taken.per_person) {
		await giveUseBack(tx, discountId);
		return 'used';
	}
	return null;
}

async function giveUseBack(tx: Tx, discountId: number): Promise<void> {
	await tx
		.updateTable('discounts')
		.set((eb) => ({ used: eb('used', '-', 1) }))
		.where('id', '=', discountId)
		.execute();
}

/**
 * Asks whether an order that has just become paid still has what was kept for it. One that was closed before has lost
 * it, and takes it again if it is still there: all of it, or nothing. Call after the order's status changed.
 *
 * @returns false when stock or coupon went to somebody else meanwhile: the payment is owed back
 */
export async function stillKept(tx: Tx, orderId: OrderId): Promise<boolean> {
	const order = await tx
		.selectFrom('orders')
		.innerJoin('offers', 'offers.id', 'orders.offer_id')
		.leftJoin('coupon_uses', 'coupon_uses.order_id', 'orders.id')
		.select([
			'orders.offer_id',
			'orders.user_id',
			'orders.quantity',
			'orders.holds_stock',
			'offers.stock',
			'coupon_uses.discount_id',
			'coupon_uses.status as coupon',
		])
		.where('orders.id', '=', orderId)
		.executeTakeFirstOrThrow();
	const needsStock = order.stock !== null && !order.holds_stock;
	if (needsStock && !(await takeFrom(tx, order.offer_id, order.quantity))) return false;
	if (order.coupon === 'released') {
		if (await takeUse(tx, order.discount_id!, order.user_id)) {
			if (needsStock)
				await tx
					.updateTable('offers')
					.set((eb) => ({ sold: eb('sold', '-', order.quantity) }))
					.where('id', '=', order.offer_id)
					.execute();
			return false;
		}
		await tx
			.updateTable('coupon_uses')
			.set({ status: 'used', changed_at: now() })
			.where('order_id', '=', orderId)
			.execute();
	}
	if (needsStock)
		await tx.updateTable('orders').set({ holds_stock: true }).where('id', '=', orderId).execute();
	return true;
}
