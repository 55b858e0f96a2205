import { z } from 'zod';
import { metrics } from './metrics.ts';
import { conditionSchema, ruleSchema } from './rule.ts';

const named = (most: number) =>
	z.string().trim().min(1, 'rewards.names_missing').max(most, 'rewards.name_long');
const said = (most: number) => z.string().trim().max(most, 'rewards.text_long').default('');
/** What something is called, in both languages. */
export const namesSchema = z.object({ 'zh-CN': named(60), en: named(60) });
export const textsSchema = z.object({ 'zh-CN': said(300), en: said(300) });
export type Texts = z.output<typeof textsSchema>;

export const whole = (least: number, most: number) =>
	z.coerce
		.number('rewards.number')
		.int('rewards.number')
		.min(least, 'rewards.number')
		.max(most, 'rewards.number');
/** A number, or nothing. */
export const maybe = (least: number, most: number) =>
	z
		.union([z.literal(''), z.null(), whole(least, most)])
		.optional()
		.transform((value) => (typeof value === 'number' ? value : null));
export const slugSchema = z
	.string()
	.trim()
	.max(60, 'rewards.slug_shape')
	.regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/, 'rewards.slug_shape');

export const badgeSchema = z.object({
	slug: slugSchema,
	tier: z.enum(['bronze', 'silver', 'gold'], 'common.bad_value'),
	names: namesSchema,
	descriptions: textsSchema,
	/** Left out: it is given by hand. */
	rule: ruleSchema.nullish().transform((rule) => rule ?? null),
	repeatable: z.boolean().default(false),
	hidden: z.boolean().default(false),
	points: whole(0, 10_000).default(0),
});
export type BadgeInput = z.input<typeof badgeSchema>;

const moment = z.coerce.date('common.bad_date');

export const questSchema = z
	.object({
		slug: slugSchema,
		kind: z.enum(['quest', 'challenge'], 'common.bad_value'),
		names: namesSchema,
		descriptions: textsSchema,
		steps: z.array(conditionSchema).min(1, 'rewards.steps').max(8, 'rewards.steps'),
		/** What all together should reach of the first step. */
		goalOfAll: maybe(1, 1_000_000_000),
		points: whole(0, 10_000).default(0),
		/** Slug of the badge that completing it gives. */
		badge: z
			.string()
			.max(60)
			.nullish()
			.transform((value) => value || null),
		startsAt: moment.nullish().transform((at) => at ?? null),
		endsAt: moment.nullish().transform((at) => at ?? null),
	})
	.superRefine((given, context) => {
		const wrong = (path: string, message: string) =>
			context.addIssue({ code: 'custom', path: [path], message });
		if (given.kind === 'quest') {
			if (given.goalOfAll !== null) wrong('goalOfAll', 'common.bad_value');
			if (given.startsAt || given.endsAt) wrong('startsAt', 'common.bad_value');
			return;
		}
		if (!given.startsAt || !given.endsAt || given.endsAt <= given.startsAt)
			wrong('endsAt', 'rewards.days_order');
		else if (given.endsAt.getTime() - given.startsAt.getTime() > 366 * 86_400_000)
			wrong('endsAt', 'rewards.days_order');
		if (given.steps.some(({ metric }) => !metrics[metric].timed)) wrong('steps', 'rewards.steps');
	});
export type QuestInput = z.input<typeof questSchema>;

export const goodsSchema = z.object({
	names: namesSchema,
	descriptions: textsSchema,
	price: whole(1, 1_000_000),
	/** Left out: as many as anybody wants. */
	stock: maybe(0, 1_000_000),
	perPerson: maybe(1, 1000),
	asks: z.enum(['nothing', 'address'], 'common.bad_value').default('nothing'),
});
export type GoodsInput = z.input<typeof goodsSchema>;

export const honourSchema = z.object({
	handle: z.string().trim().min(1, 'rewards.person_not_found').max(60, 'rewards.person_not_found'),
	names: namesSchema,
	year: maybe(2000, 2200),
	reason: said(500),
});
export type HonourInput = z.input<typeof honourSchema>;
