import { afterEach, expect, test } from 'vitest';
import { now, travel } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import type { OfferId } from '../kernel/ids.ts';
import { listOffers, setOffer, setTier, tierUntil } from '../modules/catalog/index.ts';
import { may } from '../modules/entitlements/index.ts';
import { offerGroups } from '../modules/groups/index.ts';
import { aPerson, type PersonBuilt, unique } from '../modules/items/testing.ts';
import { verifyLedger } from '../modules/ledger/index.ts';
import { findOrder, startPayment, verifyOrders } from '../modules/orders/index.ts';
import { verifySubscriptions } from '../modules/subscriptions/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { checkout } from './checkout.ts';
import './group-buy.ts';
import { askForRefund } from './refund.ts';
import { settlePayment } from './settle-payment.ts';
import { aNotice, anOrder, aPaidArticle, aPaidSpace } from './testing.ts';

/* What somebody might try who wants more than they pay for. Each road was open once, or nearly. */

const { db } = await testDatabase();
const day = 86_400_000;
const told = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(thrown) => (thrown instanceof AppError ? thrown.code : thrown),
	);
const cny = (amount: number) => ({ amount, currency: 'CNY' as const });
const reason = { reason: 'I have read enough of it.' };
const rule = { coolingOffDays: 30, coolingOffReturns: 3 };
const admin = await aPerson(db, { role: 'admin' });

/** A payment that is begun, and comes in when `pay` is called. */
async function begun(buyer: PersonBuilt, offerId: number, more: Record<string, unknown> = {}) {
	const { orderId } = await checkout(db, buyer.actor, { offerId, key: unique('key-of-a-thief'), ...more });
	const { price } = await findOrder(db, buyer.actor, orderId);
	const { reference } = await startPayment(db, buyer.actor, orderId, 'fake');
	const pay = () =>
		settlePayment(db, aNotice({ reference, outcome: 'succeeded', amount: price.amount }), 2000);
	return { orderId, pay };
}

afterEach(async () => {
	travel(0);
	expect([
		...(await verifyLedger(db)),
		...(await verifyOrders(db)),
		...(await verifySubscriptions(db)),
	]).toEqual([]);
});

test('no number that a form can send makes an order cheaper', async () => {
	const { offerId } = await aPaidArticle(db);
	const buyer = await aPerson(db);
	const order = (more: Record<string, unknown>) =>
		told(checkout(db, buyer.actor, { offerId, key: unique('key-of-a-thief'), ...more }));
	for (const quantity of [-1, 0, 0.5, 1e9, Number.NaN, '-3', '1e9', [], {}])
		expect([quantity, await order({ quantity })]).toEqual([quantity, 'common.invalid_input']);
	expect(await order({ quantity: 2 })).toBe('catalog.one_only');
	for (const amount of [-1900, 0.5, 1e12])
		expect([amount, await order({ amount })]).toEqual([amount, 'common.invalid_input']);
	expect(await order({ expected: cny(1) })).toBe('orders.price_changed');
	expect(await order({ expected: { amount: 1900, currency: 'JPY' } })).toBe('orders.price_changed');
	// The price is not the buyer's to name, unless the seller says so: what is sent beside it counts for nothing.
	const { orderId } = await checkout(db, buyer.actor, {
		offerId,
		key: unique('key-of-a-thief'),
		amount: 1,
		status: 'paid',
		currency: 'JPY',
		discount: 1900,
	});
	expect(await findOrder(db, buyer.actor, orderId)).toMatchObject({ price: cny(1900), status: 'pending' });
});

test('a payment in other money, of less, or of another order pays nothing', async () => {
	const [dear, cheap] = [await aPaidArticle(db, 9900), await aPaidArticle(db, 100)];
	const buyer = await aPerson(db);
	const order = await anOrder(db, buyer, dear.offerId);
	const { reference } = await anOrder(db, buyer, cheap.offerId);
	const heard = async (more: object) =>
		(await settlePayment(db, aNotice({ ...order, outcome: 'succeeded', amount: 9900, ...more }), 2000))
			.result;
	expect(await heard({ currency: 'JPY' })).toBe('mismatch');
	expect(await heard({ amount: 100 })).toBe('mismatch');
	expect(await heard({ reference, amount: 9900 })).toBe('mismatch');
	expect(await heard({ provider: 'somebody-else' })).toBe('unknown');
	expect((await may(db, buyer.actor, 'read', [dear.item])).get(dear.item.id)).toBe('preview');
});

let rank = 0;
/** A year of a cheap tier, and a month of a dear one above it. */
async function twoTiers(): Promise<[OfferId, OfferId]> {
	const sold = [
		{ months: 12, price: cny(10_000) },
		{ months: 1, price: cny(20_000) },
	].map(async ({ months, price }) => {
		const slug = `tier-${++rank}`;
		const tierId = await setTier(db, admin.actor, { slug, name: 'A tier', rank, spaceIds: [] });
		await setOffer(db, admin.actor, { sells: 'tier', thingId: tierId, months, renews: true, price });
		return (await listOffers(db, { tierId }))[0]!.id;
	});
	return (await Promise.all(sold)) as [OfferId, OfferId];
}

test('a year of the cheap tier, ordered first and paid last, is no year of the dear one', async () => {
	const [cheap, dear] = await twoTiers();
	const buyer = await aPerson(db);
	const first = await begun(buyer, cheap);
	await (await begun(buyer, dear)).pay();
	await first.pay();
	const row = await db
		.selectFrom('subscriptions')
		.select(['offer_id', 'period_ends_at'])
		.where('user_id', '=', buyer.id)
		.executeTakeFirstOrThrow();
	expect(row.offer_id).toBe(dear);
	// 100 buys half a month of what costs 200 a month.
	const days = (row.period_ends_at.getTime() - now().getTime()) / day;
	expect(days).toBeGreaterThan(28 + 13);
	expect(days).toBeLessThan(31 + 16);
});

test('and who pays for the dear tier while the cheap one runs has all of the worth', async () => {
	const [cheap, dear] = await twoTiers();
	const buyer = await aPerson(db);
	const first = await begun(buyer, dear);
	await (await begun(buyer, cheap)).pay();
	await first.pay();
	const row = await db
		.selectFrom('subscriptions')
		.select('period_ends_at')
		.where('user_id', '=', buyer.id)
		.executeTakeFirstOrThrow();
	expect((row.period_ends_at.getTime() - now().getTime()) / day).toBeGreaterThan(3 * 365 - 5);
});

test('time that is more than half over is not sent back by asking: of a space, a tier, seats', async () => {
	const buyer = await aPerson(db);
	const { space, author, offerId } = await aPaidSpace(db, 3900, 1);
	const tierId = await setTier(db, admin.actor, {
		slug: 'for-a-month',
		name: 'A month',
		rank: 99,
		spaceIds: [],
	});
	await setOffer(db, admin.actor, { sells: 'tier', thingId: tierId, months: 1, price: cny(5900) });
	await setOffer(db, author.actor, { sells: 'seats', thingId: space.id, months: 1, price: cny(2900) });
	const [tier] = await listOffers(db, { tierId });
	const [seats] = await listOffers(db, { seatsOf: space.id });
	const orders: number[] = [];
	for (const offer of [offerId, tier!.id, seats!.id]) {
		const order = await begun(buyer, offer);
		await order.pay();
		orders.push(order.orderId);
	}
	expect(await tierUntil(db, buyer.id, tierId)).not.toBeNull();
	travel(20 * day);
	for (const orderId of orders)
		expect((await askForRefund(db, buyer.actor, orderId, reason, rule)).granted).toBe(false);
});

test('who asks for everything back at once gets no more back by asking than one after the other', async () => {
	const buyer = await aPerson(db);
	const orders: number[] = [];
	for (let n = 0; n < 8; n++) {
		const order = await begun(buyer, (await aPaidArticle(db)).offerId);
		await order.pay();
		orders.push(order.orderId);
	}
	const asked = await Promise.all(orders.map((id) => askForRefund(db, buyer.actor, id, reason, rule)));
	expect(asked.filter(({ granted }) => granted)).toHaveLength(rule.coolingOffReturns);
});

test('who fills a group with accounts of their own does not get the money of the others back by asking', async () => {
	const { author, item } = await aPaidArticle(db);
	await offerGroups(db, author.actor, item.id, { amount: 1000, size: 2, hours: 24 });
	const [offer] = await listOffers(db, { itemId: item.id }, 'group');
	const [one, two, early] = [await aPerson(db), await aPerson(db), await aPerson(db)];
	const left = await begun(early, offer!.id);
	await left.pay();
	// While it still gathers nobody has anything yet: leaving is free.
	expect((await askForRefund(db, early.actor, left.orderId, reason, rule)).granted).toBe(true);
	const first = await begun(one, offer!.id);
	await first.pay();
	const { group_id: groupId } = await db
		.selectFrom('group_members')
		.select('group_id')
		.where('order_id', '=', first.orderId)
		.executeTakeFirstOrThrow();
	const last = await begun(two, offer!.id, { details: { groupId } });
	await last.pay();
	expect((await may(db, one.actor, 'read', [item])).get(item.id)).toBe('full');
	expect((await askForRefund(db, two.actor, last.orderId, reason, rule)).granted).toBe(false);
});
