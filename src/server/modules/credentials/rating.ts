/** How many gave one star, two, … five. */
export type Stars = readonly [number, number, number, number, number];

/** What all ratings of a place say of a course that nobody rated yet: a mean, worth so many ratings. */
export interface Prior {
	mean: number;
	weight: number;
}

/** Ratings that the prior is worth: with so many of its own, a course's mean counts half. */
export const PRIOR_WEIGHT = 5;
/** Where nothing was rated yet. */
const NEUTRAL = 3.5;

export function countOf(stars: Stars): number {
	return stars.reduce((sum, n) => sum + n, 0);
}

function sumOf(stars: Stars): number {
	return stars.reduce((sum, n, at) => sum + n * (at + 1), 0);
}

/** The arithmetic mean; null of nothing. */
export function plainMean(stars: Stars): number | null {
	const count = countOf(stars);
	return count === 0 ? null : sumOf(stars) / count;
}

/** The prior of a place whose courses have these ratings altogether; it leans to the middle while they are few. */
export function priorOf(all: Stars): Prior {
	return {
		mean: (NEUTRAL * PRIOR_WEIGHT + sumOf(all)) / (PRIOR_WEIGHT + countOf(all)),
		weight: PRIOR_WEIGHT,
	};
}

/**
 * The Bayesian average `(C m + Σ r) / (C + n)`: what is to be expected of the next rating when `n` were given and a prior
 * of mean `m` is worth `C` of them (shrinkage to the common mean, Efron and Morris, "Stein's Paradox in Statistics",
 * 1977). Three friends with five stars do not stand above three hundred learners with 4.8.
 */
export function bayesianMean(stars: Stars, { mean, weight }: Prior): number {
	return (weight * mean + sumOf(stars)) / (weight + countOf(stars));
}
