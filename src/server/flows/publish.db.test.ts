import { expect, test } from 'vitest';
import { AppError } from '../kernel/errors.ts';
import { listColumn } from '../modules/articles/index.ts';
import '../modules/questions/index.ts';
import { listOffers } from '../modules/catalog/index.ts';
import { spacesToPostIn } from '../modules/entitlements/index.ts';
import { readItem, readOriginal } from '../modules/items/index.ts';
import { aPerson, aSpace } from '../modules/items/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { publish, revise } from './publish.ts';

const { db } = await testDatabase();
const refusal = (promise: Promise<unknown>) =>
	promise.then(
		() => expect.unreachable('it was not refused'),
		(error) => {
			if (!(error instanceof AppError)) throw error;
			return error;
		},
	);

const text = {
	kind: 'article',
	title: 'What a page costs',
	source: 'Something that everybody may read.\n\n<!-- more -->\n\nThe rest.',
	tags: ['http'],
	language: 'en' as const,
};

test('a paid article is published with its price, and is for sale at it', async () => {
	const author = await aPerson(db);
	const space = await aSpace(db, {});
	const { id } = await publish(db, author.actor, {
		...text,
		spaceId: space.id,
		access: 'paid',
		price: { amount: 1900, currency: 'CNY' },
	});
	expect(await listOffers(db, { itemId: id })).toMatchObject([{ price: { amount: 1900, currency: 'CNY' } }]);
	const seen = await readItem(db, (await aPerson(db)).actor, id);
	expect(seen?.item).toMatchObject({ held: true, price: { amount: 1900, currency: 'CNY' } });
	expect(seen?.item.html).not.toContain('The rest.');
});

test('every fault is told at once, and nothing is published', async () => {
	const author = await aPerson(db);
	const space = await aSpace(db, {});
	const error = await refusal(
		publish(db, author.actor, { ...text, title: 'x', spaceId: space.id, access: 'paid' }),
	);
	expect(error.fields).toEqual({ title: 'items.title_too_short', price: 'catalog.price_missing' });
	const dear = await refusal(
		publish(db, author.actor, {
			...text,
			spaceId: space.id,
			access: 'paid',
			price: { amount: 2_000_000_000, currency: 'CNY' },
		}),
	);
	expect(dear.fields).toEqual({ price: 'catalog.price_high' });
	expect(await db.selectFrom('items').select('id').where('author_id', '=', author.id).execute()).toEqual([]);
});

test('an article that is made free is taken off sale; made paid again, it is sold at the new price', async () => {
	const author = await aPerson(db);
	const space = await aSpace(db, {});
	const price = { amount: 900, currency: 'USD' as const };
	const { id } = await publish(db, author.actor, { ...text, spaceId: space.id, access: 'paid', price });
	await revise(db, author.actor, id, { ...text, revision: 1, access: 'free' });
	expect(await listOffers(db, { itemId: id })).toEqual([]);
	await revise(db, author.actor, id, {
		...text,
		revision: 1,
		access: 'paid',
		price: { ...price, amount: 1200 },
	});
	expect(await listOffers(db, { itemId: id })).toMatchObject([{ price: { amount: 1200, currency: 'USD' } }]);
	expect((await readOriginal(db, author.actor, id))?.revision).toBe(1);
});

test('an article is published into a column, moves to another, and leaves it', async () => {
	const author = await aPerson(db);
	const space = await aSpace(db, {});
	const column = (title: string) =>
		publish(db, author.actor, { kind: 'column', title, source: '', spaceId: space.id });
	const [first, second] = [await column('The first column'), await column('The second column')];
	const { id } = await publish(db, author.actor, { ...text, spaceId: space.id, columnId: first.id });
	const ids = async (columnId: number) =>
		(await listColumn(db, author.actor, columnId)).items.map((item) => item.id);
	expect(await ids(first.id)).toEqual([id]);
	await revise(db, author.actor, id, { ...text, revision: 1, columnId: second.id }, first.id);
	expect([await ids(first.id), await ids(second.id)]).toEqual([[], [id]]);
	await revise(db, author.actor, id, { ...text, revision: 1, columnId: null }, second.id);
	expect(await ids(second.id)).toEqual([]);
});

test("somebody else's column takes nothing, and then nothing is published", async () => {
	const owner = await aPerson(db);
	const author = await aPerson(db);
	const space = await aSpace(db, {});
	const column = await publish(db, owner.actor, {
		kind: 'column',
		title: 'Not yours',
		source: '',
		spaceId: space.id,
	});
	const error = await refusal(publish(db, author.actor, { ...text, spaceId: space.id, columnId: column.id }));
	expect(error.code).toBe('common.forbidden');
	expect(await db.selectFrom('items').select('id').where('author_id', '=', author.id).execute()).toEqual([]);
});

test('a form offers the spaces that may be posted in: all public ones, and closed ones one belongs to', async () => {
	const owner = await aPerson(db);
	const stranger = await aPerson(db);
	const open = await aSpace(db, { access: 'public' });
	const paid = await aSpace(db, { access: 'paid', ownerId: owner.id });
	const closed = await aSpace(db, { access: 'private', ownerId: owner.id });
	const offered = async (person: typeof owner) => {
		const ids = (await spacesToPostIn(db, person.actor)).map((space) => space.id);
		return [open, paid, closed].map((space) => ids.includes(space.id));
	};
	expect(await offered(owner)).toEqual([true, true, true]);
	expect(await offered(stranger)).toEqual([true, false, false]);
});
