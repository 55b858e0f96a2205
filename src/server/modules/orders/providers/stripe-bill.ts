import type Stripe from 'stripe';
import type { Currency } from '../../../kernel/money.ts';
import type { BillLine } from '../provider.ts';

/**
 * Stripe's account of a time, from its balance transactions. Those are in the currency that Stripe settles in; payments,
 * refunds and disputes are given in the one that was paid, as we know them. Payouts to the bank are none of it.
 *
 * @param referenceOf our reference of a payment by Stripe's id: disputes do not carry it
 */
export async function readStripeBill(
	stripe: Stripe,
	created: { gte: number; lt: number },
	referenceOf: (intentId: string) => Promise<string | null>,
): Promise<BillLine[]> {
	const lines: BillLine[] = [];
	const list = stripe.balanceTransactions.list({ created, limit: 100, expand: ['data.source'] });
	for await (const one of list) {
		const source = typeof one.source === 'string' ? null : one.source;
		const at = new Date(one.created * 1000);
		let reference = one.id;
		if (source?.object === 'charge' || source?.object === 'refund') {
			reference = source.metadata?.reference ?? one.id;
			const charge = source.object === 'charge';
			lines.push({
				reference,
				kind: charge ? 'payment' : 'refund',
				amount: charge ? source.amount : one.amount < 0 ? -source.amount : source.amount,
				currency: source.currency.toUpperCase() as Currency,
				at,
			});
		} else if (source?.object === 'dispute') {
			const intent = source.payment_intent;
			if (intent) reference = (await referenceOf(typeof intent === 'string' ? intent : intent.id)) ?? one.id;
			// Withdrawn when it is opened, given back when it is won.
			lines.push({
				reference,
				kind: 'dispute',
				amount: one.amount < 0 ? -source.amount : source.amount,
				currency: source.currency.toUpperCase() as Currency,
				at,
			});
		}
		const fee = one.type === 'stripe_fee' ? -one.amount : one.fee;
		if (fee !== 0)
			lines.push({
				reference,
				kind: 'fee',
				amount: fee,
				currency: one.currency.toUpperCase() as Currency,
				at,
			});
	}
	return lines;
}
