import type { Currency } from '../../kernel/money.ts';
import { catalogError } from './errors.ts';
import type { Offer } from './offer.ts';

/** One step from the price of the offer to what is paid. Negative amounts make it cheaper. */
export interface QuoteLine {
	what: 'price' | 'tax';
	amount: number;
	/** What a reader needs to understand the line, e.g. a coupon's code or a rate in basis points. */
	data?: Record<string, string | number>;
}

/** What an offer costs somebody now, explained: the price shown is the price paid. */
export interface Quote {
	lines: QuoteLine[];
	/** total = subtotal - discount + tax, in minor units of the currency. */
	subtotal: number;
	discount: number;
	tax: number;
	total: number;
	currency: Currency;
}

/** What the buyer chose. */
export interface Choice {
	quantity: number;
	/** What the buyer wants to pay each where the price is open; minor units. */
	amount?: number | null;
}

/**
 * The one price function: pages show what it gives, orders keep it.
 *
 * @throws catalog.too_little when an open price is below the offer's
 */
export function quote(offer: Pick<Offer, 'price' | 'pricing'>, { quantity, amount }: Choice): Quote {
	const each = offer.pricing === 'open' && amount != null ? amount : offer.price.amount;
	if (each < offer.price.amount)
		throw catalogError('too_little', { detail: `At least ${offer.price.amount} is asked for.` });
	const subtotal = each * quantity;
	return {
		lines: [{ what: 'price', amount: subtotal, data: { each, quantity } }],
		subtotal,
		discount: 0,
		tax: 0,
		total: subtotal,
		currency: offer.price.currency,
	};
}
