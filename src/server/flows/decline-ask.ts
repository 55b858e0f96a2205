import { z } from 'zod';
import type { Actor } from '../contracts/actor.ts';
import { requireActing } from '../contracts/policy.ts';
import { now } from '../kernel/clock.ts';
import { validate } from '../kernel/validate.ts';
import { askError, lockAsk, moveAsk } from '../modules/asks/index.ts';
import { type Db, inTransaction } from '../platform/db/index.ts';
import { returnEscrow } from './return-escrow.ts';

const schema = z.object({
	askId: z.coerce.number().int().positive(),
	reason: z.string().trim().max(500, 'asks.too_long').default(''),
});

/**
 * Declines a paid question: the money goes back at once. Only who was asked may.
 *
 * @throws asks.not_found, asks.wrong_status; common.invalid_input
 */
export async function declineAsk(db: Db, actor: Actor, input: unknown): Promise<void> {
	const { userId } = requireActing(actor);
	const { askId, reason } = validate(schema, input);
	await inTransaction(db, async (tx) => {
		const ask = await lockAsk(tx, askId);
		if (ask.expert_id !== userId) throw askError('not_found');
		await moveAsk(tx, ask, 'declined', userId, reason || null);
		await returnEscrow(tx, ask.order_id, 'declined');
	});
}

/** Sends back the money of a question that nobody answered in time. @returns false when it was answered after all */
export async function expireAsk(db: Db, askId: number): Promise<boolean> {
	return inTransaction(db, async (tx) => {
		const ask = await lockAsk(tx, askId);
		if (ask.status !== 'waiting' || ask.due_at > now()) return false;
		await moveAsk(tx, ask, 'expired', null);
		await returnEscrow(tx, ask.order_id, 'unanswered');
		return true;
	});
}
