import { afterEach, expect, test } from 'vitest';
import { travel } from '../kernel/clock.ts';
import { setTier } from '../modules/catalog/index.ts';
import { may } from '../modules/entitlements/index.ts';
import { anItem, aPerson, aSpace } from '../modules/items/testing.ts';
import { findOrder, type PaymentProvider, startPayment, verifyOrders } from '../modules/orders/index.ts';
import {
	cancelSubscription,
	changePlan,
	liveSubscription,
	planChoices,
	refuseWinBack,
	subscriptionHandlers,
	verifySubscriptions,
	winBack,
} from '../modules/subscriptions/index.ts';
import { aPlannedSpace, aProvider } from '../modules/subscriptions/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { drainEvents } from '../platform/events/index.ts';
import { checkout } from './checkout.ts';
import { renewSubscriptions } from './renew.ts';
import { settlePayment } from './settle-payment.ts';

const { db } = await testDatabase();
const DAY = 86_400_000;
afterEach(async () => {
	travel(0);
	expect(await verifyOrders(db)).toEqual([]);
	expect(await verifySubscriptions(db)).toEqual([]);
});

type Person = Awaited<ReturnType<typeof aPerson>>;
let serial = 0;

async function pay(person: Person, orderId: number) {
	const { price } = await findOrder(db, person.actor, orderId);
	const { reference } = await startPayment(db, person.actor, orderId, 'sandbox');
	await settlePayment(
		db,
		{ provider: 'sandbox', noticeId: reference, reference, outcome: 'succeeded', ...price, body: '' },
		2000,
	);
}

async function buy(person: Person, offerId: number, coupon?: string) {
	const { orderId, toPay } = await checkout(db, person.actor, {
		offerId,
		coupon,
		key: `win-back-${serial++}`,
	});
	if (toPay) await pay(person, orderId);
	return orderId;
}

const renew = () =>
	renewSubscriptions(db, {
		providers: new Map([['sandbox', aProvider() as unknown as PaymentProvider]]),
		platformShareBps: 2000,
		origin: 'https://stoa.example',
		winBack: { days: 14, percent: 20 },
		onError: (error) => {
			throw error;
		},
	});

async function leave(person: Person, space: { id: number }) {
	const { id } = (await liveSubscription(db, person.id, space.id))!;
	await cancelSubscription(db, person.actor, id);
	travel(32 * DAY);
	await renew();
	return id;
}

test('who left is asked back once, with a coupon that is good for the first period; later ones cost the whole price', async () => {
	const { space, plans } = await aPlannedSpace(db, [{ months: 1, amount: 3000 }]);
	const person = await aPerson(db, { locale: 'en' });
	await buy(person, plans[0]!);
	await leave(person, space);
	const how = { days: 14, percent: 20 };
	expect(await winBack(db, how)).toBe(0);
	travel(50 * DAY);
	expect(await winBack(db, { ...how, percent: 0 })).toBe(0);
	const written = await Promise.all([winBack(db, how), winBack(db, how)]);
	expect(written[0]! + written[1]!).toBe(1);
	await drainEvents(db, subscriptionHandlers('https://stoa.example'));
	const mail = await db
		.selectFrom('mails')
		.select(['body_text', 'subject'])
		.where('kind', '=', 'subscription-win_back')
		.where('recipient', '=', `${person.handle}@example.org`)
		.executeTakeFirstOrThrow();
	expect(mail.body_text).toContain('20% cheaper');
	const code = /BACK-[0-9A-F]{12}/.exec(mail.body_text)![0];
	const orderId = await buy(person, plans[0]!, code);
	expect((await findOrder(db, person.actor, orderId)).price.amount).toBe(2400);
	const back = (await liveSubscription(db, person.id, space.id))!;
	expect(back.price.amount).toBe(3000);
	travel(83 * DAY);
	await renew();
	const renewed = await db
		.selectFrom('subscription_bills as b')
		.innerJoin('orders as o', 'o.id', 'b.order_id')
		.select('o.amount')
		.where('b.subscription_id', '=', back.id)
		.where('b.kind', '=', 'renewal')
		.execute();
	expect(renewed).toEqual([{ amount: 3000 }]);
});

test('not asked back: who said no, who came back, who only tried', async () => {
	const { space, plans } = await aPlannedSpace(db, [{ months: 1, amount: 3000 }]);
	const tried = await aPlannedSpace(db, [{ months: 1, amount: 3000, trialDays: 7 }]);
	const [refuses, returns, tries] = [await aPerson(db), await aPerson(db), await aPerson(db)];
	for (const person of [refuses, returns]) await buy(person, plans[0]!);
	await buy(tries, tried.plans[0]!);
	await cancelSubscription(db, returns.actor, (await liveSubscription(db, returns.id, space.id))!.id);
	const id = await leave(refuses, space);
	await refuseWinBack(db, refuses.actor, id);
	expect(await liveSubscription(db, returns.id, space.id)).toBe(null);
	travel(50 * DAY);
	await renew();
	await buy(returns, plans[0]!);
	expect(await winBack(db, { days: 14, percent: 20 })).toBe(0);
});

test('tiers: the higher one opens what the lower one does; a lower one follows at the end, and the end closes all', async () => {
	const admin = await aPerson(db, { role: 'admin' });
	const spaces = [await aSpace(db, { access: 'paid' }), await aSpace(db, { access: 'paid' })];
	const items: { id: number }[] = [];
	for (const space of spaces)
		items.push(await anItem(db, { kind: 'article', spaceId: space.id, access: 'members' }));
	const offers: number[] = [];
	for (const [i, space] of spaces.entries()) {
		const slug = `tier-${i}`;
		const tierId = await setTier(db, admin.actor, { slug, name: slug, rank: i + 1, spaceIds: [space.id] });
		const { id } = await db
			.insertInto('offers')
			.values({
				sells: 'tier',
				tier_id: tierId,
				months: 1,
				renews: true,
				amount: (i + 1) * 3000,
				currency: 'CNY',
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		offers.push(id);
	}
	const person = await aPerson(db);
	const opens = async () => {
		const access = await may(db, person.actor, 'read', items);
		return items.map(({ id }) => access.get(id) === 'full');
	};
	await buy(person, offers[0]!);
	expect(await opens()).toEqual([true, false]);
	const one = (await liveSubscription(db, person.id, null))!;
	const [choice] = await planChoices(db, one);
	expect(choice).toMatchObject({ rank: 2, change: { when: 'now' } });
	const { orderId } = await changePlan(db, person.actor, one.id, offers[1]!);
	await pay(person, orderId!);
	expect(await opens()).toEqual([true, true]);
	// A space that joins the tier later is open at once, and stays so after a renewal.
	const late = await aSpace(db, { access: 'paid' });
	items.push(await anItem(db, { kind: 'article', spaceId: late.id, access: 'members' }));
	await setTier(db, admin.actor, {
		slug: 'tier-1',
		name: 'tier-1',
		rank: 2,
		spaceIds: [spaces[1]!.id, late.id],
	});
	expect(await opens()).toEqual([true, true, true]);
	expect(await changePlan(db, person.actor, one.id, offers[0]!)).toEqual({ orderId: null });
	travel(32 * DAY);
	await renew();
	expect(await opens()).toEqual([true, false, false]);
	await cancelSubscription(db, person.actor, one.id);
	travel(70 * DAY);
	await renew();
	expect(await opens()).toEqual([false, false, false]);
});
