import type { Money } from '../../kernel/money.ts';
import { type Audience, type Buyer, isFor, isWithin } from './buyer.ts';

/** Another price of an offer, for some buyers or for some time. */
export interface PriceRow extends Audience {
	id: number;
	price: Money;
	startsAt: Date;
	endsAt: Date | null;
}

/** What one costs before any discount, and why it is not the offer's own price. */
export interface BestPrice {
	list: Money;
	/** The region that the list price is of; null: of all. */
	region: string | null;
	/** A lower price that this buyer has now. */
	special: { price: Money; why: 'time' | 'level' | 'segment'; row: PriceRow } | null;
}

/**
 * Finds the price of an offer for a buyer.
 *
 * The *list price* is the offer's, or that of a row for everybody without an end: a row of the buyer's region goes
 * before one of all regions, the one that began last before the others. It may be higher than the offer's, and in
 * another currency. A *special price* is a row with an end, a level or a segment, in the currency of the list price:
 * the lowest that matches, where it is lower than the list price.
 */
export function bestPrice(own: Money, rows: readonly PriceRow[], buyer: Buyer, at: Date): BestPrice {
	const matching = rows.filter((row) => isFor(row, buyer) && isWithin(row, at));
	const lists = matching.filter((row) => whyOf(row) === null);
	const [list] = [...lists].sort(
		(a, b) =>
			Number(b.region !== null) - Number(a.region !== null) ||
			b.startsAt.getTime() - a.startsAt.getTime() ||
			b.id - a.id,
	);
	const price = list?.price ?? own;
	const [lowest] = matching
		.filter(
			(row) =>
				whyOf(row) !== null && row.price.currency === price.currency && row.price.amount < price.amount,
		)
		.sort((a, b) => a.price.amount - b.price.amount || a.id - b.id);
	return {
		list: price,
		region: list?.region ?? null,
		special: lowest ? { price: lowest.price, why: whyOf(lowest)!, row: lowest } : null,
	};
}

function whyOf(row: PriceRow): 'time' | 'level' | 'segment' | null {
	if (row.segment !== null) return 'segment';
	if (row.minLevel !== null) return 'level';
	return row.endsAt === null ? null : 'time';
}
