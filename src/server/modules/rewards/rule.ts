import { z } from 'zod';
import { type MetricName, metricNames, metrics } from './metrics.ts';

const whole = (least: number, most: number) =>
	z.coerce
		.number('rewards.number')
		.int('rewards.number')
		.min(least, 'rewards.number')
		.max(most, 'rewards.number');
const tag = z
	.string()
	.trim()
	.max(60, 'rewards.rule_tag')
	.nullish()
	.transform((value) => value || undefined);

export const conditionSchema = z
	.strictObject({ metric: z.enum(metricNames, 'rewards.rule_broken'), atLeast: whole(1, 1_000_000), tag })
	.refine(({ metric, tag: of }) => !of || metrics[metric].tag, { path: ['tag'], error: 'rewards.rule_tag' })
	.transform(({ metric, atLeast, tag: of }) => ({ metric, atLeast, ...(of ? { tag: of } : {}) }));
/** So much of something: `{ metric: 'answers', atLeast: 10, tag: 'postgresql' }`. */
export interface Condition {
	metric: MetricName;
	atLeast: number;
	tag?: string;
}

/** What somebody may have written, and a badge may be for. */
export const works = ['question', 'answer', 'article', 'discussion', 'snippet'] as const;
export type Work = (typeof works)[number];

const optional = (most: number) =>
	z.union([z.literal('').transform(() => undefined), whole(1, most)]).optional();

/**
 * What earns a badge, as data: a person has so much of several things, or one work of theirs is so good. There is nothing
 * in it to be run: no expression, no pattern, no text of a statement.
 */
export const ruleSchema = z.discriminatedUnion(
	'of',
	[
		z.strictObject({
			of: z.literal('person'),
			all: z.array(conditionSchema).min(1, 'rewards.rule_empty').max(5, 'rewards.rule_broken'),
		}),
		z
			.strictObject({
				of: z.literal('work'),
				work: z.enum(works, 'rewards.rule_broken'),
				score: optional(100_000),
				views: optional(100_000_000),
				/** An accepted answer, a question with one. */
				accepted: z.boolean().optional(),
				tag,
			})
			.refine(({ score, views, accepted }) => score || views || accepted, {
				path: ['score'],
				error: 'rewards.rule_empty',
			})
			.refine(({ work, views }) => !views || work !== 'answer', {
				path: ['views'],
				error: 'rewards.rule_broken',
			})
			.refine(({ work, accepted }) => !accepted || work === 'answer' || work === 'question', {
				path: ['accepted'],
				error: 'rewards.rule_broken',
			}),
	],
	'rewards.rule_broken',
);

export interface PersonRule {
	of: 'person';
	all: Condition[];
}
export interface WorkRule {
	of: 'work';
	work: Work;
	score?: number | undefined;
	views?: number | undefined;
	accepted?: boolean | undefined;
	tag?: string | undefined;
}
export type BadgeRule = PersonRule | WorkRule;

/**
 * How often a person's counts earn a badge: once when all that is asked is there, and again for each further time when
 * it may be earned again; a hundred times at most.
 */
export function timesEarned(
	rule: PersonRule,
	repeatable: boolean,
	countOf: (condition: Condition) => number,
): number {
	const times = Math.min(...rule.all.map((one) => Math.floor(countOf(one) / one.atLeast)));
	return repeatable ? Math.min(times, 100) : Math.min(times, 1);
}
