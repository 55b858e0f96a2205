import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { voidOpenBill } from './bills.ts';
import { subscriptionError } from './errors.ts';
import { lockSubscription, move } from './store.ts';
import type { Subscription } from './subscription.ts';
import { tellSubscriber } from './tell.ts';
import { end, resume, takeTurns } from './turn.ts';

/** Runs a change that a subscriber makes of their own subscription; somebody else's is not there. */
export function ofMine<T>(
	db: Db,
	actor: Actor,
	id: number,
	work: (tx: Tx, one: Subscription, userId: UserId) => Promise<T>,
	{ evenSuspended = false } = {},
): Promise<T> {
	const { userId } = requireActing(evenSuspended ? { ...actor, suspended: false } : actor);
	return inTransaction(db, async (tx) => {
		const one = await lockSubscription(tx, id);
		if (one.userId !== userId) throw subscriptionError('not_found');
		return work(tx, one, userId);
	});
}

/**
 * Cancels, also for who is suspended: nobody is made to pay on. What was paid for, or the trial, stays open until its end, and nothing more is charged. Where nothing is
 * paid (past due, paused) it is over at once.
 *
 * @throws subscriptions.not_found, subscriptions.not_cancellable
 */
export function cancelSubscription(db: Db, actor: Actor, id: number): Promise<void> {
	return ofMine(
		db,
		actor,
		id,
		async (tx, one, actorId) => {
			if (one.status === 'past_due' || one.status === 'paused') return void (await end(tx, one, 'cancelled'));
			if (one.status !== 'active' && one.status !== 'trialing') throw subscriptionError('not_cancellable');
			await voidOpenBill(tx, one.id);
			const cancelled = await move(
				tx,
				one,
				{ status: 'cancelled', cancelled_at: now(), pause_asked_at: null, pause_months: null },
				{ what: 'cancelled', actorId },
			);
			await tellSubscriber(tx, cancelled, 'cancelled');
		},
		{ evenSuspended: true },
	);
}

/** Takes the cancelling back, until the end has come. @throws subscriptions.not_found, subscriptions.nothing_to_undo */
export function undoCancel(db: Db, actor: Actor, id: number): Promise<void> {
	return ofMine(db, actor, id, async (tx, one, actorId) => {
		if (one.status !== 'cancelled' || one.periodEndsAt <= now()) throw subscriptionError('nothing_to_undo');
		await move(
			tx,
			one,
			{ status: one.period === 0 ? 'trialing' : 'active', cancelled_at: null },
			{ what: 'cancel_undone', actorId },
		);
	});
}

/** For how many months one may pause. */
export const pauseMonths = [1, 2, 3] as const;

/**
 * Pauses for some months, from the end of the period that is paid: no day of it is lost.
 *
 * @throws subscriptions.not_found, subscriptions.not_pausable unless it is active
 */
export function pauseSubscription(db: Db, actor: Actor, id: number, months: number): Promise<void> {
	return ofMine(db, actor, id, async (tx, one, actorId) => {
		const known = (pauseMonths as readonly number[]).includes(months);
		if (one.status !== 'active' || one.periodEndsAt <= now() || !known)
			throw subscriptionError('not_pausable');
		const asked = await move(
			tx,
			one,
			{ pause_asked_at: now(), pause_months: months },
			{ what: 'pause_asked', actorId, data: { months } },
		);
		await tellSubscriber(tx, asked, 'pause_asked', { months });
	});
}

/**
 * Takes a pause back before it began, or cuts it short: then the next period is to be paid, and opens when it is.
 *
 * @throws subscriptions.not_found, subscriptions.nothing_to_undo
 */
export function resumeSubscription(db: Db, actor: Actor, id: number): Promise<void> {
	return ofMine(db, actor, id, async (tx, one, actorId) => {
		if (one.pauseAskedAt)
			return void (await move(
				tx,
				one,
				{ pause_asked_at: null, pause_months: null },
				{ what: 'pause_undone', actorId },
			));
		if (one.status !== 'paused') throw subscriptionError('nothing_to_undo');
		if (!one.dueAt) await takeTurns(tx, await resume(tx, one));
	});
}
