import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, UserId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { courseToMake } from '../courses/index.ts';

/** How long learners wait: of a course, or of one who answers. */
export interface WaitingFigures {
	/** Questions that wait now, and since when the oldest of them does. */
	open: number;
	oldest: Date | null;
	/** Asked and answered in the last 30 days. */
	asked: number;
	answered: number;
	/** Half of those questions had their first answer within so many seconds; null: none was answered. */
	median: number | null;
}

export interface WaitingBoard extends WaitingFigures {
	mentors: (WaitingFigures & { userId: UserId; handle: string; name: string })[];
	/** Of the last twelve weeks, the oldest first: how many were asked, and the median of their first answers in seconds. */
	weeks: { from: string; asked: number; median: number | null }[];
	/** Questions that wait now, the longest waiting first, at most 50. */
	waiting: {
		id: number;
		title: string;
		since: Date;
		lessonTitle: string;
		mentor: string | null;
		taken: boolean;
		followup: boolean;
	}[];
}

/**
 * How long the learners of a course wait for answers, as a whole, by mentor and by week. Four statements after the gate.
 *
 * @throws courses.not_found; refusals of the policy
 */
export async function readBoard(db: Db, actor: Actor, courseId: ItemId): Promise<WaitingBoard> {
	await courseToMake(db, actor, courseId, 'report');
	const since = new Date(now().getTime() - 30 * 86_400_000);
	const counted = sql`count(*) filter (where q.status = 'waiting')::int as open, min(q.waiting_since) as oldest,
		count(*) filter (where q.asked_at > ${since})::int as asked,
		count(*) filter (where q.asked_at > ${since} and q.first_answer_at is not null)::int as answered,
		percentile_cont(0.5) within group (order by extract(epoch from q.first_answer_at - q.asked_at))
			filter (where q.asked_at > ${since} and q.first_answer_at is not null) as median`;
	const [all, mentors, weeks, waiting] = await Promise.all([
		sql<WaitingFigures>`select ${counted} from lesson_questions q where q.course_id = ${courseId} and q.status <> 'withdrawn'`.execute(
			db,
		),
		sql<WaitingBoard['mentors'][number]>`select u.id as "userId", u.handle, u.name, ${counted}
			from (select user_id from course_authors where course_id = ${courseId} and role in ('author', 'editor', 'mentor')
				union select author_id from items where id = ${courseId}
				union select mentor_id from lesson_questions where course_id = ${courseId} and status = 'waiting') p
				join users u on u.id = p.user_id
				left join lesson_questions q on q.mentor_id = u.id and q.course_id = ${courseId} and q.status <> 'withdrawn'
			group by u.id order by open desc, u.name limit 100`.execute(db),
		sql<WaitingBoard['weeks'][number]>`select w::date::text as "from", count(q.id)::int as asked,
				percentile_cont(0.5) within group (order by extract(epoch from q.first_answer_at - q.asked_at)) as median
			from generate_series(date_trunc('week', ${now()}::timestamptz at time zone 'UTC') - interval '11 weeks',
					date_trunc('week', ${now()}::timestamptz at time zone 'UTC'), interval '1 week') w
				left join lesson_questions q on q.course_id = ${courseId} and q.status <> 'withdrawn'
					and q.asked_at at time zone 'UTC' >= w and q.asked_at at time zone 'UTC' < w + interval '1 week'
			group by w order by w`.execute(db),
		sql<
			WaitingBoard['waiting'][number]
		>`select q.id, q.title, q.waiting_since as since, r.title as "lessonTitle", u.name as mentor,
				q.taken_at is not null as taken, q.first_answer_at is not null as followup
			from lesson_questions q join lesson_revisions r on r.lesson_id = q.lesson_id and r.number = q.revision
				left join users u on u.id = q.mentor_id
			where q.course_id = ${courseId} and q.status = 'waiting' order by q.waiting_since, q.id limit 50`.execute(
			db,
		),
	]);
	return { ...all.rows[0]!, mentors: mentors.rows, weeks: weeks.rows, waiting: waiting.rows };
}
