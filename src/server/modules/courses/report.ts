import type { Actor } from '../../contracts/actor.ts';
import type { ItemId, LessonId, UserId } from '../../kernel/ids.ts';
import { type CursorKey, cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { courseToMake } from './course.ts';

/** How far one learner came. */
export interface LearnerRow {
	userId: UserId;
	handle: string;
	name: string;
	version: number;
	startedAt: Date;
	completedAt: Date | null;
	lastAt: Date | null;
	/** Needed lessons of their version, and how many are completed. */
	needed: number;
	done: number;
	/** Seconds learnt in this course. */
	seconds: number;
	/** Mean of their scores, 0 to 1; null without any. */
	score: number | null;
}

type Asked = { course: ItemId; value: string | null; user: UserId | null; limit: number };

// What each has is summed once over all of the course's progress and then joined: ten thousand learners are one pass.
const learnersOf = statement<Asked, LearnerRow & { sorted: string }>(
	`with needed as (select version, count(*) filter (where required)::int as needed from version_lessons
			where course_id = :course::bigint group by version),
		page as (select e.* from enrolments e where e.course_id = :course::bigint
			and (:value::timestamptz is null or (e.started_at, e.user_id) < (:value::timestamptz, :user::bigint))
			order by e.started_at desc, e.user_id desc limit :limit::int),
		sums as (select p.user_id, sum(p.studied_seconds)::int as seconds, nullif(max(p.place_at), timestamptz 'epoch') as last_at,
				avg(p.score)::real as score, count(*) filter (where p.completed_at is not null and v.required)::int as done
			from page e join lesson_progress p on p.course_id = e.course_id and p.user_id = e.user_id
				left join version_lessons v on v.course_id = e.course_id and v.version = e.version and v.lesson_id = p.lesson_id
			group by p.user_id)
	select e.user_id as "userId", u.handle, u.name, e.version, e.started_at as "startedAt", e.completed_at as "completedAt",
			s.last_at as "lastAt", coalesce(n.needed, 0) as needed, coalesce(s.done, 0) as done, coalesce(s.seconds, 0) as seconds, s.score,
			e.started_at::text as sorted
		from page e join users u on u.id = e.user_id left join needed n on n.version = e.version left join sums s on s.user_id = e.user_id
		order by e.started_at desc, e.user_id desc`,
);

/**
 * The learners of a course, the latest begun first.
 *
 * @param input.limit 1 to 20,000: a report for a file takes them at once
 * @throws courses.not_found; refusals of the policy
 */
export async function reportLearners(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	input: { cursor?: string | null; limit?: number } = {},
): Promise<Page<LearnerRow>> {
	await courseToMake(db, actor, courseId, 'report');
	const limit = Math.min(Math.max(input.limit ?? 50, 1), 20_000);
	const after = decodeCursor(input.cursor, ['string', 'integer']);
	const rows = await learnersOf(db, {
		course: courseId,
		value: (after?.[0] as string | undefined) ?? null,
		user: (after?.[1] as number | undefined) ?? null,
		limit: limit + 1,
	});
	const cut = cutPage(rows, limit, (row): CursorKey => [row.sorted, row.userId]);
	return { items: cut.items.map(({ sorted: _, ...row }) => row), next: cut.next };
}

/** What became of one lesson of the version that newcomers begin. */
export interface LessonReport {
	lessonId: LessonId;
	number: number;
	title: string;
	kind: string;
	/** Who opened it, and who completed it. */
	begun: number;
	completed: number;
	/** Mean seconds of those who began it. */
	seconds: number;
	score: number | null;
}

export interface CourseReport {
	learners: number;
	completed: number;
	/** Who learnt in the last seven days. */
	active: number;
	lessons: LessonReport[];
}

/** A course in figures: where learners come to and where they stop. Two statements after the gate. @throws as {@link reportLearners} */
export async function reportCourse(db: Db, actor: Actor, courseId: ItemId): Promise<CourseReport> {
	const course = await courseToMake(db, actor, courseId, 'report');
	const [counts, lessons] = await Promise.all([
		sql<{
			learners: number;
			completed: number;
			active: number;
		}>`select count(*)::int as learners, count(e.completed_at)::int as completed,
			count(*) filter (where exists (select from lesson_progress p where p.course_id = e.course_id and p.user_id = e.user_id
				and p.place_at > now() - interval '7 days'))::int as active
			from enrolments e where e.course_id = ${courseId}`.execute(db),
		sql<LessonReport>`select v.lesson_id as "lessonId", v.number, r.title, l.kind, coalesce(s.begun, 0) as begun,
				coalesce(s.completed, 0) as completed, coalesce(s.seconds, 0) as seconds, s.score
			from version_lessons v join lessons l on l.id = v.lesson_id
				join lesson_revisions r on r.lesson_id = v.lesson_id and r.number = v.revision
				left join (select p.lesson_id, count(*)::int as begun, count(p.completed_at)::int as completed,
						avg(p.studied_seconds)::int as seconds, avg(p.score)::real as score
					from lesson_progress p join enrolments e on e.course_id = p.course_id and e.user_id = p.user_id
					where p.course_id = ${courseId} group by p.lesson_id) s on s.lesson_id = v.lesson_id
			where v.course_id = ${courseId} and v.version = ${course.version}::int order by v.number`.execute(db),
	]);
	return { ...counts.rows[0]!, lessons: lessons.rows };
}
