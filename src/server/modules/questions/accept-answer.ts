import type { Actor } from '../../contracts/actor.ts';
import type { ItemId, ReplyId } from '../../kernel/ids.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { demand, kinds, lockItemRow, replyOf, type Subject } from '../items/index.ts';
import { questionError } from './errors.ts';

/**
 * Marks the answer that solved the question; another one accepted before is accepted no more. Accepting the same
 * again changes nothing.
 *
 * @throws items.not_found, items.reply_not_found, items.locked, items.deleted, questions.not_a_question,
 *   questions.not_an_answer; refusals of the policy
 */
export async function acceptAnswer(
	db: Db,
	actor: Actor,
	input: { itemId: ItemId; replyId: ReplyId },
): Promise<void> {
	await inTransaction(db, async (tx) => {
		const item = await lockQuestion(tx, actor, input.itemId);
		const member = demand(actor, item, 'accept');
		const answer = await replyOf(tx, actor, item, input.replyId);
		if (answer.kind !== 'answer' || answer.status !== 'published')
			throw questionError('not_an_answer', { detail: 'Only a published answer is accepted.' });
		if (item.acceptedReplyId === answer.id) return;
		if (item.acceptedReplyId !== null) await tellUnaccepted(tx, member.userId, item, item.acceptedReplyId);
		await tx.updateTable('items').set({ accepted_reply_id: answer.id }).where('id', '=', item.id).execute();
		await emit(tx, member.userId, 'questions.accepted', {
			itemId: item.id,
			replyId: answer.id,
			answerAuthorId: answer.authorId,
			askerId: item.authorId,
		});
	});
}

/** @throws items.not_found, items.locked, questions.not_a_question, questions.nothing_accepted; refusals of the policy */
export async function unacceptAnswer(db: Db, actor: Actor, itemId: ItemId): Promise<void> {
	await inTransaction(db, async (tx) => {
		const item = await lockQuestion(tx, actor, itemId);
		const member = demand(actor, item, 'accept');
		if (item.acceptedReplyId === null)
			throw questionError('nothing_accepted', { detail: 'No answer is accepted.' });
		await tx.updateTable('items').set({ accepted_reply_id: null }).where('id', '=', itemId).execute();
		await tellUnaccepted(tx, member.userId, item, item.acceptedReplyId);
	});
}

async function tellUnaccepted(tx: Tx, userId: number, item: Subject, replyId: ReplyId): Promise<void> {
	const row = await tx.selectFrom('replies').select('author_id').where('id', '=', replyId).executeTakeFirst();
	await emit(tx, userId, 'questions.unaccepted', {
		itemId: item.id,
		replyId,
		answerAuthorId: row?.author_id ?? null,
		askerId: item.authorId,
	});
}

/** @throws items.not_found, questions.not_a_question */
export async function lockQuestion(tx: Tx, actor: Actor, id: ItemId): Promise<Subject> {
	const item = await lockItemRow(tx, actor, id);
	if (!kinds.get(item.kind)?.acceptsAnswer)
		throw questionError('not_a_question', { detail: `Item ${id} is a ${item.kind}.` });
	return item;
}
