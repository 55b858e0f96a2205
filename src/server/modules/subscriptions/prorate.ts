/** What a plan costs, and how it compares. */
export interface PlanTerms {
	/** Minor units for each period, before tax. */
	amount: number;
	months: number;
	/** The higher tier; 0 for a space. */
	rank: number;
}

/** What was paid for the present period, and when it runs. */
export interface PaidPeriod {
	/** Minor units, without tax and without what was sent back. */
	paid: number;
	startsAt: Date;
	endsAt: Date;
}

/** `now`: a new period begins as soon as `toPay` is paid. `at_end`: the new plan begins when the period is over. */
export interface PlanChange {
	when: 'now' | 'at_end';
	/** The worth of the unused time, in minor units: what is taken off. */
	credit: number;
	/** Before tax. */
	toPay: number;
}

/**
 * What changing plans costs. The better plan (a higher tier; of one tier, the longer time; of one time, the dearer)
 * begins now, for its price less what is unused of the present period, by the millisecond and rounded down. Everything
 * else waits until the present period is over, and so does a better plan that costs less than what is unused: nothing
 * paid is lost. Pure.
 *
 * @param at the moment of the change
 */
export function prorate(from: PlanTerms, to: PlanTerms, period: PaidPeriod, at: Date): PlanChange {
	const whole = period.endsAt.getTime() - period.startsAt.getTime();
	const left = Math.min(Math.max(period.endsAt.getTime() - at.getTime(), 0), whole);
	// BigInt: an amount times milliseconds of a year leaves the integers that a number holds.
	const credit = whole <= 0 ? 0 : Number((BigInt(period.paid) * BigInt(left)) / BigInt(whole));
	if (!isBetter(from, to) || credit >= to.amount) return { when: 'at_end', credit: 0, toPay: 0 };
	return { when: 'now', credit, toPay: to.amount - credit };
}

function isBetter(from: PlanTerms, to: PlanTerms): boolean {
	if (to.rank !== from.rank) return to.rank > from.rank;
	if (to.months !== from.months) return to.months > from.months;
	return to.amount > from.amount;
}

/** How long a payment lasts that is not a whole period's: in proportion to the plan's price, in milliseconds. Pure. */
export function timeFor(paid: number, price: number, wholeMs: number): number {
	if (price <= 0) return wholeMs;
	return Number((BigInt(paid) * BigInt(wholeMs)) / BigInt(price));
}
