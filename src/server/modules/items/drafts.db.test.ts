import { expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { testDatabase, watch } from '../../platform/db/testing.ts';
import {
	discardDraft,
	listDrafts,
	listItems,
	listRevisions,
	publishItem,
	readDraft,
	readItem,
	saveDraft,
} from './index.ts';
import { aPerson, aSpace, plainKinds } from './testing.ts';

plainKinds();
const { db } = await testDatabase();
const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error) => error.code,
	);

test('a draft keeps an unfinished text and becomes the item that is published', async () => {
	const author = await aPerson(db);
	const space = await aSpace(db);
	const { id } = await saveDraft(db, author.actor, { kind: 'question', spaceId: space.id });
	await saveDraft(db, author.actor, {
		draftId: id,
		kind: 'question',
		spaceId: space.id,
		title: 'Half a',
		source: 'Half a text',
		tags: ['Later'],
	});
	expect(await readDraft(db, author.actor, id)).toMatchObject({
		title: 'Half a',
		source: 'Half a text',
		tags: ['later'],
	});
	expect((await listDrafts(db, author.actor)).items.map((draft) => draft.id)).toEqual([id]);
	const made = await publishItem(db, author.actor, {
		draftId: id,
		kind: 'question',
		spaceId: space.id,
		title: 'A whole title',
		source: 'A whole text.',
		tags: ['later'],
	});
	expect(made.id).toBe(id);
	expect((await readItem(db, visitor, id))?.item).toMatchObject({ title: 'A whole title', revision: 1 });
	expect((await listRevisions(db, visitor, id)).items).toHaveLength(1);
	expect(await readDraft(db, author.actor, id)).toBeNull();
	expect(
		await db.selectFrom('spaces').select('item_count').where('id', '=', space.id).executeTakeFirst(),
	).toEqual({ item_count: 1 });
	expect(
		await db.selectFrom('tags').select('item_count').where('slug', '=', 'later').executeTakeFirst(),
	).toEqual({ item_count: 1 });
});

test('nobody else sees, overwrites, publishes or discards a draft, not even staff', async () => {
	const author = await aPerson(db);
	const admin = await aPerson(db, { role: 'admin' });
	const space = await aSpace(db);
	const draft = {
		kind: 'article',
		spaceId: space.id,
		title: 'My secret plan',
		source: 'Nobody may know this yet.',
	};
	const { id } = await saveDraft(db, author.actor, draft);
	expect(await readDraft(db, admin.actor, id)).toBeNull();
	expect(await readItem(db, admin.actor, id)).toBeNull();
	expect((await listItems(db, admin.actor, { spaceId: space.id })).items).toEqual([]);
	expect(await codeOf(saveDraft(db, admin.actor, { ...draft, draftId: id }))).toBe('items.not_found');
	expect(await codeOf(publishItem(db, admin.actor, { ...draft, draftId: id }))).toBe('items.not_found');
	expect(await codeOf(discardDraft(db, admin.actor, id))).toBe('items.not_found');
	await discardDraft(db, author.actor, id);
	expect(await codeOf(discardDraft(db, author.actor, id))).toBe('items.not_found');
});

test('a draft is published once', async () => {
	const author = await aPerson(db);
	const space = await aSpace(db);
	const draft = { kind: 'article', spaceId: space.id, title: 'Only once', source: 'A text that is ready.' };
	const { id } = await saveDraft(db, author.actor, draft);
	const results = await Promise.all(
		[1, 2, 3].map(() => codeOf(publishItem(db, author.actor, { ...draft, draftId: id }))),
	);
	expect(results.sort()).toEqual(['done', 'items.not_found', 'items.not_found']);
});

test('drafts are listed a page at a time in one statement, and a visitor has none', async () => {
	const author = await aPerson(db);
	const space = await aSpace(db);
	const ids: number[] = [];
	for (let n = 0; n < 5; n++)
		ids.unshift(
			(await saveDraft(db, author.actor, { kind: 'article', spaceId: space.id, title: `Draft ${n}` })).id,
		);
	const { result: first, statements } = await watch(db, (watched) =>
		listDrafts(watched, author.actor, { limit: 3 }),
	);
	expect(statements).toBe(1);
	const second = await listDrafts(db, author.actor, { limit: 3, cursor: first.next });
	expect([...first.items, ...second.items].map((draft) => draft.id)).toEqual(ids);
	expect(await codeOf(listDrafts(db, visitor))).toBe('common.sign_in_required');
	expect(await codeOf(saveDraft(db, visitor, { kind: 'article', spaceId: space.id }))).toBe(
		'common.sign_in_required',
	);
});
