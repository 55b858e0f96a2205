import { z } from 'zod';

/** What a check does with a text that it speaks against, from nothing to everything. */
export const actions = ['off', 'note', 'hold', 'hide', 'refuse'] as const;
export type CheckAction = (typeof actions)[number];

/** One row of the table that is edited in the console. */
export interface CheckRule {
	action: CheckAction;
	/** For accounts that are new, and for others; what it counts, the check says. null: no limit. */
	forNew: number | null;
	forOthers: number | null;
	/** For what is a probability or a likeness: from where on it is held, and hidden. null: never. */
	holdAt: number | null;
	hideAt: number | null;
}

const rule = (
	action: CheckAction,
	given: Partial<Omit<CheckRule, 'action'>>,
): CheckRule & { action: CheckAction } => ({
	forNew: null,
	forOthers: null,
	holdAt: null,
	hideAt: null,
	...given,
	action,
});

/**
 * Every check, and what holds until an administrator says otherwise. What a new account is, says the first row: younger
 * than so many days, or with fewer published texts.
 */
export const defaultRules = {
	newcomer: rule('note', { forNew: 3, forOthers: 0 }),
	/** Texts in a day, and in ten minutes. */
	day: rule('refuse', { forNew: 30, forOthers: 500 }),
	burst: rule('refuse', { forNew: 8, forOthers: 60 }),
	/** So many first texts of an account wait. */
	first: rule('off', { forNew: 1 }),
	links: rule('hold', { forNew: 4, forOthers: 30 }),
	mentions: rule('hold', { forNew: 5, forOthers: 20 }),
	domains: rule('hold', {}),
	/** Characters that nobody sees. */
	invisible: rule('hold', { forNew: 30, forOthers: 200 }),
	/** Likeness to what the same person, or somebody else, wrote in the last thirty days. */
	again: rule('hold', { forNew: 0.9 }),
	copied: rule('hold', { forNew: 0.85, holdAt: 0.97 }),
	/** Probabilities; for new accounts a lower one may hold. */
	spam: rule('hold', { holdAt: 0.9, hideAt: 0.995, forNew: 0.8 }),
	toxic: rule('hold', { holdAt: 0.9, hideAt: 0.99 }),
	outside: rule('hold', { holdAt: 0.8, hideAt: 0.98 }),
} as const satisfies Record<string, CheckRule>;

export type CheckName = keyof typeof defaultRules;
export const checkNames = Object.keys(defaultRules) as CheckName[];
export type Rules = Record<CheckName, CheckRule>;

/** Checks whose limits are shares of one. */
export const shares: ReadonlySet<CheckName> = new Set(['again', 'copied', 'spam', 'toxic', 'outside']);

/** A form sends an empty field for "none". */
const optional = <S extends z.ZodType>(schema: S) =>
	z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable());
const limit = optional(
	z.coerce.number('checks.limit_shape').min(0, 'checks.limit_shape').max(10_000, 'checks.limit_shape'),
);
const share = optional(
	z.coerce.number('checks.share_shape').min(0, 'checks.share_shape').max(1, 'checks.share_shape'),
);

export const ruleNameSchema = z.object({ name: z.enum(checkNames, 'checks.rule_unknown') });
export const ruleSchema = z
	.object({
		name: z.enum(checkNames, 'checks.rule_unknown'),
		action: z.enum(actions, 'checks.action_unknown'),
		forNew: limit,
		forOthers: limit,
		holdAt: share,
		hideAt: share,
	})
	.superRefine(({ name, forNew, holdAt, hideAt }, context) => {
		const wrong = (path: string, message: string) =>
			context.addIssue({ code: 'custom', path: [path], message });
		if (shares.has(name) && forNew !== null && forNew > 1) wrong('forNew', 'checks.share_shape');
		if (holdAt !== null && hideAt !== null && hideAt < holdAt) wrong('hideAt', 'checks.hide_below_hold');
	});
/** Limits may be numbers, their text as a form sends it, or left out for none. */
export type RuleInput = Pick<z.input<typeof ruleSchema>, 'name' | 'action'> &
	Partial<Record<'forNew' | 'forOthers' | 'holdAt' | 'hideAt', unknown>>;
