import { now } from '../../kernel/clock.ts';
import type { Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { type AskStatus, askTransitions } from './ask.ts';
import { askError } from './errors.ts';

/** The row of a paid question, its order locked before it. @throws asks.not_found */
export async function lockAsk(tx: Tx, id: number) {
	const found = await tx.selectFrom('asks').select('order_id').where('id', '=', id).executeTakeFirst();
	if (!found) throw askError('not_found');
	await tx.selectFrom('orders').select('id').where('id', '=', found.order_id).forUpdate().execute();
	return tx.selectFrom('asks').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
}

export type AskRow = Awaited<ReturnType<typeof lockAsk>>;

/**
 * Moves a locked question on, and tells of it.
 *
 * @throws asks.wrong_status when it may not go there from where it is
 */
export async function moveAsk(
	tx: Tx,
	ask: AskRow,
	to: AskStatus,
	by: number | null,
	reason: string | null = null,
): Promise<void> {
	if (!askTransitions[ask.status as AskStatus].includes(to))
		throw askError('wrong_status', { detail: `A question that is ${ask.status} does not become ${to}.` });
	const at = now();
	await tx
		.updateTable('asks')
		.set({
			status: to,
			reason: reason ?? ask.reason,
			...(to === 'answered' ? { answered_at: at } : { closed_at: at }),
			...(to === 'refunded' ? { listen_offer_id: null } : {}),
		})
		.where('id', '=', ask.id)
		.execute();
	await tell(tx, ask, to, by);
}

/** Tells that something happened to a question. */
export async function tell(
	tx: Tx,
	ask: { id: number; asker_id: number; expert_id: number; title: string },
	change: AskStatus | 'asked' | 'followed_up' | 'replied' | 'heard' | 'opened',
	by: number | null,
): Promise<void> {
	await emit(tx, by, 'asks.changed', {
		askId: ask.id,
		change,
		askerId: ask.asker_id,
		expertId: ask.expert_id,
		title: ask.title,
	});
}
