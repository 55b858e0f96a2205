import { expect, test } from 'vitest';
import { AppError } from '../kernel/errors.ts';
import { listOffers, priceItem, priceSpace } from '../modules/catalog/index.ts';
import { may } from '../modules/entitlements/index.ts';
import { anItem, aPerson, aSpace, type PersonBuilt } from '../modules/items/testing.ts';
import { entriesOf, verifyLedger } from '../modules/ledger/index.ts';
import {
	findOrder,
	placeOrder,
	readSandboxMessage,
	signSandboxMessage,
	startPayment,
	verifyOrders,
} from '../modules/orders/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { settlePayment } from './settle-payment.ts';

const { db } = await testDatabase();
const code = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no refusal',
		(error) => (error instanceof AppError ? error.code : error),
	);
let keys = 0;
const order = (buyer: PersonBuilt, offerId: number) =>
	placeOrder(db, buyer.actor, { offerId, key: `key-0000000${++keys}` });
const begin = async (buyer: PersonBuilt, orderId: number) =>
	(await startPayment(db, buyer.actor, orderId, 'sandbox')).reference;
const settle = (reference: string) => {
	const message = { reference, outcome: 'succeeded' as const, amount: 1900, currency: 'CNY' };
	return settlePayment(db, readSandboxMessage('secret', signSandboxMessage('secret', message)), 2000);
};

async function paidArticle(spaceId?: number, status?: 'hidden') {
	const author = await aPerson(db);
	const item = await anItem(db, { kind: 'article', authorId: author.id, access: 'paid', spaceId, status });
	await priceItem(db, author.actor, item.id, { amount: 1900, currency: 'CNY' });
	const [offer] = await listOffers(db, { itemId: item.id });
	return { author, item, offerId: offer!.id };
}

test('what is in a private space, or out of sight, is not for sale to a stranger by any road', async () => {
	const space = await aSpace(db, { access: 'private' });
	const inside = await paidArticle(space.id);
	const hidden = await paidArticle(undefined, 'hidden');
	const stranger = await aPerson(db);
	expect(await code(order(stranger, inside.offerId))).toBe('catalog.not_for_sale');
	expect(await code(order(stranger, hidden.offerId))).toBe('catalog.not_for_sale');
	expect((await may(db, stranger.actor, 'read', [inside.item])).get(inside.item.id)).toBe('none');
});

test('a space that became private sells no more time by its old prices', async () => {
	const owner = await aPerson(db);
	const space = await aSpace(db, { access: 'paid', ownerId: owner.id });
	await priceSpace(db, owner.actor, space.id, 1, { amount: 1900, currency: 'CNY' });
	const [offer] = await listOffers(db, { spaceId: space.id });
	const buyer = await aPerson(db);
	const { orderId } = await order(buyer, offer!.id);
	await db.updateTable('spaces').set({ access: 'private' }).where('id', '=', space.id).execute();
	expect(await code(order(buyer, offer!.id))).toBe('catalog.not_for_sale');
	expect(await code(begin(buyer, orderId))).toBe('catalog.not_for_sale');
});

test('who is suspended, or comes with a key for reading, orders and prices nothing', async () => {
	const { offerId, author, item } = await paidArticle();
	const suspended = await aPerson(db, { suspended: true });
	expect(await code(order(suspended, offerId))).toBe('accounts.suspended');
	const reader = await aPerson(db);
	const keyed = { ...reader.actor, scopes: ['read'] as const };
	expect(await code(placeOrder(db, keyed, { offerId, key: 'key-of-a-reader' }))).toBe(
		'accounts.api_key_scope',
	);
	const sold = { ...author.actor, suspended: true };
	expect(await code(priceItem(db, sold, item.id, null))).toBe('accounts.suspended');
});

test('of two orders in two windows the second is not paid once the first was', async () => {
	const { offerId } = await paidArticle();
	const buyer = await aPerson(db);
	const [one, two] = [await order(buyer, offerId), await order(buyer, offerId)];
	await settle(await begin(buyer, one.orderId));
	expect(await code(begin(buyer, two.orderId))).toBe('orders.already_owned');
});

test('two payments that were both on their way: one is the sale, the other is owed back', async () => {
	const { offerId, author } = await paidArticle();
	const buyer = await aPerson(db);
	const [one, two] = [await order(buyer, offerId), await order(buyer, offerId)];
	const [first, second] = [await begin(buyer, one.orderId), await begin(buyer, two.orderId)];
	const heard = await Promise.all([settle(first), settle(second)]);
	expect(heard.map(({ result }) => result)).toEqual(['settled', 'settled']);
	expect((await findOrder(db, buyer.actor, two.orderId)).status).toBe('paid');
	const entries = [
		...(await entriesOf(db, `order:${one.orderId}`)),
		...(await entriesOf(db, `order:${two.orderId}`)),
	];
	expect(entries.filter(({ ownerId }) => ownerId === author.id)).toHaveLength(1);
	expect(entries.filter(({ account }) => account === 'refunds').map(({ amount }) => amount)).toEqual([-1900]);
	expect(await verifyOrders(db)).toEqual([]);
});

test('an order paid by two payments: the second one is in the ledger, owed back', async () => {
	const { offerId } = await paidArticle();
	const buyer = await aPerson(db);
	const { orderId } = await order(buyer, offerId);
	const [first, second] = [await begin(buyer, orderId), await begin(buyer, orderId)];
	expect((await settle(first)).result).toBe('settled');
	const heard = await settle(second);
	expect(heard.result).toBe('overpaid');
	expect((await settle(second)).result).toBe('already_paid');
	const payment = (heard as { paymentId: number }).paymentId;
	expect((await entriesOf(db, `payment:${payment}`)).map(({ account, amount }) => [account, amount])).toEqual(
		[
			['clearing', 1900],
			['refunds', -1900],
		],
	);
	expect(await verifyLedger(db)).toEqual([]);
});
