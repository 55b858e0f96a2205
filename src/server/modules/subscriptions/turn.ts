import { addMonths, now } from '../../kernel/clock.ts';
import type { OfferId, OrderId } from '../../kernel/ids.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { openBill, openBillOf, voidOpenBill } from './bills.ts';
import { noNext } from './settle.ts';
import { lockSubscription, move } from './store.ts';
import { addDays, type EndedWhy, type Subscription, scheduleOf } from './subscription.ts';
import { tellSubscriber } from './tell.ts';

/** Subscriptions with something to be done about them, the longest waiting first. */
export async function dueSubscriptions(db: Db, limit = 500): Promise<number[]> {
	const rows = await db
		.selectFrom('subscriptions')
		.select('id')
		.where('next_at', '<=', now())
		.orderBy('next_at')
		.limit(limit)
		.execute();
	return rows.map(({ id }) => id);
}

/**
 * Does what is due about one subscription, in one transaction: renews, reminds, duns, pauses, ends. Nothing, when it
 * was done meanwhile; so it may be called by several workers at once and as often as one likes.
 *
 * @returns whether anything was done
 */
export function turnSubscription(db: Db, id: number): Promise<boolean> {
	return inTransaction(db, async (tx) => {
		const before = await lockSubscription(tx, id);
		return (await takeTurns(tx, before)) !== before;
	});
}

/** Everything that is due; after a long silence that may be several things: a reminder, then the end of the trial. */
export async function takeTurns(tx: Tx, before: Subscription): Promise<Subscription> {
	let one = before;
	for (let left = 10; left > 0 && one.nextAt !== null && one.nextAt <= now(); left--)
		one = await turn(tx, one);
	return one;
}

async function turn(tx: Tx, one: Subscription): Promise<Subscription> {
	const over = one.periodEndsAt <= now();
	switch (one.status) {
		case 'trialing':
			return over
				? fallDue(tx, one)
				: remind(tx, one, one.agreement ? 'trial_ending_means' : 'trial_ending', one.periodEndsAt);
		case 'active':
			return one.pauseAskedAt ? pause(tx, one) : fallDue(tx, one);
		case 'past_due':
			return dun(tx, one);
		case 'cancelled':
			return end(tx, one, 'cancelled');
		case 'paused':
			if (one.dueAt) return dun(tx, one);
			if ((one.resumesAt as Date) <= now()) return (await isOpen(tx, one)) ? resume(tx, one) : close(tx, one);
			return remind(tx, one, 'pause_ending', one.resumesAt as Date);
		case 'ended':
			throw new Error(`Subscription ${one.id} has ended and nothing is due.`);
	}
}

async function remind(
	tx: Tx,
	one: Subscription,
	mail: 'trial_ending' | 'trial_ending_means' | 'pause_ending',
	until: Date,
): Promise<Subscription> {
	await tellSubscriber(tx, one, mail, { until });
	return move(tx, one, { reminded_at: now() }, { what: 'reminded' });
}

/** The plan of a period that begins at `startsAt`: what was chosen, or the new price once its notice is over. */
export function planOfPeriod(one: Subscription, startsAt: Date): OfferId {
	return one.next && one.next.from <= startsAt ? one.next.offerId : one.offerId;
}

/** The period is over and the next one is to be paid. */
async function fallDue(tx: Tx, one: Subscription): Promise<Subscription> {
	if (!(await isOpen(tx, one))) return close(tx, one);
	await demandBill(tx, one);
	return move(tx, one, { status: 'past_due', due_at: now(), due_step: 0 }, { what: 'due' });
}

/**
 * The bill of the next period, which may be there already: of a trial that was to be paid early. A better plan that was
 * not paid for in time gives way to it, and so does a bill whose order was closed.
 *
 * @returns its order
 */
export async function demandBill(tx: Tx, one: Subscription): Promise<OrderId> {
	const open = await openBillOf(tx, one.id);
	if (open?.kind === 'renewal' && open.payable) return open.orderId;
	if (open) await voidOpenBill(tx, one.id);
	const startsAt = one.status === 'paused' || one.periodEndsAt < now() ? now() : one.periodEndsAt;
	const until = addDays(one.dueAt ?? startsAt, scheduleOf(one).graceDays);
	const { orderId } = await openBill(tx, one, {
		kind: 'renewal',
		offerId: planOfPeriod(one, one.status === 'paused' ? now() : one.periodEndsAt),
		days: (until.getTime() - now().getTime()) / 86_400_000,
	});
	return orderId;
}

/** Nobody is charged for a space that was closed, or is free by now. Who has a tier keeps it, sold or not. */
async function isOpen(tx: Tx, { spaceId }: Subscription): Promise<boolean> {
	if (spaceId === null) return true;
	const space = await tx
		.selectFrom('spaces')
		.select(['access', 'archived_at'])
		.where('id', '=', spaceId)
		.executeTakeFirst();
	return space?.access === 'paid' && space.archived_at === null;
}

async function close(tx: Tx, one: Subscription): Promise<Subscription> {
	const ended = await end(tx, one, 'cancelled');
	await tellSubscriber(tx, ended, 'closed');
	return ended;
}

/** One step of dunning, or the end of waiting. */
async function dun(tx: Tx, one: Subscription): Promise<Subscription> {
	const { steps, graceDays } = scheduleOf(one);
	if (addDays(one.dueAt as Date, graceDays) <= now()) return end(tx, one, 'unpaid');
	// Steps that were slept through are one.
	let step = one.dueStep;
	while (steps[step + 1] && addDays(one.dueAt as Date, steps[step + 1]!.day) <= now()) step++;
	await demandBill(tx, one);
	await tx
		.updateTable('subscription_bills')
		.set({ charge_at: now() })
		.where('subscription_id', '=', one.id)
		.where('status', '=', 'open')
		.execute();
	return move(tx, one, { due_step: step + 1 }, { what: 'asked_for_money', data: { step: step + 1 } });
}

async function pause(tx: Tx, one: Subscription): Promise<Subscription> {
	await voidOpenBill(tx, one.id);
	const resumesAt = addMonths(one.periodEndsAt, one.pauseMonths as number);
	const paused = await move(
		tx,
		one,
		{
			status: 'paused',
			resumes_at: resumesAt,
			reminded_at: null,
			pause_asked_at: null,
			pause_months: null,
		},
		{ what: 'paused' },
	);
	await tellSubscriber(tx, paused, 'paused', { until: resumesAt });
	return paused;
}

/** The pause is over, or was cut short: the next period is to be paid, and opens when it is. */
export async function resume(tx: Tx, one: Subscription): Promise<Subscription> {
	await demandBill(tx, one);
	return move(tx, one, { due_at: now(), due_step: 0 }, { what: 'resuming' });
}

/** It is over. */
export async function end(tx: Tx, one: Subscription, why: EndedWhy): Promise<Subscription> {
	await voidOpenBill(tx, one.id);
	const ended = await move(
		tx,
		one,
		{ status: 'ended', ended_at: now(), ended_why: why, ...noNext },
		{ what: 'ended', data: { why } },
	);
	if (why === 'unpaid') await tellSubscriber(tx, ended, 'ended_unpaid');
	return ended;
}
