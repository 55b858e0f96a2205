import { type Actor, isStaff } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { demandUninvolved, lockCase, requireModerator } from './access.ts';
import { moderationError } from './errors.ts';
import { measures } from './ladder.ts';
import type { Done } from './measures.ts';
import { appealDecisionSchema } from './schemas.ts';
import { logCase, takeAllBack } from './undo.ts';

/** Who made a decision, and who asks again: none of them decides the appeal. */
export interface Involved {
	decidedBy: UserId | null;
	jurors: readonly UserId[];
	appellantId: UserId;
}

/**
 * Why somebody may not decide an appeal, or null: the first reviewer, a juror of it, the appellant. Where there is one
 * moderator only, that leaves the administrators.
 */
export function barredFromAppeal(
	userId: UserId,
	involved: Involved,
): 'same_reviewer' | 'appellant_decides' | null {
	if (userId === involved.appellantId) return 'appellant_decides';
	return userId === involved.decidedBy || involved.jurors.includes(userId) ? 'same_reviewer' : null;
}

/**
 * Decides an appeal: the decision stands, or is reversed and everything it did is taken back. What was earned comes back
 * with the text that is in sight again.
 *
 * @param input `{ reverse, answer }`
 * @returns what was taken back
 * @throws moderation.appeal_not_found, appeal_decided, same_reviewer, appellant_decides, own_case, case_not_found;
 *   common.invalid_input; refusals of acting
 */
export async function decideAppeal(
	db: Db,
	actor: Actor,
	id: number,
	input: unknown,
): Promise<{ reversed: boolean; undone: string[] }> {
	const { reverse, answer } = validate(appealDecisionSchema, input);
	const { userId } = await requireModerator(db, actor);
	return inTransaction(db, async (tx) => {
		const { rows } = await sql<
			Involved & { caseId: number; decisionId: number; done: Done[] }
		>`select a.case_id as "caseId", a.decision_id as "decisionId", a.appellant_id as "appellantId",
				d.decided_by as "decidedBy", to_json(d.jurors) as jurors, d.done
			from moderation_appeals a join moderation_decisions d on d.id = a.decision_id where a.id = ${id}`.execute(
			tx,
		);
		const found = rows[0];
		if (!found) throw moderationError('appeal_not_found', { detail: `There is no appeal ${id}.` });
		const barred = barredFromAppeal(userId, found);
		if (barred)
			throw moderationError(barred, {
				detail: 'Another reviewer than the first decides, and not who appeals.',
			});
		const one = await lockCase(tx, actor, found.caseId);
		await demandUninvolved(tx, userId, found.caseId);
		if (!isStaff(actor) && found.done.some(({ measure }) => measures[measure].staff))
			throw moderationError('staff_only', {
				detail: 'What reaches beyond a space is for who looks after the place.',
			});
		const { numUpdatedRows } = await tx
			.updateTable('moderation_appeals')
			.set({ status: reverse ? 'reversed' : 'upheld', decided_by: userId, decided_at: now(), answer })
			.where('id', '=', id)
			.where('status', '=', 'open')
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw moderationError('appeal_decided', { detail: 'It was decided already.' });
		let undone: string[] = [];
		if (reverse) {
			const office = { decisionId: found.decisionId, jury: false };
			undone = await takeAllBack(tx, { ...actor, office }, one, found.done, found.decisionId);
			await tx
				.updateTable('moderation_decisions')
				.set({ reversed_at: now() })
				.where('id', '=', found.decisionId)
				.execute();
		}
		await logCase(tx, one, userId, reverse ? 'appeal:reversed' : 'appeal:upheld', found.decisionId, answer);
		await emit(tx, userId, 'moderation.appeal-decided', {
			appealId: id,
			caseId: found.caseId,
			appellantId: found.appellantId,
			reversed: reverse,
		});
		return { reversed: reverse, undone };
	});
}
