import type { Actor } from '../../contracts/actor.ts';
import { type CursorKey, cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { courseToMake } from '../courses/index.ts';
import { type AttemptCard, type Interaction, interactionsOf } from './attempts.ts';
import type { LessonKey } from './play.ts';

/** An attempt as it stands in the report of a lesson. */
export interface ReportedAttempt extends AttemptCard {
	learnerId: number;
	handle: string;
	name: string;
	/** What was answered, in the package's words. */
	interactions: Interaction[];
}

/**
 * What learners did in the package of a lesson, the newest attempts first.
 *
 * @throws courses.not_found, common.bad_cursor; refusals of the policy
 */
export async function reportAttempts(
	db: Db,
	actor: Actor,
	key: LessonKey,
	{ cursor, limit = 50 }: { cursor?: string | null; limit?: number } = {},
): Promise<Page<ReportedAttempt>> {
	await courseToMake(db, actor, key.courseId, 'report');
	const from = decodeCursor(cursor, ['integer'])?.[0] ?? null;
	const { rows } = await sql<Omit<ReportedAttempt, 'interactions'> & { stored: [string, string][] }>`
		select a.id, a.number, a.completion, a.success, a.score, ((a.total_ms + a.session_ms) / 1000)::int as seconds,
			a.started_at as "startedAt", a.updated_at as "updatedAt", a.ended_at as "endedAt", a.stored,
			u.id as "learnerId", u.handle, u.name
		from scorm_attempts a join lessons l on l.id = a.lesson_id and l.course_id = ${key.courseId} join users u on u.id = a.user_id
		where a.lesson_id = ${key.lessonId} and (${from}::bigint is null or a.id < ${from}::bigint)
		order by a.id desc limit ${limit + 1}`.execute(db);
	const page = cutPage(rows, limit, ({ id }): CursorKey => [id]);
	return {
		...page,
		items: page.items.map(({ stored, ...row }) => ({ ...row, interactions: interactionsOf(stored) })),
	};
}
