import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { lockCase, requireModerator } from './access.ts';
import type { ModerationCase } from './case.ts';
import { moderationError } from './errors.ts';
import { type Done, takeBack } from './measures.ts';

/** For so long who decided may take it back; after that it is appealed. */
export const undoMinutes = 15;

/**
 * Takes a decision back within minutes: what it did is undone, and its case is open again and its decider's. When
 * something new was reported meanwhile, there is an open case of the same already, which then stands for both.
 *
 * @throws moderation.decision_not_found, not_the_decider, undo_too_late, undone_already; refusals of acting
 */
export async function undoDecision(db: Db, actor: Actor, id: number): Promise<void> {
	const { userId } = await requireModerator(db, actor);
	await inTransaction(db, async (tx) => {
		const found = await tx
			.selectFrom('moderation_decisions')
			.select(['case_id', 'decided_by', 'created_at', 'undone_at', 'reversed_at', 'done', 'person_id'])
			.where('id', '=', id)
			.executeTakeFirst();
		if (!found) throw moderationError('decision_not_found', { detail: `There is no decision ${id}.` });
		const one = await lockCase(tx, actor, found.case_id);
		// Under the lock of the case: it may have been taken back a moment ago.
		const standing = await tx
			.selectFrom('moderation_decisions as d')
			.select(['d.undone_at', 'd.reversed_at'])
			.select(
				sql<boolean>`exists (select from moderation_appeals a where a.decision_id = d.id)`.as('appealed'),
			)
			.where('d.id', '=', id)
			.executeTakeFirstOrThrow();
		if (found.decided_by !== userId && actor.role !== 'admin')
			throw moderationError('not_the_decider', {
				detail: 'Only who decided takes it back; others by an appeal.',
			});
		if (standing.undone_at || standing.reversed_at)
			throw moderationError('undone_already', { detail: 'It was taken back already.' });
		const age = now().getTime() - found.created_at.getTime();
		if (age > undoMinutes * 60_000 || standing.appealed)
			throw moderationError('undo_too_late', {
				params: { minutes: undoMinutes },
				detail: `Within ${undoMinutes} minutes; after that by an appeal.`,
			});
		await takeAllBack(
			tx,
			{ ...actor, office: { decisionId: id, jury: false } },
			one,
			found.done as unknown as Done[],
			id,
		);
		await tx
			.updateTable('moderation_decisions')
			.set({ undone_at: now(), undone_by: userId })
			.where('id', '=', id)
			.execute();
		await logCase(tx, one, userId, 'case:undone', id);
		await reopen(tx, one, userId);
		await emit(tx, userId, 'moderation.undone', {
			caseId: one.id,
			decisionId: id,
			personId: found.person_id,
		});
	});
}

/** What was done last is undone first. @returns which measures were taken back */
export async function takeAllBack(
	tx: Tx,
	actor: Actor,
	one: ModerationCase,
	done: readonly Done[],
	decisionId: number,
): Promise<string[]> {
	const undone: string[] = [];
	for (const step of [...done].reverse())
		if (await takeBack(tx, actor, one, step, decisionId)) undone.push(step.measure);
	return undone;
}

export async function logCase(
	tx: Tx,
	one: ModerationCase,
	userId: number | null,
	action: string,
	decisionId: number,
	reason = '',
): Promise<void> {
	await tx
		.insertInto('moderation_actions')
		.values({
			actor_id: userId,
			action,
			item_id: one.itemId,
			reply_id: one.replyId,
			space_id: one.spaceId,
			reason: reason.slice(0, 500),
			decision_id: decisionId,
			created_at: now(),
		})
		.execute();
}

async function reopen(tx: Tx, one: ModerationCase, userId: number): Promise<void> {
	const { rows } = await sql<{ id: number }>`update moderation_cases c set status = 'open', decided_at = null,
			claimed_by = ${userId}, claimed_until = ${new Date(now().getTime() + undoMinutes * 60_000)}, reopened = reopened + 1
		where c.id = ${one.id} and not exists (select from moderation_cases o where o.subject_key = c.subject_key and o.status = 'open')
		returning id`.execute(tx);
	if (rows.length > 0) return;
	await sql`update moderation_cases o set reasons = (select array_agg(distinct r) from unnest(o.reasons || ${one.reasons}::text[]) r),
			priority = greatest(o.priority, ${one.priority})
		where o.subject_key = (select subject_key from moderation_cases where id = ${one.id}) and o.status = 'open'`.execute(
		tx,
	);
}
