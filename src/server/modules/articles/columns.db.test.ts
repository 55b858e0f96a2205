import { expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { testDatabase, watch } from '../../platform/db/testing.ts';
import { grantEntitlement } from '../entitlements/index.ts';
import { readItem } from '../items/index.ts';
import { anItem, aPerson, aSpace } from '../items/testing.ts';
import { addToColumn, arrangeColumn, listColumn, removeFromColumn } from './index.ts';

const { db } = await testDatabase();
const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error) => error.code,
	);

async function aColumn(articles = 3) {
	const author = await aPerson(db);
	const column = await anItem(db, { kind: 'column', authorId: author.id, title: 'The column' });
	const parts = [];
	for (let n = 0; n < articles; n++) {
		const article = await anItem(db, { kind: 'article', authorId: author.id, title: `Part ${n}` });
		await addToColumn(db, author.actor, { columnId: column.id, itemId: article.id });
		parts.push(article);
	}
	return { author, column, parts };
}
const order = async (columnId: number) =>
	(await listColumn(db, visitor, columnId)).items.map((card) => card.id);

test('articles stand in a column in the order they were added, and each page knows its neighbours', async () => {
	const { column, parts } = await aColumn();
	expect(await order(column.id)).toEqual(parts.map((part) => part.id));
	const page = await readItem(db, visitor, parts[1]!.id);
	expect(page?.column).toEqual({
		id: column.id,
		title: 'The column',
		href: `/columns/${column.id}/${column.slug}`,
		position: 2,
		total: 3,
		previous: { title: 'Part 0', href: `/articles/${parts[0]!.id}/${parts[0]!.slug}` },
		next: { title: 'Part 2', href: `/articles/${parts[2]!.id}/${parts[2]!.slug}` },
	});
	expect((await readItem(db, visitor, (await anItem(db, { kind: 'article' })).id))?.column).toBeUndefined();
});

test('a new order, and an article taken out, are seen on every page of the column at once', async () => {
	const { author, column, parts } = await aColumn();
	const [a, b, c] = parts.map((part) => part.id) as [number, number, number];
	expect((await readItem(db, visitor, b))?.column?.position).toBe(2);
	await arrangeColumn(db, author.actor, { columnId: column.id, order: [b, c, a] });
	expect(await order(column.id)).toEqual([b, c, a]);
	expect((await readItem(db, visitor, b))?.column).toMatchObject({ position: 1, previous: null });
	await removeFromColumn(db, author.actor, { columnId: column.id, itemId: c });
	expect((await readItem(db, visitor, b))?.column).toMatchObject({ total: 2, next: { title: 'Part 0' } });
	for (const wrong of [[b], [b, a, c], [b, b], [b, 999_999]]) {
		expect(await codeOf(arrangeColumn(db, author.actor, { columnId: column.id, order: wrong }))).toBe(
			'articles.wrong_order',
		);
	}
	expect(await codeOf(removeFromColumn(db, author.actor, { columnId: column.id, itemId: c }))).toBe(
		'articles.not_in_column',
	);
});

test('a column takes articles of those who may edit both, and an article stands in one column', async () => {
	const { author, column, parts } = await aColumn(1);
	const { author: other, column: elsewhere } = await aColumn(0);
	const question = await anItem(db, { authorId: author.id });
	const add = (actor: typeof visitor, columnId: number, itemId: number) =>
		codeOf(addToColumn(db, actor, { columnId, itemId }));
	expect(await add(other.actor, column.id, parts[0]!.id)).toBe('common.forbidden');
	expect(await add(other.actor, elsewhere.id, parts[0]!.id)).toBe('common.forbidden');
	expect(await add(author.actor, column.id, question.id)).toBe('articles.not_an_article');
	expect(await add(author.actor, parts[0]!.id, parts[0]!.id)).toBe('articles.not_a_column');
	const admin = await aPerson(db, { role: 'admin' });
	expect(await add(admin.actor, elsewhere.id, parts[0]!.id)).toBe('articles.in_another_column');
});

test('who bought the column may read its paid articles, and no others', async () => {
	const { author, column, parts } = await aColumn(1);
	const buyer = await aPerson(db);
	await db.updateTable('items').set({ access: 'paid' }).where('id', '=', parts[0]!.id).execute();
	const alone = await anItem(db, { kind: 'article', access: 'paid', authorId: author.id });
	const held = async (id: number) => (await readItem(db, buyer.actor, id))?.item.held;
	expect(await held(parts[0]!.id)).toBe(true);
	await grantEntitlement(db, {
		userId: buyer.id,
		itemId: column.id,
		source: 'purchase',
		sourceRef: 'order:7',
	});
	expect([await held(parts[0]!.id), await held(alone.id)]).toEqual([false, true]);
	await removeFromColumn(db, author.actor, { columnId: column.id, itemId: parts[0]!.id });
	expect(await held(parts[0]!.id)).toBe(true);
});

test('a column is read page by page in one statement each, without what is private', async () => {
	const { author, column, parts } = await aColumn(5);
	const secret = await anItem(db, {
		kind: 'article',
		authorId: author.id,
		spaceId: (await aSpace(db, { access: 'private' })).id,
	});
	await addToColumn(db, author.actor, { columnId: column.id, itemId: secret.id });
	const seen: number[] = [];
	for (let cursor: string | null | undefined; ; ) {
		const { result, statements } = await watch(db, (watched) =>
			listColumn(watched, visitor, column.id, { cursor, limit: 2 }),
		);
		expect(statements).toBe(1);
		seen.push(...result.items.map((card) => card.id));
		if (!result.next) break;
		cursor = result.next;
	}
	expect(seen).toEqual(parts.map((part) => part.id));
	expect((await listColumn(db, author.actor, column.id)).items.map((card) => card.id)).toContain(secret.id);
});

test('a neighbour in a private space is named only on pages of that space', async () => {
	const { author, column, parts } = await aColumn(2);
	const space = await aSpace(db, { access: 'private' });
	const secret = await anItem(db, {
		kind: 'article',
		authorId: author.id,
		spaceId: space.id,
		title: 'SECRET PLAN',
	});
	await addToColumn(db, author.actor, { columnId: column.id, itemId: secret.id });
	const { result, rows } = await watch(db, (watched) => readItem(watched, visitor, parts[1]!.id));
	expect(result?.column).toMatchObject({ position: 2, total: 2, next: null });
	expect(JSON.stringify(rows)).not.toContain('SECRET');
	expect((await readItem(db, author.actor, secret.id))?.column).toMatchObject({
		position: 3,
		total: 3,
		previous: { title: 'Part 1' },
	});
});

test('articles added at the same moment get places of their own', async () => {
	const { author, column } = await aColumn(0);
	const parts = await Promise.all(
		Array.from({ length: 6 }, () => anItem(db, { kind: 'article', authorId: author.id })),
	);
	const places = await Promise.all(
		parts.map((part) => addToColumn(db, author.actor, { columnId: column.id, itemId: part.id })),
	);
	expect(places.map((place) => place.position).sort()).toEqual([1, 2, 3, 4, 5, 6]);
});
