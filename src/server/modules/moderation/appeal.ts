import { type Actor, type Member, requireMember } from '../../contracts/actor.ts';
import { obstacleError } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { readSettings } from '../../platform/settings/index.ts';
import { moderationError } from './errors.ts';
import { appealSchema } from './schemas.ts';

const DAY = 86_400_000;

/** Who is held back may still ask for another look: only a key that may not write stops them. */
function requireAppealing(actor: Actor): Member {
	const member = requireMember(actor);
	if (actor.scopes && !actor.scopes.includes('write')) throw obstacleError('api_key_scope');
	return member;
}

/**
 * Asks that somebody else looks at a decision again: once, by whom it concerns, within the days that the settings say.
 *
 * @returns the appeal's id, and by when it is to be decided
 * @throws moderation.decision_not_found, not_concerned, nothing_to_appeal, appeal_too_late, appealed_already;
 *   common.invalid_input; common.sign_in_required
 */
export async function appealDecision(
	db: Db,
	actor: Actor,
	decisionId: number,
	input: unknown,
): Promise<{ id: number; dueAt: Date }> {
	const { userId } = requireAppealing(actor);
	const { words } = validate(appealSchema, input);
	return inTransaction(db, async (tx) => {
		const { appealDueDays } = await readSettings(tx);
		const decision = await tx
			.selectFrom('moderation_decisions')
			.select(['case_id', 'person_id', 'outcome', 'undone_at', 'appeal_until'])
			.where('id', '=', decisionId)
			.forUpdate()
			.executeTakeFirst();
		// To others there is none.
		if (!decision || decision.person_id !== userId)
			throw moderationError('decision_not_found', {
				detail: `There is no decision ${decisionId} about you.`,
			});
		if (decision.outcome === 'dismissed' || decision.undone_at)
			throw moderationError('nothing_to_appeal', { detail: 'Nothing was decided against you.' });
		if (decision.appeal_until <= now())
			throw moderationError('appeal_too_late', { detail: 'The time to appeal is over.' });
		const at = now();
		const dueAt = new Date(at.getTime() + appealDueDays * DAY);
		const row = await tx
			.insertInto('moderation_appeals')
			.values({
				decision_id: decisionId,
				case_id: decision.case_id,
				appellant_id: userId,
				words,
				created_at: at,
				due_at: dueAt,
			})
			.onConflict((conflict) => conflict.column('decision_id').doNothing())
			.returning('id')
			.executeTakeFirst();
		if (!row) throw moderationError('appealed_already', { detail: 'One appeal of each decision.' });
		await emit(tx, userId, 'moderation.appealed', {
			appealId: row.id,
			caseId: decision.case_id,
			appellantId: userId,
		});
		return { id: row.id, dueAt };
	});
}
