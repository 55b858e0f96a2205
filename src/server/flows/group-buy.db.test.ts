import { afterEach, expect, test } from 'vitest';
import { travel } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { listOffers, priceItem } from '../modules/catalog/index.ts';
import { may } from '../modules/entitlements/index.ts';
import { listOpenGroups, offerGroups, readGroup } from '../modules/groups/index.ts';
import { anItem, aPerson, type PersonBuilt } from '../modules/items/testing.ts';
import { balanceOf, verifyLedger } from '../modules/ledger/index.ts';
import { findOrder, startPayment, verifyOrders } from '../modules/orders/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { checkout } from './checkout.ts';
import './group-buy.ts';
import { sweepRefunds } from './send-refund.ts';
import { settleDue } from './settle-due.ts';
import { settlePayment } from './settle-payment.ts';
import { fakeProvider } from './testing.ts';

const { db } = await testDatabase();
const code = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no refusal',
		(error) => (error instanceof AppError ? error.code : error),
	);
let keys = 0;
const provider = fakeProvider();
/** The provider sends whatever was promised back. */
const sendBack = () => sweepRefunds(db, new Map([['fake', provider]]), undefined, { idleMs: -1000 });

async function anItemForGroups(size: number) {
	const author = await aPerson(db);
	const item = await anItem(db, { kind: 'article', authorId: author.id, access: 'paid' });
	await priceItem(db, author.actor, item.id, { amount: 1900, currency: 'CNY' });
	await offerGroups(db, author.actor, item.id, { amount: 1000, size, hours: 24 });
	const [offer] = await listOffers(db, { itemId: item.id }, 'group');
	return { author, item, offerId: offer!.id };
}

/** Orders and starts to pay; what is given back settles it. */
async function onTheWay(buyer: PersonBuilt, offerId: number, groupId: number | null) {
	const { orderId } = await checkout(db, buyer.actor, {
		offerId,
		key: `group-key-${++keys}`,
		details: { groupId },
	});
	const { price } = await findOrder(db, buyer.actor, orderId);
	const { reference } = await startPayment(db, buyer.actor, orderId, 'fake');
	provider.pay(reference, price.amount);
	const notice = { provider: 'fake', reference, outcome: 'succeeded' as const, ...price, body: '' };
	return { orderId, settle: () => settlePayment(db, { ...notice, noticeId: `n-${reference}` }, 2000) };
}

const readable = async (person: PersonBuilt, id: number) =>
	(await may(db, person.actor, 'read', [{ id }])).get(id) === 'full';
const people = (n: number) => Promise.all(Array.from({ length: n }, () => aPerson(db)));
const openGroup = async (item: { id: number }, reader: PersonBuilt) =>
	(await listOpenGroups(db, reader.actor, item.id))[0]!;

afterEach(async () => {
	travel(0);
	await sendBack();
	expect(await verifyLedger(db)).toEqual([]);
	expect(await verifyOrders(db)).toEqual([]);
});

test('a group that fills gives everybody the item, and its author the money', async () => {
	const { author, item, offerId } = await anItemForGroups(3);
	const buyers = await people(3);
	await (await onTheWay(buyers[0]!, offerId, null)).settle();
	const group = await openGroup(item, buyers[0]!);
	expect([group.joined, group.size, await readable(buyers[0]!, item.id)]).toEqual([1, 3, false]);
	expect(
		await code(checkout(db, buyers[0]!.actor, { offerId, key: 'again-in', details: { groupId: group.id } })),
	).toBe('groups.joined');
	for (const buyer of buyers.slice(1)) await (await onTheWay(buyer, offerId, group.id)).settle();
	expect((await readGroup(db, buyers[0]!.actor, group.id)).status).toBe('filled');
	for (const buyer of buyers) expect(await readable(buyer, item.id)).toBe(true);
	expect(await balanceOf(db, { kind: 'author', ownerId: author.id })).toEqual({ CNY: -2400 });
	travel(25 * 3_600_000);
	expect(await settleDue(db)).toBe(0);
});

test('a group that does not fill in time sends everybody’s money back by itself', async () => {
	const { author, item, offerId } = await anItemForGroups(3);
	const buyers = await people(2);
	const first = await onTheWay(buyers[0]!, offerId, null);
	await first.settle();
	const group = await openGroup(item, buyers[0]!);
	const second = await onTheWay(buyers[1]!, offerId, group.id);
	await second.settle();
	travel(24 * 3_600_000 + 1000);
	expect(await settleDue(db)).toBe(1);
	expect(await settleDue(db)).toBe(0);
	await sendBack();
	for (const [i, { orderId }] of [first, second].entries()) {
		const order = await findOrder(db, buyers[i]!.actor, orderId);
		expect([order.status, order.refunded]).toEqual(['refunded', 1000]);
		expect(await readable(buyers[i]!, item.id)).toBe(false);
	}
	expect((await readGroup(db, buyers[0]!.actor, group.id)).status).toBe('failed');
	expect(await balanceOf(db, { kind: 'author', ownerId: author.id })).toEqual({});
});

test('of fifty who pay for the last places at once, as many get in as there are places, and the others their money', async () => {
	const { author, item, offerId } = await anItemForGroups(10);
	const starter = await aPerson(db);
	await (await onTheWay(starter, offerId, null)).settle();
	const group = await openGroup(item, starter);
	const buyers = await people(50);
	const orders = [];
	for (const buyer of buyers) orders.push(await onTheWay(buyer, offerId, group.id));
	await Promise.all(orders.map(({ settle }) => settle()));
	const full = await readGroup(db, starter.actor, group.id);
	expect([full.status, full.joined, full.people.length]).toEqual(['filled', 10, 10]);
	await sendBack();
	const states = await Promise.all(
		orders.map(async ({ orderId }, i) => {
			const { status } = await findOrder(db, buyers[i]!.actor, orderId);
			return `${status} ${await readable(buyers[i]!, item.id)}`;
		}),
	);
	expect(states.filter((state) => state === 'paid true')).toHaveLength(9);
	expect(states.filter((state) => state === 'refunded false')).toHaveLength(41);
	expect(await balanceOf(db, { kind: 'author', ownerId: author.id })).toEqual({ CNY: -8000 });
	expect(await balanceOf(db, { kind: 'escrow' })).toEqual({ CNY: 0 });
}, 60_000);

test('who has the item already, or got it while paying, takes nobody’s place', async () => {
	const { author, item, offerId } = await anItemForGroups(2);
	expect(await code(checkout(db, author.actor, { offerId, key: 'own-item', details: {} }))).toBe(
		'orders.already_owned',
	);
	const buyer = await aPerson(db);
	const order = await onTheWay(buyer, offerId, null);
	const [alone] = await listOffers(db, { itemId: item.id });
	const { orderId } = await checkout(db, buyer.actor, { offerId: alone!.id, key: 'alone-order' });
	const { reference } = await startPayment(db, buyer.actor, orderId, 'fake');
	provider.pay(reference, 1900);
	const notice = {
		provider: 'fake',
		reference,
		outcome: 'succeeded' as const,
		amount: 1900,
		currency: 'CNY',
	};
	await settlePayment(db, { ...notice, noticeId: 'alone', body: '' }, 2000);
	await order.settle();
	await sendBack();
	expect(await listOpenGroups(db, buyer.actor, item.id)).toEqual([]);
	expect((await findOrder(db, buyer.actor, order.orderId)).status).toBe('refunded');
});

test('a group costs less than alone, and only who may price the item says what', async () => {
	const { author, item } = await anItemForGroups(3);
	const wrong = { amount: 1900, size: 3, hours: 24 };
	expect(await code(offerGroups(db, author.actor, item.id, wrong))).toBe('groups.price_high');
	expect(await code(offerGroups(db, (await aPerson(db)).actor, item.id, wrong))).toBe('common.forbidden');
	expect(await code(offerGroups(db, author.actor, item.id, { ...wrong, amount: 500, size: 1 }))).toBe(
		'common.invalid_input',
	);
	await offerGroups(db, author.actor, item.id, null);
	expect(await listOffers(db, { itemId: item.id }, 'group')).toEqual([]);
	expect(await listOffers(db, { itemId: item.id })).toHaveLength(1);
});
