import { afterEach, expect, test } from 'vitest';
import { visitor } from '../../contracts/actor.ts';
import { travel } from '../../kernel/clock.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { deleteReply, listItems, personalState, readItem, reply } from '../items/index.ts';
import { anItem, aPerson, aReply, aSpace } from '../items/testing.ts';
import {
	acceptAnswer,
	awardBounty,
	closeQuestion,
	offerBounty,
	reopenQuestion,
	unacceptAnswer,
} from './index.ts';

const { db } = await testDatabase();
afterEach(() => travel(0));
const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error) => error.code,
	);
const day = 86_400_000;
const told = async (itemId: number) =>
	(
		await db
			.selectFrom('events')
			.select(['type', 'payload'])
			.where('payload', '@>', JSON.stringify({ itemId }))
			.orderBy('id')
			.execute()
	).map(({ type, payload }) => [type, payload]);

async function asked() {
	const asker = await aPerson(db, { reputation: 300 });
	const item = await anItem(db, { authorId: asker.id, tags: ['sql'] });
	const [first, second] = [await aReply(db, { itemId: item.id }), await aReply(db, { itemId: item.id })];
	return { asker, item, first, second };
}

test('the asker accepts one answer, another instead, and none; each change is told once', async () => {
	const { asker, item, first, second } = await asked();
	for (const answer of [first, first, second])
		await acceptAnswer(db, asker.actor, { itemId: item.id, replyId: answer.id });
	expect((await readItem(db, visitor, item.id))?.replies.items.map((one) => [one.id, one.accepted])).toEqual([
		[second.id, true],
		[first.id, false],
	]);
	await unacceptAnswer(db, asker.actor, item.id);
	expect(await codeOf(unacceptAnswer(db, asker.actor, item.id))).toBe('questions.nothing_accepted');
	const fact = (type: string, answer: typeof first) => [
		type,
		{ itemId: item.id, replyId: answer.id, answerAuthorId: answer.authorId, askerId: asker.id },
	];
	expect(await told(item.id)).toEqual([
		fact('questions.accepted', first),
		fact('questions.unaccepted', first),
		fact('questions.accepted', second),
		fact('questions.unaccepted', second),
	]);
});

test('acceptances that arrive at the same moment leave one accepted, and the facts add up', async () => {
	const { asker, item } = await asked();
	const answers = await Promise.all(Array.from({ length: 6 }, () => aReply(db, { itemId: item.id })));
	await Promise.all(
		answers.map((answer) => acceptAnswer(db, asker.actor, { itemId: item.id, replyId: answer.id })),
	);
	const { accepted_reply_id } = await db
		.selectFrom('items')
		.select('accepted_reply_id')
		.where('id', '=', item.id)
		.executeTakeFirstOrThrow();
	const standing = new Map<number, number>();
	for (const [type, payload] of await told(item.id)) {
		const { replyId } = payload as { replyId: number };
		standing.set(replyId, (standing.get(replyId) ?? 0) + (type === 'questions.accepted' ? 1 : -1));
	}
	expect([...standing].filter(([, count]) => count !== 0)).toEqual([[accepted_reply_id, 1]]);
});

test('only the asker and staff accept, only answers, only on questions', async () => {
	const { asker, item, first } = await asked();
	const comment = await aReply(db, { itemId: item.id, kind: 'comment' });
	const discussion = await anItem(db, { kind: 'discussion', authorId: asker.id });
	const post = await aReply(db, { itemId: discussion.id, kind: 'post' });
	const key = { itemId: item.id, replyId: first.id };
	expect(await codeOf(acceptAnswer(db, visitor, key))).toBe('common.sign_in_required');
	expect(await codeOf(acceptAnswer(db, (await aPerson(db)).actor, key))).toBe('common.forbidden');
	expect(await codeOf(acceptAnswer(db, asker.actor, { ...key, replyId: comment.id }))).toBe(
		'questions.not_an_answer',
	);
	expect(await codeOf(acceptAnswer(db, asker.actor, { itemId: discussion.id, replyId: post.id }))).toBe(
		'questions.not_a_question',
	);
	expect(await codeOf(acceptAnswer(db, (await aPerson(db, { role: 'moderator' })).actor, key))).toBe('done');
	await deleteReply(db, (await aPerson(db, { role: 'admin' })).actor, key);
	expect((await readItem(db, visitor, item.id))?.item.accepted).toBe(false);
});

test('a question closed as a duplicate points at where the answers are, takes none itself, and can be opened again', async () => {
	const { asker, item } = await asked();
	const moderator = await aPerson(db, { role: 'moderator' });
	const original = await anItem(db, { title: 'The original' });
	const middle = await anItem(db);
	const close = (itemId: number, duplicateOf?: number | null) =>
		closeQuestion(db, moderator.actor, { itemId, reason: 'duplicate', duplicateOf });
	await close(middle.id, original.id);
	await close(item.id, middle.id);
	const page = await readItem(db, visitor, item.id);
	expect(page?.item.closure).toMatchObject({
		reason: 'duplicate',
		duplicateOf: { id: original.id, title: 'The original' },
		actor: { handle: moderator.handle },
	});
	expect(page?.item.closed).toBe(true);
	expect(page?.related.map((card) => card.id)).toContain(original.id);
	expect(
		await codeOf(
			reply(db, (await aPerson(db)).actor, { itemId: item.id, kind: 'answer', source: 'Too late.' }),
		),
	).toBe('items.closed');
	expect(await codeOf(close(item.id, original.id))).toBe('questions.already_closed');
	expect(await codeOf(reopenQuestion(db, asker.actor, item.id))).toBe('common.forbidden');
	await reopenQuestion(db, moderator.actor, item.id);
	expect(await codeOf(reopenQuestion(db, moderator.actor, item.id))).toBe('questions.not_closed');
	expect((await readItem(db, visitor, item.id))?.item.closure).toBeNull();
	expect(await told(item.id)).toEqual([
		['questions.closed', { itemId: item.id, reason: 'duplicate', duplicateOf: original.id }],
		['items.changed', { itemId: item.id, change: 'reopened' }],
	]);
});

test('a duplicate must be of another question that the closer can see', async () => {
	const { asker, item } = await asked();
	const secret = await anItem(db, { spaceId: (await aSpace(db, { access: 'private' })).id });
	const article = await anItem(db, { kind: 'article' });
	const gone = await anItem(db, { status: 'deleted' });
	const back = await anItem(db);
	await closeQuestion(db, (await aPerson(db, { role: 'admin' })).actor, {
		itemId: back.id,
		reason: 'duplicate',
		duplicateOf: item.id,
	});
	const close = (duplicateOf?: number | null) =>
		codeOf(closeQuestion(db, asker.actor, { itemId: item.id, reason: 'duplicate', duplicateOf }));
	expect(await close()).toBe('questions.duplicate_missing');
	expect(await close(item.id)).toBe('questions.duplicate_of_itself');
	expect(await close(back.id)).toBe('questions.duplicate_of_itself');
	for (const other of [secret, article, gone])
		expect(await close(other.id)).toBe('questions.duplicate_unknown');
	expect(await close(999_999)).toBe('questions.duplicate_unknown');
	expect(await codeOf(closeQuestion(db, asker.actor, { itemId: item.id, reason: 'boring' as 'spam' }))).toBe(
		'common.invalid_input',
	);
	expect(
		await codeOf(closeQuestion(db, (await aPerson(db)).actor, { itemId: item.id, reason: 'unclear' })),
	).toBe('common.forbidden');
});

test('a closed question is no longer among the unanswered', async () => {
	const asker = await aPerson(db);
	const item = await anItem(db, { authorId: asker.id });
	const unanswered = async () =>
		(await listItems(db, visitor, { spaceId: item.spaceId, sort: 'unanswered' })).items.length;
	expect(await unanswered()).toBe(1);
	await closeQuestion(db, asker.actor, { itemId: item.id, reason: 'unclear' });
	expect(await unanswered()).toBe(0);
});

test('a bounty is offered out of what the person has, runs alone, and goes to another’s answer', async () => {
	const { asker, item, first } = await asked();
	const stranger = await aPerson(db, { reputation: 1000 });
	const own = await aReply(db, { itemId: item.id, authorId: asker.id });
	const offer = (actor: typeof visitor, amount: number) =>
		codeOf(offerBounty(db, actor, { itemId: item.id, amount }));
	expect(await offer(asker.actor, 10)).toBe('common.invalid_input');
	expect(await offer(asker.actor, 400)).toBe('questions.too_little_reputation');
	expect(await offer(asker.actor, 200)).toBe('done');
	expect(await offer(stranger.actor, 50)).toBe('questions.bounty_running');
	expect((await readItem(db, visitor, item.id))?.item.bounty).toBe(200);
	expect((await listItems(db, visitor, { spaceId: item.spaceId })).items[0]?.bounty).toBe(200);
	const award = (actor: typeof visitor, replyId: number) =>
		codeOf(awardBounty(db, actor, { itemId: item.id, replyId }));
	expect(await award(stranger.actor, first.id)).toBe('common.forbidden');
	expect(await award(asker.actor, own.id)).toBe('questions.bounty_own_answer');
	expect(await award(asker.actor, first.id)).toBe('done');
	expect(await award(asker.actor, first.id)).toBe('questions.bounty_missing');
	expect((await readItem(db, visitor, item.id))?.item.bounty).toBeNull();
	expect((await told(item.id)).map(([type]) => type)).toEqual([
		'questions.bounty-offered',
		'questions.bounty-awarded',
	]);
});

test('one person’s offers, even at the same moment, never promise more than they have', async () => {
	const rich = await aPerson(db, { reputation: 250 });
	const items = await Promise.all(Array.from({ length: 4 }, () => anItem(db)));
	const results = await Promise.all(
		items.map((item) => codeOf(offerBounty(db, rich.actor, { itemId: item.id, amount: 100 }))),
	);
	expect(results.filter((code) => code === 'done')).toHaveLength(2);
	expect(results.filter((code) => code === 'questions.too_little_reputation')).toHaveLength(2);
});

test('a bounty that has run out is shown no more, and another may be offered', async () => {
	const { asker, item, first } = await asked();
	await offerBounty(db, asker.actor, { itemId: item.id, amount: 50, days: 1 });
	travel(2 * day);
	expect((await listItems(db, visitor, { spaceId: item.spaceId })).items[0]?.bounty).toBeNull();
	expect((await personalState(db, asker.actor, item.id)).can).toMatchObject({
		offerBounty: true,
		awardBounty: false,
	});
	expect(await codeOf(awardBounty(db, asker.actor, { itemId: item.id, replyId: first.id }))).toBe(
		'questions.bounty_missing',
	);
	expect(await codeOf(offerBounty(db, asker.actor, { itemId: item.id, amount: 50 }))).toBe('done');
});
