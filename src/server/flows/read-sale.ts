import type { OrderId } from '../kernel/ids.ts';
import type { Currency } from '../kernel/money.ts';
import { offerAsOrdered } from '../modules/catalog/index.ts';
import type { Sale } from '../modules/orders/index.ts';
import type { Tx } from '../platform/db/index.ts';

/** An order as what is sold sees it. */
export async function readSale(tx: Tx, orderId: OrderId) {
	const order = await tx.selectFrom('orders').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow();
	const sale: Sale = {
		orderId,
		userId: order.user_id,
		amount: order.amount,
		tax: order.tax,
		currency: order.currency as Currency,
		quantity: order.quantity,
		offer: await offerAsOrdered(tx, order.offer_id),
		details: order.details,
	};
	const affiliate =
		order.affiliate_id === null ? null : { userId: order.affiliate_id, amount: order.affiliate_share };
	return { sale, affiliate, paidAt: order.paid_at, gift: order.gift };
}
