import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { travel } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { aPerson, type PersonBuilt, unique } from '../modules/items/testing.ts';
import { verifyLedger } from '../modules/ledger/index.ts';
import { findOrder, openProviders, verifyOrders } from '../modules/orders/index.ts';
import {
	cancelSubscription,
	listMySubscriptions,
	liveSubscription,
	verifySubscriptions,
} from '../modules/subscriptions/index.ts';
import { aPlannedSpace, lettersTo } from '../modules/subscriptions/testing.ts';
import { readConfig } from '../platform/config.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { checkout, trialMeans } from './checkout.ts';
import { hearProvider } from './hear-provider.ts';
import { beginPayment } from './pay.ts';
import { reconcileDay } from './reconcile.ts';
import { renewSubscriptions } from './renew.ts';
import { sandboxBench } from './testing/providers/fake-sandbox.ts';
import { fakeStripe } from './testing/providers/fake-stripe.ts';

const { db } = await testDatabase();
const secret = 'a secret of an instance, which only tests know';
const stripe = await fakeStripe();
const day = 86_400_000;
const origin = 'https://stoa.example';
afterAll(() => stripe.close!());
afterEach(async () => {
	travel(0);
	for (const verify of [verifyLedger, verifyOrders, verifySubscriptions])
		expect(await verify(db)).toEqual([]);
});
const code = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no refusal',
		(error) => (error instanceof AppError ? error.code : error),
	);

describe.each([
	['stripe', stripe],
	['sandbox', sandboxBench(db, secret)],
] as const)('a trial that asks for a means of payment, at %s', (name, bench) => {
	const providers = openProviders(
		readConfig({ ...bench.env, STOA_SANDBOX: name === 'sandbox' ? '1' : '0' }),
		secret,
		db,
	);
	const ear = { db, providers, platformShareBps: 2000 };
	const renew = () =>
		renewSubscriptions(db, {
			...ear,
			origin,
			winBack: { days: 14, percent: 0 },
			onError: (error) => {
				throw error;
			},
		});
	const till = { db, providers, origin, locale: 'en' };
	const asks = trialMeans({ trialAsksMeans: true }, providers);
	const order = (person: PersonBuilt, offerId: number) =>
		checkout(db, person.actor, { offerId, key: unique('key-of-trial') }, asks);
	/** The buyer leaves a means of payment there, and the provider tells of it. */
	async function leaveMeans(person: PersonBuilt, orderId: number) {
		const { reference, next } = await beginPayment(till, person.actor, { orderId });
		await bench.visit(next);
		await bench.end(reference, 'succeeded');
		return { reference, hear: async () => hearProvider(ear, name, await bench.tell(reference)) };
	}
	async function aTrial() {
		const { plans, space } = await aPlannedSpace(db, [{ months: 1, amount: 3000, trialDays: 14 }]);
		const person = await aPerson(db, { locale: 'en' });
		const placed = await order(person, plans[0]!);
		const subscription = () => liveSubscription(db, person.id, space.id);
		return { person, space, offerId: plans[0]!, ...placed, subscription };
	}

	test('it begins when the means is there, takes nothing, and the first bill is taken by itself', async () => {
		const { person, orderId, toPay, subscription } = await aTrial();
		expect([toPay, (await findOrder(db, person.actor, orderId)).status]).toEqual([true, 'pending']);
		expect(await subscription()).toBeFalsy();
		const { reference, hear } = await leaveMeans(person, orderId);
		expect((await hear()).heard[0]!.result).toBe('settled');
		expect((await hear()).heard[0]!.result).not.toBe('settled');
		expect(await subscription()).toMatchObject({ status: 'trialing', provider: name, agreement: reference });
		expect(await lettersTo(db, person.id)).toEqual(['trial_begun_means']);
		const [mine] = await listMySubscriptions(db, person.actor);
		expect(mine!.byHand).toBe(false);
		travel(11 * day + 1000);
		await renew();
		travel(14 * day + 1000);
		await renew();
		expect(await subscription()).toMatchObject({ status: 'active', period: 1 });
		expect(await lettersTo(db, person.id)).toEqual(['trial_begun_means', 'trial_ending_means', 'paid']);
	});

	test('a notice that is lost is asked after, and the day’s bill has no line of it', async () => {
		const { person, orderId, subscription } = await aTrial();
		const { reference } = await leaveMeans(person, orderId);
		const notice = await providers.get(name)!.ask(reference);
		expect(notice).toMatchObject({ outcome: 'succeeded', amount: 0, currency: 'CNY' });
		const { settlePayment } = await import('./settle-payment.ts');
		await settlePayment(db, notice!, 2000);
		expect(await subscription()).toMatchObject({ status: 'trialing', agreement: reference });
		const today = new Date().toISOString().slice(0, 10);
		travel(2 * day);
		expect(await reconcileDay(ear, name, today)).toBe('matched');
	});

	test('called off in time nothing is taken; and nobody has two trials, however many they began', async () => {
		const { person, orderId, offerId, subscription } = await aTrial();
		const second = await order(person, offerId);
		const [one, other] = [await leaveMeans(person, orderId), await leaveMeans(person, second.orderId)];
		await one.hear();
		const ends = (await subscription())!.periodEndsAt;
		await other.hear();
		expect((await subscription())!.periodEndsAt).toEqual(ends);
		await cancelSubscription(db, person.actor, (await subscription())!.id);
		travel(15 * day);
		await renew();
		expect(await subscription()).toBeFalsy();
		// Not after its end either: the plan is to be paid from the first day.
		const third = await order(person, offerId);
		expect((await findOrder(db, person.actor, third.orderId)).price.amount).toBe(3000);
	});
});

test('where nobody can keep a means of payment, or the operator does not ask, a trial begins at once', async () => {
	const none = openProviders(readConfig({ STOA_SANDBOX: '0' }), secret, db);
	const sandbox = openProviders(readConfig({}), secret, db);
	for (const asks of [
		trialMeans({ trialAsksMeans: true }, none),
		trialMeans({ trialAsksMeans: false }, sandbox),
	]) {
		const { plans, space } = await aPlannedSpace(db, [{ months: 1, amount: 3000, trialDays: 14 }]);
		const person = await aPerson(db);
		const placed = await checkout(
			db,
			person.actor,
			{ offerId: plans[0]!, key: unique('key-of-trial') },
			asks,
		);
		expect(placed.toPay).toBe(false);
		expect(await liveSubscription(db, person.id, space.id)).toMatchObject({
			status: 'trialing',
			agreement: null,
		});
		expect(await lettersTo(db, person.id)).toEqual(['trial_begun']);
		const pay = beginPayment({ db, providers: none, origin, locale: 'en' }, person.actor, {
			orderId: placed.orderId,
		});
		expect(await code(pay)).toBe('orders.no_provider');
	}
});
