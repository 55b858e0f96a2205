import { afterAll, expect, test } from 'vitest';
import { now, travel } from '../kernel/clock.ts';
import { aPerson } from '../modules/items/testing.ts';
import { findOrder, type PaymentProvider, startPayment } from '../modules/orders/index.ts';
import {
	cancelSubscription,
	liveSubscription,
	readSubscriptionsOverview,
} from '../modules/subscriptions/index.ts';
import { aPlannedSpace, aProvider } from '../modules/subscriptions/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { checkout } from './checkout.ts';
import { renewSubscriptions } from './renew.ts';
import { settlePayment } from './settle-payment.ts';

const { db } = await testDatabase();
afterAll(() => travel(0));

type Person = Awaited<ReturnType<typeof aPerson>>;

async function order(person: Person, offerId: number) {
	const { orderId, toPay } = await checkout(db, person.actor, { offerId, key: `plan-number-${offerId}` });
	if (!toPay) return;
	const { price } = await findOrder(db, person.actor, orderId);
	const { reference } = await startPayment(db, person.actor, orderId, 'sandbox');
	await settlePayment(
		db,
		{ provider: 'sandbox', noticeId: reference, reference, outcome: 'succeeded', ...price, body: '' },
		2000,
	);
}

const renew = () =>
	renewSubscriptions(db, {
		providers: new Map([['sandbox', aProvider() as unknown as PaymentProvider]]),
		platformShareBps: 2000,
		origin: 'https://stoa.example',
		winBack: { days: 14, percent: 0 },
		onError: (error) => {
			throw error;
		},
	});

test('the operator’s numbers: what runs is counted by the month, trials are not, and who left is churn', async () => {
	const admin = await aPerson(db, { role: 'admin' });
	const { space, plans } = await aPlannedSpace(db, [
		{ months: 1, amount: 3000 },
		{ months: 12, amount: 30_000 },
	]);
	const trial = await aPlannedSpace(db, [{ months: 1, amount: 3000, trialDays: 7 }]);
	const [month, year, tries] = [await aPerson(db), await aPerson(db), await aPerson(db)];
	await order(month, plans[0]!);
	await order(year, plans[1]!);
	await order(tries, trial.plans[0]!);
	const look = () => readSubscriptionsOverview(db, admin.actor);
	expect((await look()).counts).toMatchObject({ active: 2, trialing: 1 });
	expect((await look()).months.at(-1)).toMatchObject({
		revenue: [{ amount: 5500, currency: 'CNY' }],
		paying: 2,
		left: 0,
	});
	const { id } = (await liveSubscription(db, month.id, space.id))!;
	await cancelSubscription(db, month.actor, id);
	// The last day of the month after the next: the month is over, the year is not.
	const at = now();
	travel(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 3, 1) - 1000 - Date.now());
	await renew();
	const { months, counts } = await look();
	expect(months.at(-1)).toMatchObject({ revenue: [{ amount: 2500, currency: 'CNY' }], paying: 1 });
	expect(months.reduce((sum, { left }) => sum + left, 0)).toBe(1);
	expect(months.find(({ left }) => left === 1)?.churnBps).toBe(5000);
	expect(counts).toMatchObject({ ended: 1, past_due: 1, active: 1, trialing: 0 });
});
