import { afterEach, expect, test } from 'vitest';
import { travel } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { listOffers, makeBundle } from '../modules/catalog/index.ts';
import { may } from '../modules/entitlements/index.ts';
import { kinds, registerKind } from '../modules/items/index.ts';
import { anItem, aPerson, plainKinds } from '../modules/items/testing.ts';
import { balanceOf, entriesOf, verifyLedger } from '../modules/ledger/index.ts';
import {
	findOrder,
	findRefund,
	listRefunds,
	orderHistory,
	refundsOf,
	startPayment,
	verifyOrders,
} from '../modules/orders/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { approveRefund, askForRefund, giveRefund, refuseRefund } from './refund.ts';
import { sendRefund, sweepRefunds } from './send-refund.ts';
import { settlePayment } from './settle-payment.ts';
import { aNotice, anOrder, aPaidArticle, aPaidOrder, aPaidSpace, fakeProvider } from './testing.ts';

const { db } = await testDatabase();
const rule = { coolingOffDays: 7, coolingOffReturns: 3 };
const never = { coolingOffDays: 0, coolingOffReturns: 0 };
const day = 86_400_000;
const code = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no refusal',
		(error) => (error instanceof AppError ? error.code : error),
	);

async function sold(amount = 1900) {
	const provider = fakeProvider();
	const thing = await aPaidArticle(db, amount);
	const buyer = await aPerson(db);
	const order = await aPaidOrder(db, { buyer, ...thing, provider });
	const send = (refundId: number) => sendRefund(db, new Map([['fake', provider]]), refundId);
	const access = async () => (await may(db, buyer.actor, 'read', [thing.item])).get(thing.item.id);
	return { ...thing, ...order, provider, buyer, send, access };
}
const asks = { reason: 'It is not what I thought.' };
const right = async () => expect([...(await verifyLedger(db)), ...(await verifyOrders(db))]).toEqual([]);

afterEach(() => travel(0));

test('within the cooling-off period the whole price goes back by asking, and what was bought is taken back', async () => {
	const { buyer, orderId, author, provider, send, access } = await sold();
	const { refundId, granted } = await askForRefund(db, buyer.actor, orderId, asks, rule);
	expect(granted).toBe(true);
	// Promised is set aside, but the buyer keeps it until the money has left.
	expect(await balanceOf(db, { kind: 'author', ownerId: author.id })).toEqual({ CNY: 0 });
	expect(await access()).toBe('full');
	await right();
	await send(refundId);
	expect(provider.holds()).toBe(0);
	expect(await access()).toBe('preview');
	expect(await findOrder(db, buyer.actor, orderId)).toMatchObject({ status: 'refunded', refunded: 1900 });
	expect((await orderHistory(db, orderId)).map(({ what }) => what)).toEqual([
		'placed',
		'payment_started',
		'paid',
		'refund_asked',
		'refund_granted',
		'refunded',
	]);
	const told = await db
		.selectFrom('events')
		.select('payload')
		.where('type', '=', 'orders.refunded')
		.execute();
	expect(told.at(-1)!.payload).toMatchObject({ orderId, amount: 1900, of: 1900, whole: true });
	await right();
});

test('who has used most of what they bought may not simply send it back; half of it they may', async () => {
	plainKinds();
	const article = kinds.get('article')!;
	let share = 0;
	const asked: object[] = [];
	registerKind({
		...article,
		consumed: async (_db, of) => {
			asked.push(of);
			return share;
		},
	});
	try {
		const returned = async (part: number) => {
			share = part;
			const one = await sold();
			const { granted } = await askForRefund(db, one.buyer.actor, one.orderId, asks, rule);
			expect(asked.at(-1)).toEqual({ itemId: one.item.id, userId: one.buyer.id });
			return granted;
		};
		expect(await returned(0)).toBe(true);
		expect(await returned(0.5)).toBe(true);
		expect(await returned(0.51)).toBe(false);
		expect(await returned(1)).toBe(false);

		// Of a bundle it is the average.
		const { author, item } = await aPaidArticle(db);
		const second = await anItem(db, { kind: 'question', authorId: author.id, access: 'paid' });
		const { id } = await makeBundle(db, author.actor, {
			title: 'Two of mine',
			itemIds: [item.id, second.id],
			price: { amount: 2500, currency: 'CNY' },
		});
		const [offer] = await listOffers(db, { bundleId: id });
		const returnsBundle = async () => {
			const buyer = await aPerson(db);
			const { orderId } = await aPaidOrder(db, { buyer, offerId: offer!.id, amount: 2500 });
			return (await askForRefund(db, buyer.actor, orderId, asks, rule)).granted;
		};
		expect(await returnsBundle()).toBe(true);
		registerKind({ ...kinds.get('question')!, consumed: async () => 0.1 });
		expect(await returnsBundle()).toBe(false);
	} finally {
		plainKinds();
	}
});

test('what is in the cooling-off period is the whole, in time, not used up, and not done over and over', async () => {
	const part = await sold();
	expect(
		(await askForRefund(db, part.buyer.actor, part.orderId, { ...asks, amount: 900 }, rule)).granted,
	).toBe(false);
	const late = await sold();
	travel(7 * day + 1000);
	expect((await askForRefund(db, late.buyer.actor, late.orderId, asks, rule)).granted).toBe(false);
	travel(0);
	const off = await sold();
	expect((await askForRefund(db, off.buyer.actor, off.orderId, asks, never)).granted).toBe(false);

	const space = await aPaidSpace(db);
	const member = await aPerson(db);
	const stay = await aPaidOrder(db, { buyer: member, ...space });
	travel(20 * day);
	const long = { coolingOffDays: 30, coolingOffReturns: 3 };
	expect((await askForRefund(db, member.actor, stay.orderId, asks, long)).granted).toBe(false);
	travel(0);

	const buyer = await aPerson(db);
	const granted = [];
	for (let i = 0; i < 4; i++) {
		const { orderId } = await aPaidOrder(db, { buyer, ...(await aPaidArticle(db)) });
		granted.push((await askForRefund(db, buyer.actor, orderId, asks, rule)).granted);
	}
	expect(granted).toEqual([true, true, true, false]);
	await right();
});

test('partial refunds take from everybody in proportion and add up to the cent', async () => {
	const { buyer, orderId, author, provider, send, access } = await sold(1001);
	const admin = await aPerson(db, { role: 'admin' });
	const parts = [333, 1, 334, 333];
	let back = 0;
	for (const [i, amount] of parts.entries()) {
		const id = await giveRefund(db, admin.actor, orderId, { amount, note: 'For the delay' });
		await send(id);
		expect(await access()).toBe(i < 3 ? 'full' : 'preview');
		// A fifth is the platform's: of what is left, too, within a cent.
		back += amount;
		const platform = (await entriesOf(db, `order:${orderId}`)).filter(
			({ account }) => account === 'platform',
		);
		const left = platform.reduce((sum, entry) => sum - entry.amount, 0);
		expect(Math.abs(left - (1001 - back) / 5)).toBeLessThanOrEqual(1);
		await right();
	}
	expect(provider.holds()).toBe(0);
	expect([...provider.refunds.values()].map(({ amount }) => amount)).toEqual(parts);
	expect(await balanceOf(db, { kind: 'author', ownerId: author.id })).toEqual({ CNY: 0 });
	expect((await findOrder(db, buyer.actor, orderId)).status).toBe('refunded');
	expect(await code(giveRefund(db, admin.actor, orderId, { note: 'more' }))).toBe('refunds.not_refundable');
});

test('whoever sold it decides, grants less, or refuses with a reason; a stranger does not learn of it', async () => {
	const { buyer, orderId, author, send, access } = await sold();
	const { refundId } = await askForRefund(db, buyer.actor, orderId, asks, never);
	expect(await code(askForRefund(db, buyer.actor, orderId, asks, never))).toBe('refunds.asked_already');
	const stranger = await aPerson(db);
	const moderator = await aPerson(db, { role: 'moderator' });
	for (const nobody of [stranger, moderator, buyer])
		expect(await code(approveRefund(db, nobody.actor, refundId, {}))).toBe('refunds.not_found');
	expect(await code(findRefund(db, stranger.actor, refundId))).toBe('refunds.not_found');
	expect(await code(refuseRefund(db, author.actor, refundId, { note: ' ' }))).toBe('common.invalid_input');
	expect((await listRefunds(db, author.actor, { selling: true })).items.map(({ id }) => id)).toEqual([
		refundId,
	]);
	expect(await code(listRefunds(db, author.actor))).toBe('common.forbidden');
	await refuseRefund(db, author.actor, refundId, { note: 'You have read all of it.' });
	expect(await code(approveRefund(db, author.actor, refundId, {}))).toBe('refunds.decided_already');
	await right();

	const again = await askForRefund(db, buyer.actor, orderId, asks, never);
	expect(await code(approveRefund(db, author.actor, again.refundId, { amount: 1901 }))).toBe(
		'refunds.too_much',
	);
	await approveRefund(db, author.actor, again.refundId, { amount: 1000, note: 'Half of it' });
	await send(again.refundId);
	expect(await access()).toBe('full');
	expect(await findOrder(db, buyer.actor, orderId)).toMatchObject({ status: 'paid', refunded: 1000 });
	await right();
});

test('a refund cannot be asked of an unpaid order, of somebody else’s, or for more than is left', async () => {
	const { offerId } = await aPaidArticle(db);
	const buyer = await aPerson(db);
	const { orderId } = await anOrder(db, buyer, offerId);
	expect(await code(askForRefund(db, buyer.actor, orderId, asks, rule))).toBe('refunds.not_refundable');
	const other = await sold();
	expect(await code(askForRefund(db, buyer.actor, other.orderId, asks, rule))).toBe('orders.not_found');
	expect(
		await code(askForRefund(db, other.buyer.actor, other.orderId, { ...asks, amount: 1901 }, rule)),
	).toBe('refunds.too_much');
	expect(await code(askForRefund(db, other.buyer.actor, other.orderId, { reason: '' }, rule))).toBe(
		'common.invalid_input',
	);
});

test('a provider that is down is asked again; one that fails leaves the money promised, to be tried again or called off', async () => {
	const { buyer, orderId, author, provider, send, access } = await sold();
	const { refundId } = await askForRefund(db, buyer.actor, orderId, asks, rule);
	provider.manner = 'down';
	await expect(send(refundId)).rejects.toThrow(/does not answer/);
	const state = async () => (await refundsOf(db, orderId)).at(-1)!;
	expect((await state()).status).toBe('sending');
	provider.manner = 'failed';
	await send(refundId);
	expect(await state()).toMatchObject({ status: 'failed', failure: 'card_closed' });
	expect(await access()).toBe('full');
	await right();
	const admin = await aPerson(db, { role: 'admin' });
	const before = (await state()).reference;
	provider.manner = 'succeeded';
	await approveRefund(db, admin.actor, refundId, {});
	expect((await state()).reference).not.toBe(before);
	await send(refundId);
	expect((await state()).status).toBe('succeeded');
	expect(provider.holds()).toBe(0);
	await right();

	const second = await sold();
	const asked = await askForRefund(db, second.buyer.actor, second.orderId, asks, rule);
	second.provider.manner = 'failed';
	await second.send(asked.refundId);
	await refuseRefund(db, admin.actor, asked.refundId, { note: 'Paid back in cash' });
	expect(await balanceOf(db, { kind: 'author', ownerId: second.author.id })).toEqual({ CNY: -1520 });
	expect(await balanceOf(db, { kind: 'author', ownerId: author.id })).toEqual({ CNY: 0 });
	await right();
});

test('a refund that is answered late is settled by its notice, once, and by nothing that is not it', async () => {
	const { buyer, orderId, provider, send } = await sold();
	const { refundId } = await askForRefund(db, buyer.actor, orderId, asks, rule);
	provider.manner = 'pending';
	await send(refundId);
	const [refund] = await refundsOf(db, orderId);
	expect(refund!.status).toBe('sending');
	const said = { about: 'refund', reference: refund!.reference, outcome: 'succeeded', amount: 1900 } as const;
	const hear = async (notice: Parameters<typeof aNotice>[0]) => {
		const heard = await settlePayment(db, aNotice(notice), 2000);
		return heard.result === 'handled' ? heard.led : heard.result;
	};
	expect(await hear({ ...said, reference: 'nobody' })).toBe('unknown');
	expect(await hear({ ...said, amount: 1 })).toBe('mismatch');
	expect(await hear({ ...said, currency: 'USD' })).toBe('mismatch');
	expect(await hear({ ...said, provider: 'another' })).toBe('unknown');
	provider.refunds.get(refund!.reference)!.status = 'succeeded';
	expect(await Promise.all([hear(said), hear(said), hear(said)]).then((all) => all.sort())).toEqual([
		'refund_known',
		'refund_known',
		'refund_settled',
	]);
	await send(refundId);
	expect(await findOrder(db, buyer.actor, orderId)).toMatchObject({ status: 'refunded', refunded: 1900 });
	await right();
});

test('a refund sent by many workers at once is sent and booked once', async () => {
	const { buyer, orderId, provider, send } = await sold();
	const { refundId } = await askForRefund(db, buyer.actor, orderId, asks, rule);
	await Promise.all(Array.from({ length: 8 }, () => send(refundId)));
	expect(provider.refunds.size).toBe(1);
	expect(await findOrder(db, buyer.actor, orderId)).toMatchObject({ refunded: 1900 });
	await right();
});

test('refunds granted at once by several people never exceed the price', async () => {
	const { orderId, buyer } = await sold(1000);
	const admins = await Promise.all(Array.from({ length: 5 }, () => aPerson(db, { role: 'admin' })));
	const answers = await Promise.all(
		admins.map((admin) => code(giveRefund(db, admin.actor, orderId, { amount: 300, note: 'Sorry' }))),
	);
	expect(answers.filter((one) => one === 'no refusal')).toHaveLength(3);
	expect((await refundsOf(db, orderId)).reduce((sum, { money }) => sum + money.amount, 0)).toBe(900);
	expect((await findOrder(db, buyer.actor, orderId)).refunded).toBe(0);
	await right();
});

test('money that came in twice is sent back by itself: a second payment, and a second order for the same thing', async () => {
	const provider = fakeProvider();
	const providers = new Map([['fake', provider]]);
	const { item, offerId, amount } = await aPaidArticle(db);
	const buyer = await aPerson(db);
	const one = await anOrder(db, buyer, offerId);
	const two = await anOrder(db, buyer, offerId);
	const again = await startPayment(db, buyer.actor, one.orderId, 'fake');
	for (const { reference } of [one, two, again]) {
		provider.pay(reference, amount);
		await settlePayment(db, aNotice({ reference, outcome: 'succeeded', amount }), 2000);
	}
	await right();
	travel(day);
	await sweepRefunds(db, providers);
	expect(provider.holds()).toBe(amount);
	expect(await findOrder(db, buyer.actor, one.orderId)).toMatchObject({ status: 'paid', refunded: 0 });
	expect(await findOrder(db, buyer.actor, two.orderId)).toMatchObject({
		status: 'refunded',
		refunded: amount,
	});
	expect((await may(db, buyer.actor, 'read', [item])).get(item.id)).toBe('full');
	await right();
	const admin = await aPerson(db, { role: 'admin' });
	const [owed] = await refundsOf(db, two.orderId);
	expect(await code(refuseRefund(db, admin.actor, owed!.id, { note: 'no' }))).toBe('refunds.decided_already');
});

test('what a killed process left behind is found and sent by the sweep, which one broken refund does not stop', async () => {
	const broken = await sold();
	await askForRefund(db, broken.buyer.actor, broken.orderId, asks, rule);
	const fine = await sold();
	await askForRefund(db, fine.buyer.actor, fine.orderId, asks, rule);
	// The broken one's provider knows nothing of the payment.
	const failures: unknown[] = [];
	expect(await sweepRefunds(db, new Map([['fake', fine.provider]]), (error) => failures.push(error))).toBe(0);
	travel(day);
	await sweepRefunds(db, new Map([['fake', fine.provider]]), (error) => failures.push(error));
	expect(failures.length).toBeGreaterThan(0);
	expect((await findOrder(db, fine.buyer.actor, fine.orderId)).status).toBe('refunded');
	expect((await findOrder(db, broken.buyer.actor, broken.orderId)).status).toBe('paid');
	await right();
});
