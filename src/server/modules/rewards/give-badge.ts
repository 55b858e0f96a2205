import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { award, withdraw } from './award-badge.ts';
import { rewardError } from './errors.ts';
import { requireStaff } from './gate.ts';
import type { Texts } from './schemas.ts';

const giveSchema = z.object({
	handle: z.string().trim().min(1, 'rewards.person_not_found').max(60, 'rewards.person_not_found'),
	reason: z.string().trim().min(1, 'rewards.reason_missing').max(300, 'rewards.text_long'),
});

/** Who somebody is by their handle. @throws rewards.person_not_found */
export async function personNamed(db: Db, handle: string): Promise<UserId> {
	const row = await db
		.selectFrom('users')
		.select('id')
		.where('handle', '=', handle.replace(/^@/, '').toLowerCase())
		.executeTakeFirst();
	if (!row)
		throw rewardError('person_not_found', {
			fields: { handle: 'rewards.person_not_found' },
			detail: 'There is no such person.',
		});
	return row.id;
}

/**
 * Gives a badge that is given by hand, and says why; where it is repeatable, again.
 *
 * @returns the award
 * @throws rewards.badge_not_found, rewards.retired, rewards.by_rule, rewards.person_not_found, rewards.has_badge;
 *   common.invalid_input, common.forbidden
 */
export async function giveBadge(
	db: Db,
	actor: Actor,
	badgeId: number,
	input: z.input<typeof giveSchema>,
): Promise<{ id: number }> {
	const { userId } = requireStaff(actor);
	const { handle, reason } = validate(giveSchema, input);
	return inTransaction(db, async (tx) => {
		const badge = await tx
			.selectFrom('badges')
			.select(['id', 'names', 'points', 'repeatable', 'rule', 'retired_at'])
			.where('id', '=', badgeId)
			.executeTakeFirst();
		if (!badge) throw rewardError('badge_not_found', { detail: 'There is no such badge.' });
		if (badge.retired_at) throw rewardError('retired');
		if (badge.rule) throw rewardError('by_rule', { detail: 'This badge is earned by its rule.' });
		const id = await award(
			tx,
			{ ...badge, names: badge.names as unknown as Texts },
			{
				userId: await personNamed(tx, handle),
				cause: badge.repeatable ? `hand:${now().getTime()}` : '',
				givenBy: userId,
				reason,
			},
		);
		if (id === null) throw rewardError('has_badge', { fields: { handle: 'rewards.has_badge' } });
		return { id };
	});
}

/**
 * Takes back a badge that was given by hand.
 *
 * @throws rewards.award_not_found, rewards.by_rule, rewards.reason_missing, common.forbidden
 */
export async function takeBadge(db: Db, actor: Actor, awardId: number, reason: string): Promise<void> {
	requireStaff(actor);
	const why = validate(giveSchema.shape.reason, reason);
	await inTransaction(db, async (tx) => {
		const row = await tx
			.selectFrom('badge_awards')
			.innerJoin('badges', 'badges.id', 'badge_awards.badge_id')
			.select('badges.rule')
			.where('badge_awards.id', '=', awardId)
			.where('withdrawn_at', 'is', null)
			.executeTakeFirst();
		if (!row) throw rewardError('award_not_found', { detail: 'There is no such award.' });
		if (row.rule) throw rewardError('by_rule', { detail: 'This badge is earned by its rule.' });
		await withdraw(tx, [awardId], why);
	});
}
