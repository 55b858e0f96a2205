import { now } from '../kernel/clock.ts';
import { mayBecome, type OrderStatus } from '../modules/orders/index.ts';
import type { Tx } from '../platform/db/index.ts';
import { emit } from '../platform/events/index.ts';
import { takeBackSale } from './hand-over.ts';
import { readSale } from './read-sale.ts';

/**
 * Counts what was sent back, or lost, of an order's price. At the whole price the order is refunded and what it bought is
 * taken back; who has earned points by it loses them in proportion, by the event.
 */
export async function countRefunded(
	tx: Tx,
	order: { id: number; user_id: number; status: string; amount: number; refunded: number },
	amount: number,
): Promise<void> {
	const refunded = order.refunded + amount;
	const whole = refunded === order.amount && mayBecome(order.status as OrderStatus, 'refunded');
	await tx
		.updateTable('orders')
		.set({ refunded, ...(whole ? { status: 'refunded', closed_at: now() } : {}) })
		.where('id', '=', order.id)
		.execute();
	const { sale, gift } = await readSale(tx, order.id);
	if (whole) await takeBackSale(tx, sale, gift);
	await emit(tx, null, 'orders.refunded', {
		orderId: order.id,
		userId: order.user_id,
		itemId: sale.offer.itemId,
		spaceId: sale.offer.spaceId,
		amount,
		of: order.amount,
		whole,
	});
}
