import type Stripe from 'stripe';
import { now } from '../../../kernel/clock.ts';
import type { Notice } from '../notice.ts';
import { orderError } from '../order.ts';
import type { PaymentProvider, RefundAnswer } from '../provider.ts';
import { unavailable } from './http.ts';
import { readStripeBill } from './stripe-bill.ts';
import { readStripeEvent } from './stripe-events.ts';

/** What Stripe knows us by; `api` is another address than its own, for tests. */
export interface StripeAccess {
	secretKey: string;
	webhookSecret: string;
	api?: string;
	patienceMs: number;
}

/** How old a message may be, in seconds; Stripe's own libraries take the same. */
const TOLERANCE = 300;

/**
 * Stripe: its Checkout page, refunds, disputes, and later payments by what was agreed in Checkout. Every request has a
 * key of ours, so that one sent twice is one; what it makes carries our reference as metadata, by which it is found.
 */
export function openStripe(access: StripeAccess): PaymentProvider {
	const provider = 'stripe';
	let opened: Promise<Stripe> | undefined;
	// The library would add to every start of a site that never sells.
	const client = () => {
		opened ??= import('stripe').then(({ default: Client }) => {
			const at = access.api ? new URL(access.api) : undefined;
			return new Client(access.secretKey, {
				maxNetworkRetries: 1,
				timeout: access.patienceMs,
				telemetry: false,
				...(at
					? {
							host: at.hostname,
							port: at.port || undefined,
							protocol: at.protocol.slice(0, -1) as 'http' | 'https',
						}
					: {}),
			});
		});
		return opened;
	};

	/** @throws orders.provider_unavailable for everything but an answer of Stripe's that it will not */
	async function ask<T>(work: (stripe: Stripe) => Promise<T>): Promise<T> {
		const stripe = await client();
		try {
			return await work(stripe);
		} catch (cause) {
			if (isRefusal(cause)) throw cause;
			throw unavailable(cause);
		}
	}

	const intentOf = (reference: string) =>
		ask(async (stripe) => {
			const found = await stripe.paymentIntents.search({
				query: `metadata['reference']:'${reference}'`,
				expand: ['data.latest_charge'],
				limit: 10,
			});
			// Of several tries one may have succeeded.
			return found.data.find(({ status }) => status === 'succeeded') ?? found.data[0] ?? null;
		});

	/**
	 * A means of payment that was left without paying: its customer carries our reference, as what is set up cannot be
	 * searched for.
	 */
	const meansOf = (reference: string) =>
		ask(async (stripe) => {
			const found = await stripe.customers.search({
				query: `metadata['reference']:'${reference}'`,
				limit: 1,
			});
			const customer = found.data[0]?.id;
			if (!customer) return null;
			const { data } = await stripe.checkout.sessions.list({ customer, limit: 10 });
			const session = data.find(({ status }) => status === 'complete');
			if (!session) return null;
			const methods = await stripe.paymentMethods.list({ customer, limit: 1 });
			const method = methods.data[0]?.id;
			return method ? { customer, method, session } : null;
		});

	const beginMeans = async (reference: string, currency: string, returnUrl: string) => {
		const metadata = { reference };
		const customer = await ask((stripe) =>
			stripe.customers.create({ metadata }, { idempotencyKey: `customer:${reference}` }),
		);
		return ask((stripe) =>
			stripe.checkout.sessions.create(
				{
					mode: 'setup',
					customer: customer.id,
					currency: currency.toLowerCase(),
					client_reference_id: reference,
					success_url: returnUrl,
					cancel_url: returnUrl,
					metadata,
					setup_intent_data: { metadata },
				},
				{ idempotencyKey: `begin:${reference}` },
			),
		);
	};

	const asNotice = (intent: Stripe.PaymentIntent, reference: string): Notice | null => {
		const base = {
			provider,
			noticeId: `ask:${reference}:${intent.status}`,
			about: 'payment' as const,
			type: 'asked',
			reference,
			amount: intent.status === 'succeeded' ? intent.amount_received : intent.amount,
			currency: intent.currency.toUpperCase(),
			body: JSON.stringify(intent),
		};
		if (intent.status === 'succeeded') return { ...base, outcome: 'succeeded' };
		if (intent.status === 'canceled') return { ...base, outcome: 'failed', failure: 'canceled' };
		return null;
	};

	return {
		name: provider,
		currencies: ['USD', 'EUR', 'CNY', 'JPY', 'HKD', 'SGD'],
		methods: ['page'],
		calendar: { utcOffset: 0, readyAfterHours: 2 },
		keepsMeans: true,

		async begin({ reference, amount, currency, title, returnUrl, again }) {
			const metadata = { reference };
			const beginning =
				amount === 0
					? beginMeans(reference, currency, returnUrl)
					: ask((stripe) =>
							stripe.checkout.sessions.create(
								{
									mode: 'payment',
									client_reference_id: reference,
									line_items: [
										{
											quantity: 1,
											price_data: {
												currency: currency.toLowerCase(),
												unit_amount: amount,
												product_data: { name: title.slice(0, 250) },
											},
										},
									],
									success_url: returnUrl,
									cancel_url: returnUrl,
									metadata,
									payment_intent_data: {
										metadata,
										...(again ? { setup_future_usage: 'off_session' as const } : {}),
									},
									...(again ? { customer_creation: 'always' as const } : {}),
								},
								{ idempotencyKey: `begin:${reference}` },
							),
						);
			const session = await beginning.catch((cause) => {
				throw isRefusal(cause) ? unavailable(cause) : cause;
			});
			if (!session.url) throw unavailable(new Error('The session of Checkout has no address.'));
			return { step: 'redirect', url: session.url };
		},

		async hear({ headers, body }) {
			const stripe = await client();
			const signature = headers['stripe-signature'] ?? '';
			let event: Stripe.Event;
			try {
				const { webhooks } = stripe;
				event = webhooks.constructEvent(
					body,
					signature,
					access.webhookSecret,
					TOLERANCE,
					undefined,
					now().getTime(),
				);
			} catch (cause) {
				throw orderError('notice_invalid', { cause, detail: 'Not signed by Stripe, or too old.' });
			}
			// The library asks only how old it is.
			const signedAt = Number(/(?:^|,)t=(\d+)/.exec(signature)?.[1]) * 1000;
			if (signedAt - now().getTime() > TOLERANCE * 1000)
				throw orderError('notice_invalid', { detail: 'It is of the future.' });
			const notice = await readStripeEvent(event, body, async (id) => {
				const intent = await ask(({ paymentIntents }) => paymentIntents.retrieve(id));
				return intent.metadata.reference ?? null;
			});
			return { notices: [notice], reply: { type: 'application/json', body: '{"received":true}' } };
		},

		async ask(reference) {
			const intent = await intentOf(reference);
			if (intent) return asNotice(intent, reference);
			const means = await meansOf(reference);
			return (
				means && {
					provider,
					noticeId: `ask:${reference}:means`,
					about: 'payment',
					type: 'asked',
					reference,
					outcome: 'succeeded',
					amount: 0,
					currency: (means.session.currency ?? '').toUpperCase(),
					body: JSON.stringify(means.session),
				}
			);
		},

		async refund({ reference, paymentReference, amount }) {
			try {
				const intent = await intentOf(paymentReference);
				if (intent?.status !== 'succeeded') throw unavailable(new Error('Stripe does not find the payment.'));
				const refund = await ask((stripe) =>
					stripe.refunds.create(
						{ payment_intent: intent.id, amount, reason: 'requested_by_customer', metadata: { reference } },
						{ idempotencyKey: `refund:${reference}` },
					),
				);
				return refundAnswer(refund);
			} catch (cause) {
				if (!isRefusal(cause)) throw cause;
				return { status: 'failed', failure: cause.code ?? cause.type };
			}
		},

		async askRefund(reference, paymentReference) {
			const intent = await intentOf(paymentReference);
			if (!intent) return null;
			return ask(async (stripe) => {
				for await (const refund of stripe.refunds.list({ payment_intent: intent.id, limit: 100 }))
					if (refund.metadata?.reference === reference) return refundAnswer(refund);
				return null;
			});
		},

		async chargeAgain({ reference, amount, currency, title }, agreement) {
			const agreed = await intentOf(agreement);
			const left = agreed ? null : await meansOf(agreement);
			const customer = left?.customer ?? idOf(agreed?.customer);
			const method = left?.method ?? idOf(agreed?.payment_method);
			const failed = (failure: string, body = ''): Notice => ({
				provider,
				noticeId: `again:${reference}:${failure}`,
				about: 'payment',
				type: 'asked',
				reference,
				outcome: 'failed',
				amount,
				currency,
				failure,
				body,
			});
			if (!customer || !method) return failed('no_agreement');
			try {
				const intent = await ask((stripe) =>
					stripe.paymentIntents.create(
						{
							amount,
							currency: currency.toLowerCase(),
							customer,
							payment_method: method,
							off_session: true,
							confirm: true,
							description: title.slice(0, 250),
							metadata: { reference },
						},
						{ idempotencyKey: `again:${reference}` },
					),
				);
				const notice = asNotice(intent, reference);
				if (!notice) throw unavailable(new Error(`The payment is ${intent.status}.`));
				return notice;
			} catch (cause) {
				if (!isRefusal(cause)) throw cause;
				return failed(cause.decline_code ?? cause.code ?? cause.type, JSON.stringify(cause.raw ?? {}));
			}
		},

		async bill(day) {
			const from = Date.parse(`${day}T00:00:00Z`) / 1000;
			return ask((stripe) =>
				readStripeBill(stripe, { gte: from, lt: from + 86_400 }, async (id) => {
					const intent = await stripe.paymentIntents.retrieve(id);
					return intent.metadata.reference ?? null;
				}),
			);
		},
	};
}

/** An answer that asking again does not change: a declined card, a wrong amount. */
function isRefusal(cause: unknown): cause is Stripe.errors.StripeError {
	const type = (cause as { type?: string } | null)?.type;
	return type === 'StripeCardError' || type === 'StripeInvalidRequestError';
}

const idOf = (thing: string | { id: string } | null | undefined) =>
	typeof thing === 'string' ? thing : (thing?.id ?? null);

function refundAnswer({ status, failure_reason }: Stripe.Refund): RefundAnswer {
	if (status === 'succeeded') return { status: 'succeeded' };
	if (status === 'failed' || status === 'canceled')
		return { status: 'failed', failure: failure_reason ?? status };
	return { status: 'pending' };
}
