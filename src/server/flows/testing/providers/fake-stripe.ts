import { createHmac, randomBytes } from 'node:crypto';
import { now } from '../../../kernel/clock.ts';
import type { Bench, Said } from './bench.ts';
import { type Answer, type Asked, startMachine } from './fake-machine.ts';

interface Session {
	id: string;
	reference: string;
	amount: number;
	currency: string;
	again: boolean;
	intent: string | null;
	/** Of one that only asks for a means of payment: whose, and the means once it was left. */
	setup: { customer: string; method: string | null } | null;
}
interface Intent {
	id: string;
	reference: string;
	amount: number;
	currency: string;
	status: string;
	customer: string | null;
	method: string | null;
	created: number;
	disputed: boolean;
}
interface Refund {
	id: string;
	intent: string;
	reference: string;
	amount: number;
	status: string;
	created: number;
}

const id = (prefix: string) => `${prefix}_${randomBytes(12).toString('hex')}`;
const seconds = () => Math.floor(now().getTime() / 1000);

/**
 * Stripe as far as we use it, with a memory: what `stripe-mock` has none of. Shapes are those of its API; messages are
 * signed as it signs.
 */
export async function fakeStripe() {
	const webhookSecret = `whsec_${randomBytes(24).toString('base64url')}`;
	const secretKey = `sk_test_${randomBytes(12).toString('hex')}`;
	const sessions = new Map<string, Session>();
	const intents = new Map<string, Intent>();
	const refunds = new Map<string, Refund>();
	/** Customers by our reference. */
	const customers = new Map<string, string>();
	const keys = new Map<string, { params: string; answer: Answer }>();
	const declining = new Set<string>();
	let refundStatus = 'succeeded';

	const json = (body: unknown, status = 200): Answer => ({ status, body: JSON.stringify(body) });
	const wrong = (status: number, type: string, code: string, more: object = {}) =>
		json({ error: { type, code, message: code, ...more } }, status);
	const showSession = (one: Session) => ({
		id: one.id,
		object: 'checkout.session',
		amount_total: one.setup ? null : one.amount,
		client_reference_id: one.reference,
		currency: one.currency,
		livemode: false,
		metadata: { reference: one.reference },
		mode: one.setup ? 'setup' : 'payment',
		payment_intent: one.intent,
		payment_status: one.setup ? 'no_payment_required' : one.intent ? 'paid' : 'unpaid',
		status: one.intent || one.setup?.method ? 'complete' : 'open',
		url: `https://checkout.stripe.com/c/pay/${one.id}#fid`,
	});
	const showIntent = (one: Intent) => ({
		id: one.id,
		object: 'payment_intent',
		amount: one.amount,
		amount_received: one.status === 'succeeded' ? one.amount : 0,
		created: one.created,
		currency: one.currency,
		customer: one.customer,
		latest_charge: `ch_${one.id.slice(3)}`,
		livemode: false,
		metadata: { reference: one.reference },
		payment_method: one.method,
		status: one.status,
	});
	const showRefund = (one: Refund) => ({
		id: one.id,
		object: 'refund',
		amount: one.amount,
		created: one.created,
		currency: intents.get(one.intent)!.currency,
		failure_reason: one.status === 'failed' ? 'expired_or_canceled_card' : undefined,
		metadata: { reference: one.reference },
		payment_intent: one.intent,
		status: one.status,
	});

	function post(path: string, form: URLSearchParams): Answer {
		const value = (name: string) => form.get(name) ?? '';
		if (path === '/v1/customers') {
			const customer = id('cus');
			customers.set(value('metadata[reference]'), customer);
			return json({
				id: customer,
				object: 'customer',
				metadata: { reference: value('metadata[reference]') },
			});
		}
		if (path === '/v1/checkout/sessions' && value('mode') === 'setup') {
			const reference = value('client_reference_id');
			const customer = value('customer');
			if (customers.get(reference) !== customer || !value('currency'))
				return wrong(400, 'invalid_request_error', 'parameter_missing');
			const one: Session = {
				id: id('cs_test'),
				reference,
				amount: 0,
				currency: value('currency'),
				again: true,
				intent: null,
				setup: { customer, method: null },
			};
			sessions.set(reference, one);
			return json(showSession(one));
		}
		if (path === '/v1/checkout/sessions') {
			const one: Session = {
				id: id('cs_test'),
				reference: value('client_reference_id'),
				amount:
					Number(value('line_items[0][price_data][unit_amount]')) * Number(value('line_items[0][quantity]')),
				currency: value('line_items[0][price_data][currency]'),
				again: value('payment_intent_data[setup_future_usage]') === 'off_session',
				intent: null,
				setup: null,
			};
			if (value('payment_intent_data[metadata][reference]') !== one.reference)
				return wrong(400, 'invalid_request_error', 'parameter_missing');
			sessions.set(one.reference, one);
			return json(showSession(one));
		}
		if (path === '/v1/payment_intents') {
			const customer = value('customer');
			const declined = declining.has(customer);
			const one: Intent = {
				id: id('pi'),
				reference: value('metadata[reference]'),
				amount: Number(value('amount')),
				currency: value('currency'),
				status: declined ? 'requires_payment_method' : 'succeeded',
				customer,
				method: value('payment_method'),
				created: seconds(),
				disputed: false,
			};
			if (value('off_session') !== 'true' || value('confirm') !== 'true' || !customer)
				return wrong(400, 'invalid_request_error', 'parameter_missing');
			intents.set(one.id, one);
			return declined
				? wrong(402, 'card_error', 'card_declined', { decline_code: 'insufficient_funds' })
				: json(showIntent(one));
		}
		if (path === '/v1/refunds') {
			const intent = intents.get(value('payment_intent'));
			if (!intent) return wrong(404, 'invalid_request_error', 'resource_missing');
			const amount = Number(value('amount'));
			const back = [...refunds.values()]
				.filter((one) => one.intent === intent.id && one.status !== 'failed')
				.reduce((sum, one) => sum + one.amount, 0);
			if (back + amount > intent.amount)
				return wrong(
					400,
					'invalid_request_error',
					back === intent.amount ? 'charge_already_refunded' : 'amount_too_large',
				);
			const one: Refund = {
				id: id('re'),
				intent: intent.id,
				reference: value('metadata[reference]'),
				amount,
				status: refundStatus,
				created: seconds(),
			};
			refunds.set(one.reference, one);
			return json(showRefund(one));
		}
		return wrong(404, 'invalid_request_error', 'resource_missing');
	}

	function get(url: URL): Answer {
		const list = (data: object[]) => json({ object: 'list', data, has_more: false, url: url.pathname });
		if (url.pathname === '/v1/payment_intents/search') {
			const reference = /metadata\['reference'\]:'([^']*)'/.exec(url.searchParams.get('query') ?? '')?.[1];
			const data = [...intents.values()].filter((one) => one.reference === reference).map(showIntent);
			return json({ object: 'search_result', data, has_more: false, next_page: null, url: url.pathname });
		}
		if (url.pathname === '/v1/customers/search') {
			const reference = /metadata\['reference'\]:'([^']*)'/.exec(url.searchParams.get('query') ?? '')?.[1];
			const customer = customers.get(reference ?? '');
			const data = customer ? [{ id: customer, object: 'customer' }] : [];
			return json({ object: 'search_result', data, has_more: false, next_page: null, url: url.pathname });
		}
		const ofCustomer = [...sessions.values()].filter(
			({ setup }) => setup && setup.customer === url.searchParams.get('customer'),
		);
		if (url.pathname === '/v1/checkout/sessions') return list(ofCustomer.map(showSession));
		if (url.pathname === '/v1/payment_methods')
			return list(
				ofCustomer.flatMap(({ setup }) =>
					setup?.method ? [{ id: setup.method, object: 'payment_method', customer: setup.customer }] : [],
				),
			);
		const intent = /^\/v1\/payment_intents\/(\w+)$/.exec(url.pathname)?.[1];
		if (intent) {
			const one = intents.get(intent);
			return one ? json(showIntent(one)) : wrong(404, 'invalid_request_error', 'resource_missing');
		}
		if (url.pathname === '/v1/refunds') {
			const of = url.searchParams.get('payment_intent');
			return list([...refunds.values()].filter((one) => one.intent === of).map(showRefund));
		}
		if (url.pathname === '/v1/balance_transactions') {
			const from = Number(url.searchParams.get('created[gte]'));
			const to = Number(url.searchParams.get('created[lt]'));
			return list(balance().filter(({ created }) => created >= from && created < to));
		}
		return wrong(404, 'invalid_request_error', 'resource_missing');
	}

	/** A fee of 2.9 %, as Stripe would take. */
	function balance() {
		const lines: { id: string; created: number; [field: string]: unknown }[] = [];
		for (const one of intents.values()) {
			if (one.status !== 'succeeded') continue;
			const fee = Math.round(one.amount * 0.029);
			const base = { object: 'balance_transaction', created: one.created, currency: one.currency };
			const source = {
				id: `ch_${one.id.slice(3)}`,
				object: 'charge',
				amount: one.amount,
				currency: one.currency,
				metadata: { reference: one.reference },
				payment_intent: one.id,
			};
			lines.push({
				...base,
				id: id('txn'),
				type: 'charge',
				amount: one.amount,
				fee,
				net: one.amount - fee,
				source,
			});
			if (one.disputed) {
				const dispute = {
					id: `dp_${one.id}`,
					object: 'dispute',
					amount: one.amount,
					currency: one.currency,
					payment_intent: one.id,
				};
				lines.push({
					...base,
					id: id('txn'),
					type: 'adjustment',
					amount: -one.amount,
					fee: 1500,
					net: 0,
					source: dispute,
				});
			}
		}
		for (const one of refunds.values()) {
			if (one.status !== 'succeeded') continue;
			const source = showRefund(one);
			lines.push({
				id: id('txn'),
				object: 'balance_transaction',
				created: one.created,
				currency: source.currency,
				type: 'refund',
				amount: -one.amount,
				fee: 0,
				net: -one.amount,
				source,
			});
		}
		return lines;
	}

	const machine = await startMachine((asked: Asked): Answer => {
		if (asked.headers.authorization !== `Bearer ${secretKey}`)
			return wrong(401, 'invalid_request_error', 'api_key_invalid');
		if (asked.method === 'GET') return get(asked.url);
		const key = String(asked.headers['idempotency-key'] ?? '');
		const before = keys.get(key);
		if (before)
			return before.params === asked.body
				? before.answer
				: wrong(400, 'idempotency_error', 'idempotency_key_in_use');
		const answer = post(asked.url.pathname, new URLSearchParams(asked.body));
		if (key) keys.set(key, { params: asked.body, answer });
		return answer;
	});

	function sign(event: object, shift = 0) {
		const body = JSON.stringify(event);
		const t = seconds() + shift;
		const v1 = createHmac('sha256', webhookSecret).update(`${t}.${body}`).digest('hex');
		return { headers: { 'stripe-signature': `t=${t},v1=${v1}` }, body, query: new URLSearchParams() };
	}
	const event = (type: string, object: object, given?: string) => ({
		id: given ?? id('evt'),
		object: 'event',
		api_version: '2026-10-28.endive',
		created: seconds(),
		data: { object },
		livemode: false,
		pending_webhooks: 1,
		type,
	});

	const bench: Bench & {
		/** Later payments by this agreement are declined. */
		declineAgain: (reference: string) => void;
		tellDispute: (reference: string, status: 'opened' | 'won' | 'lost') => ReturnType<typeof sign>;
	} = {
		name: 'stripe',
		env: { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_API: machine.origin },
		tellsFailure: true,
		visit(next) {
			if (next.step !== 'redirect' || !next.url.startsWith('https://checkout.stripe.com/c/pay/cs_test_'))
				throw new Error('This is not the address of a session.');
		},
		end(reference, outcome) {
			if (outcome === 'failed') return;
			const session = sessions.get(reference)!;
			if (session.setup) {
				session.setup.method = id('pm');
				return;
			}
			const intent: Intent = {
				id: id('pi'),
				reference,
				amount: session.amount,
				currency: session.currency,
				status: 'succeeded',
				customer: session.again ? id('cus') : null,
				method: id('pm'),
				created: seconds(),
				disputed: false,
			};
			intents.set(intent.id, intent);
			session.intent = intent.id;
		},
		tell(reference, { outcome = 'succeeded', amount, currency, id: given }: Said = {}, shift = 0) {
			const shown = showSession(sessions.get(reference)!);
			const object = {
				...shown,
				amount_total: amount ?? shown.amount_total,
				currency: currency?.toLowerCase() ?? shown.currency,
			};
			const type = outcome === 'succeeded' ? 'checkout.session.completed' : 'checkout.session.expired';
			return sign(
				event(
					type,
					outcome === 'succeeded' && shown.mode === 'payment'
						? { ...object, payment_status: 'paid' }
						: object,
					given,
				),
				shift,
			);
		},
		tellOther: () => sign(event('customer.created', { id: id('cus'), object: 'customer', email: null })),
		forge: (request) => ({
			...request,
			body: request.body.replace(/"amount_total":\d+/, '"amount_total":1'),
		}),
		refundLater: () => {
			refundStatus = 'pending';
		},
		settleRefund(reference) {
			const refund = refunds.get(reference)!;
			refund.status = 'succeeded';
			return sign(event('refund.updated', showRefund(refund)));
		},
		made: (reference) =>
			[...sessions.values(), ...refunds.values()].filter((one) => one.reference === reference).length,
		trouble: (trouble) => {
			machine.trouble = trouble;
		},
		close: machine.close,
		declineAgain(reference) {
			for (const one of intents.values())
				if (one.reference === reference && one.customer) declining.add(one.customer);
		},
		tellDispute(reference, status) {
			const intent = [...intents.values()].find((one) => one.reference === reference)!;
			intent.disputed = true;
			const object = {
				id: `dp_${intent.id}`,
				object: 'dispute',
				amount: intent.amount,
				charge: `ch_${intent.id.slice(3)}`,
				currency: intent.currency,
				payment_intent: intent.id,
				reason: 'fraudulent',
				status: status === 'opened' ? 'needs_response' : status,
			};
			return sign(event(status === 'opened' ? 'charge.dispute.created' : 'charge.dispute.closed', object));
		},
	};
	return bench;
}
