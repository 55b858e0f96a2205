import type { RestraintKind } from '../accounts/index.ts';

/**
 * What can be done about a case. `on`: what it is done to; `staff`: only who looks after the whole place may, as it
 * reaches beyond a space; `jury`: a jury may, which has no hands to edit or move.
 */
export const measures = {
	dismiss: { on: 'case', staff: false, jury: true },
	release: { on: 'text', staff: false, jury: true },
	edit: { on: 'text', staff: false, jury: false },
	lock: { on: 'item', staff: false, jury: true },
	move: { on: 'item', staff: false, jury: false },
	merge: { on: 'item', staff: false, jury: false },
	hide: { on: 'text', staff: false, jury: true },
	delete: { on: 'text', staff: false, jury: true },
	warn: { on: 'person', staff: false, jury: true },
	slow: { on: 'person', staff: true, jury: true },
	silence: { on: 'person', staff: true, jury: true },
	suspend: { on: 'person', staff: true, jury: true },
} as const;

export type Measure = keyof typeof measures;
export const measureNames = Object.keys(measures) as [Measure, ...Measure[]];

/** A step of the ladder: what is done to a person, and for how many days; null: without an end. */
export interface Rung {
	measure: 'warn' | RestraintKind;
	days: number | null;
}

/** From the first time on. Nobody has to take the step that is next; it is what is offered. */
export const ladder: readonly Rung[] = [
	{ measure: 'warn', days: null },
	{ measure: 'slow', days: 3 },
	{ measure: 'silence', days: 3 },
	{ measure: 'silence', days: 14 },
	{ measure: 'suspend', days: 30 },
	{ measure: 'suspend', days: null },
];

/** Of slow: seconds between two posts unless another pause is said. */
export const slowPause = 3600;

/** After so many days what was done to a person no longer leads higher. */
export const ladderDays = 365;

/**
 * What is next for somebody. Above the highest step taken within {@link ladderDays}; two steps above for what does the
 * worst harm (9 and more), so that a threat is no warning.
 *
 * @param taken measures with their days, of decisions that stand
 */
export function nextRung(taken: readonly Rung[], harm = 0): Rung {
	const highest = taken.reduce((high, one) => Math.max(high, rungOf(one)), -1);
	return ladder[Math.min(highest + (harm >= 9 ? 2 : 1), ladder.length - 1)] as Rung;
}

// A measure of other days than the ladder's counts as the last step of its name that is not longer.
function rungOf({ measure, days }: Rung): number {
	const length = days ?? Number.POSITIVE_INFINITY;
	return ladder.reduce((high, rung, at) => {
		if (rung.measure !== measure) return high;
		const first = ladder.findIndex((one) => one.measure === measure) === at;
		return first || (rung.days ?? Number.POSITIVE_INFINITY) <= length ? at : high;
	}, -1);
}
