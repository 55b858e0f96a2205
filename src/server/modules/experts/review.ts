import { type Actor, isStaff } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import type { UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { actAsOne } from '../fairplay/index.ts';
import { DAY, outcomeOf, VALID_DAYS, type Verdict } from './application.ts';
import { expertError } from './errors.ts';
import { requireReviewer } from './gate.ts';
import { revocationSchema, type VerdictInput, verdictSchema } from './schemas.ts';

/**
 * Gives one reviewer's verdict on an application, or says that they are too near to give one. The second that agrees with
 * another decides.
 *
 * @returns what it came to; null while it still waits
 * @throws experts.application_not_found, experts.not_a_reviewer, experts.own_application, experts.decided_already,
 *   experts.reviewed_already, common.invalid_input; refusals of acting
 */
export async function reviewApplication(
	db: Db,
	actor: Actor,
	id: number,
	input: VerdictInput,
): Promise<'approved' | 'refused' | null> {
	const { userId } = await requireReviewer(db, actor, id);
	const { verdict, reason } = validate(verdictSchema, input);
	return inTransaction(db, async (tx) => {
		const application = await tx
			.selectFrom('expert_applications')
			.select(['user_id', 'status'])
			.where('id', '=', id)
			.forNoKeyUpdate()
			.executeTakeFirst();
		if (!application) throw expertError('application_not_found');
		if (application.user_id === userId)
			throw expertError('own_application', { detail: 'Nobody judges themselves.' });
		if (application.status !== 'waiting') throw expertError('decided_already');
		if (verdict !== 'conflict' && (await actAsOne(tx, userId, application.user_id)))
			throw expertError('own_application', { detail: 'Both were found to act as one.' });
		const at = now();
		const { numInsertedOrUpdatedRows } = await tx
			.insertInto('expert_reviews')
			.values({ application_id: id, reviewer_id: userId, verdict, reason, at })
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirst();
		if (numInsertedOrUpdatedRows === 0n) throw expertError('reviewed_already');
		const reviews = await tx
			.selectFrom('expert_reviews')
			.select('verdict')
			.where('application_id', '=', id)
			.execute();
		const outcome = outcomeOf(reviews.map((one) => one.verdict as Verdict));
		if (outcome === null) return null;
		await tx
			.updateTable('expert_applications')
			.set({ status: outcome, decided_at: at })
			.where('id', '=', id)
			.execute();
		if (outcome === 'approved') await verify(tx, application.user_id, id, at);
		await emit(tx, userId, 'experts.changed', {
			userId: application.user_id,
			applicationId: id,
			change: outcome,
		});
		return outcome;
	});
}

async function verify(tx: Tx, userId: UserId, applicationId: number, at: Date): Promise<void> {
	await sql`insert into experts (user_id, application_id, status, since, expires_at)
		values (${userId}, ${applicationId}, 'active', ${at}, ${new Date(at.getTime() + VALID_DAYS * DAY)})
		on conflict (user_id) do update set application_id = excluded.application_id, status = 'active',
			since = case when experts.status = 'revoked' then excluded.since else experts.since end,
			expires_at = excluded.expires_at, reminded_days = null, revoked_at = null, revoked_by = null, revoked_reason = ''`.execute(
		tx,
	);
	await tx.deleteFrom('expert_tags').where('user_id', '=', userId).execute();
	// A tag is granted by who looks after the place, or who is an expert of that very tag.
	await sql`insert into expert_tags (user_id, tag_id) select ${userId}, t.tag_id from expert_application_tags t
		where t.application_id = ${applicationId} and exists (select from expert_reviews r join users u on u.id = r.reviewer_id
			where r.application_id = t.application_id and r.verdict = 'approve' and (u.role in ('moderator', 'admin')
				or exists (select from expert_tags own where own.user_id = r.reviewer_id and own.tag_id = t.tag_id)))`.execute(
		tx,
	);
	await mark(tx, userId, true);
}

/** Shows or hides the mark beside a name; what is kept of this person's pages is forgotten. */
export async function mark(tx: Tx, userId: UserId, expert: boolean): Promise<void> {
	await tx.updateTable('users').set({ expert }).where('id', '=', userId).execute();
}

/**
 * Takes the mark from an expert. Staff; not one's own.
 *
 * @throws experts.expert_not_found where there is none in force, experts.own_application, common.forbidden,
 *   common.invalid_input; refusals of acting
 */
export async function revokeExpert(
	db: Db,
	actor: Actor,
	userId: UserId,
	input: { reason: string },
): Promise<void> {
	const by = requireActing(actor);
	if (!isStaff(actor)) throw commonError('forbidden');
	const { reason } = validate(revocationSchema, input);
	if (by.userId === userId) throw expertError('own_application', { detail: 'Nobody judges themselves.' });
	await inTransaction(db, async (tx) => {
		const expert = await tx
			.updateTable('experts')
			.set({ status: 'revoked', revoked_at: now(), revoked_by: by.userId, revoked_reason: reason })
			.where('user_id', '=', userId)
			.where('status', 'in', ['active', 'expired'])
			.returning('application_id')
			.executeTakeFirst();
		if (!expert) throw expertError('expert_not_found');
		await mark(tx, userId, false);
		await emit(tx, by.userId, 'experts.changed', {
			userId,
			applicationId: expert.application_id,
			change: 'revoked',
		});
	});
}
