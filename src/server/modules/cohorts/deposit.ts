import { z } from 'zod';

/**
 * The written rule of a cohort: what must be met until its last day. All members see it before they pay, and it does
 * not change once somebody has joined.
 */
export const ruleSchema = z.object({
	/** All needed lessons of the course. */
	lessons: z.boolean().default(true),
	/** Days with a check-in, made-up ones included; 0: none. */
	checkIns: z.coerce
		.number('common.bad_value')
		.int('common.bad_value')
		.min(0, 'common.bad_value')
		.max(400, 'cohorts.rule_too_many_days')
		.default(0),
	/** Who met a part of it has that part of the deposit back; else it is all or nothing. */
	partly: z.boolean().default(false),
});
export type DepositRule = z.output<typeof ruleSchema>;

/** What somebody has done of it. */
export interface Met {
	lessonsDone: number;
	lessonsNeeded: number;
	checkIns: number;
}

/** What came of it: whether the rule was met, and what of the deposit goes back, in minor units. */
export interface Verdict {
	passed: boolean;
	returned: number;
}

/**
 * Judges a member by the rule. Pure. Of several conditions the one that was met least decides; parts are rounded down to
 * the minor unit. A rule that asks for nothing is met by everybody.
 */
export function judge(rule: DepositRule, met: Met, deposit: number): Verdict {
	const asked: [done: number, of: number][] = [];
	if (rule.lessons) asked.push([met.lessonsDone, met.lessonsNeeded]);
	if (rule.checkIns > 0) asked.push([met.checkIns, rule.checkIns]);
	const passed = asked.every(([done, of]) => done >= of);
	if (passed) return { passed, returned: deposit };
	if (!rule.partly) return { passed, returned: 0 };
	const parts = asked
		.filter(([, of]) => of > 0)
		.map(([done, of]) => Math.floor((deposit * Math.min(done, of)) / of));
	return { passed, returned: Math.min(...parts) };
}

/**
 * How an amount that was paid divides into what goes back and what stays, where tax and rounding have come to deposit and
 * price: the deposit's part of the whole first, then the returned part of that. Pure.
 *
 * @param paid what was paid, tax included, in minor units
 */
export function partOfPaid(
	paid: number,
	terms: { deposit: number; price: number },
	returned: number,
): number {
	const whole = terms.deposit + terms.price;
	if (whole === 0 || terms.deposit === 0) return 0;
	const deposit = terms.price === 0 ? paid : Math.floor((paid * terms.deposit) / whole);
	return Math.floor((deposit * returned) / terms.deposit);
}
