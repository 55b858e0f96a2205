import { afterEach, expect, test, vi } from 'vitest';
import { addMonths, now, travel } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { changeSettings } from '../modules/admin/index.ts';
import {
	addPrice,
	followAffiliateLink,
	listDiscounts,
	listOffers,
	makeAffiliateLink,
	makeBundle,
	makeDiscount,
	priceItem,
	priceSpace,
	readVia,
	retireDiscount,
	setAffiliateRate,
	setOffer,
	setTaxRate,
	setTier,
} from '../modules/catalog/index.ts';
import { may } from '../modules/entitlements/index.ts';
import { anItem, aPerson, aSpace, type PersonBuilt, unique } from '../modules/items/testing.ts';
import { entriesOf, verifyLedger } from '../modules/ledger/index.ts';
import {
	affiliateEarnings,
	assignSeat,
	findOrder,
	freeSeat,
	listSeatPools,
	placeOrder,
	priceOffers,
	readSandboxMessage,
	signSandboxMessage,
	startPayment,
	verifyOrders,
} from '../modules/orders/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { readSettings } from '../platform/settings/index.ts';
import { settlePayment } from './settle-payment.ts';

// Fifty at once take their time where others are at work, too.
vi.setConfig({ testTimeout: 180_000 });

const { db } = await testDatabase();
afterEach(() => travel(0));
const cny = (amount: number) => ({ amount, currency: 'CNY' as const });
const told = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(thrown) => (thrown instanceof AppError ? thrown.code : thrown),
	);
const admin = await aPerson(db, { role: 'admin' });

async function buy(buyer: PersonBuilt, offerId: number, more: Record<string, unknown> = {}) {
	const { orderId } = await placeOrder(db, buyer.actor, { offerId, key: unique('key-of-order'), ...more });
	const { price } = await findOrder(db, buyer.actor, orderId);
	const { reference } = await startPayment(db, buyer.actor, orderId, 'sandbox');
	const message = signSandboxMessage('secret', { reference, outcome: 'succeeded', ...price });
	await settlePayment(db, readSandboxMessage('secret', message), 2000);
	return orderId;
}
const access = async (buyer: PersonBuilt, items: { id: number }[]) => {
	const seen = await may(db, buyer.actor, 'read', items);
	return items.map(({ id }) => seen.get(id));
};
async function paidArticle(author: PersonBuilt, amount: number) {
	const item = await anItem(db, { kind: 'article', authorId: author.id, access: 'paid' });
	await priceItem(db, author.actor, item.id, cny(amount));
	return item;
}
async function paidSpace() {
	const owner = await aPerson(db);
	const space = await aSpace(db, { access: 'paid', ownerId: owner.id });
	const item = await anItem(db, { spaceId: space.id, authorId: owner.id, access: 'members' });
	return { owner, space, item };
}

test('a bundle opens everything in it, and its money is divided by what the parts cost alone', async () => {
	const [one, two] = [await aPerson(db), await aPerson(db)];
	const items = [await paidArticle(one, 3000), await paidArticle(two, 1000)];
	const bundle = await makeBundle(db, admin.actor, {
		title: 'Both of them',
		itemIds: items.map(({ id }) => id),
		price: cny(2000),
	});
	const [offer] = await listOffers(db, { bundleId: bundle.id });
	const buyer = await aPerson(db);
	expect(await access(buyer, items)).toEqual(['preview', 'preview']);
	const orderId = await buy(buyer, offer!.id);
	expect(await access(buyer, items)).toEqual(['full', 'full']);
	const parts = (await entriesOf(db, `order:${orderId}`)).filter(({ account }) => account === 'author');
	expect(parts.map(({ ownerId, amount }) => [ownerId, amount])).toEqual([
		[one.id, -1200],
		[two.id, -400],
	]);
	expect(await told(placeOrder(db, buyer.actor, { offerId: offer!.id, key: 'key-again' }))).toBe(
		'orders.already_owned',
	);
});

test('nobody bundles what somebody else wrote, or what is not sold', async () => {
	const [author, other] = [await aPerson(db), await aPerson(db)];
	const own = await paidArticle(author, 1000);
	const theirs = await paidArticle(other, 1000);
	const free = await anItem(db, { kind: 'article', authorId: author.id });
	const make = (ids: number[]) =>
		told(makeBundle(db, author.actor, { title: 'A bundle', itemIds: ids, price: cny(500) }));
	expect(await make([own.id, theirs.id])).toBe('catalog.bundle_items');
	expect(await make([own.id, free.id])).toBe('catalog.bundle_items');
	expect(await make([own.id, own.id])).toBe('catalog.bundle_items');
});

test('a tier opens its spaces and those of the lower ones, also a space that joins it later', async () => {
	const [low, high, later] = [await paidSpace(), await paidSpace(), await paidSpace()];
	const items = [low.item, high.item, later.item];
	await setTier(db, admin.actor, { slug: 'plus', name: 'Plus', rank: 1, spaceIds: [low.space.id] });
	const tierId = await setTier(db, admin.actor, {
		slug: 'pro',
		name: 'Pro',
		rank: 2,
		spaceIds: [high.space.id],
	});
	await setOffer(db, admin.actor, { sells: 'tier', thingId: tierId, months: 12, price: cny(60_000) });
	const [offer] = await listOffers(db, { tierId });
	const buyer = await aPerson(db);
	const orderId = await buy(buyer, offer!.id);
	expect(await access(buyer, items)).toEqual(['full', 'full', 'preview']);
	await setTier(db, admin.actor, {
		slug: 'plus',
		name: 'Plus',
		rank: 1,
		spaceIds: [low.space.id, later.space.id],
	});
	expect(await access(buyer, items)).toEqual(['full', 'full', 'full']);
	// It is the place's own: no author has a part.
	expect((await entriesOf(db, `order:${orderId}`)).map(({ account }) => account)).toEqual([
		'clearing',
		'platform',
	]);
	travel(addMonths(now(), 12).getTime() - Date.now() + 1000);
	expect(await access(buyer, items)).toEqual(['preview', 'preview', 'preview']);
});

test('seats are given to people up to their number, taken back and given again; fifty at once take no more', async () => {
	const { owner, space, item } = await paidSpace();
	await setOffer(db, owner.actor, { sells: 'seats', thingId: space.id, months: 6, price: cny(5000) });
	const [offer] = await listOffers(db, { seatsOf: space.id });
	const lead = await aPerson(db);
	const orderId = await buy(lead, offer!.id, { quantity: 3 });
	expect((await findOrder(db, lead.actor, orderId)).price.amount).toBe(15_000);
	const [pool] = await listSeatPools(db, lead.actor);
	const people = await Promise.all(Array.from({ length: 50 }, () => aPerson(db)));
	const outcomes = await Promise.all(
		people.map(({ handle }) => told(assignSeat(db, lead.actor, pool!.id, { handle }))),
	);
	expect(outcomes.filter((one) => one === 'done')).toHaveLength(3);
	expect(new Set(outcomes)).toEqual(new Set(['done', 'orders.seats_taken']));
	const [first] = people.filter((_, i) => outcomes[i] === 'done');
	const [without] = people.filter((_, i) => outcomes[i] !== 'done');
	expect([...(await access(first!, [item])), ...(await access(without!, [item]))]).toEqual([
		'full',
		'preview',
	]);
	// The buyer bought for others, not for themselves.
	expect(await access(lead, [item])).toEqual(['preview']);
	await freeSeat(db, lead.actor, pool!.id, first!.id);
	await assignSeat(db, lead.actor, pool!.id, { handle: without!.handle });
	expect([...(await access(first!, [item])), ...(await access(without!, [item]))]).toEqual([
		'preview',
		'full',
	]);
	expect(await told(assignSeat(db, owner.actor, pool!.id, { handle: first!.handle }))).toBe(
		'orders.not_found',
	);
});

test('who brought the buyer has a share of the sale, within the window, and never of their own', async () => {
	const author = await aPerson(db);
	const item = await paidArticle(author, 10_000);
	const [offer] = await listOffers(db, { itemId: item.id });
	await setAffiliateRate(db, author.actor, { bps: 1500 });
	const affiliate = await aPerson(db);
	const link = await makeAffiliateLink(db, affiliate.actor, { note: 'blog' });
	const via = readVia(await followAffiliateLink(db, link.code));
	expect(via?.code).toBe(link.code);

	const buyer = await aPerson(db);
	const orderId = await buy(buyer, offer!.id, { via });
	expect(
		(await entriesOf(db, `order:${orderId}`)).map(({ account, ownerId, amount }) => [
			account,
			ownerId,
			amount,
		]),
	).toEqual([
		['clearing', null, 10_000],
		['affiliate', affiliate.id, -1500],
		['platform', null, -1700],
		['author', author.id, -6800],
	]);
	expect(await affiliateEarnings(db, affiliate.actor, 14)).toEqual([
		{ linkId: link.id, currency: 'CNY', orders: 1, share: 1500, held: 1500 },
	]);
	travel(15 * 86_400_000);
	expect((await affiliateEarnings(db, affiliate.actor, 14))[0]?.held).toBe(0);
	travel(0);

	const shareOf = async (who: PersonBuilt, given: unknown) => {
		const { orderId: placed } = await placeOrder(db, who.actor, {
			offerId: offer!.id,
			key: unique('key-share'),
			via: given,
		});
		return (
			await db
				.selectFrom('orders')
				.select('affiliate_share')
				.where('id', '=', placed)
				.executeTakeFirstOrThrow()
		).affiliate_share;
	};
	expect(await shareOf(await aPerson(db), via)).toBe(1500);
	expect(await shareOf(affiliate, via)).toBe(0);
	expect(await shareOf(await aPerson(db), { ...via!, at: new Date(Date.now() - 31 * 86_400_000) })).toBe(0);
	expect(await shareOf(await aPerson(db), { code: 'aaaaaaaaaaaa', at: new Date() })).toBe(0);
	const ownLink = await makeAffiliateLink(db, author.actor, {});
	expect(await shareOf(await aPerson(db), { code: ownLink.code, at: new Date() })).toBe(0);
	expect(readVia('<script>.1')).toBeNull();
});

test('tax of the buyer’s region is booked as tax, and nobody earns anything of it', async () => {
	await setTaxRate(db, admin.actor, { region: 'DE', name: 'MwSt.', bps: 1900, included: true });
	const author = await aPerson(db);
	const item = await paidArticle(author, 11_900);
	const [offer] = await listOffers(db, { itemId: item.id });
	const orderId = await buy(await aPerson(db), offer!.id, { region: 'DE' });
	expect((await entriesOf(db, `order:${orderId}`)).map(({ account, amount }) => [account, amount])).toEqual([
		['clearing', 11_900],
		['tax', -1900],
		['platform', -2000],
		['author', -8000],
	]);
	expect(await told(setTaxRate(db, author.actor, { region: 'DE', name: 'x', bps: 1, included: true }))).toBe(
		'common.forbidden',
	);
});

test('a seller’s coupon is for their own things; only administrators make one for everybody’s', async () => {
	const [author, other] = [await aPerson(db), await aPerson(db)];
	const items = [await paidArticle(author, 1000), await paidArticle(other, 1000)];
	const code = unique('own').toUpperCase();
	const id = await makeDiscount(db, author.actor, {
		code: ` ${code.toLowerCase()} `,
		name: 'Mine',
		percentBps: 5000,
	});
	const cost = async (item: { id: number }, coupon: string) => {
		const { prices } = await priceOffers(
			db,
			await listOffers(db, { itemId: item.id }),
			{ quantity: 1 },
			{ buyerId: other.id, coupon },
		);
		return [prices[0]!.price.total, prices[0]!.refused?.code ?? null];
	};
	expect(await cost(items[0]!, code)).toEqual([500, null]);
	expect(await cost(items[1]!, code)).toEqual([1000, 'catalog.coupon_not_for_this']);
	expect(await cost(items[1]!, 'NO-SUCH-ONE')).toEqual([1000, 'catalog.coupon_unknown']);
	expect(await told(makeDiscount(db, other.actor, { code, name: 'Same', percentBps: 100 }))).toBe(
		'catalog.code_taken',
	);
	expect(
		await told(makeDiscount(db, other.actor, { whose: 'all', code: 'ALL-1', name: 'All', percentBps: 100 })),
	).toBe('common.forbidden');
	expect(await told(retireDiscount(db, other.actor, id))).toBe('common.not_found');
	await retireDiscount(db, author.actor, id);
	expect(await cost(items[0]!, code)).toEqual([1000, 'catalog.coupon_unknown']);
	expect((await listDiscounts(db, author.actor, { whose: 'mine' })).items.map(({ state }) => state)).toEqual([
		'over',
	]);
	expect(await told(listDiscounts(db, other.actor, { whose: 'all' }))).toBe('common.forbidden');
});

test('other prices go over to the new offer when the price changes, and stock is what is left', async () => {
	const { owner, space } = await paidSpace();
	await priceSpace(db, owner.actor, space.id, 1, cny(5000));
	const [first] = await listOffers(db, { spaceId: space.id });
	await addPrice(db, owner.actor, first!.id, { ...cny(2000), endsAt: new Date(Date.now() + 86_400_000) });
	expect(await told(addPrice(db, (await aPerson(db)).actor, first!.id, cny(1)))).toBe('common.forbidden');
	await setOffer(db, owner.actor, {
		sells: 'space',
		thingId: space.id,
		months: 1,
		price: cny(5000),
		left: 3,
	});
	const buyers = [await aPerson(db), await aPerson(db)];
	const [second] = await listOffers(db, { spaceId: space.id });
	await buy(buyers[0]!, second!.id);
	await priceSpace(db, owner.actor, space.id, 1, cny(6000));
	const [third] = await listOffers(db, { spaceId: space.id });
	expect([third!.price.amount, third!.left]).toEqual([6000, 2]);
	expect(await told(placeOrder(db, buyers[1]!.actor, { offerId: second!.id, key: 'key-retired' }))).toBe(
		'catalog.offer_retired',
	);
	const orderId = await buy(buyers[1]!, third!.id);
	expect((await findOrder(db, buyers[1]!.actor, orderId)).price.amount).toBe(2000);
});

test('what the operator says of stacking holds for the next price', async () => {
	const author = await aPerson(db);
	const item = await paidArticle(author, 10_000);
	for (const percentBps of [1000, 2000])
		await makeDiscount(db, author.actor, { name: `P${percentBps}`, percentBps });
	const cost = async () => {
		const offers = await listOffers(db, { itemId: item.id });
		return (await priceOffers(db, offers, { quantity: 1 }, { buyerId: null })).prices[0]!.price.total;
	};
	expect(await cost()).toBe(8000);
	const set = async (given: object) =>
		changeSettings(db, admin.actor, { ...(await readSettings(db)), ...given });
	await set({ promotionStacking: 'all' });
	expect(await cost()).toBe(7200);
	await set({ discountAtMostBps: 2500 });
	expect(await cost()).toBe(7500);
});

test('after all of that not one cent is missing', async () => {
	expect(await verifyLedger(db)).toEqual([]);
	expect(await verifyOrders(db)).toEqual([]);
});
