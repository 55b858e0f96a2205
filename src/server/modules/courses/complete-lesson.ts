import { now } from '../../kernel/clock.ts';
import type { ItemId, LessonId, UserId } from '../../kernel/ids.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { dayOf } from './days.ts';

/**
 * Says that somebody has completed a lesson: for the module of a kind that decides it (a quiz passed, a task marked),
 * in the transaction of what decided it. A better `score` is kept, a second completion changes nothing. The caller has
 * checked that the lesson was theirs to do.
 *
 * @param input.score best result, 0 to 1
 * @param input.completed false to keep a score only: a try that did not pass
 * @returns whether it is completed now for the first time
 */
export async function completeLesson(
	tx: Tx,
	input: { userId: UserId; lessonId: LessonId; score?: number | null; completed?: boolean },
): Promise<boolean> {
	const at = now();
	const { rows } = await sql<{
		course_id: ItemId;
	}>`insert into lesson_progress (user_id, lesson_id, course_id, place_at, started_at, score)
		select ${input.userId}, l.id, l.course_id, ${at}, ${at}, ${input.score ?? null}::real from lessons l where l.id = ${input.lessonId}
		on conflict (user_id, lesson_id) do update set score = greatest(lesson_progress.score, excluded.score)
		returning course_id`.execute(tx);
	const courseId = rows[0]?.course_id;
	if (courseId === undefined || input.completed === false) return false;
	const first = await tx
		.updateTable('lesson_progress')
		.set({ completed_at: at })
		.where('user_id', '=', input.userId)
		.where('lesson_id', '=', input.lessonId)
		.where('completed_at', 'is', null)
		.returning('lesson_id')
		.executeTakeFirst();
	if (!first) return false;
	await lessonsCompleted(tx, input.userId, [{ lessonId: input.lessonId, courseId }]);
	return true;
}

/** Tells of lessons that were just completed for the first time, counts the day, and sees whether a course is done. */
export async function lessonsCompleted(
	tx: Tx,
	userId: UserId,
	done: readonly { lessonId: LessonId; courseId: ItemId }[],
): Promise<void> {
	for (const { lessonId, courseId } of done)
		await emit(tx, userId, 'courses.lesson-completed', { courseId, lessonId, learnerId: userId });
	const day = await dayOf(tx, userId);
	await sql`insert into learning_days (user_id, day, lessons) values (${userId}, ${day}::date, ${done.length})
		on conflict (user_id, day) do update set lessons = learning_days.lessons + excluded.lessons`.execute(tx);
	for (const courseId of new Set(done.map((one) => one.courseId)))
		await settleCompletion(tx, userId, courseId);
}

/**
 * Completes a course when every needed lesson of the learner's version is completed. Once: a course that is completed
 * stays so, whatever later versions ask for.
 */
export async function settleCompletion(tx: Tx, userId: UserId, courseId: ItemId): Promise<boolean> {
	// Two devices that complete the last two lessons at once take turns here, so that the second one sees both.
	await sql`select from enrolments where user_id = ${userId} and course_id = ${courseId} for no key update`.execute(
		tx,
	);
	const { rows } = await sql<{ version: number }>`update enrolments e set completed_at = ${now()}
		where e.user_id = ${userId} and e.course_id = ${courseId} and e.completed_at is null
			and not exists (select from version_lessons v where v.course_id = e.course_id and v.version = e.version and v.required
				and not exists (select from lesson_progress p where p.user_id = e.user_id and p.lesson_id = v.lesson_id
					and p.completed_at is not null))
			and exists (select from version_lessons v join lesson_progress p on p.lesson_id = v.lesson_id and p.user_id = e.user_id
				where v.course_id = e.course_id and v.version = e.version and p.completed_at is not null)
		returning version`.execute(tx);
	if (!rows[0]) return false;
	await emit(tx, userId, 'courses.completed', { courseId, learnerId: userId, version: rows[0].version });
	return true;
}
