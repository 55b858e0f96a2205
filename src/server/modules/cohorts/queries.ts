import { type Actor, isStaff } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, UserId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { type Course, findCourse, has } from '../courses/index.ts';
import { answersQuestions } from '../mentoring/index.ts';
import type { Cohort, MemberStatus } from './cohort.ts';
import { cohortError } from './errors.ts';

const columns = `c.id, c.course_id as "courseId", i.title as "courseTitle", i.slug as "courseSlug", i.language as "courseLanguage", c.name, c.html,
	c.status, c.starts_on::text as "startsOn", c.ends_on::text as "endsOn", c.join_until::text as "joinUntil", c.time_zone as "timeZone",
	c.starts_at as "startsAt", c.ends_at as "endsAt", c.join_until_at as "joinUntilAt", c.seats, c.taken, c.price, c.deposit, c.currency,
	c.offer_id as "offerId", c.rule, c.makeup_cards as "makeupCards", c.groups_by as "groupsBy", c.space_id as "spaceId",
	s.slug as "spaceSlug", c.opens_course as "opensCourse", i.author_id as "ownerId"`;
const joins = 'cohorts c join items i on i.id = c.course_id left join spaces s on s.id = c.space_id';

const byId = statement<{ id: number }, Cohort>(`select ${columns} from ${joins} where c.id = :id::bigint`);

/** A cohort whoever asks; null when there is none. For flows, which have asked who may. One statement. */
export async function findCohort(db: Db, id: number): Promise<Cohort | null> {
	return (await byId(db, { id }))[0] ?? null;
}

/** The Markdown of its text, for who edits it. One statement. */
export async function cohortSource(db: Db, id: number): Promise<string> {
	const row = await db.selectFrom('cohorts').select('source').where('id', '=', id).executeTakeFirst();
	return row?.source ?? '';
}

/** How somebody stands to a cohort. */
export interface CohortStanding {
	cohort: Cohort;
	course: Course;
	/** They look after its members: the course's author, authors, editors and mentors. */
	mentor: boolean;
	/** They may change it, and cancel it. */
	makes: boolean;
	membership: {
		status: MemberStatus;
		groupId: number | null;
		joinedAt: Date;
		cardsUsed: number;
		returned: number | null;
	} | null;
}

const membershipOf = statement<
	{ id: number; user: UserId | null },
	NonNullable<CohortStanding['membership']>
>(
	`select status, group_id as "groupId", joined_at as "joinedAt", cards_used as "cardsUsed", returned from cohort_members
		where cohort_id = :id::bigint and user_id = :user::bigint`,
);

/**
 * A cohort as the actor stands to it: whoever may know of its course may know of it, of a draft only its makers. Who is in
 * it keeps it, whatever becomes of the course.
 *
 * @throws cohorts.not_found
 */
export async function mustSeeCohort(db: Db, actor: Actor, id: number): Promise<CohortStanding> {
	const cohort = await findCohort(db, id);
	if (!cohort) throw cohortError('not_found');
	const [course, [membership]] = await Promise.all([
		findCourse(db, actor, cohort.courseId),
		membershipOf(db, { id, user: actor.userId }),
	]);
	if (!course) throw cohortError('not_found');
	const makes = has(course.role, 'publish');
	const mentor = answersQuestions(course.role);
	if (cohort.status === 'draft' && !makes && !mentor) throw cohortError('not_found');
	return { cohort, course, mentor, makes, membership: membership ?? null };
}

/** @throws cohorts.not_found, cohorts.not_a_member for who is neither in it nor looks after it */
export async function mustBeInside(db: Db, actor: Actor, id: number): Promise<CohortStanding> {
	const standing = await mustSeeCohort(db, actor, id);
	const inside = standing.membership !== null && standing.membership.status !== 'left';
	if (!inside && !standing.mentor && !isStaff(actor)) throw cohortError('not_a_member');
	return standing;
}

/** A cohort on a list. */
export type CohortCard = Cohort & { mine: MemberStatus | null };

const ofCourse = statement<{ course: ItemId; user: UserId | null; drafts: boolean }, CohortCard>(
	`select ${columns}, m.status as mine from ${joins} left join cohort_members m on m.cohort_id = c.id and m.user_id = :user::bigint
		where c.course_id = :course::bigint and (c.status = 'open' or :drafts::boolean) order by c.starts_on desc, c.id desc limit 100`,
);

/** The cohorts of a course: those that run or can be joined; all of them for its makers. Whoever asks has asked for the course. One statement. */
export function listCourseCohorts(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	all = false,
): Promise<CohortCard[]> {
	return ofCourse(db, { course: courseId, user: actor.userId, drafts: all });
}

const mine = statement<{ user: UserId }, CohortCard>(
	`select ${columns}, m.status as mine from ${joins} join cohort_members m on m.cohort_id = c.id
		where m.user_id = :user::bigint and m.status <> 'left' order by (c.status = 'open') desc, c.starts_on desc, c.id desc limit 100`,
);

/** The cohorts that somebody is in or was, those that run first. One statement. */
export function listMyCohorts(db: Db, userId: UserId): Promise<CohortCard[]> {
	return mine(db, { user: userId });
}

const open = statement<
	{ user: UserId | null; staff: boolean; now: Date; day: string | null; id: number | null; limit: number },
	CohortCard
>(
	`select ${columns}, m.status as mine from ${joins} left join cohort_members m on m.cohort_id = c.id and m.user_id = :user::bigint
		where c.status = 'open' and i.listed and c.join_until_at > :now::timestamptz and c.taken < c.seats
			and (:day::date is null or (c.starts_on, c.id) > (:day::date, :id::bigint))
		order by c.starts_on, c.id limit :limit::int`,
);

/** Cohorts that can be joined now, of courses that everybody may know of, the next to begin first. One statement. */
export async function listOpenCohorts(
	db: Db,
	actor: Actor,
	input: { cursor?: string | null; limit?: number } = {},
): Promise<Page<CohortCard>> {
	const limit = Math.min(Math.max(input.limit ?? 24, 1), 100);
	const after = decodeCursor(input.cursor, ['string', 'integer']);
	const day =
		after && /^\d{4}-\d\d-\d\d$/.test(String(after[0])) && !Number.isNaN(Date.parse(String(after[0])))
			? String(after[0])
			: null;
	const rows = await open(db, {
		user: actor.userId,
		staff: isStaff(actor),
		now: now(),
		day,
		id: day ? (after?.[1] as number) : null,
		limit: limit + 1,
	});
	return cutPage(rows, limit, ({ startsOn, id }) => [startsOn, id]);
}
