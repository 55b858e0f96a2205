import type { LessonId, UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';

/** The day that one learner was given; null: as for everybody. One statement. */
export async function extensionOf(db: Db, userId: UserId, lessonId: LessonId): Promise<Date | null> {
	const row = await db
		.selectFrom('due_extensions')
		.select('due_at')
		.where('lesson_id', '=', lessonId)
		.where('user_id', '=', userId)
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.due_at ?? null;
}
