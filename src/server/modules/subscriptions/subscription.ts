import type { OfferId, SpaceId, UserId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import { dunning, type Schedule } from './dunning.ts';

export type SubscriptionStatus = 'trialing' | 'active' | 'past_due' | 'paused' | 'cancelled' | 'ended';

/** From which status a subscription may become which. Everything else is refused, by `move` alone. */
export const subscriptionTransitions: Record<SubscriptionStatus, readonly SubscriptionStatus[]> = {
	trialing: ['active', 'past_due', 'cancelled', 'ended'],
	active: ['past_due', 'paused', 'cancelled', 'ended'],
	past_due: ['active', 'ended'],
	paused: ['active', 'ended'],
	// Undone before its end: it is again what it was.
	cancelled: ['active', 'trialing', 'ended'],
	// A payment that was on its way when we gave up waiting: who paid gets what was paid for.
	ended: ['active'],
};

/** True when a subscription may go from one status to the other. */
export function mayTurn(from: SubscriptionStatus, to: SubscriptionStatus): boolean {
	return subscriptionTransitions[from].includes(to);
}

export type EndedWhy = 'cancelled' | 'unpaid' | 'refunded';

/** Somebody's plan, and where it stands. */
export interface Subscription {
	id: number;
	userId: UserId;
	status: SubscriptionStatus;
	/** The plan of the present period. */
	offerId: OfferId;
	/** What a period costs, before tax. */
	price: Money;
	/** The space; null: a tier of the whole place. */
	spaceId: SpaceId | null;
	/** Number of the present period; 0 is the trial. */
	period: number;
	periodStartsAt: Date;
	periodEndsAt: Date;
	anchoredAt: Date;
	anchoredMonths: number;
	trialEndsAt: Date | null;
	/** The plan of the first period that begins at `from` or later. */
	next: { offerId: OfferId; from: Date; why: 'chosen' | 'price' } | null;
	cancelledAt: Date | null;
	pauseAskedAt: Date | null;
	pauseMonths: number | null;
	resumesAt: Date | null;
	/** When the unpaid bill fell due, and how many steps of dunning were taken since. */
	dueAt: Date | null;
	dueStep: number;
	remindedAt: Date | null;
	provider: string | null;
	agreement: string | null;
	endedAt: Date | null;
	endedWhy: EndedWhy | null;
	nextAt: Date | null;
	createdAt: Date;
}

const DAY_MS = 86_400_000;
export const addDays = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_MS);

/** Which schedule a subscription's unpaid bill follows. */
export function scheduleOf({ status, period }: Pick<Subscription, 'status' | 'period'>): Schedule {
	if (status === 'paused') return dunning.pause;
	return period === 0 ? dunning.trial : dunning.period;
}

/**
 * Until when a subscription opens what was subscribed to; null when it opens nothing. The days of grace are given
 * beforehand, so that nobody is locked out because a worker or a provider was late.
 */
export function accessUntil(one: Subscription): Date | null {
	const grace = scheduleOf(one).graceDays;
	switch (one.status) {
		case 'trialing':
		case 'active':
			return one.pauseAskedAt ? one.periodEndsAt : addDays(one.periodEndsAt, grace);
		case 'past_due':
			return addDays(one.dueAt as Date, grace);
		case 'cancelled':
			return one.periodEndsAt;
		case 'paused':
		case 'ended':
			return null;
	}
}

/** So many days before the end of a trial, or of a pause, the subscriber is told. */
export const REMIND_DAYS = 3;

/** When something is next to be done about a subscription; null: never. */
export function nextTurn(one: Subscription): Date | null {
	const { steps, graceDays } = scheduleOf(one);
	const dunned = () => {
		const due = one.dueAt as Date;
		const over = addDays(due, graceDays);
		const step = steps[one.dueStep];
		return step && step.day < graceDays ? addDays(due, step.day) : over;
	};
	switch (one.status) {
		case 'trialing':
			return one.remindedAt ? one.periodEndsAt : addDays(one.periodEndsAt, -REMIND_DAYS);
		case 'active':
		case 'cancelled':
			return one.periodEndsAt;
		case 'past_due':
			return dunned();
		case 'paused':
			if (one.dueAt) return dunned();
			return one.remindedAt ? one.resumesAt : addDays(one.resumesAt as Date, -REMIND_DAYS);
		case 'ended':
			return null;
	}
}
