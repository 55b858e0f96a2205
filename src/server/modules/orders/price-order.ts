import type { UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import type { Settings } from '../../platform/settings/index.ts';
import {
	type Choice,
	type Offer,
	type PriceQuestion,
	type Quote,
	quote,
	readPriceFacts,
} from '../catalog/index.ts';

/** What an offer costs, and where the buyer is said to be. */
export interface OrderPrice extends Quote {
	region: string;
	settings: Settings;
}

/**
 * What an order of an offer comes to for somebody, now: pages show it, `placeOrder` keeps it. One statement, one more
 * for a coupon.
 *
 * @throws as `quote`; catalog.coupon_unknown
 */
export async function priceOrder(
	db: Db,
	offer: Offer,
	choice: Choice,
	question: PriceQuestion,
): Promise<OrderPrice> {
	const facts = await readPriceFacts(db, offer, question);
	const { coupon, buyer, settings } = facts;
	const usedByBuyer =
		coupon && buyer.userId !== null && coupon.discount.perPerson !== null
			? await timesUsed(db, coupon.discount.id, buyer.userId)
			: 0;
	const price = quote(offer, choice, { ...facts, coupon: coupon && { ...coupon, usedByBuyer } });
	return { ...price, region: buyer.region, settings };
}

/** How often somebody has a coupon reserved or used. */
export async function timesUsed(db: Db, discountId: number, userId: UserId): Promise<number> {
	const { n } = await db
		.selectFrom('coupon_uses')
		.select((eb) => eb.fn.countAll<number>().as('n'))
		.where('discount_id', '=', discountId)
		.where('user_id', '=', userId)
		.where('status', '<>', 'released')
		.executeTakeFirstOrThrow();
	return Number(n);
}
