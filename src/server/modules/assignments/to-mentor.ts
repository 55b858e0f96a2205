import { now } from '../../kernel/clock.ts';
import type { ItemId, LessonId, UserId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import type { WaitsFor } from './submission.ts';

/** Puts a work into the queue of those who mark. */
export async function toMentor(
	tx: Tx,
	id: number,
	waitsFor: WaitsFor,
	appeal: string | null = null,
): Promise<void> {
	const at = now();
	const row = await tx
		.updateTable('submissions')
		.set({
			state: 'waiting',
			waits_since: at,
			waits_for: waitsFor,
			...(appeal === null ? {} : { appeal, appealed_at: at }),
		})
		.where('id', '=', id)
		.returning(['course_id', 'lesson_id', 'user_id'])
		.executeTakeFirstOrThrow();
	await emit(tx, waitsFor === 'appeal' ? row.user_id : null, 'assignments.waits', {
		courseId: row.course_id as ItemId,
		lessonId: row.lesson_id as LessonId,
		submissionId: id,
		learnerId: row.user_id as UserId,
		waitsFor,
	});
}
