import { z } from 'zod';
import { type Privilege, privileges } from '../../contracts/actor.ts';
import type { Ledger } from './ledger.ts';

/*
 * The rules of standing are data: one document, kept in versions (rule-tables.ts). Here is what such a document may
 * say, and the pure functions that read it.
 */

/** What can be worth something; of which kind says `of` of a rule. */
export const causes = [
	'up',
	'down',
	'cast-up',
	'cast-down',
	'accepted',
	'accepting',
	'published',
	'replied',
	'visited',
	'lesson-completed',
	'course-completed',
	'path-completed',
	'mentored',
	'reward',
	'level-reached',
] as const;
export type Cause = (typeof causes)[number];

/** What the reasons of entries are called; a vote up and a vote down are both a vote. */
export function reasonOf(cause: Cause): string {
	if (cause === 'up' || cause === 'down') return 'vote';
	if (cause === 'cast-up' || cause === 'cast-down') return 'cast';
	return cause;
}

const whole = (min: number, max: number) =>
	z.coerce.number('growth.not_a_number').int('growth.not_a_number').min(min).max(max);

const rule = z.strictObject({
	ledger: z.enum(['reputation', 'points']),
	cause: z.enum(causes),
	/** A kind of item or of reply, a reward, a level; null for all that have no rule of their own. */
	of: z
		.string()
		.regex(/^[a-z0-9-]{1,40}$/, 'growth.rule_unknown')
		.nullable(),
	amount: whole(-1000, 1000),
});

const ledgerRules = z.strictObject({
	/** The most that a cause brings in a day (UTC); what is lost for the same reason that day makes room again. */
	perDay: z.partialRecord(z.enum(causes), whole(0, 100_000)),
	/** After `free` votes by one person for another's texts within `days`, each counts `percent` of the one before. */
	pair: z.strictObject({ free: whole(0, 1000), days: whole(1, 365), percent: whole(0, 100) }).nullable(),
	/** What people get, or what their votes bring, while their account is younger than `days`, waits for `hours`. */
	newAccount: z.strictObject({ days: whole(1, 90), hours: whole(1, 720) }).nullable(),
	/** Who was not here for `idleDays` loses `percent` of what they have, every thirty days. */
	decay: z.strictObject({ idleDays: whole(30, 3650), percent: whole(1, 50) }).nullable(),
});

const levelRule = z.strictObject({
	level: whole(1, 4),
	/** Days since joining. */
	joinedDays: whole(0, 3650),
	/** Days on which one was here: ever, and of the last hundred. */
	visitedDays: whole(0, 3650),
	recentDays: whole(0, 100),
	/** Different items opened. */
	itemsRead: whole(0, 100_000),
	reputation: whole(0, 10_000_000),
	/** No decision of a moderator against one stands from so many last days. */
	cleanDays: whole(0, 3650),
});
export type LevelRule = z.output<typeof levelRule>;

export const rulesSchema = z
	.strictObject({
		rules: z.array(rule).max(300),
		reputation: ledgerRules,
		points: ledgerRules,
		levels: z.array(levelRule).length(4),
		/** A level is kept while reputation and recent days are at least this part of what it asks for … */
		keepPercent: whole(0, 100),
		/** … and in the first days after it was reached whatever they are. */
		graceDays: whole(0, 365),
		/** From which level on one has a right; null: nobody but staff. */
		privileges: z.strictObject(
			Object.fromEntries(privileges.map((name) => [name, whole(0, 4).nullable()])) as Record<
				(typeof privileges)[number],
				z.ZodNullable<z.ZodCoercedNumber>
			>,
		),
		/** So many votes close a question, or open it again. */
		closingVotes: whole(1, 20),
	})
	.superRefine((given, context) => {
		const seen = new Set<string>();
		given.rules.forEach((one, index) => {
			const key = ruleKey(one);
			if (seen.has(key))
				context.addIssue({
					code: 'custom',
					message: 'growth.rule_twice',
					path: ['rules', index],
				});
			seen.add(key);
		});
		given.levels.forEach((one, index) => {
			if (one.level !== index + 1)
				context.addIssue({
					code: 'custom',
					message: 'growth.levels_order',
					path: ['levels', index],
				});
		});
		for (const field of levelFields) {
			for (let index = 1; index < given.levels.length; index++) {
				if (given.levels[index]![field] < given.levels[index - 1]![field])
					context.addIssue({
						code: 'custom',
						message: 'growth.levels_order',
						path: ['levels', index, field],
					});
			}
		}
	});

/** A version of the rules. */
export type Rules = z.output<typeof rulesSchema>;
export type Rule = Rules['rules'][number];
export type LedgerRules = Rules['reputation'];

export const levelFields = [
	'joinedDays',
	'visitedDays',
	'recentDays',
	'itemsRead',
	'reputation',
	'cleanDays',
] as const;

/** What names a rule within its table. */
export function ruleKey(rule: Pick<Rule, 'ledger' | 'cause' | 'of'>): string {
	return `${rule.ledger}/${rule.cause}/${rule.of ?? '*'}`;
}

const indexes = new WeakMap<Rules, Map<string, number>>();

/**
 * What something is worth by the table alone: the rule for this kind, else the one for all kinds, else 0.
 *
 * @param of the kind of the item, or of the reply when it happened to a reply
 */
export function worthOf(rules: Rules, ledger: Ledger, cause: Cause, of: string | null): number {
	let index = indexes.get(rules);
	if (!index) {
		index = new Map(rules.rules.map((rule) => [ruleKey(rule), rule.amount]));
		indexes.set(rules, index);
	}
	const own = of === null ? undefined : index.get(ruleKey({ ledger, cause, of }));
	return own ?? index.get(ruleKey({ ledger, cause, of: null })) ?? 0;
}

/** What a vote is worth to the author of what was voted on. */
export function voteWorth(rules: Rules, target: string, value: -1 | 0 | 1): number {
	if (value === 0) return 0;
	return worthOf(rules, 'reputation', value === 1 ? 'up' : 'down', target);
}

/**
 * How much of a gain counts, after what came before it.
 *
 * @param base what the table says
 * @param before.today what the same reason has brought today
 * @param before.votes how many votes of the same giver counted for the same person within the days of `pair`
 */
export function weigh(
	ledger: LedgerRules,
	cause: Cause,
	base: number,
	before: { today: number; votes: number },
): number {
	if (base <= 0) return base;
	let amount = base;
	const { pair } = ledger;
	if (pair && cause === 'up' && before.votes >= pair.free) {
		amount = Math.floor(base * (pair.percent / 100) ** (before.votes - pair.free + 1));
	}
	const most = ledger.perDay[cause];
	return most === undefined ? amount : Math.max(0, Math.min(amount, most - before.today));
}

/** What somebody of this level may, in the order of the list of privileges. */
export function privilegesUpTo(rules: Rules, level: number): Privilege[] {
	return privileges.filter((name) => {
		const from = rules.privileges[name];
		return from !== null && from <= level;
	});
}
