import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openProviders, type PaymentProvider } from '../../../modules/orders/index.ts';
import { readConfig } from '../../../platform/config.ts';
import type { Db } from '../../../platform/db/index.ts';
import { findStripeMock, startGoBetween, startStripeMock } from './stripe-mock.ts';

const program = await findStripeMock();

/*
 * The fake next door has a memory and believes what we think of Stripe; this one has none and is Stripe's own. It refuses
 * a parameter that its API does not have, or of another type.
 */
describe.skipIf(program === null)('every request of ours is one that Stripe describes', () => {
	let stripe: PaymentProvider;
	let mock: Awaited<ReturnType<typeof startStripeMock>>;
	let between: Awaited<ReturnType<typeof startGoBetween>>;
	let paidBefore = true;

	beforeAll(async () => {
		mock = await startStripeMock(program!);
		between = await startGoBetween(mock.origin, (asked, answer) => {
			const paid = (intent: object) => ({
				...intent,
				status: 'succeeded',
				amount_received: 1900,
				customer: 'cus_1',
				payment_method: 'pm_1',
			});
			if (asked === 'POST /v1/checkout/sessions')
				return { ...answer, url: 'https://checkout.stripe.com/c/pay/cs_test_1' };
			if (asked.endsWith('/payment_intents/search'))
				return { ...answer, data: paidBefore ? (answer as { data: object[] }).data.map(paid) : [] };
			if (asked.includes('/payment_intents')) return paid(answer);
			// Of what Stripe's own program makes up, as after a means of payment was left.
			if (asked.startsWith('GET') && asked.endsWith('/checkout/sessions'))
				return {
					...answer,
					data: (answer as { data: object[] }).data.map((one) => ({ ...one, status: 'complete' })),
				};
			return answer;
		});
		const env = {
			STRIPE_SECRET_KEY: 'sk_test_123',
			STRIPE_WEBHOOK_SECRET: 'whsec_123',
			STRIPE_API: between.origin,
		};
		stripe = openProviders(readConfig(env), 'secret', {} as Db).get('stripe')!;
	}, 60_000);
	afterAll(async () => {
		await between?.close();
		mock?.stop();
	});

	const request = {
		reference: 'ab'.repeat(16),
		amount: 1900,
		currency: 'CNY' as const,
		title: '缓存，从头讲起',
		method: 'page',
		returnUrl: 'https://stoa.example/back',
		notifyUrl: '',
		locale: 'zh-CN',
	};
	const allGood = (...asked: string[]) => {
		expect(between.passed.filter(({ status }) => status !== 200)).toEqual([]);
		expect(between.passed.map((one) => one.asked)).toEqual(asked);
		between.passed.length = 0;
	};

	test('beginning at Checkout, once and for later', async () => {
		await stripe.begin(request);
		await stripe.begin({ ...request, again: true });
		allGood('POST /v1/checkout/sessions', 'POST /v1/checkout/sessions');
	});

	test('asking for a payment, charging again', async () => {
		await stripe.ask(request.reference);
		await stripe.chargeAgain!(request, request.reference);
		allGood('GET /v1/payment_intents/search', 'GET /v1/payment_intents/search', 'POST /v1/payment_intents');
	});

	test('leaving a means of payment without paying, and being charged by it', async () => {
		await stripe.begin({ ...request, amount: 0, again: true });
		allGood('POST /v1/customers', 'POST /v1/checkout/sessions');
		paidBefore = false;
		try {
			const looks = [
				'GET /v1/payment_intents/search',
				'GET /v1/customers/search',
				'GET /v1/checkout/sessions',
				'GET /v1/payment_methods',
			];
			expect(await stripe.ask(request.reference)).toMatchObject({ outcome: 'succeeded', amount: 0 });
			allGood(...looks);
			await stripe.chargeAgain!(request, request.reference);
			allGood(...looks, 'POST /v1/payment_intents');
		} finally {
			paidBefore = true;
		}
	});

	test('refunds', async () => {
		const refund = { reference: 'r-1', paymentReference: request.reference, amount: 700, total: 1900 };
		await stripe.refund({ ...refund, currency: 'CNY', reason: '' });
		await stripe.askRefund('r-1', request.reference);
		allGood(
			'GET /v1/payment_intents/search',
			'POST /v1/refunds',
			'GET /v1/payment_intents/search',
			'GET /v1/refunds',
		);
	});

	test('the bill of a day, whose lines are read as Stripe writes them', async () => {
		expect(await stripe.bill('2026-11-26')).toBeInstanceOf(Array);
		allGood('GET /v1/balance_transactions');
	});

	test('a parameter that Stripe does not have would be noticed', async () => {
		const answer = await fetch(`${between.origin}/v1/refunds`, {
			method: 'POST',
			headers: { authorization: 'Bearer sk_test_123', 'content-type': 'application/x-www-form-urlencoded' },
			body: 'payment_intent=pi_1&amount=lots&colour=red',
		});
		expect(answer.status).toBe(400);
	});
});
