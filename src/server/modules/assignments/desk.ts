import type { Actor } from '../../contracts/actor.ts';
import { requireMember } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, LessonId } from '../../kernel/ids.ts';
import { type CursorKey, cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { courseToMake, mentorWork, WAITING_SHOWN } from '../courses/index.ts';
import { assignmentError } from './errors.ts';
import { CLAIM } from './mark.ts';
import type { WaitsFor } from './submission.ts';

/** Something that waits to be marked: a work that was handed in, or answers of a quiz that no key marks. */
export interface Waiting {
	kind: 'submission' | 'answers';
	id: number;
	courseId: ItemId;
	courseTitle: string;
	lessonId: LessonId;
	lessonTitle: string;
	person: { handle: string; name: string };
	/** Of a submission its round; of answers how many of them. */
	number: number;
	since: Date;
	waitsFor: WaitsFor | 'answers';
	/** Who marks it now; a claim that has run out is none. */
	claimedBy: { handle: string; name: string } | null;
}

export interface DeskFilter {
	courseId?: ItemId | null;
	/** Only what nobody marks now. */
	free?: boolean;
}

// Courses that somebody makes with the right to mark; who looks after a place asks course by course.
const made = (
	userId: number,
) => sql`(select i.id from items i where i.kind = 'course' and i.author_id = ${userId}
	union select a.course_id from course_authors a where a.user_id = ${userId} and a.role in ('author', 'mentor'))`;

/** What waits, as one list; `which` narrows it to courses. */
const waiting = (
	courses: ReturnType<typeof sql>,
) => sql`(select 'submission' as kind, s.id, s.course_id, s.lesson_id, s.user_id, s.round as number, s.waits_since as since,
			s.waits_for, s.claimed_by, s.claimed_at
		from submissions s where s.state = 'waiting' and s.course_id in ${courses}
	union all select 'answers', a.id, l.course_id, a.lesson_id, a.user_id, a.waiting, a.submitted_at, 'answers', a.claimed_by, a.claimed_at
		from quiz_attempts a join lessons l on l.id = a.lesson_id where a.waiting > 0 and l.course_id in ${courses})`;

async function coursesOf(db: Db, actor: Actor, courseId: ItemId | null | undefined) {
	const { userId } = requireMember(actor);
	if (!courseId) return made(userId);
	await courseToMake(db, actor, courseId, 'report');
	return sql`(select ${courseId}::bigint)`;
}

/**
 * The queue of who marks: of all courses they make, or of one; what waits longest first.
 *
 * @throws common.sign_in_required, courses.not_found, common.forbidden
 */
export async function listWaiting(
	db: Db,
	actor: Actor,
	filter: DeskFilter & { cursor?: string | null; limit?: number } = {},
): Promise<Page<Waiting>> {
	const courses = await coursesOf(db, actor, filter.courseId);
	const limit = Math.min(Math.max(filter.limit ?? 30, 1), 100);
	const after = decodeCursor(filter.cursor, ['string', 'string', 'integer']);
	const claims = new Date(now().getTime() - CLAIM);
	const { rows } = await sql<
		Omit<Waiting, 'person' | 'claimedBy'> & {
			sorted: string;
			handle: string;
			name: string;
			claimer: string | null;
			claimerName: string | null;
		}
	>`select w.kind, w.id, w.course_id as "courseId", i.title as "courseTitle", w.lesson_id as "lessonId", r.title as "lessonTitle",
			u.handle, u.name, w.number, w.since, w.since::text as sorted, w.waits_for as "waitsFor", c.handle as claimer, c.name as "claimerName"
		from ${waiting(courses)} w join items i on i.id = w.course_id join lessons l on l.id = w.lesson_id
			join lesson_revisions r on r.lesson_id = l.id and r.number = l.revision
			join users u on u.id = w.user_id left join users c on c.id = w.claimed_by and w.claimed_at > ${claims}
		where (${(after?.[0] as string | undefined) ?? null}::timestamptz is null
				or (w.since, w.kind, w.id) > (${(after?.[0] as string | undefined) ?? null}::timestamptz,
					${(after?.[1] as string | undefined) ?? null}::text, ${(after?.[2] as number | undefined) ?? null}::bigint))
			${filter.free ? sql`and c.id is null` : sql``}
		order by w.since, w.kind, w.id limit ${limit + 1}`.execute(db);
	const cut = cutPage(rows, limit, (row): CursorKey => [row.sorted, row.kind, row.id]);
	return {
		next: cut.next,
		items: cut.items.map(({ sorted: _s, handle, name, claimer, claimerName, ...row }) => ({
			...row,
			person: { handle, name },
			claimedBy: claimer === null || claimerName === null ? null : { handle: claimer, name: claimerName },
		})),
	};
}

/** A course with how much of it waits. */
export interface DeskCourse {
	id: ItemId;
	title: string;
	waiting: number;
	/** Since when the oldest of it waits; null when nothing does. */
	oldest: Date | null;
}

/** Courses whose works the actor marks, those with the oldest work first. One statement. @throws common.sign_in_required */
export async function deskCourses(db: Db, actor: Actor): Promise<DeskCourse[]> {
	const { userId } = requireMember(actor);
	const courses = made(userId);
	const { rows } =
		await sql<DeskCourse>`select i.id, i.title, count(w.id)::int as waiting, min(w.since) as oldest
		from items i left join ${waiting(courses)} w on w.course_id = i.id
		where i.id in ${courses} and (w.id is not null or exists (select from lessons l where l.course_id = i.id
			and l.kind in ('assignment', 'quiz') and l.removed_at is null))
		group by i.id, i.title order by min(w.since) nulls last, i.id limit 100`.execute(db);
	return rows;
}

/**
 * Claims what waits longest and is nobody's: two mentors who ask at once get two things.
 *
 * @returns null when nothing waits
 * @throws courses.not_found, common.forbidden; refusals of `requireActing`
 */
export async function takeNext(
	db: Db,
	actor: Actor,
	filter: { courseId?: ItemId | null } = {},
): Promise<{ kind: Waiting['kind']; id: number } | null> {
	const { userId } = requireActing(actor);
	const courses = await coursesOf(db, actor, filter.courseId);
	return inTransaction(db, async (tx) => {
		const at = now();
		// One that waited for a row would see the claim it waited for only when it asks again.
		await sql`select pg_advisory_xact_lock(hashtextextended('assignments.take-next', 0))`.execute(tx);
		const { rows } = await sql<{
			kind: Waiting['kind'];
			id: number;
		}>`select w.kind, w.id from ${waiting(courses)} w
			where w.claimed_by is null or w.claimed_by = ${userId} or w.claimed_at <= ${new Date(at.getTime() - CLAIM)}
			order by (w.claimed_by is not distinct from ${userId}) desc, w.since, w.kind, w.id limit 1`.execute(tx);
		const next = rows[0];
		if (!next) return null;
		await tx
			.updateTable(next.kind === 'submission' ? 'submissions' : 'quiz_attempts')
			.set({ claimed_by: userId, claimed_at: at })
			.where('id', '=', next.id)
			.execute();
		return next;
	});
}

/** Claims the next thing. @throws assignments.nothing_waits; what {@link takeNext} throws */
export async function mustTakeNext(
	db: Db,
	actor: Actor,
	filter: { courseId?: ItemId | null } = {},
): Promise<{ kind: Waiting['kind']; id: number }> {
	const next = await takeNext(db, actor, filter);
	if (!next) throw assignmentError('nothing_waits');
	return next;
}

/** Works and answers to be marked are work of a mentor, beside the queue's own page. */
mentorWork.register({
	name: 'assignments',
	async read(db, mentor) {
		const [courses, { items }] = await Promise.all([
			deskCourses(db, mentor),
			listWaiting(db, mentor, { limit: WAITING_SHOWN }),
		]);
		return {
			count: courses.reduce((sum, course) => sum + course.waiting, 0),
			rows: items.map(({ kind, id, lessonTitle, courseTitle, since, person }) => ({
				href: kind === 'answers' ? `/studio/marking/answers/${id}` : `/studio/marking/${id}`,
				title: lessonTitle,
				about: courseTitle,
				since,
				person,
			})),
		};
	},
});
