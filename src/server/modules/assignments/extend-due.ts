import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import type { ItemId, LessonId, UserId } from '../../kernel/ids.ts';
import { type CursorKey, cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { courseToMake } from '../courses/index.ts';
import { type Assignment, findAssignment, type LessonKey } from './assignment.ts';
import { daysLate, dueOf } from './due.ts';
import { assignmentError } from './errors.ts';
import { requireMarker } from './mark.ts';

export const extensionSchema = z.object({
	handle: z.string('common.bad_value').trim().max(60, 'common.bad_value'),
	/** null: as for everybody again. */
	dueAt: z.coerce.date('common.bad_value').nullable(),
	reason: z
		.string('common.bad_value')
		.trim()
		.min(1, 'assignments.reason_missing')
		.max(500, 'common.bad_value'),
});
export type ExtensionInput = z.input<typeof extensionSchema>;

/**
 * Gives one learner more time for the work of a lesson, with a reason that they are told. What they have handed in and
 * nobody has marked yet is late by the new day only; what is marked stays as it was marked.
 *
 * @param input.dueAt later than their day is without it; null takes an earlier extension back
 * @throws assignments.not_an_assignment, assignments.no_due where there is no day to move, assignments.due_not_later,
 *   assignments.learner_unknown, assignments.reason_missing, assignments.submission_not_found where the course is none of theirs,
 *   common.forbidden, common.invalid_input; refusals of `requireActing`
 */
export async function extendDue(db: Db, actor: Actor, key: LessonKey, input: ExtensionInput): Promise<void> {
	const { userId: by } = requireActing(actor);
	const given = validate(extensionSchema, input);
	await inTransaction(db, async (tx) => {
		await requireMarker(tx, actor, key.courseId);
		const assignment = await assignmentOf(tx, key);
		const learner = await tx
			.selectFrom('users as u')
			.innerJoin('enrolments as e', (join) =>
				join.onRef('e.user_id', '=', 'u.id').on('e.course_id', '=', key.courseId),
			)
			.select(['u.id', 'e.started_at'])
			.where('u.handle', '=', given.handle)
			.executeTakeFirst();
		if (!learner)
			throw assignmentError('learner_unknown', { fields: { handle: 'assignments.learner_unknown' } });
		if (learner.id === by) throw commonError('forbidden', { detail: 'Somebody else gives you more time.' });
		const usual = dueOf(assignment, learner.started_at);
		if (!usual) throw assignmentError('no_due');
		if (given.dueAt && given.dueAt <= usual)
			throw assignmentError('due_not_later', { fields: { dueAt: 'assignments.due_not_later' } });
		const at = now();
		await tx
			.insertInto('due_extensions')
			.values({
				lesson_id: key.lessonId,
				course_id: key.courseId,
				user_id: learner.id,
				due_at: given.dueAt,
				reason: given.reason,
				given_by: by,
				given_at: at,
			})
			.execute();
		await countLateAnew(tx, learner.id, key.lessonId, given.dueAt ?? usual);
		await emit(tx, by, 'assignments.due-moved', {
			...key,
			learnerId: learner.id,
			dueAt: given.dueAt?.toISOString() ?? null,
			reason: given.reason,
		});
	});
}

async function assignmentOf(tx: Tx, { courseId, lessonId }: LessonKey): Promise<Assignment> {
	const row = await tx
		.selectFrom('lessons as l')
		.innerJoin('lesson_revisions as r', (join) =>
			join.onRef('r.lesson_id', '=', 'l.id').onRef('r.number', '=', 'l.revision'),
		)
		.select('r.data')
		.where('l.id', '=', lessonId)
		.where('l.course_id', '=', courseId)
		.where('l.kind', '=', 'assignment')
		.executeTakeFirst();
	const { assignmentId } = (row?.data ?? {}) as { assignmentId?: number | null };
	const found = assignmentId ? await findAssignment(tx, courseId, assignmentId) : null;
	if (!found) throw assignmentError('not_an_assignment');
	return found;
}

async function countLateAnew(tx: Tx, userId: UserId, lessonId: LessonId, due: Date): Promise<void> {
	const rows = await tx
		.selectFrom('submissions')
		.select(['id', 'submitted_at'])
		.where('user_id', '=', userId)
		.where('lesson_id', '=', lessonId)
		// Later rounds were asked for: they cannot be late.
		.where('round', '=', 1)
		.where('state', 'in', ['waiting', 'peers'])
		.forUpdate()
		.execute();
	for (const { id, submitted_at } of rows)
		await tx
			.updateTable('submissions')
			.set({ due_at: due, late_days: submitted_at ? daysLate(due, submitted_at) : 0 })
			.where('id', '=', id)
			.execute();
}

/** More time that somebody was given, or lost again. */
export interface Extension {
	id: number;
	lessonId: LessonId;
	lessonTitle: string;
	learner: { handle: string; name: string };
	dueAt: Date | null;
	reason: string;
	by: { handle: string; name: string } | null;
	at: Date;
	/** It is the last word on this learner and lesson. */
	counts: boolean;
}

/**
 * Who was given more time in a course, the newest first; with a learner only theirs.
 *
 * @throws courses.not_found, common.forbidden
 */
export async function listExtensions(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	{ handle, cursor, limit = 30 }: { handle?: string | null; cursor?: string | null; limit?: number } = {},
): Promise<Page<Extension>> {
	await courseToMake(db, actor, courseId, 'report');
	const before = decodeCursor(cursor, ['integer'])?.[0] ?? null;
	const { rows } = await sql<
		Omit<Extension, 'learner' | 'by'> & {
			handle: string;
			name: string;
			byHandle: string | null;
			byName: string | null;
		}
	>`select x.id, x.lesson_id as "lessonId", r.title as "lessonTitle", u.handle, u.name, x.due_at as "dueAt", x.reason,
			b.handle as "byHandle", b.name as "byName", x.given_at as at, not exists (select from due_extensions y
				where y.lesson_id = x.lesson_id and y.user_id = x.user_id and y.id > x.id) as counts
		from due_extensions x join users u on u.id = x.user_id join lessons l on l.id = x.lesson_id
			join lesson_revisions r on r.lesson_id = l.id and r.number = l.revision left join users b on b.id = x.given_by
		where x.course_id = ${courseId} and (${before}::bigint is null or x.id < ${before}::bigint)
			and (${handle ?? null}::text is null or u.handle = ${handle ?? null}::text)
		order by x.id desc limit ${limit + 1}`.execute(db);
	const page = cutPage(rows, limit, ({ id }): CursorKey => [id]);
	return {
		next: page.next,
		items: page.items.map(({ handle: own, name, byHandle, byName, ...row }) => ({
			...row,
			learner: { handle: own, name },
			by: byHandle === null || byName === null ? null : { handle: byHandle, name: byName },
		})),
	};
}

/** A task whose day can be moved, for the form. */
export async function dueLessons(
	db: Db,
	actor: Actor,
	courseId: ItemId,
): Promise<{ id: LessonId; title: string }[]> {
	await courseToMake(db, actor, courseId, 'report');
	const { rows } = await sql<{ id: LessonId; title: string }>`select l.id, r.title from lessons l
		join lesson_revisions r on r.lesson_id = l.id and r.number = l.revision
		join assignments a on a.id = (r.data->>'assignmentId')::bigint
		where l.course_id = ${courseId} and l.kind = 'assignment' and l.removed_at is null
			and (a.due_at is not null or a.due_days is not null) order by l.position, l.id limit 200`.execute(db);
	return rows;
}
