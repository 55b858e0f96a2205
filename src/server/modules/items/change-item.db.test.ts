import { expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import {
	bookmark,
	deleteItem,
	follow,
	hideItem,
	listItems,
	lockItem,
	moveItem,
	personalState,
	pinItem,
	react,
	readItem,
	restoreItem,
	unhideItem,
	unlockItem,
	unpinItem,
} from './index.ts';
import { anItem, aPerson, aReply, aSpace, plainKinds } from './testing.ts';

plainKinds();
const { db } = await testDatabase();
const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error) => error.code,
	);
const spaceCount = async (id: number) =>
	(await db.selectFrom('spaces').select('item_count').where('id', '=', id).executeTakeFirstOrThrow())
		.item_count;

test('a deleted item leaves lists and counts, stays for its author, and comes back as it was', async () => {
	const author = await aPerson(db);
	const stranger = await aPerson(db);
	const item = await anItem(db, { authorId: author.id, tags: ['gone'] });
	const listed = async () => (await listItems(db, visitor, { tag: 'gone' })).items.length;
	expect(await codeOf(deleteItem(db, stranger.actor, item.id))).toBe('common.forbidden');
	await deleteItem(db, author.actor, item.id);
	expect([await listed(), await spaceCount(item.spaceId)]).toEqual([0, 0]);
	expect(await readItem(db, stranger.actor, item.id)).toBeNull();
	expect((await readItem(db, author.actor, item.id))?.item.status).toBe('deleted');
	expect(await codeOf(deleteItem(db, author.actor, item.id))).toBe('items.wrong_status');
	await restoreItem(db, author.actor, item.id);
	expect([await listed(), await spaceCount(item.spaceId)]).toEqual([1, 1]);
});

test('an author cannot take away answers that helped, nor bring back what a moderator removed', async () => {
	const author = await aPerson(db);
	const moderator = await aPerson(db, { role: 'moderator' });
	const item = await anItem(db, { authorId: author.id });
	const answer = await aReply(db, { itemId: item.id });
	await db.updateTable('replies').set({ score: 1 }).where('id', '=', answer.id).execute();
	expect(await codeOf(deleteItem(db, author.actor, item.id))).toBe('items.has_answers');
	await deleteItem(db, moderator.actor, item.id, 'spam');
	expect(await codeOf(restoreItem(db, author.actor, item.id))).toBe('items.removed_by_moderator');
	await restoreItem(db, moderator.actor, item.id);
	const told = await db
		.selectFrom('events')
		.select('payload')
		.where('type', '=', 'items.changed')
		.where('payload', '@>', JSON.stringify({ itemId: item.id }))
		.orderBy('id')
		.execute();
	expect(told.map(({ payload }) => payload)).toEqual([
		{ itemId: item.id, change: 'deleted', byModerator: true, reason: 'spam' },
		{ itemId: item.id, change: 'restored', byModerator: true },
	]);
});

test('hidden is out of sight for all but its author and moderators', async () => {
	const author = await aPerson(db);
	const moderator = await aPerson(db, { role: 'moderator' });
	const item = await anItem(db, { authorId: author.id });
	expect(await codeOf(hideItem(db, author.actor, item.id))).toBe('common.forbidden');
	await hideItem(db, moderator.actor, item.id);
	expect(await readItem(db, visitor, item.id)).toBeNull();
	expect((await readItem(db, author.actor, item.id))?.item.status).toBe('hidden');
	expect(await codeOf(unhideItem(db, author.actor, item.id))).toBe('common.forbidden');
	await unhideItem(db, moderator.actor, item.id);
	expect(await readItem(db, visitor, item.id)).not.toBeNull();
});

test('locks and pins are a moderator’s, and setting one twice tells it once', async () => {
	const owner = await aPerson(db);
	const space = await aSpace(db, { ownerId: owner.id });
	const author = await aPerson(db);
	const item = await anItem(db, { spaceId: space.id, authorId: author.id });
	for (const act of [lockItem, unlockItem, pinItem, unpinItem])
		expect(await codeOf(act(db, author.actor, item.id))).toBe('common.forbidden');
	for (const act of [lockItem, lockItem, pinItem, pinItem, unlockItem, unpinItem])
		await act(db, owner.actor, item.id);
	const told = await db
		.selectFrom('events')
		.select('payload')
		.where('type', '=', 'items.changed')
		.where('payload', '@>', JSON.stringify({ itemId: item.id }))
		.orderBy('id')
		.execute();
	expect(told.map(({ payload }) => (payload as { change: string }).change)).toEqual([
		'locked',
		'pinned',
		'unlocked',
		'unpinned',
	]);
});

test('a moved item takes its counts along, and into a private space it leaves the lists outside', async () => {
	const admin = await aPerson(db, { role: 'admin' });
	const closed = await aSpace(db, { access: 'private' });
	const item = await anItem(db, { tags: ['moving'] });
	const author = await aPerson(db);
	await moveItem(db, admin.actor, item.id, closed.id);
	expect([await spaceCount(item.spaceId), await spaceCount(closed.id)]).toEqual([0, 1]);
	expect((await listItems(db, visitor, { tag: 'moving' })).items).toEqual([]);
	expect(await readItem(db, visitor, item.id)).toBeNull();
	expect(await codeOf(moveItem(db, author.actor, item.id, item.spaceId))).toBe('items.not_found');
	await moveItem(db, admin.actor, item.id, item.spaceId);
	expect((await listItems(db, visitor, { tag: 'moving' })).items).toHaveLength(1);
	expect(await codeOf(moveItem(db, admin.actor, item.id, 999_999))).toBe('items.space_not_found');
});

test('reactions count people, once each, on items and on replies', async () => {
	const item = await anItem(db);
	const answer = await aReply(db, { itemId: item.id });
	const people = await Promise.all(Array.from({ length: 5 }, () => aPerson(db)));
	await Promise.all(
		people.flatMap(({ actor }) => [
			react(db, actor, { itemId: item.id, emoji: 'heart', on: true }),
			react(db, actor, { itemId: item.id, emoji: 'heart', on: true }),
		]),
	);
	await react(db, people[0]!.actor, { itemId: item.id, replyId: answer.id, emoji: 'rocket', on: true });
	expect(await react(db, people[0]!.actor, { itemId: item.id, emoji: 'heart', on: false })).toEqual({
		counts: { heart: 4 },
	});
	const page = await readItem(db, visitor, item.id);
	expect(page?.item.reactions).toEqual({ heart: 4 });
	expect(page?.replies.items[0]?.reactions).toEqual({ rocket: 1 });
	expect((await personalState(db, people[0]!.actor, item.id)).reactions).toEqual([
		{ replyId: answer.id, emoji: 'rocket' },
	]);
	expect(
		await react(db, people[0]!.actor, { itemId: item.id, replyId: answer.id, emoji: 'rocket', on: false }),
	).toEqual({ counts: {} });
	expect(
		await codeOf(react(db, people[0]!.actor, { itemId: item.id, emoji: 'skull' as 'heart', on: true })),
	).toBe('common.invalid_input');
});

test('bookmarks and follows need no verified address and count once', async () => {
	const item = await anItem(db);
	const fresh = await aPerson(db, { emailVerified: false });
	const suspended = await aPerson(db, { suspended: true });
	await Promise.all([1, 2, 3].map(() => bookmark(db, fresh.actor, item.id, true)));
	await Promise.all([1, 2, 3].map(() => follow(db, fresh.actor, { itemId: item.id }, true)));
	const counted = await db
		.selectFrom('items')
		.select(['bookmark_count', 'follower_count'])
		.where('id', '=', item.id)
		.executeTakeFirst();
	expect(counted).toEqual({ bookmark_count: 1, follower_count: 1 });
	expect(await personalState(db, fresh.actor, item.id)).toMatchObject({ bookmarked: true, following: true });
	await bookmark(db, fresh.actor, item.id, false);
	await follow(db, fresh.actor, { itemId: item.id }, false);
	expect(await personalState(db, fresh.actor, item.id)).toMatchObject({
		bookmarked: false,
		following: false,
	});
	expect(await codeOf(bookmark(db, suspended.actor, item.id, true))).toBe('accounts.suspended');
	expect(await codeOf(follow(db, fresh.actor, { personId: fresh.id }, true))).toBe('items.follow_self');
	expect(await codeOf(follow(db, fresh.actor, {}, true))).toBe('common.invalid_input');
	expect(await codeOf(follow(db, fresh.actor, { itemId: item.id, tagId: 1 }, true))).toBe(
		'common.invalid_input',
	);
	expect(
		await codeOf(follow(db, fresh.actor, { spaceId: (await aSpace(db, { access: 'private' })).id }, true)),
	).toBe('common.not_found');
});
