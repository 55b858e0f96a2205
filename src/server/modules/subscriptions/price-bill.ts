import type { OfferId, OrderId, UserId } from '../../kernel/ids.ts';
import type { Currency, Money } from '../../kernel/money.ts';
import type { Db, Tx } from '../../platform/db/index.ts';
import {
	type Offer,
	offerAsOrdered,
	type Quote,
	type QuoteLine,
	quote,
	readPriceFacts,
} from '../catalog/index.ts';

/**
 * What a period costs its subscriber: the price they have, or for a plan that is new to them the list price where they
 * are, less what they have to their credit, and tax. Discounts and passing prices are of the first period only.
 *
 * @param kept what the subscriber pays for this plan; null: it is new to them
 * @param credit minor units before tax, below the price
 */
export async function priceBill(
	tx: Tx,
	offer: Offer,
	userId: UserId,
	{ kept, credit = 0, trialDays = null }: { kept: Money | null; credit?: number; trialDays?: number | null },
): Promise<Quote & { region: string }> {
	const { facts, list } = await listPrice(tx, offer, userId);
	const price = quote(
		{ ...offer, price: kept ?? list },
		{ quantity: 1, credit, trialDays },
		{ ...facts, prices: [], promotions: [], coupon: null, affiliate: null },
	);
	return { ...price, region: facts.buyer.region };
}

async function listPrice(db: Db, offer: Offer, buyerId: UserId) {
	const facts = await readPriceFacts(db, [offer], { buyerId });
	const lasting = facts
		.pricesOf(offer.id)
		.filter(({ minLevel, segment, endsAt }) => minLevel === null && segment === null && endsAt === null);
	const plain = { ...facts, prices: lasting, promotions: [], coupon: null, affiliate: null, tax: null };
	const { lines, currency } = quote(offer, { quantity: 1 }, plain);
	return { facts, list: { amount: eachOf(lines), currency } };
}

/** What a period of a plan costs somebody who begins it now, before tax. */
export async function listPriceOf(db: Db, offerId: OfferId, buyerId: UserId): Promise<Money> {
	return (await listPrice(db, await offerAsOrdered(db, offerId), buyerId)).list;
}

/** The price of one, before everything else. */
function eachOf(lines: readonly QuoteLine[]): number {
	return Number(lines.find(({ what }) => what === 'price')?.data?.each ?? 0);
}

/** How the price of an order came about. */
export interface OrderTerms {
	/** The price of one period. */
	each: Money;
	/** What was paid of it, without tax that was added. */
	paid: number;
	trial: boolean;
}

/** Reads them from what the buyer saw. */
export async function termsOfOrder(db: Db, orderId: OrderId): Promise<OrderTerms> {
	const order = await db
		.selectFrom('orders')
		.select(['quote', 'amount', 'currency', 'refunded', 'subtotal'])
		.where('id', '=', orderId)
		.executeTakeFirstOrThrow();
	const lines = order.quote as unknown as QuoteLine[];
	const added = lines.filter(({ what }) => what === 'tax').reduce((sum, { amount }) => sum + amount, 0);
	return {
		each: { amount: eachOf(lines) || order.subtotal, currency: order.currency as Currency },
		paid: Math.max(order.amount - added - order.refunded, 0),
		trial: lines.some(({ what }) => what === 'trial'),
	};
}
