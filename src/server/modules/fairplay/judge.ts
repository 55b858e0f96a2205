import type { Marks } from './marks.ts';

/**
 * How sure it is that a set of voters is run as one, from 0 to 1.
 *
 * That a set votes together is no harm: a class does, and friends do. What a ring cannot hide is what it is for: the votes
 * are most of what its author has, every account votes for nearly everything, thing after thing gets about as many, and
 * nobody else has ever stood up for those accounts. The weights were set by hand on communities of seeds that are not
 * those of the figures in docs/benchmarks.md. Hour, fortnight of joining and shared networks weigh nothing here: a class
 * has them too. They are shown to who decides.
 */
export function confidenceOf(marks: Marks, score: number): number {
	const x =
		6 * (marks.dependence + marks.coverage - 1.45) +
		0.15 * Math.min(10, -marks.lnUnknown) +
		0.25 * Math.min(12, -marks.lnEven) +
		3 * marks.mutual +
		Math.min(0, (score - 20) / 10);
	return 1 / (1 + Math.exp(-x));
}
