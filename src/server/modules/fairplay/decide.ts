import { z } from 'zod';
import { type Actor, isStaff, type Member } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import { discountFinding, restoreFinding } from './discount.ts';
import { fairplayError } from './errors.ts';
import { type FindingStatus, findingTransitions } from './finding.ts';

export const decisionSchema = z.object({
	decision: z.enum(['confirmed', 'dismissed'], 'common.bad_value'),
	reason: z.string().trim().min(1, 'fairplay.reason_missing').max(1000, 'fairplay.reason_long'),
});
export type DecisionInput = z.input<typeof decisionSchema>;

/** Who looks at findings: moderators and administrators. @throws common.sign_in_required, common.forbidden */
export function requireLooker(actor: Actor): Member {
	const member = requireActing(actor);
	if (!isStaff(actor)) throw commonError('forbidden');
	return member;
}

/**
 * Decides a finding, or reverses a decision. Confirmed: what its people brought each other is worth nothing any more, and
 * neither is what they go on with. Dismissed after that: everything comes back. Nobody is told, suspended or shown by it:
 * what is done to people is decided in the queue.
 *
 * @returns how many entries of standing were moved
 * @throws fairplay.finding_not_found, fairplay.own_finding for who is one of its people, fairplay.wrong_status,
 *   common.invalid_input; refusals of acting
 */
export async function decideFinding(
	db: Db,
	actor: Actor,
	id: number,
	input: DecisionInput,
): Promise<{ entries: number }> {
	const { userId } = requireLooker(actor);
	const { decision, reason } = validate(decisionSchema, input);
	return inTransaction(db, async (tx) => {
		const finding = await tx
			.selectFrom('fair_findings')
			.select('status')
			.where('id', '=', id)
			.forNoKeyUpdate()
			.executeTakeFirst();
		if (!finding) throw fairplayError('finding_not_found');
		const own = await tx
			.selectFrom('fair_finding_people')
			.select('part')
			.where('finding_id', '=', id)
			.where('user_id', '=', userId)
			.executeTakeFirst();
		if (own) throw fairplayError('own_finding', { detail: 'Nobody decides of themselves.' });
		if (!findingTransitions[finding.status as FindingStatus].includes(decision))
			throw fairplayError('wrong_status', { detail: `It is ${finding.status} already.` });
		const at = now();
		await tx
			.updateTable('fair_findings')
			.set({ status: decision, updated_at: at })
			.where('id', '=', id)
			.execute();
		await tx
			.insertInto('fair_decisions')
			.values({ finding_id: id, decided_by: userId, decision, reason, at })
			.execute();
		if (decision === 'confirmed') return { entries: await discountFinding(tx, id) };
		return { entries: finding.status === 'confirmed' ? await restoreFinding(tx, id) : 0 };
	});
}

/** Asks for a search now; the one that waits already is the same. Administrators. @throws common.forbidden; refusals of acting */
export async function askToLook(db: Db, actor: Actor): Promise<void> {
	requireLooker(actor);
	if (actor.role !== 'admin') throw commonError('forbidden');
	await enqueue(db, 'fairplay.look', {}, { key: 'fairplay.look', queue: 'fairplay', maxAttempts: 3 });
}
