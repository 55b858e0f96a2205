import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { Currency } from '../../kernel/money.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { offerAsOrdered } from '../catalog/index.ts';
import { releaseEscrow } from '../orders/index.ts';
import { askError } from './errors.ts';
import { type AskRow, lockAsk, moveAsk, tell } from './move-ask.ts';
import { answerTerms } from './terms.ts';
import { keepPart, written } from './write-part.ts';

/** How long after the answer the asker may ask back. */
export const followupDays = 14;

/**
 * Answers: the money is the expert's from then on. Once, in time, by the expert who was asked.
 *
 * @throws asks.not_found for anybody else; asks.wrong_status when it is answered or closed; asks.too_late;
 *   common.invalid_input; accounts.suspended
 */
export async function answerAsk(
	db: Db,
	actor: Actor,
	input: { askId: number; source: string },
): Promise<void> {
	const { userId } = requireActing(actor, 'public');
	const text = await written('answer', input.source);
	await inTransaction(db, async (tx) => {
		const ask = await lockAsk(tx, input.askId);
		if (ask.expert_id !== userId) throw askError('not_found');
		if (ask.status === 'waiting' && ask.due_at <= now()) throw askError('too_late');
		await moveAsk(tx, ask, 'answered', userId);
		await keepPart(tx, ask.id, 'answer', text);
		await releaseEscrow(tx, ask.order_id, [{ userId, weight: 1 }]);
		if (ask.open) await offerListening(tx, ask);
	});
}

/** Others may hear it from now on, at the price that the expert named when it was asked. */
async function offerListening(tx: Tx, ask: AskRow): Promise<void> {
	const order = await tx
		.selectFrom('orders')
		.select('offer_id')
		.where('id', '=', ask.order_id)
		.executeTakeFirstOrThrow();
	const offer = await offerAsOrdered(tx, order.offer_id);
	const { listenAmount } = answerTerms.parse(offer.terms);
	if (listenAmount === null) return;
	const { id } = await tx
		.insertInto('offers')
		.values({
			sells: 'listen',
			person_id: ask.expert_id,
			amount: listenAmount,
			currency: offer.price.currency satisfies Currency,
			terms: JSON.stringify({ askId: ask.id }),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await tx.updateTable('asks').set({ listen_offer_id: id }).where('id', '=', ask.id).execute();
}

/**
 * Asks back, once, within {@link followupDays} of the answer.
 *
 * @throws asks.not_found, asks.wrong_status, asks.too_late, asks.followup_used; common.invalid_input
 */
export async function followUp(
	db: Db,
	actor: Actor,
	input: { askId: number; source: string },
): Promise<void> {
	const { userId } = requireActing(actor, 'public');
	const text = await written('followup', input.source);
	await inTransaction(db, async (tx) => {
		const ask = await lockAsk(tx, input.askId);
		if (ask.asker_id !== userId) throw askError('not_found');
		if (ask.status !== 'answered' || !ask.answered_at) throw askError('wrong_status');
		if (now().getTime() - ask.answered_at.getTime() > followupDays * 86_400_000) throw askError('too_late');
		if (!(await keepPart(tx, ask.id, 'followup', text))) throw askError('followup_used');
		await tell(tx, ask, 'followed_up', userId);
	});
}

/** Answers the follow-up. @throws asks.not_found, asks.wrong_status; common.invalid_input */
export async function replyToFollowUp(
	db: Db,
	actor: Actor,
	input: { askId: number; source: string },
): Promise<void> {
	const { userId } = requireActing(actor, 'public');
	const text = await written('reply', input.source);
	await inTransaction(db, async (tx) => {
		const ask = await lockAsk(tx, input.askId);
		if (ask.expert_id !== userId) throw askError('not_found');
		const asked = await tx
			.selectFrom('ask_texts')
			.select('part')
			.where('ask_id', '=', ask.id)
			.where('part', '=', 'followup')
			.executeTakeFirst();
		if (ask.status !== 'answered' || !asked) throw askError('wrong_status');
		if (!(await keepPart(tx, ask.id, 'reply', text))) throw askError('wrong_status');
		await tell(tx, ask, 'replied', userId);
	});
}
