import { z } from 'zod';
import { addDays, daysBetween, isTimeZone } from './days.ts';
import { ruleSchema } from './deposit.ts';

const day = z.iso.date('common.bad_date');
const whole = (most: number, code: string) => z.coerce.number(code).int(code).min(0, code).max(most, code);

/** The longest that a cohort may run, in days. */
export const LONGEST = 400;

export const cohortSchema = z
	.object({
		name: z.string().trim().min(1, 'cohorts.name_missing').max(120, 'cohorts.name_long'),
		source: z.string().trim().max(20_000, 'cohorts.text_long').default(''),
		startsOn: day,
		endsOn: day,
		/** The last day on which one may join; left out: the first day of the cohort. */
		joinUntil: z
			.union([day, z.literal('')])
			.nullish()
			.transform((value) => value || null),
		timeZone: z.string().trim().max(60, 'cohorts.time_zone').refine(isTimeZone, 'cohorts.time_zone'),
		seats: z.coerce
			.number('cohorts.seats')
			.int('cohorts.seats')
			.min(1, 'cohorts.seats')
			.max(5000, 'cohorts.seats'),
		/** In minor units. */
		price: whole(100_000_000, 'cohorts.money_shape').default(0),
		deposit: whole(100_000_000, 'cohorts.money_shape').default(0),
		currency: z.enum(['CNY', 'USD', 'EUR', 'JPY', 'HKD', 'SGD'], 'catalog.currency_unknown').default('CNY'),
		rule: ruleSchema.default({ lessons: true, checkIns: 0, partly: false }),
		makeupCards: whole(60, 'cohorts.cards').default(0),
		groupsBy: z.enum(['none', 'even', 'choice'], 'common.bad_value').default('none'),
		groups: whole(200, 'cohorts.groups_few').default(0),
		opensCourse: z.boolean().default(false),
		/** A private space is made for the members when it is published. */
		space: z.boolean().default(false),
	})
	.transform((given) => ({ ...given, joinUntil: given.joinUntil ?? given.startsOn }))
	.superRefine((given, context) => {
		const wrong = (path: string, message: string) =>
			context.addIssue({ code: 'custom', path: [path], message });
		const length = daysBetween(given.startsOn, given.endsOn) + 1;
		if (length < 1) wrong('endsOn', 'cohorts.days_order');
		if (length > LONGEST) wrong('endsOn', 'cohorts.too_long');
		if (given.joinUntil > given.endsOn || given.joinUntil < addDays(given.startsOn, -365))
			wrong('joinUntil', 'cohorts.join_late');
		// Who joins on the last day that one may must be able to meet the rule.
		const [, lastToBegin] = [given.joinUntil, given.startsOn].sort() as [string, string];
		const late = daysBetween(lastToBegin, given.endsOn) + 1;
		if (length >= 1 && given.rule.checkIns > Math.max(0, late))
			wrong('rule.checkIns', 'cohorts.rule_too_many_days');
		if (given.deposit > 0 && !given.rule.lessons && given.rule.checkIns === 0)
			wrong('deposit', 'cohorts.rule_empty');
		if (given.groupsBy !== 'none' && given.groups < 2) wrong('groups', 'cohorts.groups_few');
	});
export type CohortInput = z.input<typeof cohortSchema>;
export type CohortGiven = z.output<typeof cohortSchema>;
