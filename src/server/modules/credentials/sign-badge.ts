import { type Actor, requireMember } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { awardToSign, rewardError } from '../rewards/index.ts';
import type { Achievement } from './achievement.ts';
import { award } from './issue.ts';
import type { Issuer } from './issuer.ts';

/**
 * Signs a badge that the actor has, as an Open Badges 3.0 credential of the same make as certificates, by the same key:
 * when they ask, and once. It says what the badge said then.
 *
 * @returns its token, of the one that stands already when there is one
 * @throws rewards.award_not_found; refusals of acting
 */
export async function signBadge(db: Db, actor: Actor, awardId: number, issuer: Issuer): Promise<string> {
	requireActing(actor);
	const { userId } = requireMember(actor);
	return inTransaction(db, async (tx) => {
		// Who asks twice at once waits here for the first one.
		const won = await awardToSign(tx, awardId);
		if (won?.userId !== userId)
			throw rewardError('award_not_found', { detail: 'There is no such badge of yours.' });
		const before = await tx
			.selectFrom('certificates')
			.select('token')
			.where('badge_award_id', '=', awardId)
			.where('revoked_at', 'is', null)
			.executeTakeFirst();
		if (before) return before.token;
		const language = won.locale === 'en' ? 'en' : 'zh-CN';
		const achievement: Achievement = {
			kind: 'badge',
			id: won.badgeId,
			title: won.names[language],
			summary: won.descriptions[language],
			language,
			outcomes: [],
			tags: [],
			version: null,
			lessons: 0,
			minutes: 0,
			makers: [],
			href: `/badges/${won.badgeId}`,
		};
		return award(tx, issuer, {
			userId,
			courseId: null,
			pathId: null,
			badgeAwardId: awardId,
			achievement,
			startedAt: null,
			completedAt: won.awardedAt,
		});
	});
}
