import { expect, test } from 'vitest';
import { testDatabase } from '../../platform/db/testing.ts';
import { drainEvents, emit } from '../../platform/events/index.ts';
import { anItem, aPerson, aReply, aSpace } from '../items/testing.ts';
import { listNotifications, markRead, notificationHandlers } from './index.ts';

const { db } = await testDatabase();
const unread = async (id: number) =>
	(await db.selectFrom('users').select('unread_count').where('id', '=', id).executeTakeFirstOrThrow())
		.unread_count;
const kinds = async (person: Awaited<ReturnType<typeof aPerson>>) =>
	(await listNotifications(db, person.actor)).items.map(({ kind }) => kind);

test('an answer is told to the asker and the followers, a mention to the one named, and to nobody what they did', async () => {
	const [asker, author, follower, named] = await Promise.all([
		aPerson(db),
		aPerson(db),
		aPerson(db),
		aPerson(db),
	]);
	const item = await anItem(db, { kind: 'question', authorId: asker.id });
	const answer = await aReply(db, { itemId: item.id, kind: 'answer', authorId: author.id });
	for (const id of [follower.id, named.id, author.id])
		await db.insertInto('follows').values({ user_id: id, item_id: item.id }).execute();
	await emit(db, author.id, 'items.replied', {
		itemId: item.id,
		replyId: answer.id,
		kind: 'answer',
		parentId: null,
		mentions: [named.handle, 'nobody-of-that-name'],
	});
	await drainEvents(db, notificationHandlers);
	await drainEvents(db, notificationHandlers);
	expect(await kinds(asker)).toEqual(['answered']);
	expect(await kinds(follower)).toEqual(['answered']);
	expect(await kinds(named)).toEqual(['mentioned']);
	expect(await kinds(author)).toEqual([]);
	expect(await unread(asker.id)).toBe(1);
});

test('what happens in a private space is told to its members only', async () => {
	const [stranger, author] = await Promise.all([aPerson(db), aPerson(db)]);
	const space = await aSpace(db, { access: 'private', ownerId: author.id });
	const item = await anItem(db, { spaceId: space.id, authorId: author.id });
	await emit(db, author.id, 'items.mentioned', {
		itemId: item.id,
		replyId: null,
		handles: [stranger.handle],
	});
	await drainEvents(db, notificationHandlers);
	expect(await kinds(stranger)).toEqual([]);
});

test("reading takes the count down, one by one or all at once, and only one's own", async () => {
	const [person, other, follower] = await Promise.all([aPerson(db), aPerson(db), aPerson(db)]);
	for (const from of [follower, other]) await emit(db, from.id, 'accounts.followed', { personId: person.id });
	await emit(db, follower.id, 'accounts.followed', { personId: other.id });
	await drainEvents(db, notificationHandlers);
	const { items } = await listNotifications(db, person.actor);
	expect(items).toHaveLength(2);
	expect(items[0]!.actor?.handle).toBe(other.handle);
	await markRead(
		db,
		other.actor,
		items.map(({ id }) => id),
	);
	expect(await unread(person.id)).toBe(2);
	await markRead(db, person.actor, [items[0]!.id]);
	expect(await unread(person.id)).toBe(1);
	await markRead(db, person.actor, 'all');
	expect(await unread(person.id)).toBe(0);
	expect((await listNotifications(db, person.actor, { unread: true })).items).toEqual([]);
});

test('a notification does not go on telling the title of what went out of sight', async () => {
	const [reader, author, staff] = [
		await aPerson(db),
		await aPerson(db),
		await aPerson(db, { role: 'moderator' }),
	];
	const item = await anItem(db, { authorId: author.id, title: 'Told and then hidden' });
	const handles = [reader.handle, staff.handle];
	await emit(db, author.id, 'items.mentioned', { itemId: item.id, replyId: null, handles });
	await drainEvents(db, notificationHandlers);
	const titles = async (person: typeof reader) =>
		(await listNotifications(db, person.actor)).items.map((one) => one.item?.title ?? null);
	expect(await titles(reader)).toEqual(['Told and then hidden']);
	await db.updateTable('items').set({ status: 'hidden' }).where('id', '=', item.id).execute();
	expect(await titles(reader)).toEqual([null]);
	expect(await titles(staff)).toEqual(['Told and then hidden']);
});

test('who uploaded a film that cannot be played is told which, why, and where it is', async () => {
	const owner = await aPerson(db);
	const { id: mediaId } = await db
		.insertInto('media')
		.values({
			owner_id: owner.id,
			token: 'abcdefghijklmnopqrstuvwxyz',
			purpose: 'video',
			kind: 'video',
			status: 'failed',
			name: 'Lesson 3.mp4',
			bytes: 10,
			refusal: 'media.too_long',
			refusal_params: JSON.stringify({ most: 240, found: 600 }),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	for (const status of ['failed', 'ready'] as const)
		await emit(db, owner.id, 'media.settled', { mediaId, ownerId: owner.id, status });
	await drainEvents(db, notificationHandlers);
	const { items } = await listNotifications(db, owner.actor);
	expect(items).toMatchObject([
		{
			kind: 'file_failed',
			subject: 'Lesson 3.mp4',
			path: `/studio/media/${mediaId}`,
			reason: { code: 'media.too_long', params: { most: 240, found: 600 } },
		},
	]);
});
