import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../platform/db/index.ts';

/** What can happen to a subscription, as its page tells it. */
export const subscriptionHappenings = [
	'trial_begun',
	'begun',
	'due',
	'paid',
	'paid_ahead',
	'time_added',
	'time_taken',
	'asked_for_money',
	'not_paid',
	'reminded',
	'plan_changed',
	'plan_change_begun',
	'plan_change_planned',
	'plan_change_undone',
	'price_announced',
	'pause_asked',
	'pause_undone',
	'paused',
	'resuming',
	'cancelled',
	'cancel_undone',
	'ended',
	'asked_back',
	'letters_refused',
] as const;
export type SubscriptionHappening = (typeof subscriptionHappenings)[number];

export interface SubscriptionEvent {
	what: SubscriptionHappening;
	actorId: UserId | null;
	data: Record<string, string | number>;
	at: Date;
}

/** Writes down what happened, in the transaction in which it does. */
export async function note(
	tx: Tx,
	subscriptionId: number,
	{
		what,
		actorId = null,
		data = {},
	}: { what: SubscriptionHappening; actorId?: UserId | null; data?: Record<string, string | number> },
	at: Date = now(),
): Promise<void> {
	await tx
		.insertInto('subscription_events')
		.values({ subscription_id: subscriptionId, what, actor_id: actorId, data: JSON.stringify(data), at })
		.execute();
}

/** What happened to a subscription, the oldest first. The caller has checked whose it is. One statement. */
export async function subscriptionHistory(db: Db, subscriptionId: number): Promise<SubscriptionEvent[]> {
	const rows = await db
		.selectFrom('subscription_events')
		.select(['what', 'actor_id as actorId', 'data', 'at'])
		.where('subscription_id', '=', subscriptionId)
		.orderBy('id')
		.limit(500)
		.execute();
	return rows as SubscriptionEvent[];
}
