import { afterEach, expect, test } from 'vitest';
import { travel } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import {
	listOffers,
	makeBundle,
	priceItem,
	priceSpace,
	setOffer,
	setTier,
	tierUntil,
} from '../modules/catalog/index.ts';
import { may } from '../modules/entitlements/index.ts';
import { findGift, listGifts } from '../modules/gifts/index.ts';
import { anItem, aPerson, aSpace, type PersonBuilt } from '../modules/items/testing.ts';
import { balanceOf, verifyLedger } from '../modules/ledger/index.ts';
import { findOrder, startPayment, verifyOrders } from '../modules/orders/index.ts';
import { inTransaction } from '../platform/db/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { checkout } from './checkout.ts';
import { takeBackSale } from './hand-over.ts';
import { readSale } from './read-sale.ts';
import { redeemGift } from './redeem-gift.ts';
import { settlePayment } from './settle-payment.ts';

const { db } = await testDatabase();
const code = (promise: Promise<unknown>) =>
	promise.then(
		() => 'no refusal',
		(error) => (error instanceof AppError ? error.code : error),
	);
let keys = 0;

async function give(giver: PersonBuilt, offerId: number, quantity = 1, message = 'Happy birthday') {
	const { orderId } = await checkout(db, giver.actor, {
		offerId,
		quantity,
		gift: true,
		key: `gift-key-${++keys}`,
		details: { message },
	});
	const { price } = await findOrder(db, giver.actor, orderId);
	const { reference } = await startPayment(db, giver.actor, orderId, 'sandbox');
	const notice = { provider: 'sandbox', reference, outcome: 'succeeded' as const, ...price, body: '' };
	await settlePayment(db, { ...notice, noticeId: `n-${reference}` }, 2000);
	const codes = (await listGifts(db, giver.actor))
		.filter((gift) => gift.orderId === orderId)
		.map((gift) => gift.code);
	return { orderId, codes };
}

async function aPaidArticle() {
	const author = await aPerson(db);
	const item = await anItem(db, { kind: 'article', authorId: author.id, access: 'paid' });
	await priceItem(db, author.actor, item.id, { amount: 1900, currency: 'CNY' });
	const [offer] = await listOffers(db, { itemId: item.id });
	return { author, item, offerId: offer!.id };
}

const readable = async (person: PersonBuilt, id: number) =>
	(await may(db, person.actor, 'read', [{ id }])).get(id) === 'full';

afterEach(async () => {
	travel(0);
	expect(await verifyLedger(db)).toEqual([]);
	expect(await verifyOrders(db)).toEqual([]);
});

test('a gift opens nothing for its giver, and the item for who redeems its code', async () => {
	const { author, item, offerId } = await aPaidArticle();
	const [giver, friend] = [await aPerson(db), await aPerson(db)];
	const { codes } = await give(giver, offerId);
	expect(codes).toHaveLength(1);
	expect(await readable(giver, item.id)).toBe(false);
	const gift = await findGift(db, codes[0]!.toLowerCase().replaceAll('-', ' '));
	expect([gift.message, gift.giver?.id, gift.itemId]).toEqual(['Happy birthday', giver.id, item.id]);
	await redeemGift(db, friend.actor, codes[0]!);
	expect(await readable(friend, item.id)).toBe(true);
	expect(await balanceOf(db, { kind: 'author', ownerId: author.id })).toEqual({ CNY: -1520 });
	expect(await code(redeemGift(db, (await aPerson(db)).actor, codes[0]!))).toBe('gifts.redeemed');
});

test('fifty people with one code: one has the gift', async () => {
	const { item, offerId } = await aPaidArticle();
	const { codes } = await give(await aPerson(db), offerId);
	const people = await Promise.all(Array.from({ length: 50 }, () => aPerson(db)));
	const results = await Promise.all(people.map(({ actor }) => code(redeemGift(db, actor, codes[0]!))));
	expect(results.filter((result) => result === 'no refusal')).toHaveLength(1);
	expect(results.filter((result) => result === 'gifts.redeemed')).toHaveLength(49);
	const open = await Promise.all(people.map((person) => readable(person, item.id)));
	expect(open.filter(Boolean)).toHaveLength(1);
});

test('who owns the item gives it to several others; who has it already keeps the code good for another', async () => {
	const { item, offerId } = await aPaidArticle();
	const [giver, first, second] = [await aPerson(db), await aPerson(db), await aPerson(db)];
	const { codes } = await give(giver, offerId, 3);
	expect(new Set(codes).size).toBe(3);
	await redeemGift(db, first.actor, codes[0]!);
	expect(await code(redeemGift(db, first.actor, codes[1]!))).toBe('gifts.once');
	const other = await give(giver, offerId);
	expect(await code(redeemGift(db, first.actor, other.codes[0]!))).toBe('orders.already_owned');
	await redeemGift(db, second.actor, other.codes[0]!);
	expect(await readable(second, item.id)).toBe(true);
	await redeemGift(db, giver.actor, codes[1]!);
	expect(await readable(giver, item.id)).toBe(true);
	expect((await give(giver, offerId)).codes).toHaveLength(1);
});

test('time in a space counts from the day the code is redeemed', async () => {
	const owner = await aPerson(db);
	const space = await aSpace(db, { access: 'paid', ownerId: owner.id });
	await priceSpace(db, owner.actor, space.id, 3, { amount: 9000, currency: 'CNY' });
	const [offer] = await listOffers(db, { spaceId: space.id });
	const { codes } = await give(await aPerson(db), offer!.id, 2);
	const friend = await aPerson(db);
	travel(40 * 86_400_000);
	await redeemGift(db, friend.actor, codes[0]!);
	const row = await db
		.selectFrom('entitlements')
		.select(['starts_at', 'ends_at'])
		.where('user_id', '=', friend.id)
		.executeTakeFirstOrThrow();
	const days = (row.ends_at!.getTime() - row.starts_at.getTime()) / 86_400_000;
	expect(days).toBeGreaterThan(88);
	expect(days).toBeLessThan(93);
	expect(row.starts_at.getTime()).toBeGreaterThan(Date.now() + 39 * 86_400_000);
});

test('a code is good for a year, and an unknown one is not found', async () => {
	const { offerId } = await aPaidArticle();
	const { codes } = await give(await aPerson(db), offerId);
	travel(366 * 86_400_000);
	expect((await findGift(db, codes[0]!)).expired).toBe(true);
	expect(await code(redeemGift(db, (await aPerson(db)).actor, codes[0]!))).toBe('gifts.expired');
	expect(await code(redeemGift(db, (await aPerson(db)).actor, 'AAAA-BBBB-CCCC-DDDD'))).toBe(
		'gifts.not_found',
	);
});

test('when the money of a gift goes back, its codes are void and what they gave is taken back', async () => {
	const { item, offerId } = await aPaidArticle();
	const friend = await aPerson(db);
	const { orderId, codes } = await give(await aPerson(db), offerId, 2);
	await redeemGift(db, friend.actor, codes[0]!);
	await inTransaction(db, async (tx) => {
		const { sale, gift } = await readSale(tx, orderId);
		await takeBackSale(tx, sale, gift);
	});
	expect(await readable(friend, item.id)).toBe(false);
	expect(await code(redeemGift(db, (await aPerson(db)).actor, codes[1]!))).toBe('gifts.not_found');
});

test('a bundle is given: each part opens for who redeems it, and goes again when the money does', async () => {
	const author = await aPerson(db);
	const items: { id: number }[] = [];
	for (const amount of [1000, 3000]) {
		const item = await anItem(db, { kind: 'article', authorId: author.id, access: 'paid' });
		await priceItem(db, author.actor, item.id, { amount, currency: 'CNY' });
		items.push(item);
	}
	const bundle = await makeBundle(db, author.actor, {
		title: 'Both of them',
		itemIds: items.map(({ id }) => id),
		price: { amount: 3500, currency: 'CNY' },
	});
	const [offer] = await listOffers(db, { bundleId: bundle.id });
	const [giver, friend] = [await aPerson(db), await aPerson(db)];
	const { codes, orderId } = await give(giver, offer!.id);
	await redeemGift(db, friend.actor, codes[0]!);
	const open = async (person: PersonBuilt) => Promise.all(items.map(({ id }) => readable(person, id)));
	expect([await open(giver), await open(friend)]).toEqual([
		[false, false],
		[true, true],
	]);
	expect((await findGift(db, codes[0]!)).slug).toBe(bundle.slug);
	// Who has all of it has no use for another code, which stays good.
	const again = await give(giver, offer!.id);
	expect(await code(redeemGift(db, friend.actor, again.codes[0]!))).toBe('orders.already_owned');
	await inTransaction(db, async (tx) => {
		const { sale, gift } = await readSale(tx, orderId);
		await takeBackSale(tx, sale, gift);
	});
	expect(await open(friend)).toEqual([false, false]);
});

test('a tier is given by somebody who subscribes to it: time once, its spaces open, and nothing is charged again', async () => {
	const admin = await aPerson(db, { role: 'admin' });
	const owner = await aPerson(db);
	const space = await aSpace(db, { access: 'paid', ownerId: owner.id });
	const inside = await anItem(db, { spaceId: space.id, authorId: owner.id, access: 'members' });
	const tierId = await setTier(db, admin.actor, {
		slug: 'given-away',
		name: 'Given away',
		rank: 77,
		spaceIds: [space.id],
	});
	await setOffer(db, admin.actor, {
		sells: 'tier',
		thingId: tierId,
		months: 3,
		renews: true,
		price: { amount: 15_000, currency: 'CNY' },
	});
	const [offer] = await listOffers(db, { tierId });
	const [giver, friend] = [await aPerson(db), await aPerson(db)];
	const { orderId } = await checkout(db, giver.actor, { offerId: offer!.id, key: 'subscribes-first' });
	const { reference } = await startPayment(db, giver.actor, orderId, 'sandbox');
	const paid = {
		provider: 'sandbox',
		reference,
		outcome: 'succeeded' as const,
		amount: 15_000,
		currency: 'CNY',
		body: '',
	};
	await settlePayment(db, { ...paid, noticeId: `n-${reference}` }, 2000);
	const { codes } = await give(giver, offer!.id, 2);
	await redeemGift(db, friend.actor, codes[0]!);
	expect(await readable(friend, inside.id)).toBe(true);
	expect(await tierUntil(db, friend.id, tierId)).toBeInstanceOf(Date);
	const subscribers = await db
		.selectFrom('subscriptions')
		.select('user_id')
		.where('offer_id', '=', offer!.id)
		.execute();
	expect(subscribers).toEqual([{ user_id: giver.id }]);
	travel(100 * 86_400_000);
	expect(await readable(friend, inside.id)).toBe(false);
});

test('a message that is too long is refused before anything is paid', async () => {
	const { offerId } = await aPaidArticle();
	expect(await code(give(await aPerson(db), offerId, 1, 'x'.repeat(501)))).toBe('common.invalid_input');
});
