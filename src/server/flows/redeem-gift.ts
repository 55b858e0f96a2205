import type { Actor } from '../contracts/actor.ts';
import { requireActing } from '../contracts/policy.ts';
import { findGift, takeGift } from '../modules/gifts/index.ts';
import { thingOf } from '../modules/orders/index.ts';
import { type Db, inTransaction } from '../platform/db/index.ts';
import { readSale } from './read-sale.ts';

/**
 * Redeems a gift's code: once, by whoever is the first.
 *
 * @throws gifts.not_found, gifts.redeemed, gifts.expired, gifts.once; orders.already_owned, catalog.not_for_sale when what
 *   it gives is of no use to this person: the code stays good
 */
export async function redeemGift(db: Db, actor: Actor, code: string): Promise<void> {
	const member = requireActing(actor);
	await inTransaction(db, async (tx) => {
		// One after the other: of two codes for one thing at once, the second finds that it is there.
		await tx.selectFrom('users').select('id').where('id', '=', member.userId).forNoKeyUpdate().execute();
		const gift = await findGift(tx, code);
		const { orderId } = await takeGift(tx, code, member.userId, gift.title);
		const { sale } = await readSale(tx, orderId);
		const thing = thingOf(sale.offer.sells);
		await thing.demandBuyable(tx, member, sale.offer);
		await thing.give(tx, { ...sale, userId: member.userId, quantity: 1 });
	});
}
