import { expect, test } from 'vitest';
import { testDatabase } from '../../platform/db/testing.ts';
import { dispatchEvent, drainEvents, emit } from '../../platform/events/index.ts';
import { anItem, aPerson, aReply } from '../items/testing.ts';
import { growthHandlers, listReputation } from './index.ts';

const { db } = await testDatabase();
const reputationOf = async (id: number) =>
	(await db.selectFrom('users').select('reputation').where('id', '=', id).executeTakeFirstOrThrow())
		.reputation;

test('votes and acceptances move reputation, and taking them back takes it back', async () => {
	const [asker, author] = await Promise.all([aPerson(db), aPerson(db)]);
	const item = await anItem(db, { kind: 'question', authorId: asker.id });
	const answer = await aReply(db, { itemId: item.id, kind: 'answer', authorId: author.id });
	const subject = { itemId: item.id, replyId: answer.id };
	await emit(db, null, 'items.voted', { ...subject, authorId: author.id, from: 0, to: 1 });
	await emit(db, null, 'items.voted', {
		itemId: item.id,
		replyId: null,
		authorId: asker.id,
		from: 0,
		to: -1,
	});
	const accept = (replyId: number | null) =>
		db.updateTable('items').set({ accepted_reply_id: replyId }).where('id', '=', item.id).execute();
	await accept(answer.id);
	await emit(db, asker.id, 'questions.accepted', {
		...subject,
		answerAuthorId: author.id,
		askerId: asker.id,
	});
	await drainEvents(db, growthHandlers);
	expect([await reputationOf(asker.id), await reputationOf(author.id)]).toEqual([0, 25]);
	await accept(null);
	await emit(db, null, 'items.voted', { ...subject, authorId: author.id, from: 1, to: 0 });
	await emit(db, asker.id, 'questions.unaccepted', {
		...subject,
		answerAuthorId: author.id,
		askerId: asker.id,
	});
	await drainEvents(db, growthHandlers);
	expect([await reputationOf(asker.id), await reputationOf(author.id)]).toEqual([-2, 0]);
	expect((await listReputation(db, author.id)).items.map(({ amount, reason }) => [amount, reason])).toEqual([
		[-15, 'accepted'],
		[-10, 'vote'],
		[15, 'accepted'],
		[10, 'vote'],
	]);
});

test('an event handled twice, even at once, counts once', async () => {
	const author = await aPerson(db);
	const item = await anItem(db, { kind: 'article', authorId: author.id });
	const id = await emit(db, null, 'items.voted', {
		itemId: item.id,
		replyId: null,
		authorId: author.id,
		from: 0,
		to: 1,
	});
	await Promise.all([1, 2, 3].map(() => dispatchEvent(db, growthHandlers, id)));
	await dispatchEvent(db, growthHandlers, id);
	expect(await reputationOf(author.id)).toBe(10);
});

test('a day brings at most 200 from votes', async () => {
	const author = await aPerson(db);
	const item = await anItem(db, { kind: 'article', authorId: author.id });
	for (let n = 0; n < 23; n++)
		await emit(db, null, 'items.voted', {
			itemId: item.id,
			replyId: null,
			authorId: author.id,
			from: 0,
			to: 1,
		});
	await drainEvents(db, growthHandlers);
	expect(await reputationOf(author.id)).toBe(200);
});

test("accepting one's own answer earns nothing", async () => {
	const asker = await aPerson(db);
	const item = await anItem(db, { kind: 'question', authorId: asker.id });
	const answer = await aReply(db, { itemId: item.id, kind: 'answer', authorId: asker.id });
	await emit(db, asker.id, 'questions.accepted', {
		itemId: item.id,
		replyId: answer.id,
		answerAuthorId: asker.id,
		askerId: asker.id,
	});
	await drainEvents(db, growthHandlers);
	expect(await reputationOf(asker.id)).toBe(0);
});
