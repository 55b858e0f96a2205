import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import type { Db } from '../../platform/db/index.ts';
import { rulesOf } from './load-checks.ts';
import { requireLooking, requireSetting } from './policy.ts';
import {
	type CheckName,
	type CheckRule,
	checkNames,
	type RuleInput,
	ruleNameSchema,
	ruleSchema,
} from './rules.ts';

export interface RuleRow extends CheckRule {
	name: CheckName;
	/** An administrator said otherwise than the default. */
	changed: boolean;
}

/** The table of checks, in its order. One statement. @throws common.forbidden */
export async function listRules(db: Db, actor: Actor): Promise<RuleRow[]> {
	requireLooking(actor);
	const rows = await db.selectFrom('check_rules').selectAll().execute();
	const rules = rulesOf(
		Object.fromEntries(
			rows.map((row) => [
				row.name,
				[row.action as CheckRule['action'], row.for_new, row.for_others, row.hold_at, row.hide_at],
			]),
		),
	);
	const named = new Set(rows.map(({ name }) => name));
	return checkNames.map((name) => ({ name, ...rules[name], changed: named.has(name) }));
}

/** Sets one row of the table; what is written from then on is checked by it. @throws common.invalid_input, common.forbidden */
export async function setRule(db: Db, actor: Actor, input: RuleInput): Promise<RuleRow> {
	const { userId } = requireSetting(actor);
	const { name, action, forNew, forOthers, holdAt, hideAt } = validate(ruleSchema, input);
	const values = {
		action,
		for_new: forNew,
		for_others: forOthers,
		hold_at: holdAt,
		hide_at: hideAt,
		changed_by: userId,
		changed_at: now(),
	};
	await db
		.insertInto('check_rules')
		.values({ name, ...values })
		.onConflict((conflict) => conflict.column('name').doUpdateSet(values))
		.execute();
	return { name, action, forNew, forOthers, holdAt, hideAt, changed: true };
}

/** Sets one row back to what it was when the place was new. */
export async function resetRule(db: Db, actor: Actor, name: string): Promise<void> {
	requireSetting(actor);
	const { name: known } = validate(ruleNameSchema, { name });
	await db.deleteFrom('check_rules').where('name', '=', known).execute();
}
