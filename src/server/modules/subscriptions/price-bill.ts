import type { UserId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/index.ts';
import { type Offer, type Quote, quote } from '../catalog/index.ts';

/**
 * What a period costs its subscriber: the price of their offer, less what they have to their credit. Discounts are of
 * the first period only.
 *
 * @param credit minor units before tax, below the price
 */
export async function priceBill(_tx: Tx, offer: Offer, _userId: UserId, credit: number): Promise<Quote> {
	return lessCredit(quote(offer, { quantity: 1 }), credit);
}

/** Takes a credit off a quote without other discounts, and the tax of it. Pure. */
export function lessCredit(full: Quote, credit: number): Quote {
	if (credit === 0) return full;
	return {
		...full,
		lines: [...full.lines, { what: 'credit', amount: -credit }],
		discount: full.discount + credit,
		total: full.total - credit,
	};
}

/** A period that costs nothing, as the time to try is. Pure. */
export function free(
	offer: Pick<Offer, 'price' | 'trialDays'>,
): Pick<Quote, 'lines' | 'subtotal' | 'discount' | 'tax' | 'total' | 'currency'> {
	const { amount, currency } = offer.price;
	return {
		lines: [
			{ what: 'price', amount, data: { each: amount, quantity: 1 } },
			{ what: 'trial', amount: -amount, data: { days: offer.trialDays ?? 0 } },
		],
		subtotal: amount,
		discount: amount,
		tax: 0,
		total: 0,
		currency,
	};
}
