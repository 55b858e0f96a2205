import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { personalState, readItem, vote } from './index.ts';
import { anItem, aPerson, aReply, aSpace, plainKinds } from './testing.ts';

plainKinds();
const { db } = await testDatabase();
const votesTold = (itemId: number) =>
	db
		.selectFrom('events')
		.select('payload')
		.where('type', '=', 'items.voted')
		.where('payload', '@>', JSON.stringify({ itemId }))
		.orderBy('id')
		.execute();

test('a vote counts once, can be turned and taken back, and each change is told with what stood before', async () => {
	const item = await anItem(db);
	const voter = await aPerson(db);
	const answer = await aReply(db, { itemId: item.id });
	const cast = (value: -1 | 0 | 1) => vote(db, voter.actor, { itemId: item.id, replyId: answer.id, value });
	expect(await cast(1)).toEqual({ score: 1, value: 1 });
	expect(await cast(1)).toEqual({ score: 1, value: 1 });
	expect(await cast(-1)).toEqual({ score: -1, value: -1 });
	expect(await cast(0)).toEqual({ score: 0, value: 0 });
	const told = (await votesTold(item.id)).map(({ payload }) => payload as { from: number; to: number });
	expect(told.map(({ from, to }) => [from, to])).toEqual([
		[0, 1],
		[1, -1],
		[-1, 0],
	]);
	const row = await db
		.selectFrom('replies')
		.select(['score', 'up_count', 'down_count'])
		.where('id', '=', answer.id)
		.executeTakeFirst();
	expect(row).toEqual({ score: 0, up_count: 0, down_count: 0 });
});

test('nobody votes for their own text, not even staff', async () => {
	const admin = await aPerson(db, { role: 'admin' });
	const item = await anItem(db, { authorId: admin.id });
	await expect(vote(db, admin.actor, { itemId: item.id, value: 1 })).rejects.toMatchObject({
		code: 'items.own_vote',
	});
	expect((await personalState(db, admin.actor, item.id)).can.vote).toBe(false);
});

test('a vote is refused where there is nothing to vote on', async () => {
	const voter = await aPerson(db);
	const item = await anItem(db);
	const other = await anItem(db);
	const elsewhere = await aReply(db, { itemId: other.id });
	const gone = await aReply(db, { itemId: item.id, status: 'deleted' });
	const secret = await anItem(db, { spaceId: (await aSpace(db, { access: 'private' })).id });
	const paid = await anItem(db, { access: 'paid' });
	const locked = await anItem(db);
	await db.updateTable('items').set({ locked_at: new Date() }).where('id', '=', locked.id).execute();
	const code = (input: object) =>
		vote(db, voter.actor, { value: 1, ...input } as never).then(
			() => 'counted',
			(error) => error.code,
		);
	expect(await code({ itemId: 999_999 })).toBe('items.not_found');
	expect(await code({ itemId: secret.id })).toBe('items.not_found');
	expect(await code({ itemId: item.id, replyId: elsewhere.id })).toBe('items.reply_not_found');
	expect(await code({ itemId: item.id, replyId: gone.id })).toBe('items.reply_not_found');
	expect(await code({ itemId: paid.id })).toBe('items.held');
	expect(await code({ itemId: locked.id })).toBe('items.locked');
	expect(await code({ itemId: item.id, value: 2 })).toBe('common.invalid_input');
	await expect(vote(db, visitor, { itemId: item.id, value: 1 })).rejects.toMatchObject({
		code: 'common.sign_in_required',
	});
});

test('votes that arrive at the same moment are all counted, and one person still has one', async () => {
	const item = await anItem(db);
	const answer = await aReply(db, { itemId: item.id });
	const crowd = await Promise.all(Array.from({ length: 12 }, () => aPerson(db)));
	const impatient = await aPerson(db);
	await Promise.all([
		...crowd.flatMap((person) => [
			vote(db, person.actor, { itemId: item.id, value: 1 }),
			vote(db, person.actor, { itemId: item.id, replyId: answer.id, value: -1 }),
		]),
		...Array.from({ length: 6 }, () => vote(db, impatient.actor, { itemId: item.id, value: 1 })),
	]);
	const page = await readItem(db, visitor, item.id);
	expect(page?.item.score).toBe(13);
	expect(page?.replies.items[0]?.score).toBe(-12);
	expect(await votesTold(item.id)).toHaveLength(25);
});

test('after any sequence of votes, at once or in turn, the score is the sum of the votes that stand', async () => {
	const people = await Promise.all(Array.from({ length: 4 }, () => aPerson(db)));
	const step = fc.record({
		who: fc.nat(3),
		value: fc.constantFrom(-1 as const, 0 as const, 1 as const),
		onReply: fc.boolean(),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 6 }), async (rounds) => {
			const item = await anItem(db);
			const answer = await aReply(db, { itemId: item.id });
			for (const round of rounds) {
				await Promise.all(
					round.map(({ who, value, onReply }) =>
						vote(db, people[who]!.actor, { itemId: item.id, replyId: onReply ? answer.id : null, value }),
					),
				);
			}
			const stand = await db
				.selectFrom('votes')
				.select(['reply_id', 'value'])
				.where('item_id', '=', item.id)
				.execute();
			const sum = (reply: number | null) =>
				stand.filter((row) => row.reply_id === reply).reduce((total, row) => total + row.value, 0);
			const kept = await db
				.selectFrom('items')
				.select(['score', 'up_count', 'down_count'])
				.where('id', '=', item.id)
				.executeTakeFirstOrThrow();
			const keptReply = await db
				.selectFrom('replies')
				.select(['score'])
				.where('id', '=', answer.id)
				.executeTakeFirstOrThrow();
			expect(kept.score).toBe(sum(null));
			expect(kept.up_count - kept.down_count).toBe(kept.score);
			expect(keptReply.score).toBe(sum(answer.id));
		}),
		{ numRuns: 25 },
	);
});
