import type { Cookies } from '@sveltejs/kit';
import { type OfferId, parseId } from '#server/kernel/ids.ts';
import { isCurrency } from '#server/kernel/money.ts';
import { readVia } from '#server/modules/catalog/index.ts';
import { parsePrice } from '#shared/price.ts';

/** The cookie that keeps by whose link somebody came. */
export const VIA_COOKIE = 'stoa_via';

/** What a buyer chose, as it stands in the address or the form. */
export interface Chosen {
	offerId: OfferId | null;
	coupon: string;
	region: string | null;
	quantity: number;
	/** As it was typed. */
	amount: string;
}

type Given = Pick<FormData | URLSearchParams, 'get'>;

/** Reads the choices from a posted form or the address. */
export function readChosen(given: Given): Chosen {
	const text = (name: string) => String(given.get(name) ?? '').trim();
	const region = text('region').toUpperCase();
	const quantity = Number(text('quantity') || 1);
	return {
		offerId: parseId<OfferId>(text('offerId') || text('offer')),
		coupon: text('coupon').slice(0, 100),
		region: /^[A-Z]{2}$/.test(region) ? region : null,
		quantity: Number.isInteger(quantity) && quantity >= 1 && quantity <= 1000 ? quantity : 1,
		amount: text('amount').slice(0, 20),
	};
}

/** The amount that the buyer pleases to pay, in minor units; null when none was typed, or it is no amount. */
export function chosenAmount({ amount }: Chosen, currency: string): number | null {
	return amount && isCurrency(currency) ? parsePrice(amount, currency) : null;
}

/** The same checkout with these choices in its address. */
export function checkoutAddress(
	asked: URLSearchParams,
	chosen: Chosen,
	more: Record<string, string> = {},
): string {
	const query = new URLSearchParams();
	for (const name of ['item', 'space', 'seats', 'bundle', 'tier']) {
		const value = asked.get(name);
		if (value) query.set(name, value);
	}
	if (chosen.offerId) query.set('offer', String(chosen.offerId));
	if (chosen.coupon) query.set('coupon', chosen.coupon);
	if (chosen.region) query.set('region', chosen.region);
	if (chosen.quantity > 1) query.set('quantity', String(chosen.quantity));
	if (chosen.amount) query.set('amount', chosen.amount);
	for (const [name, value] of Object.entries(more)) query.set(name, value);
	return `/checkout?${query}`;
}

/** By whose link this browser came; null when by nobody's. */
export const viaOf = (cookies: Cookies) => readVia(cookies.get(VIA_COOKIE));
