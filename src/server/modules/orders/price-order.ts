import type { AppError } from '../../kernel/errors.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import type { Settings } from '../../platform/settings/index.ts';
import {
	type Choice,
	isCouponRefusal,
	type Offer,
	type PriceQuestion,
	type Quote,
	quote,
	readPriceFacts,
	type SharedFacts,
} from '../catalog/index.ts';

/** What an offer costs, and where the buyer is said to be. */
export interface OrderPrice extends Quote {
	region: string;
	settings: Settings;
}

/**
 * What an order of an offer comes to for somebody, now: `placeOrder` keeps it. One statement, one more for a coupon
 * that each person may use so often.
 *
 * @throws as `quote`; catalog.coupon_unknown
 */
export async function priceOrder(
	db: Db,
	offer: Offer,
	choice: Choice,
	question: PriceQuestion,
): Promise<OrderPrice> {
	const facts = await factsFor(db, [offer], question);
	if (facts.noCoupon) throw facts.noCoupon;
	return priceBy(facts, offer, choice);
}

/** What one of several offers costs; with `refused`, without the coupon, and why. */
export interface OfferPrice {
	offer: Offer;
	price: OrderPrice;
	refused: AppError | null;
}

/**
 * What each of several offers costs, for a page that shows them: a coupon that does not apply is told of,
 * and the price is then that without it. As many statements as for one.
 *
 * @throws catalog.too_little, catalog.one_only
 */
export async function priceOffers(
	db: Db,
	offers: readonly Offer[],
	choice: Choice,
	question: PriceQuestion,
): Promise<{ prices: OfferPrice[]; region: string; regions: string[] }> {
	const facts = await factsFor(db, offers, question);
	const prices = offers.map((offer) => {
		if (facts.noCoupon) return { offer, price: priceBy(facts, offer, choice), refused: facts.noCoupon };
		try {
			return { offer, price: priceBy(facts, offer, choice), refused: null };
		} catch (thrown) {
			if (!isCouponRefusal(thrown)) throw thrown;
			return { offer, price: priceBy({ ...facts, coupon: null }, offer, choice), refused: thrown };
		}
	});
	return { prices, region: facts.buyer.region, regions: facts.regions };
}

async function factsFor(db: Db, offers: readonly Offer[], question: PriceQuestion): Promise<SharedFacts> {
	const facts = await readPriceFacts(db, offers, question);
	const { coupon, buyer } = facts;
	if (!coupon || buyer.userId === null || coupon.discount.perPerson === null) return facts;
	const usedByBuyer = await timesUsed(db, coupon.discount.id, buyer.userId);
	return { ...facts, coupon: { ...coupon, usedByBuyer } };
}

function priceBy(facts: SharedFacts, offer: Offer, choice: Choice): OrderPrice {
	const price = quote(offer, choice, { ...facts, prices: facts.pricesOf(offer.id) });
	return { ...price, region: facts.buyer.region, settings: facts.settings };
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
