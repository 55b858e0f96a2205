import { now } from '../../kernel/clock.ts';
import type { ItemId, LessonId, UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';

/** A course that somebody learns, as their own page lists it. */
export interface LearningCard {
	id: ItemId;
	title: string;
	slug: string;
	language: string;
	/** Needed lessons of their version, and how many are completed. */
	needed: number;
	done: number;
	startedAt: Date;
	completedAt: Date | null;
	/** When they last learnt in it. */
	lastAt: Date | null;
	/** The lesson that they left last; null when they have not opened one. */
	last: { id: LessonId; title: string; place: number; completed: boolean } | null;
	/** The first lesson that is not completed. */
	next: { id: LessonId; title: string } | null;
	version: number;
	newest: number;
}

const learningOf = statement<{ user: UserId; now: Date }, LearningCard>(
	`select e.course_id as id, i.title, i.slug, i.language, e.started_at as "startedAt", e.completed_at as "completedAt",
			e.version, c.version as newest, p.last_at as "lastAt", s.needed, s.done,
			(select json_build_object('id', l.lesson_id, 'title', r.title, 'place', l.place, 'completed', l.completed_at is not null)
				from lesson_progress l join version_lessons v on v.course_id = e.course_id and v.version = e.version and v.lesson_id = l.lesson_id
					join lesson_revisions r on r.lesson_id = v.lesson_id and r.number = v.revision
				where l.user_id = e.user_id and l.course_id = e.course_id and l.place_at > timestamptz 'epoch'
				order by l.place_at desc, l.lesson_id desc limit 1) as last,
			(select json_build_object('id', v.lesson_id, 'title', r.title) from version_lessons v
					join lesson_revisions r on r.lesson_id = v.lesson_id and r.number = v.revision
				where v.course_id = e.course_id and v.version = e.version and not exists (select from lesson_progress l
					where l.user_id = e.user_id and l.lesson_id = v.lesson_id and l.completed_at is not null)
				order by v.number limit 1) as next
		from enrolments e join courses c on c.item_id = e.course_id join items i on i.id = e.course_id
			cross join lateral (select count(*)::int as needed, count(l.completed_at)::int as done from version_lessons v
				left join lesson_progress l on l.user_id = e.user_id and l.lesson_id = v.lesson_id
				where v.course_id = e.course_id and v.version = e.version and v.required) s
			left join lateral (select nullif(max(place_at), timestamptz 'epoch') as last_at from lesson_progress l
				where l.user_id = e.user_id and l.course_id = e.course_id) p on true
		where e.user_id = :user::bigint and i.status = 'published'
		order by e.completed_at is not null, coalesce(p.last_at, e.started_at) desc, e.course_id desc limit 200`,
);

/** The courses that somebody learns, the one they left last first, completed ones behind; at most 200. One statement. */
export function listLearning(db: Db, userId: UserId): Promise<LearningCard[]> {
	return learningOf(db, { user: userId, now: now() });
}
