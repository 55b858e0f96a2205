import { now } from '../kernel/clock.ts';
import type { OrderId } from '../kernel/ids.ts';
import type { Currency } from '../kernel/money.ts';
import { offerAsOrdered } from '../modules/catalog/index.ts';
import { postTransfer } from '../modules/ledger/index.ts';
import { divide, type Earners, owedBack, type Sale, type Thing, thingOf } from '../modules/orders/index.ts';
import { platformShareOf, splitOf } from '../modules/payouts/index.ts';
import type { Tx } from '../platform/db/index.ts';
import { emit } from '../platform/events/index.ts';

/**
 * Hands over what an order bought and books its money, in the transaction in which it became paid: who paid always
 * gets what was paid for, and the ledger always says where the money is.
 *
 * @param provider who holds the money; null when the order costs nothing
 * @param platformShareBps the platform's share of a sale in basis points, where none was agreed with the seller
 */
export async function fulfil(
	tx: Tx,
	orderId: OrderId,
	provider: string | null,
	platformShareBps: number,
): Promise<void> {
	const { sale, affiliate } = await readSale(tx, orderId);
	const thing = thingOf(sale.offer.sells);
	if (provider !== null) {
		// Two orders for one thing may both be on their way to the provider, from two windows: the second one earns nobody
		// anything. The buyer's row is locked, so that of two notices at once one sees what the other gave.
		await tx.selectFrom('users').select('id').where('id', '=', sale.userId).forNoKeyUpdate().execute();
		const twice = await thing.hasAlready?.(tx, sale.userId, sale.offer);
		await postTransfer(tx, {
			...(twice
				? owedBack(provider, sale.amount, sale.currency)
				: {
						kind: 'sale',
						currency: sale.currency,
						entries: [
							{ account: { kind: 'clearing', provider }, amount: sale.amount },
							...divide({
								amount: sale.amount,
								tax: sale.tax,
								earners: await earnersOf(tx, thing, sale),
								platformShareBps: await platformShareOf(tx, sale.offer.sellerId, platformShareBps, now()),
								affiliate,
							}),
						],
					}),
			reference: `order:${orderId}`,
			key: `sale:${orderId}`,
		});
	}
	await thing.give(tx, sale);
	await emit(tx, sale.userId, 'orders.paid', {
		orderId,
		userId: sale.userId,
		itemId: sale.offer.itemId,
		spaceId: sale.offer.spaceId,
	});
}

/**
 * Whose money a sale becomes. A split that is in force goes before what the kind of thing says, and that before the
 * seller alone; what is in escrow is nobody's yet.
 */
export async function earnersOf(tx: Tx, thing: Thing, sale: Sale): Promise<Earners> {
	const own = await thing.earners?.(tx, sale);
	if (own === 'escrow') return own;
	const split = await splitOf(tx, sale.offer, now());
	if (split.length > 0) return split;
	if (own) return own;
	return sale.offer.sellerId === null ? [] : [{ userId: sale.offer.sellerId, weight: 1 }];
}

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
	return { sale, affiliate };
}
