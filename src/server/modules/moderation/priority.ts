import { harm } from './reasons.ts';

/** What a case's place in the queue is made of. */
export interface Priority {
	/** 1 to 10: the worst of what was said against it. */
	harm: number;
	/** 1 and more: 1 + log10(1 + people it reached). */
	reach: number;
	/** 0 to 1: how likely something is wrong with it. */
	confidence: number;
	/** harm × reach × confidence. */
	priority: number;
}

/** A report of somebody whose reports were all upheld so far makes it so likely that something is wrong. */
export const trustInOneReport = 0.4;

/** Weight of a report at the least: whoever cried wolf may yet be right. */
export const leastWeight = 0.1;

/**
 * The place of a case in the queue: harm × reach × confidence.
 *
 * Reach grows with the logarithm of the readers: ten times as many readers are one step more. Confidence is a noisy-or
 * (Pearl 1988) of what speaks for it, the checks and each report: `1 - (1 - checks) * product(1 - 0.4 * weight)`.
 *
 * @param given.reasons of reports and checks
 * @param given.people how many it reached: views of an item, followers of a person
 * @param given.checks how sure the checks are, 0 to 1
 * @param given.weights of each report, 0 to 1
 */
export function priorityOf(given: {
	reasons: readonly string[];
	people: number;
	checks: number;
	weights: readonly number[];
}): Priority {
	const worst = Math.max(1, ...given.reasons.map(harm));
	const reach = 1 + Math.log10(1 + Math.max(0, given.people));
	const doubt = given.weights.reduce((left, weight) => left * (1 - trustInOneReport * weight), 1);
	const confidence = 1 - (1 - given.checks) * doubt;
	return { harm: worst, reach, confidence, priority: worst * reach * confidence };
}

/**
 * What a report of somebody counts: the share of their decided reports that were upheld, with two upheld ones in advance,
 * so that newcomers begin at 1 and one mistake costs a third.
 */
export function reportWeight(upheld: number, dismissed: number): number {
	return Math.max(leastWeight, (upheld + 2) / (upheld + dismissed + 2));
}
