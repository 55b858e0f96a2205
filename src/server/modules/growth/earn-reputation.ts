import type { UserId } from '../../kernel/ids.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import { capped } from './rules.ts';

/** Why somebody earns or loses reputation, and by which event. */
export interface Earning {
	amount: number;
	reason: 'vote' | 'accepted' | 'accepting';
	itemId: number;
	replyId: number | null;
	eventId: number;
}

/**
 * Writes an entry and the sum together: users.reputation is always the sum of a person's entries. What votes bring is
 * capped by the day; nothing happens for nobody (null) or for 0.
 */
export async function earnReputation(tx: Tx, userId: UserId | null, earning: Earning): Promise<void> {
	if (userId === null || earning.amount === 0) return;
	let { amount } = earning;
	// Locks the person, so that two votes at once do not both see room under the cap.
	const person = await tx
		.selectFrom('users')
		.select('id')
		.where('id', '=', userId)
		.forUpdate()
		.executeTakeFirst();
	if (!person) return;
	if (earning.reason === 'vote' && amount > 0) {
		const { rows } = await sql<{
			today: number;
		}>`select coalesce(sum(amount), 0)::int as today from reputation_entries
			where user_id = ${userId} and reason = 'vote' and created_at >= date_trunc('day', now())`.execute(tx);
		amount = capped(amount, rows[0]!.today);
		if (amount === 0) return;
	}
	await tx
		.insertInto('reputation_entries')
		.values({
			user_id: userId,
			amount,
			reason: earning.reason,
			item_id: earning.itemId,
			reply_id: earning.replyId,
			event_id: earning.eventId,
		})
		.execute();
	await tx
		.updateTable('users')
		.set({ reputation: sql`reputation + ${amount}` })
		.where('id', '=', userId)
		.execute();
}
