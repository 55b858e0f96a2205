import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { organisationError } from './errors.ts';
import { note } from './log.ts';
import { memberOf } from './member.ts';
import { lockOrganisation } from './organisation.ts';

export const trainingExtensionSchema = z.object({
	handle: z.string('common.bad_value').trim().max(60, 'common.bad_value'),
	dueAt: z.coerce.date('common.bad_value'),
	reason: z
		.string('common.bad_value')
		.trim()
		.min(1, 'organisations.reason_missing')
		.max(500, 'common.bad_value'),
});

/**
 * Gives one person more time for a training: their report, reminders and lateness go by the later of the two days from now
 * on. They are told; it stands in the log.
 *
 * @throws organisations.not_found, organisations.training_not_found also where it has no day, organisations.person_unknown,
 *   organisations.due_in_past, organisations.reason_missing, common.forbidden, common.invalid_input
 */
export async function extendTraining(
	db: Db,
	actor: Actor,
	slug: string,
	trainingId: number,
	input: z.input<typeof trainingExtensionSchema>,
): Promise<void> {
	const { handle, dueAt, reason } = validate(trainingExtensionSchema, input);
	const at = now();
	if (dueAt <= at) throw organisationError('due_in_past', { fields: { dueAt: 'organisations.due_in_past' } });
	await inTransaction(db, async (tx) => {
		const { id: organisationId, by } = await lockOrganisation(tx, actor, slug, 'manage');
		const { userId } = await memberOf(tx, organisationId, handle);
		const { rows } = await sql<{ id: number }>`select t.id from trainings t
			where t.id = ${trainingId} and t.organisation_id = ${organisationId} and t.ended_at is null and t.due_at is not null
				and (t.user_id is null or t.user_id = ${userId})
				and (t.team_id is null or exists (select from team_members m where m.team_id = t.team_id and m.user_id = ${userId}))`.execute(
			tx,
		);
		if (rows.length === 0) throw organisationError('training_not_found');
		const values = { due_at: dueAt, reason, given_at: at };
		await tx
			.insertInto('training_extensions')
			.values({ training_id: trainingId, user_id: userId, ...values })
			.onConflict((conflict) => conflict.columns(['training_id', 'user_id']).doUpdateSet(values))
			.execute();
		// Who was reminded of the old day is reminded of the new one.
		await tx
			.deleteFrom('training_reminders')
			.where('training_id', '=', trainingId)
			.where('user_id', '=', userId)
			.execute();
		await note(tx, organisationId, 'training-extended', {
			by,
			subject: userId,
			training: trainingId,
			due: dueAt.toISOString(),
		});
		await emit(tx, by, 'organisations.training-extended', {
			organisationId,
			trainingId,
			learnerId: userId,
			dueAt: dueAt.toISOString(),
			reason,
		});
	});
}
