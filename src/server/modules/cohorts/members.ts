import type { Actor, Member } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { courseToMake, dayIn, mentorWork, WAITING_SHOWN } from '../courses/index.ts';
import type { Cohort, MemberStatus } from './cohort.ts';
import { daysBetween } from './days.ts';
import type { Met } from './deposit.ts';
import { cohortError } from './errors.ts';
import { mustSeeCohort } from './queries.ts';
import { tellCohort } from './seats.ts';

/** After so many days without learning or checking in somebody counts as silent. */
export const SILENT_DAYS = 3;
/** Nobody is reminded by hand more often than this. */
const REMIND_HOURS = 20;

/** A member as who looks after the cohort sees them. */
export interface CohortMember extends Met {
	userId: UserId;
	handle: string;
	name: string;
	status: MemberStatus;
	groupId: number | null;
	joinedAt: Date;
	/** Lessons that the plan had until today, and that they have not done. */
	behind: number;
	lastAt: Date | null;
	lastCheckIn: string | null;
	/** Whole days since they learnt or checked in, or joined. */
	silentDays: number;
	remindedAt: Date | null;
	returned: number | null;
}

type Row = Omit<CohortMember, 'silentDays'>;

// One pass over the course's progress, however many members there are.
const membersOf = statement<{ id: number; today: string; until: Date; limit: number }, Row>(
	`with c as (select * from cohorts where id = :id::bigint),
		needed as (select v.version, count(*)::int as n from version_lessons v join c on c.course_id = v.course_id where v.required group by v.version),
		planned as (select p.lesson_id from cohort_plan p where p.cohort_id = :id::bigint and p.lesson_id is not null and p.day <= :today::date),
		sums as (select p.user_id, nullif(max(p.place_at), timestamptz 'epoch') as last_at,
				count(*) filter (where p.completed_at < :until::timestamptz and v.required)::int as done,
				count(*) filter (where p.completed_at is not null and p.lesson_id in (select lesson_id from planned))::int as planned_done
			from cohort_members m join c on c.id = m.cohort_id
				join enrolments e on e.user_id = m.user_id and e.course_id = c.course_id
				join lesson_progress p on p.course_id = e.course_id and p.user_id = e.user_id
				left join version_lessons v on v.course_id = e.course_id and v.version = e.version and v.lesson_id = p.lesson_id
			group by p.user_id)
	select m.user_id as "userId", u.handle, u.name, m.status, m.group_id as "groupId", m.joined_at as "joinedAt",
			coalesce(n.n, 0) as "lessonsNeeded", coalesce(s.done, 0) as "lessonsDone", m.check_in_count as "checkIns",
			greatest(0, (select count(*) from planned)::int - coalesce(s.planned_done, 0)) as behind,
			s.last_at as "lastAt", m.last_check_in::text as "lastCheckIn", m.reminded_at as "remindedAt", m.returned
		from cohort_members m join c on c.id = m.cohort_id join users u on u.id = m.user_id
			left join enrolments e on e.user_id = m.user_id and e.course_id = c.course_id
			left join needed n on n.version = coalesce(e.version, (select k.version from courses k where k.item_id = c.course_id))
			left join sums s on s.user_id = m.user_id
		where m.status <> 'left' order by m.joined_at, m.user_id limit :limit::int`,
);

async function rowsOf(db: Db, cohort: Cohort): Promise<CohortMember[]> {
	const at = now();
	const rows = await membersOf(db, {
		id: cohort.id,
		today: dayIn(cohort.timeZone, at),
		// What was done after the end does not count.
		until: cohort.endsAt,
		limit: 5000,
	});
	return rows.map((row) => {
		const seen = [row.joinedAt, cohort.startsAt, row.lastAt]
			.filter((one) => one !== null)
			.map((one) => one.getTime());
		const checkedIn = row.lastCheckIn === null ? 0 : daysBetween(row.lastCheckIn, dayIn(cohort.timeZone, at));
		const idle = Math.max(0, Math.floor((at.getTime() - Math.max(...seen)) / 86_400_000));
		return { ...row, silentDays: row.lastCheckIn === null ? idle : Math.max(0, Math.min(idle, checkedIn)) };
	});
}

/**
 * The members of a cohort with what each has done, in the order of joining, at most 5,000. For who looks after them.
 *
 * @throws cohorts.not_found; refusals of the policy
 */
export async function listMembers(db: Db, actor: Actor, cohortId: number): Promise<CohortMember[]> {
	const { cohort } = await mustSeeCohort(db, actor, cohortId);
	await courseToMake(db, actor, cohort.courseId, 'report');
	return rowsOf(db, cohort);
}

/** What a class sees of itself: figures of all and of the own group, and one's own; nobody else's by name. */
export interface ClassProgress {
	members: number;
	/** Means over the members, in shares of the needed lessons (0 to 1) and in days. */
	lessons: number;
	checkIns: number;
	group: { members: number; lessons: number; checkIns: number } | null;
	/** How the members are spread: how many have done a quarter, a half, three quarters, all. */
	spread: [number, number, number, number, number];
	own: (Met & { behind: number; share: number }) | null;
}

/** Where the class is. Whoever asks has asked whether they are inside. One statement. */
export async function readClassProgress(
	db: Db,
	cohort: Cohort,
	userId: UserId | null,
): Promise<ClassProgress> {
	const members = await rowsOf(db, cohort);
	const own = members.find((one) => one.userId === userId) ?? null;
	const share = ({ lessonsDone, lessonsNeeded }: Met) =>
		lessonsNeeded === 0 ? 0 : lessonsDone / lessonsNeeded;
	const mean = (list: CohortMember[], of: (one: CohortMember) => number) =>
		list.length === 0 ? 0 : list.reduce((sum, one) => sum + of(one), 0) / list.length;
	const spread: ClassProgress['spread'] = [0, 0, 0, 0, 0];
	for (const one of members) spread[Math.min(4, Math.floor(share(one) * 4)) as 0 | 1 | 2 | 3 | 4] += 1;
	const group = own?.groupId == null ? null : members.filter(({ groupId }) => groupId === own.groupId);
	return {
		members: members.length,
		lessons: mean(members, share),
		checkIns: mean(members, ({ checkIns }) => checkIns),
		group: group && {
			members: group.length,
			lessons: mean(group, share),
			checkIns: mean(group, ({ checkIns }) => checkIns),
		},
		spread,
		own: own && {
			lessonsDone: own.lessonsDone,
			lessonsNeeded: own.lessonsNeeded,
			checkIns: own.checkIns,
			behind: own.behind,
			share: share(own),
		},
	};
}

/** What one member has done until the end, as the rule of the deposit counts it. For flows. One statement. */
export async function metBy(db: Db, cohort: Cohort, userId: UserId): Promise<Met> {
	const [row] = await metOf(db, { id: cohort.id, user: userId, until: cohort.endsAt });
	return row ?? { lessonsDone: 0, lessonsNeeded: 0, checkIns: 0 };
}
const metOf = statement<{ id: number; user: UserId; until: Date }, Met>(
	`select count(v.lesson_id)::int as "lessonsNeeded",
			count(*) filter (where p.completed_at < :until::timestamptz)::int as "lessonsDone",
			(select count(*)::int from cohort_check_ins k where k.cohort_id = :id::bigint and k.user_id = :user::bigint) as "checkIns"
		from cohorts c left join enrolments e on e.course_id = c.course_id and e.user_id = :user::bigint
			left join courses k on k.item_id = c.course_id
			left join version_lessons v on v.course_id = c.course_id and v.version = coalesce(e.version, k.version) and v.required
			left join lesson_progress p on p.lesson_id = v.lesson_id and p.user_id = :user::bigint
		where c.id = :id::bigint`,
);

/**
 * Reminds a member kindly, in the app; not more often than once a day.
 *
 * @throws cohorts.not_found, cohorts.not_a_member, cohorts.reminded_lately; refusals of the policy
 */
export async function remindMember(db: Db, actor: Actor, cohortId: number, handle: string): Promise<void> {
	const { userId } = requireActing(actor);
	const { cohort } = await mustSeeCohort(db, actor, cohortId);
	await courseToMake(db, actor, cohort.courseId, 'report');
	await inTransaction(db, async (tx) => {
		const member = await tx
			.selectFrom('cohort_members as m')
			.innerJoin('users as u', 'u.id', 'm.user_id')
			.select(['m.user_id', 'm.reminded_at'])
			.where('m.cohort_id', '=', cohortId)
			.where('m.status', '=', 'active')
			.where('u.handle', '=', handle)
			.forUpdate('m')
			.executeTakeFirst();
		if (!member) throw cohortError('not_a_member');
		const at = now();
		if (member.reminded_at && at.getTime() - member.reminded_at.getTime() < REMIND_HOURS * 3_600_000)
			throw cohortError('reminded_lately');
		await tx
			.updateTable('cohort_members')
			.set({ reminded_at: at })
			.where('cohort_id', '=', cohortId)
			.where('user_id', '=', member.user_id)
			.execute();
		await tellCohort(tx, cohort, 'reminded', { learnerId: member.user_id, by: userId });
	});
}

const careOf = statement<
	{ user: UserId; now: Date; before: Date },
	{ id: number; name: string; handle: string; person: string; seen: Date; count: number }
>(
	`select c.id, c.name, u.handle, u.name as person, s.seen, count(*) over ()::int as count
		from cohorts c join items i on i.id = c.course_id join cohort_members m on m.cohort_id = c.id and m.status = 'active'
			join users u on u.id = m.user_id
			cross join lateral (select greatest(m.joined_at, c.starts_at, (select max(p.place_at) from lesson_progress p
				where p.course_id = c.course_id and p.user_id = m.user_id), (select max(k.at) from cohort_check_ins k
				where k.cohort_id = c.id and k.user_id = m.user_id)) as seen) s
		where c.status = 'open' and c.starts_at <= :now::timestamptz and c.ends_at > :now::timestamptz
			and (i.author_id = :user::bigint or exists (select from course_authors a
				where a.course_id = c.course_id and a.user_id = :user::bigint and a.role <> 'reviewer'))
			and s.seen < :before::timestamptz and (m.reminded_at is null or m.reminded_at < s.seen or m.reminded_at < :before::timestamptz)
		order by s.seen, u.id limit ${WAITING_SHOWN}`,
);

/** Members who have been silent for days are work of who looks after them. */
mentorWork.register({
	name: 'cohort-members',
	async read(db: Db, mentor: Member) {
		const at = now();
		const rows = await careOf(db, {
			user: mentor.userId,
			now: at,
			before: new Date(at.getTime() - SILENT_DAYS * 86_400_000),
		});
		return {
			count: rows[0]?.count ?? 0,
			rows: rows.map(({ id, name, handle, person, seen }) => ({
				href: `/cohorts/${id}/members#${handle}`,
				title: person,
				about: name,
				since: seen,
				figure: Math.floor((at.getTime() - seen.getTime()) / 86_400_000),
			})),
		};
	},
});
