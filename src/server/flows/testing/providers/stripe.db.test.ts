import { expect, test } from 'vitest';
import { testDatabase } from '../../../platform/db/testing.ts';
import { fakeStripe } from './fake-stripe.ts';
import { providerSuite } from './suite.ts';

const { db } = await testDatabase();
let stripe: Awaited<ReturnType<typeof fakeStripe>>;

const request = (reference: string, again = false) => ({
	reference,
	amount: 1900,
	currency: 'CNY' as const,
	title: 'a month',
	method: 'page',
	returnUrl: 'https://stoa.example/back',
	notifyUrl: '',
	locale: 'en',
	again,
});

providerSuite(
	db,
	'the secret of an instance, which only tests know',
	async () => {
		stripe = await fakeStripe();
		return stripe;
	},
	(stage) => {
		test('who agreed to it in Checkout is charged again without being there, once, or declined with a reason', async () => {
			const { provider } = stage();
			const first = 'a1'.repeat(16);
			await provider.begin(request(first, true));
			await stripe.end(first, 'succeeded');
			const second = 'a2'.repeat(16);
			const charged = {
				about: 'payment',
				outcome: 'succeeded',
				reference: second,
				amount: 1900,
				currency: 'CNY',
			};
			expect(await provider.chargeAgain!(request(second), first)).toMatchObject(charged);
			expect(await provider.chargeAgain!(request(second), first)).toMatchObject(charged);
			expect(await provider.ask(second)).toMatchObject(charged);
			stripe.declineAgain(first);
			expect(await provider.chargeAgain!(request('a3'.repeat(16)), first)).toMatchObject({
				outcome: 'failed',
				failure: 'insufficient_funds',
			});
		});

		test('who did not agree to it is not charged again', async () => {
			const { provider } = stage();
			const first = 'b1'.repeat(16);
			await provider.begin(request(first));
			await stripe.end(first, 'succeeded');
			expect(await provider.chargeAgain!(request('b2'.repeat(16)), first)).toMatchObject({
				outcome: 'failed',
				failure: 'no_agreement',
			});
		});

		test('a dispute is told under our name of the payment, and stands in the bill with its fee', async () => {
			const { provider } = stage();
			const bought = await stage().anOrder();
			await stage().hear(await bought.paid());
			const about = async (status: 'opened' | 'won' | 'lost') =>
				(await provider.hear(stripe.tellDispute(bought.reference, status))).notices;
			const dispute = { about: 'dispute', reference: bought.reference, amount: 1900, currency: 'CNY' };
			expect(await about('opened')).toMatchObject([{ ...dispute, outcome: 'opened' }]);
			expect(await about('won')).toMatchObject([{ ...dispute, outcome: 'won' }]);
			expect(await about('lost')).toMatchObject([{ ...dispute, outcome: 'lost' }]);
			const lines = await provider.bill(new Date().toISOString().slice(0, 10));
			const mine = lines.filter(({ reference }) => reference === bought.reference);
			expect(mine.map(({ kind, amount }) => [kind, amount])).toEqual([
				['payment', 1900],
				['fee', 55],
				['dispute', -1900],
				['fee', 1500],
			]);
		});
	},
);
