import { expect, test } from 'vitest';
import { AppError } from '../kernel/errors.ts';
import { listOffers } from '../modules/catalog/index.ts';
import { aPerson, aSpace } from '../modules/items/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { setPlans } from './set-plans.ts';

const { db } = await testDatabase();
const cny = (amount: number) => ({ amount, currency: 'CNY' as const });

async function aPaidSpace() {
	const owner = await aPerson(db);
	const space = await aSpace(db, { access: 'paid', ownerId: owner.id });
	const offers = async () =>
		(await listOffers(db, { spaceId: space.id })).map(({ id, months, price }) => ({
			id,
			months,
			amount: price.amount,
		}));
	return { owner, space, offers };
}

test('plans are set together; one that stays the same keeps its offer, one without a price goes', async () => {
	const { owner, space, offers } = await aPaidSpace();
	await setPlans(db, owner.actor, space.id, [
		{ months: 1, price: cny(3900) },
		{ months: 12, price: cny(39_900) },
	]);
	const before = await offers();
	expect(before.map(({ months, amount }) => [months, amount])).toEqual([
		[1, 3900],
		[12, 39_900],
	]);
	await setPlans(db, owner.actor, space.id, [
		{ months: 1, price: cny(3900) },
		{ months: 3, price: cny(9900) },
		{ months: 12, price: null },
	]);
	const after = await offers();
	expect(after.map(({ months, amount }) => [months, amount])).toEqual([
		[1, 3900],
		[3, 9900],
	]);
	expect(after[0]!.id).toBe(before[0]!.id);
});

test('one bad price changes none of them, and says which', async () => {
	const { owner, space, offers } = await aPaidSpace();
	await setPlans(db, owner.actor, space.id, [{ months: 1, price: cny(3900) }]);
	const error = await setPlans(db, owner.actor, space.id, [
		{ months: 1, price: cny(4900) },
		{ months: 12, price: cny(0) },
	]).catch((thrown) => thrown);
	expect(error).toBeInstanceOf(AppError);
	expect(error.fields).toEqual({ 'price-12': 'catalog.price_low' });
	expect((await offers()).map(({ amount }) => amount)).toEqual([3900]);
});

test('a stranger sets no price', async () => {
	const { space, offers } = await aPaidSpace();
	const stranger = await aPerson(db);
	await expect(
		setPlans(db, stranger.actor, space.id, [{ months: 1, price: cny(100) }]),
	).rejects.toMatchObject({ code: 'common.forbidden' });
	expect(await offers()).toEqual([]);
});
