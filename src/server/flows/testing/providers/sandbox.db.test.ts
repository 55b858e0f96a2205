import { expect, test } from 'vitest';
import { travel } from '../../../kernel/clock.ts';
import { openSandbox, playDispute, playPayment } from '../../../modules/orders/index.ts';
import { testDatabase } from '../../../platform/db/testing.ts';
import { sandboxBench } from './fake-sandbox.ts';
import { providerSuite } from './suite.ts';

const secret = 'the secret of an instance, which only tests know';
const { db } = await testDatabase();

providerSuite(
	db,
	secret,
	() => sandboxBench(db, secret),
	(stage) => {
		const again = (reference: string) => ({
			reference,
			amount: 1900,
			currency: 'CNY' as const,
			title: 'a month',
			method: 'page',
			returnUrl: '',
			notifyUrl: '',
			locale: 'en',
		});

		test('it takes later payments by the first one, unless it was told to decline them', async () => {
			const sandbox = openSandbox(db, secret);
			const good = await stage().anOrder();
			await playPayment(db, secret, good.reference, 'succeeded');
			const name = `g${good.reference.slice(1)}`;
			expect(await sandbox.chargeAgain!(again(name), good.reference)).toMatchObject({
				outcome: 'succeeded',
				reference: name,
				amount: 1900,
			});
			expect(await sandbox.ask(name)).toMatchObject({ outcome: 'succeeded' });
			const bad = await stage().anOrder();
			await playPayment(db, secret, bad.reference, 'succeeded', { declinesAgain: true });
			expect(await sandbox.chargeAgain!(again(`h${bad.reference.slice(1)}`), bad.reference)).toMatchObject({
				outcome: 'failed',
				failure: 'declined',
			});
		});

		test('it refunds late or not at all when it was told to', async () => {
			const sandbox = openSandbox(db, secret);
			const refund = (paymentReference: string) => ({
				reference: `i${paymentReference.slice(1)}`,
				paymentReference,
				amount: 1900,
				total: 1900,
				currency: 'CNY' as const,
				reason: '',
			});
			const late = await stage().anOrder();
			await playPayment(db, secret, late.reference, 'succeeded', { refunds: 'pending' });
			expect(await sandbox.refund(refund(late.reference))).toEqual({ status: 'pending' });
			travel(10_000);
			expect(await sandbox.askRefund(refund(late.reference).reference, late.reference)).toEqual({
				status: 'succeeded',
			});
			travel(0);
			const never = await stage().anOrder();
			await playPayment(db, secret, never.reference, 'succeeded', { refunds: 'failed' });
			expect(await sandbox.refund(refund(never.reference))).toMatchObject({ status: 'failed' });
		});

		test('a dispute takes the money out of its bill, and winning it brings it back', async () => {
			const sandbox = openSandbox(db, secret);
			const bought = await stage().anOrder();
			await playPayment(db, secret, bought.reference, 'succeeded');
			const heard = async (outcome: 'opened' | 'won') => {
				const { body, signature } = await playDispute(db, secret, bought.reference, outcome);
				const headers = { 'x-sandbox-signature': signature };
				return (await sandbox.hear({ headers, body, query: new URLSearchParams() })).notices;
			};
			expect(await heard('opened')).toMatchObject([
				{ about: 'dispute', outcome: 'opened', reference: bought.reference },
			]);
			expect(await heard('won')).toMatchObject([{ about: 'dispute', outcome: 'won' }]);
			const lines = await sandbox.bill(new Date().toISOString().slice(0, 10));
			const amounts = lines.filter((line) => line.reference === bought.reference).map(({ amount }) => amount);
			expect(amounts).toEqual([1900, -1900, 1900]);
		});
	},
);
