import { expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { anItem, aPerson, aSpace } from '../items/testing.ts';
import { findOffer, listOffers, priceItem, priceSpace } from './index.ts';

const { db } = await testDatabase();
const cny = (amount: number) => ({ amount, currency: 'CNY' as const });

const priced = async (itemId: number) =>
	(
		await db
			.selectFrom('events')
			.select(sql<number>`count(*)::int`.as('n'))
			.where('type', '=', 'items.changed')
			.where(sql<boolean>`payload @> ${JSON.stringify({ itemId, change: 'priced' })}::jsonb`)
			.executeTakeFirstOrThrow()
	).n;

test('a new price retires the offer and makes another; the same one again changes and tells nothing', async () => {
	const author = await aPerson(db);
	const item = await anItem(db, { authorId: author.id });
	await priceItem(db, author.actor, item.id, cny(900));
	const [first] = await listOffers(db, { itemId: item.id });
	await priceItem(db, author.actor, item.id, cny(900));
	expect(await listOffers(db, { itemId: item.id })).toEqual([first]);
	expect(await priced(item.id)).toBe(1);

	await priceItem(db, author.actor, item.id, cny(1200));
	const now = await listOffers(db, { itemId: item.id });
	expect(now.map(({ price }) => price.amount)).toEqual([1200]);
	await expect(findOffer(db, first!.id)).rejects.toMatchObject({ code: 'catalog.offer_retired' });
	expect(await priced(item.id)).toBe(2);

	await priceItem(db, author.actor, item.id, null);
	expect(await listOffers(db, { itemId: item.id })).toEqual([]);
	const shown = await db
		.selectFrom('items')
		.select(['price_amount', 'price_currency'])
		.where('id', '=', item.id)
		.executeTakeFirst();
	expect(shown).toEqual({ price_amount: null, price_currency: null });
});

test('each time in a space has a price of its own', async () => {
	const owner = await aPerson(db);
	const space = await aSpace(db, { access: 'paid', ownerId: owner.id });
	await priceSpace(db, owner.actor, space.id, 1, cny(3900));
	await priceSpace(db, owner.actor, space.id, 12, cny(39_000));
	await priceSpace(db, owner.actor, space.id, 1, cny(4900));
	const offers = await listOffers(db, { spaceId: space.id });
	expect(offers.map(({ months, price }) => [months, price.amount])).toEqual([
		[1, 4900],
		[12, 39_000],
	]);
});

test('who made a thing prices it, and staff; who looks after the space it stands in does not', async () => {
	const [author, owner, other, staff] = [
		await aPerson(db),
		await aPerson(db),
		await aPerson(db),
		await aPerson(db, { role: 'moderator' }),
	];
	const space = await aSpace(db, {
		access: 'paid',
		ownerId: owner.id,
		members: [{ id: other.id, role: 'moderator' }],
	});
	const item = await anItem(db, { authorId: author.id, spaceId: space.id });
	for (const { actor } of [author, staff]) await priceItem(db, actor, item.id, cny(900));
	for (const { actor } of [owner, staff]) await priceSpace(db, actor, space.id, 1, cny(3900));
	const forbidden = { code: 'common.forbidden' };
	for (const { actor } of [owner, other])
		await expect(priceItem(db, actor, item.id, cny(1))).rejects.toMatchObject(forbidden);
	for (const { actor } of [author, other])
		await expect(priceSpace(db, actor, space.id, 1, cny(1))).rejects.toMatchObject(forbidden);
	await expect(priceItem(db, visitor, item.id, cny(1))).rejects.toMatchObject({
		code: 'common.sign_in_required',
	});
	expect((await listOffers(db, { itemId: item.id })).map(({ price }) => price.amount)).toEqual([900]);
});
