import { createVerify } from 'node:crypto';
import { expect, test } from 'vitest';
import { travel } from '../../../kernel/clock.ts';
import type { AppError } from '../../../kernel/errors.ts';
import { testDatabase } from '../../../platform/db/testing.ts';
import { fakeWechat } from './fake-wechat.ts';
import { providerSuite } from './suite.ts';

const { db } = await testDatabase();
let wechat: Awaited<ReturnType<typeof fakeWechat>>;

providerSuite(
	db,
	'the secret of an instance, which only tests know',
	async () => {
		wechat = await fakeWechat();
		return wechat;
	},
	(stage) => {
		test('who somebody in WeChat is, is asked of WeChat; a code that it does not know is refused', async () => {
			const { url, payer } = stage().provider.identify!;
			const asked = new URL(url('https://stoa.example/checkout/wechat/payer?order=1', 'a state'));
			expect(asked.searchParams.get('redirect_uri')).toBe(
				'https://stoa.example/checkout/wechat/payer?order=1',
			);
			expect(asked.searchParams.get('state')).toBe('a state');
			expect(await payer(new URLSearchParams({ code: 'a good code' }))).toBe('oUpF8uMuAJO_M2pxb1Q9zNjWeS6o');
			const refused = await payer(new URLSearchParams({ code: 'another' })).catch((error) => error);
			expect((refused as AppError).code).toBe('orders.notice_invalid');
		});

		test('within WeChat the page gets values that our key has signed', async () => {
			const next = await stage().provider.begin({
				reference: 'ab'.repeat(16),
				amount: 100,
				currency: 'CNY',
				title: '缓存',
				method: 'app',
				returnUrl: '',
				notifyUrl: 'https://stoa.example/notify',
				locale: 'zh-CN',
				payer: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
			});
			if (next.step !== 'call') throw new Error('It is another step.');
			const { appId, timeStamp, nonceStr, package: prepay, paySign } = next.values;
			const text = `${appId}\n${timeStamp}\n${nonceStr}\n${prepay}\n`;
			expect(createVerify('RSA-SHA256').update(text).verify(wechat.merchantKey, paySign!, 'base64')).toBe(
				true,
			);
		});

		test('it changes its certificate: new and old are believed, until the old one is gone', async () => {
			const { anOrder, hear } = stage();
			const before = await anOrder();
			const oldNotice = await before.paid();
			travel(2 * 60_000);
			wechat.rotate();
			const after = await anOrder();
			expect(await hear(await after.paid())).toEqual(['settled']);
			expect(await hear(oldNotice)).toEqual(['settled']);
			travel(0);
		});

		test('whoever signs with a certificate of their own is refused, and cannot make us ask for certificates all day', async () => {
			const { anOrder, hear } = stage();
			const bought = await anOrder();
			travel(5 * 60_000);
			wechat.pretend();
			const fetched = wechat.fetched();
			for (const _ of [1, 2, 3, 4, 5]) {
				wechat.pretend();
				const refused = await hear(await bought.paid()).catch((error) => error);
				expect((refused as AppError).code).toMatch(/notice_invalid|provider_unavailable/);
			}
			expect(wechat.fetched() - fetched).toBeLessThanOrEqual(1);
			expect(await bought.status()).toBe('pending');
			travel(0);
		});
	},
);
