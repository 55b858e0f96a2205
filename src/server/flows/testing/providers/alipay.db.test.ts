import { expect, test } from 'vitest';
import { testDatabase } from '../../../platform/db/testing.ts';
import { fakeAlipay } from './fake-alipay.ts';
import { providerSuite } from './suite.ts';

const { db } = await testDatabase();
let alipay: Awaited<ReturnType<typeof fakeAlipay>>;

providerSuite(
	db,
	'the secret of an instance, which only tests know',
	async () => {
		alipay = await fakeAlipay();
		return alipay;
	},
	(stage) => {
		test('a code to be scanned is asked for over the wire, once', async () => {
			const { provider } = stage();
			const reference = 'c0de'.repeat(8);
			const request = {
				reference,
				amount: 100,
				currency: 'CNY' as const,
				title: '缓存，从头讲起 / & =',
				method: 'qr',
				returnUrl: 'https://stoa.example/back',
				notifyUrl: 'https://stoa.example/notify',
				locale: 'zh-CN',
			};
			const next = await provider.begin(request);
			expect(next).toEqual({ step: 'qr', content: expect.stringMatching(/^https:\/\/qr\.alipay\.com\//) });
			expect(await provider.begin(request)).toEqual(next);
			expect(alipay.made!(reference)).toBe(1);
		});

		test('the notice of a refund, which looks like one of a payment that closed, fails no payment', async () => {
			const { provider, hear } = stage();
			const bought = await stage().anOrder();
			await hear(await bought.paid());
			const reference = `k${bought.reference.slice(1)}`;
			const refund = { reference, paymentReference: bought.reference, amount: 1900, total: 1900 };
			await provider.refund({ ...refund, currency: 'CNY', reason: '' });
			expect(await hear(alipay.tellRefund(reference))).toEqual(['unknown']);
			expect(await bought.status()).toBe('paid');
		});
	},
);
