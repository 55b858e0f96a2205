import { z } from 'zod';

/** One step of a criterion: what it is worth, what it is called, and when it is reached. */
export interface Level {
	points: number;
	title: string;
	about: string;
}

/** What a work is looked at for; levels from the best to the least. */
export interface Criterion {
	title: string;
	about: string;
	levels: Level[];
}

export type Rubric = Criterion[];

export const rubricLimits = { criteria: 12, levels: 8, points: 100 } as const;

const words = (most: number) => z.string().trim().max(most, 'assignments.rubric_shape');

export const rubricSchema = z
	.array(
		z.object({
			title: words(120).min(1, 'assignments.rubric_shape'),
			about: words(1000).default(''),
			levels: z
				.array(
					z.object({
						points: z
							.number('assignments.rubric_shape')
							.min(0, 'assignments.rubric_shape')
							.max(rubricLimits.points, 'assignments.rubric_shape'),
						title: words(120).min(1, 'assignments.rubric_shape'),
						about: words(1000).default(''),
					}),
				)
				.min(2, 'assignments.rubric_shape')
				.max(rubricLimits.levels, 'assignments.rubric_shape'),
		}),
	)
	.min(1, 'assignments.rubric_missing')
	.max(rubricLimits.criteria, 'assignments.rubric_shape')
	// A criterion that gives the same for everything says nothing, and would divide by nothing.
	.refine(
		(rubric) =>
			rubric.every(({ levels }) => new Set(levels.map(({ points }) => points)).size === levels.length),
		'assignments.rubric_shape',
	);

/** The most points that a criterion gives; above 0, as its levels differ. */
export const most = ({ levels }: Criterion): number => Math.max(...levels.map(({ points }) => points));

export const mostPoints = (rubric: Rubric): number => rubric.reduce((sum, one) => sum + most(one), 0);

/** Whether a level was chosen for each criterion, by places from 0. */
export function fits(rubric: Rubric, chosen: readonly number[]): boolean {
	return (
		chosen.length === rubric.length &&
		rubric.every(
			({ levels }, at) => Number.isInteger(chosen[at]) && levels[chosen[at] as number] !== undefined,
		)
	);
}

/** For each criterion the points of the chosen level as a share of the most, 0 to 1. */
export function sharesOf(rubric: Rubric, chosen: readonly number[]): number[] {
	return rubric.map((criterion, at) => criterion.levels[chosen[at] as number]!.points / most(criterion));
}

/** Points of all criteria together, from shares of each. */
export function pointsOf(rubric: Rubric, shares: readonly number[]): number {
	return rubric.reduce((sum, criterion, at) => sum + most(criterion) * (shares[at] ?? 0), 0);
}

/** A work's share of all points, 0 to 1: criteria weigh by what they can give. */
export function scoreOf(rubric: Rubric, shares: readonly number[]): number {
	return Math.min(1, pointsOf(rubric, shares) / mostPoints(rubric));
}
