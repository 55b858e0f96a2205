import { randomUUID } from 'node:crypto';
import { type RequestEvent, redirect } from '@sveltejs/kit';
import type { OrderId } from '#server/kernel/ids.ts';
import type { Currency, Money } from '#server/kernel/money.ts';
import type { Offer } from '#server/modules/catalog/index.ts';
import { priceOrder } from '#server/modules/orders/index.ts';
import { viaOf } from './checkout-form.ts';
import { goPay, type Way, waysToPay } from './paying.ts';

/** What the end of a form that is paid shows; see PayBox.svelte. */
export interface Till {
	/** What it costs the reader now; null where the form asks how much. */
	price: Money | null;
	ways: Way[];
	/** One key for one showing of the form: pressed twice, it makes one order. */
	key: string;
}

/** The till of one offer: its price with everything that makes it more or less for this reader. Two statements. */
export async function tillOf(event: RequestEvent, offer: Offer): Promise<Till> {
	const { ctx, actor } = event.locals;
	const question = { buyerId: actor.userId, via: viaOf(event.cookies) };
	const { total, currency } = await priceOrder(ctx.db, offer, { quantity: 1 }, question);
	return { price: { amount: total, currency }, ways: waysToPay(event, currency), key: randomUUID() };
}

/** The till of a form that asks how much. */
export function openTill(event: RequestEvent, currency: Currency): Till {
	return { price: null, ways: waysToPay(event, currency), key: randomUUID() };
}

/** What every order takes of such a form: what was shown is what is paid. */
export function placing(event: RequestEvent, form: FormData) {
	const [amount, currency] = String(form.get('expected') ?? '').split(' ');
	return {
		key: form.get('key'),
		via: viaOf(event.cookies),
		expected: amount && currency ? { amount, currency } : null,
	};
}

/** Sends the buyer of an order to where it is paid; what costs nothing is shown as it is. */
export function toPayment(
	event: RequestEvent,
	{ orderId, toPay }: { orderId: OrderId; toPay: boolean },
	form: FormData,
): Promise<never> {
	if (!toPay) redirect(303, `/orders/${orderId}?from=payment`);
	return goPay(event, orderId, form);
}
