import { afterEach, expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import {
	deleteItem,
	deleteReply,
	listItems,
	listRemovedReplies,
	personalState,
	publishItem,
	readItem,
	readOriginal,
	readOriginalReply,
	registerTextCheck,
	releaseHeld,
	reply,
	restoreItem,
	restoreReply,
	reviseItem,
	reviseReply,
	type TextDecision,
	unhideItem,
} from './index.ts';
import { anItem, aPerson, aSpace, plainKinds } from './testing.ts';

plainKinds();
const { db } = await testDatabase();
const author = await aPerson(db);
const other = await aPerson(db);
const moderator = await aPerson(db, { role: 'moderator' });
const space = await aSpace(db);

/** Holds what says "hold me", hides what says "hide me", refuses what says "refuse me". */
function simpleCheck() {
	registerTextCheck({
		check: async (_, { title, source, trusted }) => {
			const said = `${title} ${source}`;
			if (said.includes('refuse me')) throw new Error('refused');
			const decision: TextDecision = trusted
				? 'publish'
				: said.includes('hide me')
					? 'hide'
					: said.includes('hold me')
						? 'hold'
						: 'publish';
			return { decision };
		},
	});
}
afterEach(() => registerTextCheck(null));

const post = (source: string) =>
	publishItem(db, author.actor, {
		kind: 'article',
		spaceId: space.id,
		title: 'A title',
		source,
		tags: ['x'],
	});
const told = async (itemId: ItemId) =>
	(
		await db
			.selectFrom('events')
			.select(['type', 'payload'])
			.where('payload', '@>', JSON.stringify({ itemId }))
			.orderBy('id')
			.execute()
	).map(({ type, payload }) => [type, (payload as { change?: string }).change].filter(Boolean).join(' '));
const counts = (id: number) =>
	db
		.selectFrom('items')
		.select(['reply_count', 'answer_count'])
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
const inSpace = async () =>
	(await db.selectFrom('spaces').select('item_count').where('id', '=', space.id).executeTakeFirstOrThrow())
		.item_count;

test('an item that is held is read by its author and by moderators only, listed for nobody, and told of to nobody', async () => {
	simpleCheck();
	const before = await inSpace();
	const made = await post(`hold me, @${other.handle}`);
	expect(made.status).toBe('held');
	for (const reader of [visitor, other.actor]) {
		expect(await readItem(db, reader, made.id)).toBeNull();
		expect(await readOriginal(db, reader, made.id)).toBeNull();
	}
	expect((await readItem(db, author.actor, made.id))?.item.status).toBe('held');
	expect((await readItem(db, moderator.actor, made.id))?.item.status).toBe('held');
	const { items } = await listItems(db, author.actor, { spaceId: space.id, sort: 'new' });
	expect(items.map(({ id }) => id)).not.toContain(made.id);
	expect(await inSpace()).toBe(before);
	expect(await told(made.id)).toEqual([]);
	expect((await personalState(db, author.actor, made.id)).can).toMatchObject({
		edit: true,
		release: false,
		vote: false,
		comment: false,
	});
});

test('released, it is new: it is listed, its followers and those it names are told', async () => {
	simpleCheck();
	const made = await post(`hold me, @${other.handle}`);
	await db
		.updateTable('items')
		.set({ published_at: new Date(Date.now() - 86_400_000) })
		.where('id', '=', made.id)
		.execute();
	await expect(releaseHeld(db, author.actor, { itemId: made.id, replyId: null })).rejects.toMatchObject({
		code: 'common.forbidden',
	});
	await releaseHeld(db, moderator.actor, { itemId: made.id, replyId: null }, 'harmless');
	const page = await readItem(db, visitor, made.id);
	expect(page?.item.publishedAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
	expect(await told(made.id)).toEqual(['items.changed released', 'items.published', 'items.mentioned']);
	await expect(releaseHeld(db, moderator.actor, { itemId: made.id, replyId: null })).rejects.toMatchObject({
		code: 'items.wrong_status',
	});
});

test('its author edits what is held, it is looked at again, and shown when nothing speaks against it', async () => {
	simpleCheck();
	const made = await post('hold me');
	const change = (revision: number, source: string) =>
		reviseItem(db, author.actor, made.id, { revision, title: 'A title', source, tags: ['x'] });
	expect((await change(1, 'still: hold me')).status).toBe('held');
	expect((await change(2, 'harmless')).status).toBe('published');
	expect(await told(made.id)).toEqual([
		'items.revised',
		'items.revised',
		'items.changed released',
		'items.published',
	]);
	// What was in sight goes out of it by an edit; nobody is told of it as new a second time.
	expect((await change(3, 'and now hold me')).status).toBe('held');
	expect(await readItem(db, visitor, made.id)).toBeNull();
	await releaseHeld(db, moderator.actor, { itemId: made.id, replyId: null });
	expect((await told(made.id)).filter((one) => one === 'items.published')).toHaveLength(1);
});

test('nobody brings what is held or hidden into sight by deleting and restoring it', async () => {
	simpleCheck();
	for (const [source, status] of [
		['hold me', 'held'],
		['hide me', 'hidden'],
	]) {
		const made = await post(source!);
		await deleteItem(db, author.actor, made.id);
		await restoreItem(db, author.actor, made.id);
		expect((await readItem(db, author.actor, made.id))?.item.status).toBe(status);
		expect(await readItem(db, visitor, made.id)).toBeNull();
	}
	const item = await anItem(db);
	const { id: replyId } = await reply(db, author.actor, {
		itemId: item.id,
		kind: 'answer',
		source: 'hold me',
	});
	await deleteReply(db, author.actor, { itemId: item.id, replyId });
	await restoreReply(db, author.actor, { itemId: item.id, replyId });
	expect((await listRemovedReplies(db, author.actor, item.id))[0]).toMatchObject({ status: 'held' });
	expect(await counts(item.id)).toMatchObject({ reply_count: 0 });
});

test('what was hidden as it was written stays hidden through edits, and is told of when a moderator shows it', async () => {
	simpleCheck();
	const made = await post('hide me');
	expect(made.status).toBe('hidden');
	await reviseItem(db, author.actor, made.id, {
		revision: 1,
		title: 'A title',
		source: 'harmless',
		tags: ['x'],
	});
	expect(await readItem(db, visitor, made.id)).toBeNull();
	await unhideItem(db, moderator.actor, made.id);
	expect(await told(made.id)).toEqual(['items.revised', 'items.changed shown', 'items.published']);
});

test('a reply that is held is neither counted nor told of; its author sees it and may edit it into sight', async () => {
	simpleCheck();
	const item = await anItem(db);
	const made = await reply(db, author.actor, { itemId: item.id, kind: 'answer', source: 'hold me' });
	expect(made.status).toBe('held');
	expect(await counts(item.id)).toEqual({ reply_count: 0, answer_count: 0 });
	expect((await readItem(db, visitor, item.id))?.replies.items).toEqual([]);
	expect(await readOriginalReply(db, other.actor, item.id, made.id)).toBeNull();
	expect((await personalState(db, author.actor, item.id)).outOfSight).toMatchObject([
		{ id: made.id, status: 'held' },
	]);
	expect((await personalState(db, other.actor, item.id)).outOfSight).toEqual([]);
	expect(await told(item.id)).toEqual([]);
	const comment = { itemId: item.id, kind: 'comment', parentId: made.id, source: 'under it' } as const;
	await expect(reply(db, other.actor, comment)).rejects.toMatchObject({ code: 'items.reply_not_found' });
	const key = { itemId: item.id, replyId: made.id };
	expect(
		await reviseReply(db, author.actor, { ...key, revision: 1, source: `fine, @${other.handle}` }),
	).toMatchObject({ status: 'published' });
	expect(await counts(item.id)).toEqual({ reply_count: 1, answer_count: 1 });
	expect(await told(item.id)).toEqual([
		'items.reply-revised',
		'items.reply-changed released',
		'items.replied',
	]);
	// And out of it again, with its count.
	await reviseReply(db, author.actor, { ...key, revision: 2, source: 'hold me' });
	expect(await counts(item.id)).toEqual({ reply_count: 0, answer_count: 0 });
	await releaseHeld(db, moderator.actor, key);
	expect(await counts(item.id)).toEqual({ reply_count: 1, answer_count: 1 });
	expect((await told(item.id)).filter((one) => one === 'items.replied')).toHaveLength(1);
});

test('what is refused leaves nothing behind, and who looks after the place is not stopped', async () => {
	simpleCheck();
	const before = await db.selectFrom('items').select('id').execute();
	await expect(post('refuse me')).rejects.toThrow('refused');
	expect(await db.selectFrom('items').select('id').execute()).toHaveLength(before.length);
	const made = await publishItem(db, moderator.actor, {
		kind: 'article',
		spaceId: space.id,
		title: 'A title',
		source: 'hold me',
		tags: ['x'],
	});
	expect(made.status).toBe('published');
});

test('who edits what another wrote does not take it out of sight', async () => {
	simpleCheck();
	const made = await post('It stands.');
	// Everybody may edit it.
	await db.updateTable('items').set({ community_wiki: true }).where('id', '=', made.id).execute();
	const edit = (source: string) =>
		reviseItem(db, other.actor, made.id, { title: 'A title', source, revision: 1 });
	for (const words of ['hold me', 'hide me'])
		await expect(edit(words)).rejects.toMatchObject({ code: 'items.edit_stopped' });
	expect((await readItem(db, visitor, made.id))?.item.revision).toBe(1);
	await edit('It stands better.');
	expect((await readItem(db, visitor, made.id))?.item.revision).toBe(2);
});
