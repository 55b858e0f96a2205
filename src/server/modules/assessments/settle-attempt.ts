import type { ItemId, LessonId, UserId } from '../../kernel/ids.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { completeLesson } from '../courses/index.ts';

/** What follows when all answers of an attempt have points: the lesson is completed where it passed, and the result is told. */
export async function settleAttempt(
	tx: Tx,
	{ id, userId, lessonId }: { id: number; userId: UserId; lessonId: LessonId },
	{ score, passed }: { score: number; passed: boolean },
): Promise<void> {
	await completeLesson(tx, { userId, lessonId, score, completed: passed });
	const { rows } = await sql<{ courseId: ItemId; seconds: number }>`select l.course_id as "courseId",
		extract(epoch from q.submitted_at - q.started_at)::int as seconds
		from quiz_attempts q join lessons l on l.id = q.lesson_id where q.id = ${id}`.execute(tx);
	const { courseId, seconds } = rows[0]!;
	const result = { courseId, lessonId, learnerId: userId, attemptId: id, score, passed, seconds };
	await emit(tx, userId, 'assessments.attempted', result);
}
