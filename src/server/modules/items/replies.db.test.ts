import { expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { testDatabase, watch } from '../../platform/db/testing.ts';
import {
	deleteReply,
	hideReply,
	listRemovedReplies,
	listRevisions,
	readItem,
	readOriginalReply,
	reply,
	restoreReply,
	reviseReply,
	unhideReply,
} from './index.ts';
import { anItem, aPerson, aReply, aSpace, plainKinds } from './testing.ts';

plainKinds();
const { db } = await testDatabase();
const counts = (id: number) =>
	db
		.selectFrom('items')
		.select(['answer_count', 'comment_count', 'reply_count'])
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error) => error.code,
	);

test('a reply counts, raises the item among what is active, and is told', async () => {
	const item = await anItem(db, { publishedAt: new Date(Date.now() - 86_400_000) });
	const person = await aPerson(db);
	const answer = await reply(db, person.actor, {
		itemId: item.id,
		kind: 'answer',
		source: 'Because of **statistics**.',
	});
	const comment = await reply(db, person.actor, {
		itemId: item.id,
		kind: 'comment',
		parentId: answer.id,
		source: 'More.',
	});
	expect(await counts(item.id)).toEqual({ answer_count: 1, comment_count: 0, reply_count: 2 });
	const page = await readItem(db, visitor, item.id);
	expect(page?.item.lastActivityAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
	expect(page?.replies.items[0]).toMatchObject({ id: answer.id, author: { id: person.id }, revision: 1 });
	expect(page?.replies.items[0]?.html).toContain('<strong>statistics</strong>');
	const told = await db
		.selectFrom('events')
		.select(['type', 'actor_id', 'payload'])
		.where('type', '=', 'items.replied')
		.orderBy('id')
		.execute();
	expect(told).toMatchObject([
		{
			actor_id: person.id,
			payload: { itemId: item.id, replyId: answer.id, kind: 'answer', parentId: null, mentions: [] },
		},
		{ payload: { replyId: comment.id, kind: 'comment', parentId: answer.id } },
	]);
});

test('a kind takes only its own replies, and only comments stand under a reply', async () => {
	const person = await aPerson(db);
	const question = await anItem(db);
	const article = await anItem(db, { kind: 'article' });
	const other = await anItem(db);
	const answer = await aReply(db, { itemId: question.id });
	const elsewhere = await aReply(db, { itemId: other.id });
	const send = (input: object) =>
		codeOf(reply(db, person.actor, { source: 'A text.', kind: 'comment', ...input } as never));
	expect(await send({ itemId: question.id, kind: 'post' })).toBe('items.kind_takes_no_reply');
	expect(await send({ itemId: article.id, kind: 'answer' })).toBe('items.kind_takes_no_reply');
	expect(await send({ itemId: question.id, kind: 'answer', parentId: answer.id })).toBe(
		'items.kind_takes_no_reply',
	);
	expect(await send({ itemId: question.id, parentId: elsewhere.id })).toBe('items.reply_not_found');
	expect(await send({ itemId: question.id, parentId: 999_999 })).toBe('items.reply_not_found');
	expect(await send({ itemId: question.id, source: ' x ' })).toBe('common.invalid_input');
	expect(await send({ itemId: question.id, source: 'x'.repeat(50_001) })).toBe('common.invalid_input');
});

test('where nobody may reply, nobody does: locked, closed, held, removed, not in the space', async () => {
	const person = await aPerson(db);
	const moderator = await aPerson(db, { role: 'moderator' });
	const send = (itemId: number, kind: 'answer' | 'comment' = 'answer', actor = person.actor) =>
		codeOf(reply(db, actor, { itemId, kind, source: 'A text.' }));
	const locked = await anItem(db);
	await db.updateTable('items').set({ locked_at: new Date() }).where('id', '=', locked.id).execute();
	const closed = await anItem(db);
	await db.updateTable('items').set({ closed_at: new Date() }).where('id', '=', closed.id).execute();
	const own = await anItem(db, { authorId: person.id, status: 'hidden' });
	const paid = await anItem(db, { access: 'paid' });
	const freeInPaidSpace = await anItem(db, { spaceId: (await aSpace(db, { access: 'paid' })).id });
	expect(await send(locked.id)).toBe('items.locked');
	expect(await send(locked.id, 'comment', moderator.actor)).toBe('done');
	expect(await send(closed.id)).toBe('items.closed');
	expect(await send(closed.id, 'comment')).toBe('done');
	expect(await send(own.id)).toBe('items.deleted');
	expect(await send(paid.id)).toBe('items.held');
	expect(await send(freeInPaidSpace.id)).toBe('items.not_in_space');
	expect(await codeOf(reply(db, visitor, { itemId: locked.id, kind: 'comment', source: 'A text.' }))).toBe(
		'common.sign_in_required',
	);
});

test('an edit makes a revision; one begun from an older revision changes nothing and says which is newer', async () => {
	const item = await anItem(db);
	const person = await aPerson(db);
	const { id } = await reply(db, person.actor, { itemId: item.id, kind: 'answer', source: 'First text.' });
	expect(
		await reviseReply(db, person.actor, {
			itemId: item.id,
			replyId: id,
			revision: 1,
			source: 'Second text.',
			comment: 'clearer',
		}),
	).toMatchObject({ revision: 2 });
	await expect(
		reviseReply(db, person.actor, { itemId: item.id, replyId: id, revision: 1, source: 'Lost text.' }),
	).rejects.toMatchObject({
		code: 'items.edit_conflict',
		params: { revision: 2, expected: 1 },
	});
	expect(
		await reviseReply(db, person.actor, {
			itemId: item.id,
			replyId: id,
			revision: 2,
			source: 'Second text.',
		}),
	).toMatchObject({ revision: 2 });
	expect(await readOriginalReply(db, person.actor, item.id, id)).toMatchObject({
		source: 'Second text.',
		revision: 2,
	});
	expect((await listRevisions(db, visitor, item.id, id)).items).toMatchObject([
		{ number: 2, comment: 'clearer' },
		{ number: 1 },
	]);
});

test('of two edits begun at the same revision one stands and one is refused', async () => {
	const item = await anItem(db);
	const person = await aPerson(db);
	const { id } = await reply(db, person.actor, { itemId: item.id, kind: 'answer', source: 'First text.' });
	const results = await Promise.all(
		['One.', 'Two.', 'Three.'].map((source) =>
			codeOf(
				reviseReply(db, person.actor, {
					itemId: item.id,
					replyId: id,
					revision: 1,
					source: `${source} text`,
				}),
			),
		),
	);
	expect(results.sort()).toEqual(['done', 'items.edit_conflict', 'items.edit_conflict']);
});

test('others may not edit, but anyone who belongs may edit a community wiki', async () => {
	const item = await anItem(db);
	const stranger = await aPerson(db);
	const answer = await aReply(db, { itemId: item.id });
	const edit = () =>
		codeOf(
			reviseReply(db, stranger.actor, {
				itemId: item.id,
				replyId: answer.id,
				revision: 1,
				source: 'Another text.',
			}),
		);
	expect(await edit()).toBe('common.forbidden');
	await db.updateTable('replies').set({ community_wiki: true }).where('id', '=', answer.id).execute();
	expect(await edit()).toBe('done');
});

test('a deleted answer takes its comments out of sight and the counts with them, and brings them back', async () => {
	const item = await anItem(db);
	const person = await aPerson(db);
	const answer = await reply(db, person.actor, { itemId: item.id, kind: 'answer', source: 'An answer.' });
	const comment = await reply(db, person.actor, {
		itemId: item.id,
		kind: 'comment',
		parentId: answer.id,
		source: 'One.',
	});
	await reply(db, person.actor, { itemId: item.id, kind: 'comment', parentId: answer.id, source: 'Two.' });
	await reply(db, person.actor, { itemId: item.id, kind: 'comment', source: 'On the item.' });
	const before = await counts(item.id);
	expect(before).toEqual({ answer_count: 1, comment_count: 1, reply_count: 4 });
	await deleteReply(db, person.actor, { itemId: item.id, replyId: answer.id });
	expect(await counts(item.id)).toEqual({ answer_count: 0, comment_count: 1, reply_count: 1 });
	expect((await readItem(db, visitor, item.id))?.replies.items).toEqual([]);
	// One of its comments goes while nobody sees them.
	await deleteReply(db, person.actor, { itemId: item.id, replyId: comment.id });
	await restoreReply(db, person.actor, { itemId: item.id, replyId: answer.id });
	expect(await counts(item.id)).toEqual({ answer_count: 1, comment_count: 1, reply_count: 3 });
	expect((await readItem(db, visitor, item.id))?.replies.items[0]?.comments).toHaveLength(1);
});

test('an author restores what they deleted, not what a moderator did', async () => {
	const item = await anItem(db);
	const person = await aPerson(db);
	const moderator = await aPerson(db, { role: 'moderator' });
	const stranger = await aPerson(db);
	const answer = await aReply(db, { itemId: item.id, authorId: person.id });
	const key = { itemId: item.id, replyId: answer.id };
	expect(await codeOf(deleteReply(db, stranger.actor, key))).toBe('common.forbidden');
	await deleteReply(db, person.actor, key);
	expect(await codeOf(deleteReply(db, person.actor, key))).toBe('items.wrong_status');
	expect(await codeOf(restoreReply(db, stranger.actor, key))).toBe('items.reply_not_found');
	await restoreReply(db, person.actor, key);
	await deleteReply(db, moderator.actor, key, 'off topic');
	expect(await codeOf(restoreReply(db, person.actor, key))).toBe('items.removed_by_moderator');
	await restoreReply(db, moderator.actor, key);
	await hideReply(db, moderator.actor, key);
	expect(await codeOf(unhideReply(db, person.actor, key))).toBe('common.forbidden');
	await unhideReply(db, moderator.actor, key);
	const told = await db
		.selectFrom('events')
		.select('payload')
		.where('type', '=', 'items.reply-changed')
		.where('payload', '@>', JSON.stringify({ replyId: answer.id }))
		.orderBy('id')
		.execute();
	expect(told.map(({ payload }) => payload)).toMatchObject([
		{ change: 'deleted' },
		{ change: 'restored' },
		{ change: 'deleted', byModerator: true, reason: 'off topic' },
		{ change: 'restored', byModerator: true },
		{ change: 'hidden', byModerator: true },
		{ change: 'shown', byModerator: true },
	]);
});

test('what is out of sight is listed for its author and for moderators, and for nobody else', async () => {
	const item = await anItem(db);
	const author = await aPerson(db);
	const moderator = await aPerson(db, { role: 'moderator' });
	const mine = await aReply(db, { itemId: item.id, authorId: author.id });
	const theirs = await aReply(db, { itemId: item.id });
	await aReply(db, { itemId: item.id });
	await deleteReply(db, author.actor, { itemId: item.id, replyId: mine.id });
	await hideReply(db, moderator.actor, { itemId: item.id, replyId: theirs.id });
	const seen = async (actor: typeof visitor) =>
		(await listRemovedReplies(db, actor, item.id)).map(({ id, status, ownDeletion }) => [
			id,
			status,
			ownDeletion,
		]);
	expect(await seen(visitor)).toEqual([]);
	expect(await seen((await aPerson(db)).actor)).toEqual([]);
	expect(await seen(author.actor)).toEqual([[mine.id, 'deleted', true]]);
	expect(await seen(moderator.actor)).toEqual([
		[theirs.id, 'hidden', false],
		[mine.id, 'deleted', true],
	]);
});

test('an accepted answer that is deleted is accepted no more', async () => {
	const asker = await aPerson(db);
	const item = await anItem(db, { authorId: asker.id });
	const answer = await aReply(db, { itemId: item.id });
	await db.updateTable('items').set({ accepted_reply_id: answer.id }).where('id', '=', item.id).execute();
	await deleteReply(db, (await aPerson(db, { role: 'admin' })).actor, {
		itemId: item.id,
		replyId: answer.id,
	});
	expect((await readItem(db, visitor, item.id))?.item.accepted).toBe(false);
	expect(
		await db.selectFrom('events').select('payload').where('type', '=', 'questions.unaccepted').execute(),
	).toMatchObject([
		{ payload: { itemId: item.id, replyId: answer.id, answerAuthorId: answer.authorId, askerId: asker.id } },
	]);
});

test('a reply costs a fixed number of statements', async () => {
	const item = await anItem(db);
	const person = await aPerson(db);
	const { statements } = await watch(db, (watched) =>
		reply(watched, person.actor, { itemId: item.id, kind: 'answer', source: 'A text.' }),
	);
	// the item, the reply, its revision, the counts, the fact, and passing it on
	expect(statements).toBe(6);
});
