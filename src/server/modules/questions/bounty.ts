import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, ReplyId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { demand, replyOf } from '../items/index.ts';
import { lockQuestion } from './accept-answer.ts';
import { questionError } from './errors.ts';
import { type BountyInput, bountySchema } from './schemas.ts';

/**
 * Offers points of the actor's reputation for an answer. One bounty runs at a time. The points
 * are promised until it is awarded, when whoever keeps reputation moves them; one that runs out costs nothing.
 *
 * @throws items.not_found, items.locked, items.closed, questions.not_a_question, questions.bounty_running,
 *   questions.too_little_reputation; common.invalid_input; refusals of the policy
 */
export async function offerBounty(db: Db, actor: Actor, input: BountyInput): Promise<{ endsAt: Date }> {
	const { itemId, amount, days } = validate(bountySchema, input);
	return inTransaction(db, async (tx) => {
		const item = await lockQuestion(tx, actor, itemId);
		if (item.bountyAmount !== null)
			throw questionError('bounty_running', { detail: 'A bounty runs already.' });
		const member = demand(actor, item, 'offerBounty');
		const at = now();
		// Locked so that one person's two offers cannot both count on the same points.
		const person = await tx
			.selectFrom('users')
			.select('reputation')
			.where('id', '=', member.userId)
			.forNoKeyUpdate()
			.executeTakeFirstOrThrow();
		const promised = await tx
			.selectFrom('bounties')
			.select(({ fn }) => fn.sum<string | null>('amount').as('sum'))
			.where('offered_by', '=', member.userId)
			.where('awarded_at', 'is', null)
			.where('ends_at', '>', at)
			.executeTakeFirst();
		if (person.reputation - Number(promised?.sum ?? 0) < amount) {
			throw questionError('too_little_reputation', {
				params: { amount },
				fields: { amount: 'questions.too_little_reputation' },
			});
		}
		const endsAt = new Date(at.getTime() + days * 86_400_000);
		await tx
			.insertInto('bounties')
			.values({ item_id: itemId, offered_by: member.userId, amount, starts_at: at, ends_at: endsAt })
			.execute();
		await tx
			.updateTable('items')
			.set({ bounty_amount: amount, bounty_ends_at: endsAt, last_activity_at: at })
			.where('id', '=', itemId)
			.execute();
		await emit(tx, member.userId, 'questions.bounty-offered', {
			itemId,
			amount,
			endsAt: endsAt.toISOString(),
		});
		return { endsAt };
	});
}

/**
 * Gives the running bounty to an answer. Only who offered it may, and staff; never for an answer of their own.
 *
 * @throws items.not_found, items.reply_not_found, questions.not_a_question, questions.not_an_answer,
 *   questions.bounty_missing, questions.bounty_own_answer; refusals of the policy
 */
export async function awardBounty(
	db: Db,
	actor: Actor,
	input: { itemId: ItemId; replyId: ReplyId },
): Promise<void> {
	await inTransaction(db, async (tx) => {
		const item = await lockQuestion(tx, actor, input.itemId);
		if (item.bountyAmount === null)
			throw questionError('bounty_missing', { detail: 'No bounty runs on this question.' });
		const member = demand(actor, item, 'awardBounty');
		const answer = await replyOf(tx, actor, item, input.replyId);
		if (answer.kind !== 'answer' || answer.status !== 'published')
			throw questionError('not_an_answer', { detail: 'Only a published answer gets a bounty.' });
		if (answer.authorId === item.bountyBy)
			throw questionError('bounty_own_answer', { detail: 'Nobody awards their own answer.' });
		await tx
			.updateTable('bounties')
			.set({ reply_id: answer.id, awarded_at: now() })
			.where('item_id', '=', item.id)
			.where('awarded_at', 'is', null)
			.where('ends_at', '>', now())
			.execute();
		await tx
			.updateTable('items')
			.set({ bounty_amount: null, bounty_ends_at: null })
			.where('id', '=', item.id)
			.execute();
		await emit(tx, member.userId, 'questions.bounty-awarded', {
			itemId: item.id,
			replyId: answer.id,
			amount: item.bountyAmount,
			answerAuthorId: answer.authorId,
		});
	});
}
