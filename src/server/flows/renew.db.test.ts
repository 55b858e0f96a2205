import { afterEach, beforeEach, expect, test } from 'vitest';
import { addMonths, now, travel } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { may } from '../modules/entitlements/index.ts';
import { aPerson } from '../modules/items/testing.ts';
import { verifyLedger } from '../modules/ledger/index.ts';
import {
	expireUnpaid,
	findOrder,
	type PaymentProvider,
	startPayment,
	verifyOrders,
} from '../modules/orders/index.ts';
import {
	billsOfSubscription,
	billToPay,
	cancelSubscription,
	changePlan,
	findSubscription,
	followPrices,
	keepPlan,
	listMySubscriptions,
	liveSubscription,
	pauseSubscription,
	planChoices,
	resumeSubscription,
	subscriptionHandlers,
	subscriptionHistory,
	undoCancel,
	verifySubscriptions,
} from '../modules/subscriptions/index.ts';
import { aPlan, aPlannedSpace, aProvider, lettersTo } from '../modules/subscriptions/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { drainEvents } from '../platform/events/index.ts';
import { checkout } from './checkout.ts';
import { redeemGift } from './redeem-gift.ts';
import { type Renewing, renewSubscriptions } from './renew.ts';
import { settlePayment } from './settle-payment.ts';

const { db } = await testDatabase();
const SHARE = 2000;
const DAY = 86_400_000;
let provider = aProvider();
const failures: unknown[] = [];
const how = (): Renewing => ({
	providers: new Map([['sandbox', provider as unknown as PaymentProvider]]),
	platformShareBps: SHARE,
	origin: 'https://stoa.example',
	winBack: { days: 14, percent: 20 },
	onError: (error) => failures.push(error),
});
const renew = () => renewSubscriptions(db, how());

beforeEach(async () => {
	// Those of the tests before stay as they are.
	await db.updateTable('subscriptions').set({ next_at: null }).execute();
	await db.updateTable('subscription_bills').set({ charge_at: null }).execute();
	provider = aProvider();
	failures.length = 0;
});
afterEach(async () => {
	travel(0);
	expect(failures).toEqual([]);
	expect(await verifyLedger(db)).toEqual([]);
	expect(await verifyOrders(db)).toEqual([]);
	expect(await verifySubscriptions(db)).toEqual([]);
});

const code = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no refusal',
		(error) => (error instanceof AppError ? error.code : error),
	);

type Person = Awaited<ReturnType<typeof aPerson>>;
let serial = 0;

/** Orders a plan; `pay` then pays the order by hand. */
async function order(person: Person, offerId: number) {
	return checkout(db, person.actor, { offerId, key: `subscribe-${serial++}` });
}

async function pay(person: Person, orderId: number, outcome: 'succeeded' | 'failed' = 'succeeded') {
	const { price } = await findOrder(db, person.actor, orderId);
	const { reference } = await startPayment(db, person.actor, orderId, 'sandbox');
	return settlePayment(
		db,
		{ provider: 'sandbox', noticeId: `n:${reference}`, reference, outcome, ...price, body: '' },
		SHARE,
	);
}

async function subscribe(plans: Parameters<typeof aPlannedSpace>[1] = [{ months: 1, amount: 3000 }]) {
	const planned = await aPlannedSpace(db, plans);
	const person = await aPerson(db, { locale: 'en' });
	const { orderId, toPay } = await order(person, planned.plans[0]!);
	if (toPay) await pay(person, orderId);
	const live = (await liveSubscription(db, person.id, planned.space.id))!;
	const reads = async () =>
		(await may(db, person.actor, 'read', [planned.item])).get(planned.item.id) === 'full';
	const look = () => findSubscription(db, person.actor, live.id);
	return { ...planned, person, id: live.id, reads, look, orderId };
}

test('paying a plan begins a subscription, and each period is renewed by one charge', async () => {
	const { reads, look, id, person, item } = await subscribe();
	expect(await reads()).toBe(true);
	expect(await look()).toMatchObject({ status: 'active', period: 1, agreement: expect.any(String) });
	const begun = (await look()).createdAt;
	for (let period = 2; period <= 4; period++) {
		travel(addMonths(begun, period - 1).getTime() - Date.now() + 60_000);
		await renew();
		await renew();
		const one = await look();
		expect(one).toMatchObject({ status: 'active', period });
		expect(one.periodEndsAt).toEqual(addMonths(begun, period));
		expect(await reads()).toBe(true);
	}
	expect(provider.taken.size).toBe(3);
	expect((await may(db, person.actor, 'read', [item])).get(item.id)).toBe('full');
	const bills = await billsOfSubscription(db, id);
	expect(bills.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
		'renewal paid',
		'renewal paid',
		'renewal paid',
		'first paid',
	]);
	expect(await lettersTo(db, person.id)).toEqual(['begun', 'paid', 'paid', 'paid']);
});

test('a second order of the same plan is refused while the subscription lives', async () => {
	const { person, plans } = await subscribe();
	expect(await code(order(person, plans[0]!))).toBe('subscriptions.already_subscribed');
});

test('two orders from two windows that are both paid: the months add up', async () => {
	const { plans, space } = await aPlannedSpace(db, [{ months: 1, amount: 3000 }]);
	const person = await aPerson(db);
	const first = await order(person, plans[0]!);
	const second = await order(person, plans[0]!);
	const paid = [];
	for (const { orderId } of [first, second]) {
		const { price } = await findOrder(db, person.actor, orderId);
		paid.push({ ...(await startPayment(db, person.actor, orderId, 'sandbox')), price });
	}
	await Promise.all(
		paid.map(({ reference, price }) =>
			settlePayment(
				db,
				{ provider: 'sandbox', noticeId: reference, reference, outcome: 'succeeded', ...price, body: '' },
				SHARE,
			),
		),
	);
	const live = (await liveSubscription(db, person.id, space.id))!;
	expect(live.periodEndsAt).toEqual(addMonths(live.createdAt, 2));
});

test('a renewal that many workers do at once is charged once', async () => {
	const { id, look } = await subscribe();
	travel(32 * DAY);
	await Promise.all(Array.from({ length: 8 }, renew));
	expect(await look()).toMatchObject({ status: 'active', period: 2 });
	expect(provider.taken.size).toBe(1);
	const bills = await billsOfSubscription(db, id);
	expect(bills.filter(({ status }) => status === 'paid')).toHaveLength(2);
	const overpaid = await db.selectFrom('order_events').select('id').where('what', '=', 'overpaid').execute();
	expect(overpaid).toEqual([]);
});

test('declined: access through the days of grace, letters on days 0, 3 and 6, then the end', async () => {
	const { person, look, reads } = await subscribe();
	provider.answers = 'failed';
	const end = (await look()).periodEndsAt.getTime();
	const seen: string[] = [];
	for (let day = 0; day <= 8; day++) {
		travel(end + day * (DAY + 60_000) + 60_000 - Date.now());
		await renew();
		await expireUnpaid(db);
		const one = await look();
		seen.push(`${day} ${one.status} ${await reads()}`);
	}
	expect(seen).toEqual([
		'0 past_due true',
		'1 past_due true',
		'2 past_due true',
		'3 past_due true',
		'4 past_due true',
		'5 past_due true',
		'6 past_due true',
		'7 ended false',
		'8 ended false',
	]);
	expect(await lettersTo(db, person.id)).toEqual([
		'begun',
		'unpaid',
		'unpaid_again',
		'unpaid_last',
		'ended_unpaid',
	]);
	expect(provider.asked).toBe(3);
	expect((await look()).endedWhy).toBe('unpaid');
});

test('declined, then paid by hand: the period counts from the end of the last', async () => {
	const { person, look, id, reads } = await subscribe();
	provider.answers = 'failed';
	const end = (await look()).periodEndsAt;
	travel(end.getTime() + 4 * DAY - Date.now());
	await renew();
	expect(await look()).toMatchObject({ status: 'past_due', bill: { byHand: true } });
	const { orderId } = await billToPay(db, person.actor, id);
	await pay(person, orderId);
	expect(await look()).toMatchObject({ status: 'active', period: 2, bill: null });
	expect((await look()).periodEndsAt).toEqual(addMonths(end, 1));
	expect(await reads()).toBe(true);
	// What was to be charged again is not.
	travel(end.getTime() + 8 * DAY - Date.now());
	await renew();
	expect(provider.asked).toBe(1);
});

test('a provider that does not answer is asked again under the same reference', async () => {
	const { look } = await subscribe();
	provider.answers = 'unavailable';
	travel(32 * DAY);
	await renew();
	expect(failures.splice(0).map((error) => (error as AppError).code)).toEqual([
		'orders.provider_unavailable',
	]);
	await renew();
	expect(provider.asked).toBe(1);
	provider.answers = 'succeeded';
	travel(32 * DAY + 6 * 60_000);
	await renew();
	expect(await look()).toMatchObject({ status: 'active', period: 2 });
	expect(provider.taken.size).toBe(1);
});

test('killed after the provider took the money: the next worker hears of the same payment', async () => {
	const { look } = await subscribe();
	travel(32 * DAY);
	provider.beforeAnswer = () => Promise.reject(new Error('killed'));
	await renew();
	expect(failures.splice(0)).toHaveLength(1);
	expect(await look()).toMatchObject({ status: 'past_due' });
	provider.beforeAnswer = undefined;
	travel(32 * DAY + 6 * 60_000);
	await renew();
	expect(provider.asked).toBe(2);
	expect(provider.taken.size).toBe(1);
	expect(await look()).toMatchObject({ status: 'active', period: 2 });
});

test('where nobody can charge, the subscriber is asked by mail, with a link, in their language', async () => {
	const { person, look, id } = await subscribe();
	travel(32 * DAY);
	await renewSubscriptions(db, { ...how(), providers: new Map() });
	expect(await look()).toMatchObject({ status: 'past_due', bill: { byHand: true } });
	await drainEvents(db, subscriptionHandlers('https://stoa.example'));
	const mails = await db
		.selectFrom('mails')
		.select(['subject', 'body_text', 'kind'])
		.where('recipient', '=', `${person.handle}@example.org`)
		.orderBy('id')
		.execute();
	expect(mails.map(({ kind }) => kind)).toEqual(['subscription-begun', 'subscription-unpaid']);
	expect(mails[1]!.subject).toMatch(/^The renewal of “Space .+” did not go through$/);
	expect(mails[1]!.body_text).toContain(`https://stoa.example/subscriptions/${id}`);
	expect(mails[1]!.body_text).toContain('¥30');
	expect(mails.map(({ body_text }) => body_text).join()).not.toMatch(/\{|undefined/);
});

test('a trial costs nothing, is announced three days before its end, and is paid then or ends', async () => {
	const plan = [{ months: 1, amount: 3000, trialDays: 14 }];
	const { person, look, reads, plans, orderId } = await subscribe(plan);
	expect(await findOrder(db, person.actor, orderId)).toMatchObject({ status: 'paid', price: { amount: 0 } });
	expect(await look()).toMatchObject({ status: 'trialing', period: 0 });
	expect(await reads()).toBe(true);
	travel(10 * DAY);
	await renew();
	expect(await lettersTo(db, person.id)).toEqual(['trial_begun']);
	travel(11 * DAY + 60_000);
	await renew();
	await renew();
	expect(await lettersTo(db, person.id)).toEqual(['trial_begun', 'trial_ending']);
	travel(14 * DAY + 60_000);
	await renew();
	expect(await look()).toMatchObject({ status: 'past_due' });
	travel(18 * DAY);
	await renew();
	expect(await look()).toMatchObject({ status: 'ended', endedWhy: 'unpaid' });
	expect(await reads()).toBe(false);
	// Once a person: the second time it is to be paid.
	expect(await order(person, plans[0]!)).toMatchObject({ toPay: true });
});

test('ten windows ask for the same trial at once: one begins', async () => {
	const { plans, space } = await aPlannedSpace(db, [{ months: 1, amount: 3000, trialDays: 7 }]);
	const person = await aPerson(db);
	const results = await Promise.allSettled(Array.from({ length: 10 }, () => order(person, plans[0]!)));
	const free = results.filter((one) => one.status === 'fulfilled' && !one.value.toPay);
	expect(free).toHaveLength(1);
	expect(
		results.flatMap((one) => (one.status === 'rejected' ? [(one.reason as AppError).code] : [])),
	).toEqual(Array(9).fill('subscriptions.already_subscribed'));
	expect(await liveSubscription(db, person.id, space.id)).toMatchObject({ status: 'trialing' });
});

test('a trial that is paid early goes on without a gap, from the end of the trial', async () => {
	const { person, look, id } = await subscribe([{ months: 1, amount: 3000, trialDays: 14 }]);
	const { trialEndsAt } = await look();
	travel(5 * DAY);
	const { orderId } = await billToPay(db, person.actor, id);
	expect(await billToPay(db, person.actor, id)).toEqual({ orderId });
	await pay(person, orderId);
	expect(await look()).toMatchObject({ status: 'active', period: 1 });
	expect((await look()).periodEndsAt).toEqual(addMonths(trialEndsAt!, 1));
});

test('upgrading pays the difference and begins a new period at once', async () => {
	const { person, plans, look, id } = await subscribe([
		{ months: 1, amount: 3000 },
		{ months: 12, amount: 30_000 },
	]);
	const before = await look();
	const half = (before.periodStartsAt.getTime() + before.periodEndsAt.getTime()) / 2;
	travel(half - Date.now());
	const [year] = await planChoices(db, await look());
	expect(year!.change.when).toBe('now');
	expect(Math.abs(year!.change.credit - 1500)).toBeLessThanOrEqual(1);
	const { orderId } = await changePlan(db, person.actor, id, plans[1]!);
	const due = await findOrder(db, person.actor, orderId!);
	expect(due.price.amount + year!.change.credit).toBeLessThanOrEqual(30_001);
	expect(due.quote.map(({ what }) => what)).toEqual(['price', 'credit']);
	// Until it is paid nothing has changed.
	expect(await look()).toMatchObject({ status: 'active', offerId: plans[0], bill: { kind: 'change' } });
	await pay(person, orderId!);
	const after = await look();
	expect(after).toMatchObject({ status: 'active', offerId: plans[1], period: 2 });
	expect(after.periodEndsAt.getTime() - addMonths(now(), 12).getTime()).toBeLessThan(5000);
	travel(half + 300 * DAY - Date.now());
	await renew();
	expect(provider.asked).toBe(0);
});

test('an upgrade that nobody paid gives way to the renewal; paid all the same, it buys time', async () => {
	const { person, plans, look, id } = await subscribe([
		{ months: 1, amount: 3000 },
		{ months: 12, amount: 30_000 },
	]);
	const end = (await look()).periodEndsAt;
	travel(end.getTime() - 3_600_000 - Date.now());
	const { orderId } = await changePlan(db, person.actor, id, plans[1]!);
	const { reference } = await startPayment(db, person.actor, orderId!, 'sandbox');
	const { price } = await findOrder(db, person.actor, orderId!);
	travel(end.getTime() + 60_000 - Date.now());
	await renew();
	expect(await look()).toMatchObject({ status: 'active', offerId: plans[0], period: 2 });
	expect((await findOrder(db, person.actor, orderId!)).status).toBe('cancelled');
	const until = (await look()).periodEndsAt;
	await settlePayment(
		db,
		{ provider: 'sandbox', noticeId: 'late', reference, outcome: 'succeeded', ...price, body: '' },
		SHARE,
	);
	const days = ((await look()).periodEndsAt.getTime() - until.getTime()) / DAY;
	expect(days).toBeGreaterThan(364);
	expect(days).toBeLessThanOrEqual(366);
});

test('a downgrade waits for the end of the period, and may be taken back', async () => {
	const { person, plans, look, id } = await subscribe([
		{ months: 12, amount: 30_000 },
		{ months: 1, amount: 3000 },
	]);
	expect(await changePlan(db, person.actor, id, plans[1]!)).toEqual({ orderId: null });
	expect(await look()).toMatchObject({ offerId: plans[0], next: { offerId: plans[1], why: 'chosen' } });
	await keepPlan(db, person.actor, id);
	expect((await look()).next).toBeNull();
	expect(await code(keepPlan(db, person.actor, id))).toBe('subscriptions.nothing_to_undo');
	await changePlan(db, person.actor, id, plans[1]!);
	travel(366 * DAY);
	await renew();
	expect(await look()).toMatchObject({ offerId: plans[1], next: null, status: 'active' });
	expect([...provider.taken.values()]).toEqual([3000]);
});

test('cancelling keeps what was paid until its end; it may be undone before', async () => {
	const { person, look, id, reads } = await subscribe();
	await cancelSubscription(db, person.actor, id);
	expect(await look()).toMatchObject({ status: 'cancelled' });
	expect(await reads()).toBe(true);
	await undoCancel(db, person.actor, id);
	expect(await look()).toMatchObject({ status: 'active', cancelledAt: null });
	await cancelSubscription(db, person.actor, id);
	travel(32 * DAY);
	// Not a moment longer, worker or not.
	expect(await reads()).toBe(false);
	expect(await code(undoCancel(db, person.actor, id))).toBe('subscriptions.nothing_to_undo');
	await renew();
	expect(await look()).toMatchObject({ status: 'ended', endedWhy: 'cancelled' });
	expect(provider.asked).toBe(0);
});

test('a pause begins after the paid period, opens nothing, and ends with a charge', async () => {
	const { person, look, id, reads } = await subscribe();
	await pauseSubscription(db, person.actor, id, 2);
	const end = (await look()).periodEndsAt;
	expect(await reads()).toBe(true);
	travel(end.getTime() + 60_000 - Date.now());
	expect(await reads()).toBe(false);
	await renew();
	expect(await look()).toMatchObject({ status: 'paused', resumesAt: addMonths(end, 2) });
	expect(provider.asked).toBe(0);
	travel(addMonths(end, 2).getTime() - 2 * DAY - Date.now());
	await renew();
	travel(addMonths(end, 2).getTime() + 60_000 - Date.now());
	await renew();
	expect(await look()).toMatchObject({ status: 'active', period: 2, resumesAt: null });
	expect(await reads()).toBe(true);
	expect(await lettersTo(db, person.id)).toEqual(['begun', 'pause_asked', 'paused', 'pause_ending', 'paid']);
	await pauseSubscription(db, person.actor, id, 1);
	await resumeSubscription(db, person.actor, id);
	expect(await look()).toMatchObject({ pauseAskedAt: null, status: 'active' });
});

test('a pause that is cut short opens as soon as it is paid, and not before', async () => {
	const { person, look, id, reads } = await subscribe();
	await pauseSubscription(db, person.actor, id, 3);
	travel(40 * DAY);
	await renew();
	provider.answers = 'failed';
	await resumeSubscription(db, person.actor, id);
	await renew();
	expect(await look()).toMatchObject({ status: 'paused' });
	expect(await reads()).toBe(false);
	const { orderId } = await billToPay(db, person.actor, id);
	await pay(person, orderId);
	expect(await look()).toMatchObject({ status: 'active' });
	expect(await reads()).toBe(true);
	expect((await look()).periodEndsAt.getTime() - addMonths(now(), 1).getTime()).toBeLessThan(5000);
});

test('a higher price holds only after its notice; who had the old one is told', async () => {
	const { person, look, space, plans } = await subscribe();
	await db.updateTable('offers').set({ retired_at: now() }).where('id', '=', plans[0]!).execute();
	const dearer = await aPlan(db, { spaceId: space.id, months: 1, amount: 5000 });
	await followPrices(db);
	await followPrices(db);
	expect(await lettersTo(db, person.id)).toEqual(['begun', 'price_change']);
	const { next, periodEndsAt: end } = await look();
	expect(next).toMatchObject({ offerId: dearer, why: 'price' });
	expect(next!.from.getTime() - now().getTime()).toBeGreaterThan(29.9 * DAY);
	travel(end.getTime() + 60_000 - Date.now());
	await renew();
	// In a month of 31 days the notice is over by the first renewal.
	expect([...provider.taken.values()]).toEqual([next!.from <= end ? 5000 : 3000]);
	travel(addMonths(end, 1).getTime() + 60_000 - Date.now());
	await renew();
	expect([...provider.taken.values()].at(-1)).toBe(5000);
	expect(await look()).toMatchObject({ offerId: dearer, next: null });
});

test('a lower price holds from the next renewal', async () => {
	const { look, space, plans } = await subscribe();
	await db.updateTable('offers').set({ retired_at: now() }).where('id', '=', plans[0]!).execute();
	const cheaper = await aPlan(db, { spaceId: space.id, months: 1, amount: 2000 });
	await followPrices(db);
	travel(32 * DAY);
	await renew();
	expect(await look()).toMatchObject({ offerId: cheaper, next: null });
	expect([...provider.taken.values()]).toEqual([2000]);
});

test('a bill that is paid after the end begins the subscription anew', async () => {
	const { person, look, reads } = await subscribe();
	provider.answers = 'failed';
	travel(32 * DAY);
	await renew();
	const { orderId } = (await look()).bill!;
	const { reference } = await startPayment(db, person.actor, orderId, 'sandbox');
	const { price } = await findOrder(db, person.actor, orderId);
	travel(60 * DAY);
	await renew();
	expect(await look()).toMatchObject({ status: 'ended' });
	expect(await reads()).toBe(false);
	await settlePayment(
		db,
		{ provider: 'sandbox', noticeId: 'very late', reference, outcome: 'succeeded', ...price, body: '' },
		SHARE,
	);
	expect(await look()).toMatchObject({ status: 'active', endedAt: null });
	expect(await reads()).toBe(true);
});

test('somebody else’s subscription is not there', async () => {
	const { id, plans } = await subscribe([
		{ months: 1, amount: 3000 },
		{ months: 12, amount: 30_000 },
	]);
	const other = await aPerson(db);
	for (const attempt of [
		() => findSubscription(db, other.actor, id),
		() => cancelSubscription(db, other.actor, id),
		() => undoCancel(db, other.actor, id),
		() => pauseSubscription(db, other.actor, id, 1),
		() => resumeSubscription(db, other.actor, id),
		() => changePlan(db, other.actor, id, plans[1]!),
		() => keepPlan(db, other.actor, id),
		() => billToPay(db, other.actor, id),
	])
		expect(await code(attempt())).toBe('subscriptions.not_found');
	expect(await listMySubscriptions(db, other.actor)).toEqual([]);
});

test('the history tells what happened', async () => {
	const { person, id } = await subscribe();
	await cancelSubscription(db, person.actor, id);
	await undoCancel(db, person.actor, id);
	travel(32 * DAY);
	await renew();
	expect((await subscriptionHistory(db, id)).map(({ what }) => what)).toEqual([
		'begun',
		'cancelled',
		'cancel_undone',
		'due',
		'asked_for_money',
		'paid',
	]);
});

test('a space that was closed is not renewed, and its subscribers are told', async () => {
	const { person, space, look } = await subscribe();
	await db.updateTable('spaces').set({ archived_at: now() }).where('id', '=', space.id).execute();
	travel(32 * DAY);
	await renew();
	expect(await look()).toMatchObject({ status: 'ended', endedWhy: 'cancelled' });
	expect(provider.asked).toBe(0);
	expect(await lettersTo(db, person.id)).toEqual(['begun', 'closed']);
});

test('a plan that was given away is time, once: nobody is charged again for another', async () => {
	const { plans, space } = await aPlannedSpace(db, [{ months: 1, amount: 3000, trialDays: 7 }]);
	const giver = await aPerson(db);
	const { orderId, toPay } = await checkout(db, giver.actor, {
		offerId: plans[0]!,
		key: 'given-away',
		gift: true,
	});
	expect(toPay).toBe(true);
	await pay(giver, orderId);
	expect(await liveSubscription(db, giver.id, space.id)).toBe(null);
	const { code: gift } = await db
		.selectFrom('gifts')
		.select('code')
		.where('order_id', '=', orderId)
		.executeTakeFirstOrThrow();
	const getter = await aPerson(db);
	await redeemGift(db, getter.actor, gift);
	expect(await liveSubscription(db, getter.id, space.id)).toBe(null);
	const given = await db
		.selectFrom('entitlements')
		.select(['source', 'ends_at'])
		.where('user_id', '=', getter.id)
		.execute();
	expect(given).toMatchObject([{ source: 'purchase', ends_at: expect.any(Date) }]);
});
