import { makeGifts, voidGifts } from '../modules/gifts/index.ts';
import { type Sale, thingOf } from '../modules/orders/index.ts';
import type { Tx } from '../platform/db/index.ts';

/** Gives the buyer what was bought; of what is bought to be given away, the codes. Done again it does nothing more. */
export async function handOver(tx: Tx, sale: Sale, gift: boolean): Promise<void> {
	if (gift) await makeGifts(tx, sale);
	else await thingOf(sale.offer.sells).give(tx, sale);
}

/** Takes it back after the whole price was refunded; of a gift, from whoever redeemed its codes. */
export async function takeBackSale(tx: Tx, sale: Sale, gift: boolean): Promise<void> {
	const thing = thingOf(sale.offer.sells);
	if (!gift) return thing.takeBack(tx, sale);
	for (const userId of await voidGifts(tx, sale.orderId))
		await thing.takeBack(tx, { ...sale, userId, quantity: 1 });
}
