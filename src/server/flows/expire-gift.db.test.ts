import { afterEach, expect, test } from 'vitest';
import { travel } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { makeDiscount } from '../modules/catalog/index.ts';
import { may } from '../modules/entitlements/index.ts';
import { findGift, giftOrder, listGifts } from '../modules/gifts/index.ts';
import { aPerson, type PersonBuilt, unique } from '../modules/items/testing.ts';
import { balanceOf, verifyLedger } from '../modules/ledger/index.ts';
import { listNotifications, notificationHandlers } from '../modules/notifications/index.ts';
import { findOrder, orderHistory, startPayment, verifyOrders } from '../modules/orders/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { drainEvents } from '../platform/events/index.ts';
import { checkout } from './checkout.ts';
import { expireGift } from './expire-gift.ts';
import { redeemGift } from './redeem-gift.ts';
import { giveRefund } from './refund.ts';
import { sendRefund, sweepRefunds } from './send-refund.ts';
import { settleDue } from './settle-due.ts';
import { settlePayment } from './settle-payment.ts';
import { aNotice, aPaidArticle, fakeProvider } from './testing.ts';

const { db } = await testDatabase();
const YEAR = 366 * 86_400_000;
const provider = fakeProvider();
const providers = new Map([['fake', provider]]);
const sendAll = () => sweepRefunds(db, providers, undefined, { idleMs: -1000 });
const told = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(thrown) => (thrown instanceof AppError ? thrown.code : thrown),
	);

async function given(quantity: number, more: Record<string, unknown> = {}) {
	const sold = await aPaidArticle(db);
	const giver = await aPerson(db);
	const { orderId, toPay } = await checkout(db, giver.actor, {
		offerId: sold.offerId,
		quantity,
		gift: true,
		key: unique('gift-of-a-test'),
		...more,
	});
	const { price } = await findOrder(db, giver.actor, orderId);
	if (toPay) {
		const { reference } = await startPayment(db, giver.actor, orderId, 'fake');
		provider.pay(reference, price.amount);
		await settlePayment(db, aNotice({ reference, outcome: 'succeeded', amount: price.amount }), 2000);
	}
	const gifts = (await listGifts(db, giver.actor)).toReversed();
	return { ...sold, giver, orderId, gifts };
}
const orderOf = async (giver: PersonBuilt, id: number) => {
	const { status, refunded } = await findOrder(db, giver.actor, id);
	return { status, refunded };
};
const readable = async (person: PersonBuilt, id: number) =>
	(await may(db, person.actor, 'read', [{ id }])).get(id) === 'full';

afterEach(async () => {
	travel(0);
	expect([...(await verifyLedger(db)), ...(await verifyOrders(db))]).toEqual([]);
});

test('a code that nobody redeemed in a year goes back to its giver by itself, once, and they are told', async () => {
	const { giver, orderId, author, gifts } = await given(1);
	const before = provider.holds();
	travel(YEAR);
	expect(await settleDue(db)).toBe(1);
	expect(await settleDue(db)).toBe(0);
	expect(await balanceOf(db, { kind: 'author', ownerId: author.id })).toEqual({ CNY: 0 });
	// The worker was killed before it asked the provider: the sweep does.
	await sendAll();
	await sendAll();
	expect(provider.holds()).toBe(before - 1900);
	expect(await orderOf(giver, orderId)).toEqual({ status: 'refunded', refunded: 1900 });
	expect((await findGift(db, gifts[0]!.code)).status).toBe('expired');
	expect(await told(redeemGift(db, giver.actor, gifts[0]!.code))).toBe('gifts.expired');
	const history = await orderHistory(db, orderId);
	expect(history.find(({ what }) => what === 'refund_granted')?.data).toMatchObject({
		reason: 'gift_expired',
	});
	await drainEvents(db, notificationHandlers);
	const { items } = await listNotifications(db, giver.actor);
	expect(items.map(({ kind }) => kind)).toContain('gift_expired');
});

test('of several codes each that is left over brings its part; what was redeemed stays with whoever has it', async () => {
	const { giver, orderId, item, author, gifts } = await given(3);
	const friend = await aPerson(db);
	await redeemGift(db, friend.actor, gifts[1]!.code);
	travel(YEAR);
	expect(await settleDue(db)).toBe(2);
	await sendAll();
	expect(await orderOf(giver, orderId)).toEqual({ status: 'paid', refunded: 3800 });
	expect(await readable(friend, item.id)).toBe(true);
	expect(await balanceOf(db, { kind: 'author', ownerId: author.id })).toEqual({ CNY: -1520 });
});

test('what was sent back before counts, and the last code takes the cent that does not divide', async () => {
	const { giver, orderId, gifts } = await given(3);
	const admin = await aPerson(db, { role: 'admin' });
	await sendRefund(
		db,
		providers,
		await giveRefund(db, admin.actor, orderId, { amount: 100, note: 'Sorry.' }),
	);
	travel(YEAR);
	const parts: number[] = [];
	for (const { id } of gifts) {
		const { refunded } = await findOrder(db, giver.actor, orderId);
		expect(await expireGift(db, id)).toBe(true);
		await sendAll();
		parts.push((await findOrder(db, giver.actor, orderId)).refunded - refunded);
	}
	expect(parts).toEqual([1866, 1867, 1867]);
	expect(await orderOf(giver, orderId)).toEqual({ status: 'refunded', refunded: 5700 });
});

test('redeemed in its last second or given up: one of the two, never both', async () => {
	for (let turn = 0; turn < 5; turn++) {
		const { giver, orderId, item, gifts } = await given(1);
		const friend = await aPerson(db);
		const [{ id, code }] = gifts as [(typeof gifts)[0]];
		await db
			.updateTable('gifts')
			.set({ expires_at: new Date(Date.now() + 15) })
			.where('id', '=', id)
			.execute();
		const tries = [0, 5, 10, 20, 30, 40].map(async (wait) => {
			await new Promise((resolve) => setTimeout(resolve, wait));
			return expireGift(db, id);
		});
		const redeemed = (await told(redeemGift(db, friend.actor, code))) === 'done';
		const over = (await Promise.all(tries)).filter(Boolean).length;
		await sendAll();
		expect([redeemed, over]).toEqual(redeemed ? [true, 0] : [false, 1]);
		expect(await readable(friend, item.id)).toBe(redeemed);
		expect((await orderOf(giver, orderId)).status).toBe(redeemed ? 'paid' : 'refunded');
	}
});

test('what cost nothing is over without any money, and nobody gives up a code before its time', async () => {
	const { giver, orderId, gifts, author } = await given(1);
	expect(await expireGift(db, gifts[0]!.id)).toBe(false);
	expect(await expireGift(db, 999_999)).toBe(false);
	expect(await giftOrder(db as never, gifts[0]!.id)).toBe(orderId);
	expect((await orderOf(giver, orderId)).status).toBe('paid');
	await makeDiscount(db, author.actor, {
		code: unique('all').slice(0, 30),
		name: 'All of it',
		percentBps: 10_000,
	});
	const { code } = await db
		.selectFrom('discounts')
		.select('code')
		.where('seller_id', '=', author.id)
		.executeTakeFirstOrThrow();
	const offer = await db
		.selectFrom('orders')
		.select('offer_id')
		.where('id', '=', orderId)
		.executeTakeFirstOrThrow();
	const free = await checkout(db, giver.actor, {
		offerId: offer.offer_id,
		gift: true,
		coupon: code,
		key: unique('free-gift'),
	});
	expect(free.toPay).toBe(false);
	travel(YEAR);
	const [newest] = await listGifts(db, giver.actor);
	expect([newest!.orderId, await expireGift(db, newest!.id)]).toEqual([free.orderId, true]);
	expect(await db.selectFrom('refunds').select('id').where('order_id', '=', free.orderId).execute()).toEqual(
		[],
	);
	await settleDue(db);
	await sendAll();
});
