import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { now, travel } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { listOffers, priceItem, priceSpace } from '../modules/catalog/index.ts';
import { may } from '../modules/entitlements/index.ts';
import { anItem, aPerson, aSpace, type PersonBuilt, unique } from '../modules/items/testing.ts';
import { entriesOf, verifyLedger } from '../modules/ledger/index.ts';
import {
	cancelOrder,
	expireUnpaid,
	findOrder,
	orderHistory,
	placeOrder,
	readSandboxMessage,
	signSandboxMessage,
	startPayment,
	verifyOrders,
} from '../modules/orders/index.ts';
import { openDatabase } from '../platform/db/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { checkout } from './checkout.ts';
import { settlePayment } from './settle-payment.ts';

const { db, url } = await testDatabase();
// As many connections as buyers: they really come at once.
const crowd = openDatabase(url, { max: 50 });
afterAll(() => crowd.db.destroy());
afterEach(() => travel(0));

// Fifty at once take their time where others are at work, too.
vi.setConfig({ testTimeout: 180_000 });

const BUYERS = 50;
const HALF_AN_HOUR = 30 * 60_000 + 1000;

async function aSpaceForSale(stock: number | null = null) {
	const owner = await aPerson(db);
	const space = await aSpace(db, { access: 'paid', ownerId: owner.id });
	await priceSpace(db, owner.actor, space.id, 1, { amount: 10_000, currency: 'CNY' });
	const [offer] = await listOffers(db, { spaceId: space.id });
	await db.updateTable('offers').set({ stock }).where('id', '=', offer!.id).execute();
	const item = await anItem(db, { spaceId: space.id, authorId: owner.id, access: 'members' });
	return { owner, space, item, offerId: offer!.id };
}

async function aCoupon(given: {
	total?: number;
	per_person?: number;
	first_order?: boolean;
	percent_bps?: number;
}) {
	const code = unique('C').toUpperCase();
	const { id } = await db
		.insertInto('discounts')
		.values({ code, name: code, percent_bps: 5000, ...given })
		.returning('id')
		.executeTakeFirstOrThrow();
	return { id, code };
}

const people = (n: number) => Promise.all(Array.from({ length: n }, () => aPerson(db)));
const place = (buyer: PersonBuilt, offerId: number, coupon?: string, key = unique('key-of-order')) =>
	placeOrder(crowd.db, buyer.actor, { offerId, key, coupon });
const told = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(thrown) => (thrown instanceof AppError ? thrown.code : thrown),
	);
const counted = (outcomes: unknown[]) =>
	Object.fromEntries(
		[...new Set(outcomes)].sort().map((one) => [one, outcomes.filter((o) => o === one).length]),
	);
const usedOf = async (id: number) =>
	(await db.selectFrom('discounts').select('used').where('id', '=', id).executeTakeFirstOrThrow()).used;
const soldOf = async (id: number) =>
	(await db.selectFrom('offers').select('sold').where('id', '=', id).executeTakeFirstOrThrow()).sold;
const reasonsOf = async (id: number) => (await orderHistory(db, id)).map(({ what }) => what);

async function pay(buyer: PersonBuilt, orderId: number) {
	const { reference } = await startPayment(db, buyer.actor, orderId, 'sandbox');
	return reference;
}
async function settle(buyer: PersonBuilt, orderId: number, reference: string) {
	const { price } = await findOrder(db, buyer.actor, orderId);
	const message = signSandboxMessage('secret', { reference, outcome: 'succeeded', ...price });
	return (await settlePayment(crowd.db, readSandboxMessage('secret', message), 2000)).result;
}

test('fifty buyers at once take the seven seats that there are, and no more', async () => {
	const { offerId } = await aSpaceForSale(7);
	const outcomes = await Promise.all((await people(BUYERS)).map((buyer) => told(place(buyer, offerId))));
	expect(counted(outcomes)).toEqual({ done: 7, 'catalog.sold_out': 43 });
	expect(await soldOf(offerId)).toBe(7);
});

test('fifty buyers at once use a coupon’s last three uses three times', async () => {
	const { offerId } = await aSpaceForSale();
	const { id, code } = await aCoupon({ total: 3 });
	const outcomes = await Promise.all(
		(await people(BUYERS)).map((buyer) => told(place(buyer, offerId, code))),
	);
	expect(counted(outcomes)).toEqual({ done: 3, 'catalog.coupon_gone': 47 });
	expect(await usedOf(id)).toBe(3);
});

test('scarce seats and a scarce coupon together: never more of either, and nobody waits for ever', async () => {
	const [one, two] = [await aSpaceForSale(5), await aSpaceForSale(5)];
	const { id, code } = await aCoupon({ total: 8 });
	const buyers = await people(BUYERS);
	const outcomes = await Promise.all(
		buyers.map((buyer, i) => told(place(buyer, i % 2 ? one.offerId : two.offerId, code))),
	);
	const done = outcomes.filter((one) => one === 'done').length;
	expect(done).toBe(8);
	expect((await soldOf(one.offerId)) + (await soldOf(two.offerId))).toBe(8);
	expect(await usedOf(id)).toBe(8);
	expect(outcomes.filter((one) => typeof one !== 'string')).toEqual([]);
});

test('one person in fifty windows has a coupon as often as one may', async () => {
	const { offerId } = await aSpaceForSale();
	const [twice, first] = [await aCoupon({ per_person: 2 }), await aCoupon({ first_order: true })];
	const [buyer, newcomer] = await people(2);
	const windows = Array.from({ length: BUYERS }, () => 0);
	expect(counted(await Promise.all(windows.map(() => told(place(buyer!, offerId, twice.code)))))).toEqual({
		'catalog.coupon_used': 48,
		done: 2,
	});
	expect(counted(await Promise.all(windows.map(() => told(place(newcomer!, offerId, first.code)))))).toEqual({
		'catalog.coupon_first_order': 49,
		done: 1,
	});
});

test('fifty people share a free coupon: those who got it have it, at once and once', async () => {
	const { offerId, item } = await aSpaceForSale();
	const { code } = await aCoupon({ total: 5, percent_bps: 10_000 });
	const buyers = await people(BUYERS);
	const outcomes = await Promise.all(
		buyers.map((buyer) =>
			told(checkout(crowd.db, buyer.actor, { offerId, key: unique('key-free'), coupon: code })),
		),
	);
	const open = await Promise.all(
		buyers.map(async ({ actor }) => (await may(db, actor, 'read', [item])).get(item.id)),
	);
	expect(counted(outcomes)).toEqual({ done: 5, 'catalog.coupon_gone': 45 });
	expect(open.map((access) => access === 'full')).toEqual(outcomes.map((one) => one === 'done'));
});

test('what was kept for an order is free when the order is given up or its half hour is over', async () => {
	const { offerId } = await aSpaceForSale(2);
	const { id, code } = await aCoupon({ total: 2 });
	const [one, two, three] = await people(3);
	const [first] = [await place(one!, offerId, code), await place(two!, offerId, code)];
	expect(await told(place(three!, offerId, code))).toBe('catalog.coupon_gone');
	await cancelOrder(db, one!.actor, first.orderId);
	await cancelOrder(db, one!.actor, first.orderId);
	expect([await soldOf(offerId), await usedOf(id)]).toEqual([1, 1]);
	await expireUnpaid(db);
	expect([await soldOf(offerId), await usedOf(id)]).toEqual([1, 1]);
	travel(HALF_AN_HOUR);
	await expireUnpaid(db);
	expect([await soldOf(offerId), await usedOf(id)]).toEqual([0, 0]);
	expect(await told(place(three!, offerId, code))).toBe('done');
});

test('an order of nothing scarce waits for a day', async () => {
	const { offerId } = await aSpaceForSale();
	const [buyer] = await people(1);
	const { orderId } = await place(buyer!, offerId);
	travel(23 * 3_600_000);
	await expireUnpaid(db);
	expect((await findOrder(db, buyer!.actor, orderId)).status).toBe('pending');
	travel(25 * 3_600_000);
	await expireUnpaid(db);
	expect((await findOrder(db, buyer!.actor, orderId)).status).toBe('expired');
});

test('paid after its time: taken again where it is still there, owed back where it went to somebody else', async () => {
	const { offerId, item } = await aSpaceForSale(2);
	const { id, code } = await aCoupon({ total: 2 });
	const [late, later, quick] = await people(3);
	const orders = [await place(late!, offerId, code), await place(later!, offerId, code)];
	const references = [await pay(late!, orders[0]!.orderId), await pay(later!, orders[1]!.orderId)];
	travel(HALF_AN_HOUR);
	await expireUnpaid(db);
	expect([await soldOf(offerId), await usedOf(id)]).toEqual([0, 0]);
	expect(await told(place(quick!, offerId, code))).toBe('done');

	expect(await settle(late!, orders[0]!.orderId, references[0]!)).toBe('settled');
	expect((await may(db, late!.actor, 'read', [item])).get(item.id)).toBe('full');
	expect([await soldOf(offerId), await usedOf(id)]).toEqual([2, 2]);

	expect(await settle(later!, orders[1]!.orderId, references[1]!)).toBe('settled');
	expect((await may(db, later!.actor, 'read', [item])).get(item.id)).toBe('preview');
	expect([await soldOf(offerId), await usedOf(id)]).toEqual([2, 2]);
	expect(await reasonsOf(orders[1]!.orderId)).toEqual([
		'placed',
		'payment_started',
		'expired',
		'paid',
		'paid_too_late',
	]);
	expect(
		(await entriesOf(db, `order:${orders[1]!.orderId}`)).map(({ account, amount }) => [account, amount]),
	).toEqual([
		['clearing', 5000],
		['refunds', -5000],
	]);
	expect(await verifyLedger(db)).toEqual([]);
	expect(await verifyOrders(db)).toEqual([]);
});

test('fifty late payments of expired orders fill the places that are left, and no more', async () => {
	const { offerId } = await aSpaceForSale(BUYERS);
	const buyers = await people(BUYERS);
	const orders = await Promise.all(buyers.map((buyer) => place(buyer, offerId)));
	const references = await Promise.all(buyers.map((buyer, i) => pay(buyer, orders[i]!.orderId)));
	travel(HALF_AN_HOUR);
	await expireUnpaid(db);
	// Meanwhile there is room for four.
	await db.updateTable('offers').set({ stock: 4 }).where('id', '=', offerId).execute();
	await Promise.all(buyers.map((buyer, i) => settle(buyer, orders[i]!.orderId, references[i]!)));
	const ended = await Promise.all(orders.map(async ({ orderId }) => (await reasonsOf(orderId)).at(-1)));
	expect(counted(ended)).toEqual({ paid: 4, paid_too_late: 46 });
	expect(await soldOf(offerId)).toBe(4);
	expect(await verifyOrders(db)).toEqual([]);
});

test('a price that changed while somebody looked at it is not charged: the order is refused, and says what it costs', async () => {
	const author = await aPerson(db);
	const item = await anItem(db, { kind: 'article', authorId: author.id, access: 'paid' });
	await priceItem(db, author.actor, item.id, { amount: 1900, currency: 'CNY' });
	const [offer] = await listOffers(db, { itemId: item.id });
	const [buyer] = await people(1);
	const order = (expected: { amount: number; currency: string }) =>
		placeOrder(db, buyer!.actor, { offerId: offer!.id, key: 'saw-a-price', expected });
	await db
		.insertInto('offer_prices')
		.values({
			offer_id: offer!.id,
			amount: 900,
			currency: 'CNY',
			starts_at: now(),
			ends_at: new Date(Date.now() + 60_000),
		})
		.execute();
	await expect(order({ amount: 1900, currency: 'CNY' })).rejects.toMatchObject({
		code: 'orders.price_changed',
		params: { amount: 900, currency: 'CNY' },
	});
	await expect(order({ amount: 900, currency: 'USD' })).rejects.toMatchObject({
		code: 'orders.price_changed',
	});
	const { orderId } = await order({ amount: 900, currency: 'CNY' });
	const { price, quote } = await findOrder(db, buyer!.actor, orderId);
	expect(price.amount).toBe(900);
	expect(quote.map(({ what, amount }) => [what, amount])).toEqual([
		['price', 1900],
		['special', -1000],
	]);
});
