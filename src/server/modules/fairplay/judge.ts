import type { Marks } from './marks.ts';

/**
 * How sure it is that a set of voters is run as one, from 0 to 1.
 *
 * That a set votes together is no harm: a class does, and friends do. What a ring cannot hide is what it is for: the votes
 * are most of what its author has, every account votes for nearly everything, thing after thing gets about as many, and
 * nobody else has ever stood up for those accounts. Regulars, who vote for each other because they are good, are known
 * to many: that speaks for them as strongly. The weights were set by hand on communities of seeds that are not
 * those of the figures in docs/benchmarks.md. Hour, fortnight of joining and shared networks weigh nothing here: a class
 * has them too. They are shown to who decides.
 */
export function confidenceOf(marks: Marks, score: number): number {
	const x =
		6 * (marks.dependence + marks.coverage - 1.45) +
		4 * (marks.unknown - 0.5) +
		0.25 * Math.min(6, -marks.lnEven) +
		3 * marks.mutual * marks.unknown +
		Math.min(0, (score - 20) / 10);
	return 1 / (1 + Math.exp(-x));
}
