import type Stripe from 'stripe';
import type { Notice } from '../notice.ts';

/**
 * What a message of Stripe's says, once it is known to be Stripe's. What is not about money of ours is kept as `other`.
 *
 * @param referenceOf our reference of a payment by Stripe's id: disputes do not carry it
 */
export async function readStripeEvent(
	event: Stripe.Event,
	body: string,
	referenceOf: (intentId: string) => Promise<string | null>,
): Promise<Notice> {
	const base = { provider: 'stripe', noticeId: event.id, type: event.type, body };
	const other: Notice = { ...base, about: 'other', reference: '', outcome: 'none', amount: 0, currency: '' };
	switch (event.type) {
		case 'checkout.session.completed':
		case 'checkout.session.async_payment_succeeded':
		case 'checkout.session.async_payment_failed':
		case 'checkout.session.expired': {
			const session = event.data.object;
			const reference = session.client_reference_id ?? session.metadata?.reference;
			if (!reference) return other;
			const about = {
				...base,
				about: 'payment' as const,
				reference,
				amount: session.amount_total ?? 0,
				currency: (session.currency ?? '').toUpperCase(),
			};
			if (event.type === 'checkout.session.expired')
				return { ...about, outcome: 'failed', failure: 'expired' };
			if (event.type === 'checkout.session.async_payment_failed')
				return { ...about, outcome: 'failed', failure: 'declined' };
			// Completed, but the bank has not sent it yet: another message will say so.
			return session.payment_status === 'unpaid'
				? { ...other, reference }
				: { ...about, outcome: 'succeeded' };
		}
		case 'payment_intent.succeeded': {
			const intent = event.data.object;
			const reference = intent.metadata.reference;
			if (!reference) return other;
			return {
				...base,
				about: 'payment',
				reference,
				outcome: 'succeeded',
				amount: intent.amount_received,
				currency: intent.currency.toUpperCase(),
			};
		}
		case 'refund.created':
		case 'refund.updated':
		case 'refund.failed':
		case 'charge.refund.updated': {
			const refund = event.data.object;
			const reference = refund.metadata?.reference;
			const ended =
				refund.status === 'succeeded' || refund.status === 'failed' || refund.status === 'canceled';
			if (!reference || !ended) return { ...other, reference: reference ?? '' };
			const succeeded = refund.status === 'succeeded';
			return {
				...base,
				about: 'refund',
				reference,
				outcome: succeeded ? 'succeeded' : 'failed',
				amount: refund.amount,
				currency: refund.currency.toUpperCase(),
				...(succeeded ? {} : { failure: refund.failure_reason ?? refund.status ?? 'failed' }),
			};
		}
		case 'charge.dispute.created':
		case 'charge.dispute.closed': {
			const dispute = event.data.object;
			const intent = dispute.payment_intent;
			const reference = intent ? await referenceOf(typeof intent === 'string' ? intent : intent.id) : null;
			if (!reference) return other;
			const outcome =
				event.type === 'charge.dispute.created' ? 'opened' : dispute.status === 'lost' ? 'lost' : 'won';
			const { amount, currency } = dispute;
			return { ...base, about: 'dispute', reference, outcome, amount, currency: currency.toUpperCase() };
		}
		default:
			return other;
	}
}
