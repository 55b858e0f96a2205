import type { Selectable, Updateable } from 'kysely';
import type { UserId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Db, Tx } from '../../platform/db/index.ts';
import type { Subscriptions } from '../../platform/db/types.ts';
import { subscriptionError } from './errors.ts';
import { note, type SubscriptionHappening } from './history.ts';
import { keepOpen } from './opens.ts';
import { mayTurn, nextTurn, type Subscription, type SubscriptionStatus } from './subscription.ts';

export function toSubscription(row: Selectable<Subscriptions>): Subscription {
	return {
		id: row.id,
		userId: row.user_id,
		status: row.status as SubscriptionStatus,
		offerId: row.offer_id,
		price: { amount: row.price_amount, currency: row.price_currency as Currency },
		spaceId: row.space_id,
		period: row.period,
		periodStartsAt: row.period_starts_at,
		periodEndsAt: row.period_ends_at,
		anchoredAt: row.anchored_at,
		anchoredMonths: row.anchored_months,
		trialEndsAt: row.trial_ends_at,
		next:
			row.next_offer_id === null
				? null
				: {
						offerId: row.next_offer_id,
						from: row.next_offer_from as Date,
						why: row.next_offer_why as 'chosen' | 'price',
					},
		cancelledAt: row.cancelled_at,
		pauseAskedAt: row.pause_asked_at,
		pauseMonths: row.pause_months,
		resumesAt: row.resumes_at,
		dueAt: row.due_at,
		dueStep: row.due_step,
		remindedAt: row.reminded_at,
		provider: row.provider,
		agreement: row.agreement,
		endedAt: row.ended_at,
		endedWhy: row.ended_why as Subscription['endedWhy'],
		nextAt: row.next_at,
		createdAt: row.created_at,
	};
}

/**
 * Reads a subscription to change it: nobody else does until the transaction is over. Its subscriber's row is locked
 * first, as everywhere money moves, so that two of a person's own actions do not wait for each other in a circle.
 */
export async function lockSubscription(tx: Tx, id: number): Promise<Subscription> {
	const known = await tx
		.selectFrom('subscriptions')
		.select('user_id')
		.where('id', '=', id)
		.executeTakeFirst();
	if (!known) throw subscriptionError('not_found');
	await lockSubscriber(tx, known.user_id);
	const row = await tx
		.selectFrom('subscriptions')
		.selectAll()
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirstOrThrow();
	return toSubscription(row);
}

export async function lockSubscriber(tx: Tx, userId: UserId): Promise<void> {
	await tx.selectFrom('users').select('id').where('id', '=', userId).forNoKeyUpdate().execute();
}

/** The subscription of a person to a space, or (null) to a tier, that has not ended. */
export async function liveSubscription(
	db: Db,
	userId: UserId,
	spaceId: number | null,
): Promise<Subscription | null> {
	const row = await db
		.selectFrom('subscriptions')
		.selectAll()
		.where('user_id', '=', userId)
		.where('space_id', spaceId === null ? 'is' : '=', spaceId)
		.where('status', '<>', 'ended')
		.executeTakeFirst();
	return row ? toSubscription(row) : null;
}

/** What happened, for the history. */
export interface Happened {
	what: SubscriptionHappening;
	/** null: nobody did it, it happened. */
	actorId?: UserId | null;
	data?: Record<string, string | number>;
}

/**
 * The one way by which a subscription changes: checks the transition, writes it down, says when something is next to
 * be done, and keeps what it opens open for exactly as long as it should be. The caller holds its lock.
 *
 * @throws subscriptions.forbidden_transition: a bug of the caller, who asks before whether it may
 */
export async function move(
	tx: Tx,
	one: Subscription,
	changes: Updateable<Subscriptions>,
	happened: Happened,
): Promise<Subscription> {
	const to = (changes.status ?? one.status) as SubscriptionStatus;
	if (to !== one.status && !mayTurn(one.status, to))
		throw subscriptionError('forbidden_transition', { detail: `${one.status} to ${to}` });
	if (Object.keys(changes).length === 0) return settleDown(tx, one, happened);
	const row = await tx
		.updateTable('subscriptions')
		.set(changes)
		.where('id', '=', one.id)
		.returningAll()
		.executeTakeFirstOrThrow();
	return settleDown(tx, toSubscription(row), happened);
}

/** What follows from every change, and from the beginning. */
export async function settleDown(tx: Tx, one: Subscription, happened: Happened): Promise<Subscription> {
	const nextAt = nextTurn(one);
	if (nextAt?.getTime() !== one.nextAt?.getTime())
		await tx.updateTable('subscriptions').set({ next_at: nextAt }).where('id', '=', one.id).execute();
	await note(tx, one.id, happened);
	await keepOpen(tx, one);
	return { ...one, nextAt };
}
