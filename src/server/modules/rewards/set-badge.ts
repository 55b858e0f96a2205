import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { demandNoCircle } from './circles.ts';
import { rewardError } from './errors.ts';
import { requireAdmin } from './gate.ts';
import { type BadgeInput, badgeSchema } from './schemas.ts';

/**
 * Makes a badge, or changes the one with this slug. Who has it keeps it; a rule that is new to it is tried on everybody by
 * {@link startBackfill}.
 *
 * @returns its id
 * @throws common.invalid_input, rewards.rule_loops, common.forbidden; refusals of acting
 */
export async function setBadge(db: Db, actor: Actor, input: BadgeInput): Promise<{ id: number }> {
	const { userId } = requireAdmin(actor);
	const given = validate(badgeSchema, input);
	return inTransaction(db, async (tx) => {
		await demandNoCircle(
			tx,
			{
				kind: 'badge',
				slug: given.slug,
				counts: given.rule?.of === 'person' ? given.rule.all : [],
				points: given.points,
				tier: given.tier,
			},
			'rule',
		);
		const values = {
			tier: given.tier,
			names: JSON.stringify(given.names),
			descriptions: JSON.stringify(given.descriptions),
			rule: given.rule && JSON.stringify(given.rule),
			repeatable: given.repeatable,
			hidden: given.hidden,
			points: given.points,
			retired_at: null,
			updated_at: now(),
		};
		return tx
			.insertInto('badges')
			.values({ slug: given.slug, created_by: userId, ...values })
			.onConflict((conflict) => conflict.column('slug').doUpdateSet(values))
			.returning('id')
			.executeTakeFirstOrThrow();
	});
}

/** Nobody earns it any more; who has it keeps it. @throws rewards.badge_not_found, common.forbidden */
export async function retireBadge(db: Db, actor: Actor, id: number): Promise<void> {
	requireAdmin(actor);
	const { numUpdatedRows } = await db
		.updateTable('badges')
		.set({ retired_at: now() })
		.where('id', '=', id)
		.where('retired_at', 'is', null)
		.executeTakeFirst();
	if (!Number(numUpdatedRows)) throw rewardError('badge_not_found', { detail: 'There is no such badge.' });
}
