import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { demandNoCircle } from './circles.ts';
import { rewardError } from './errors.ts';
import { requireAdmin } from './gate.ts';
import { type QuestInput, questSchema } from './schemas.ts';

/**
 * Makes a quest or a challenge, or changes the one with this slug. Of a challenge that has begun what it asks and when it
 * ends stay as they were.
 *
 * @returns its id
 * @throws common.invalid_input, rewards.badge_not_found, rewards.rule_loops, rewards.slug_taken, rewards.retired,
 *   common.forbidden; refusals of acting
 */
export async function setQuest(db: Db, actor: Actor, input: QuestInput): Promise<{ id: number }> {
	const { userId } = requireAdmin(actor);
	const given = validate(questSchema, input);
	return inTransaction(db, async (tx) => {
		const badge = given.badge
			? await tx
					.selectFrom('badges')
					.select(['id', 'tier', 'rule'])
					.where('slug', '=', given.badge)
					.where('retired_at', 'is', null)
					.executeTakeFirst()
			: null;
		// One that has a rule of its own is earned by that.
		if (given.badge && (!badge || badge.rule))
			throw rewardError('badge_not_found', {
				fields: { badge: 'rewards.badge_not_found' },
				detail: 'There is no badge of this name that is given by hand.',
			});
		await demandNoCircle(
			tx,
			{
				kind: given.kind,
				slug: given.slug,
				counts: given.steps,
				points: given.points,
				tier: (badge?.tier as 'bronze' | undefined) ?? null,
			},
			'steps',
		);
		const before = await tx
			.selectFrom('quests')
			.select(['id', 'kind', 'steps', 'starts_at', 'ends_at', 'goal_of_all', 'closed_at'])
			.where('slug', '=', given.slug)
			.forUpdate()
			.executeTakeFirst();
		if (before && before.kind !== given.kind)
			throw rewardError('slug_taken', { fields: { slug: 'rewards.slug_taken' } });
		if (before?.closed_at) throw rewardError('retired');
		const begun = before?.starts_at && before.starts_at <= now();
		const terms = {
			steps: JSON.stringify(given.steps),
			goal_of_all: given.goalOfAll,
			starts_at: given.startsAt,
			ends_at: given.endsAt,
		};
		const values = {
			names: JSON.stringify(given.names),
			descriptions: JSON.stringify(given.descriptions),
			points: given.points,
			badge_id: badge?.id ?? null,
			retired_at: null,
			...(begun ? {} : terms),
		};
		return tx
			.insertInto('quests')
			.values({
				slug: given.slug,
				kind: given.kind,
				created_by: userId,
				created_at: now(),
				...values,
				...terms,
			})
			.onConflict((conflict) => conflict.column('slug').doUpdateSet(values))
			.returning('id')
			.executeTakeFirstOrThrow();
	});
}

/** Nobody completes it any more. @throws rewards.quest_not_found, common.forbidden */
export async function retireQuest(db: Db, actor: Actor, id: number): Promise<void> {
	requireAdmin(actor);
	const { numUpdatedRows } = await db
		.updateTable('quests')
		.set({ retired_at: now() })
		.where('id', '=', id)
		.where('retired_at', 'is', null)
		.executeTakeFirst();
	if (!Number(numUpdatedRows)) throw rewardError('quest_not_found', { detail: 'There is no such quest.' });
}
