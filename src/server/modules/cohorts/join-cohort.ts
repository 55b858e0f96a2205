import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { cohortError } from './errors.ts';
import { type CohortStanding, mustSeeCohort } from './queries.ts';
import { moveMember, takeSeat } from './seats.ts';

/**
 * Refuses whoever may not join a cohort now, whichever road they come by. Seats are another question: who has ordered one
 * keeps it.
 *
 * @throws cohorts.not_found, cohorts.not_open, cohorts.joined, cohorts.own_cohort, cohorts.course_held, cohorts.course_not_published
 */
export async function demandJoinable(db: Db, actor: Actor, cohortId: number): Promise<CohortStanding> {
	const standing = await mustSeeCohort(db, actor, cohortId);
	const { cohort, course, membership } = standing;
	if (cohort.status !== 'open' || cohort.joinUntilAt <= now()) throw cohortError('not_open');
	if (course.role !== null && course.role !== 'caretaker') throw cohortError('own_cohort');
	if (membership && membership.status !== 'left') throw cohortError('joined');
	if (course.version === null) throw cohortError('course_not_published');
	if (!cohort.opensCourse && course.access !== 'full') throw cohortError('course_held');
	return standing;
}

/**
 * Joins a cohort that costs nothing. One that costs something is ordered.
 *
 * @throws as {@link demandJoinable}; cohorts.to_be_paid, cohorts.full; refusals of acting
 */
export async function joinCohort(db: Db, actor: Actor, cohortId: number): Promise<void> {
	const { userId } = requireActing(actor);
	const { cohort } = await demandJoinable(db, actor, cohortId);
	if (cohort.offerId !== null || cohort.price + cohort.deposit > 0) throw cohortError('to_be_paid');
	const joined = await inTransaction(db, (tx) => takeSeat(tx, { cohortId, userId, orderId: null }));
	if (joined === 'missed') throw cohortError('full');
}

/**
 * Leaves a cohort that cost nothing, at any time before its end. Where money is held, `flows/cohort-deposit.ts` does it.
 *
 * @throws cohorts.not_found, cohorts.not_a_member; refusals of acting
 */
export async function leaveFreeCohort(db: Db, actor: Actor, cohortId: number): Promise<void> {
	const { userId } = requireActing(actor);
	const { cohort } = await mustSeeCohort(db, actor, cohortId);
	const left = await inTransaction(db, (tx) => moveMember(tx, cohort, userId, 'left', { by: userId }));
	if (!left) throw cohortError('not_a_member');
}
