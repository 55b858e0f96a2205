import { z } from 'zod';
import { momentIn } from '../../../shared/time-zone.ts';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import type { LessonId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import type { Cohort } from './cohort.ts';
import { daysFrom } from './days.ts';
import { cohortError } from './errors.ts';
import { lockCohort } from './make-cohort.ts';

/** The most that a plan may have. */
export const PLAN_MOST = 500;

/** What is planned for a day: a lesson, or a meeting at an hour. */
export interface Planned {
	id: number;
	day: string;
	/** Of a meeting. */
	timeOfDay: string | null;
	startsAt: Date | null;
	minutes: number | null;
	lessonId: LessonId | null;
	title: string;
	place: string;
}

const planOf = statement<{ id: number; inside: boolean }, Planned>(
	`select p.id, p.day::text, p.time_of_day as "timeOfDay", p.starts_at as "startsAt", p.minutes, p.lesson_id as "lessonId",
			case when p.title <> '' then p.title else coalesce(r.title, '') end as title,
			case when :inside::boolean then p.place else '' end as place
		from cohort_plan p join cohorts c on c.id = p.cohort_id
			left join courses k on k.item_id = c.course_id
			left join version_lessons v on v.course_id = c.course_id and v.version = k.version and v.lesson_id = p.lesson_id
			left join lesson_revisions r on r.lesson_id = p.lesson_id and r.number = coalesce(v.revision, 1)
		where p.cohort_id = :id::bigint order by p.day, p.starts_at nulls first, p.id limit ${PLAN_MOST}`,
);

/**
 * The plan of a cohort in its order: titles, which everybody may know; where one meets is for who is inside. Whoever asks
 * has asked for the cohort. One statement.
 */
export function listPlan(db: Db, cohortId: number, inside: boolean): Promise<Planned[]> {
	return planOf(db, { id: cohortId, inside });
}

const entry = z.object({
	day: z.iso.date('cohorts.plan_day'),
	/** Of a meeting: `20:00` on the cohort's clock. */
	time: z
		.union([z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'cohorts.plan_time'), z.literal('')])
		.nullish()
		.transform((value) => value || null),
	minutes: z.coerce
		.number('cohorts.plan_time')
		.int('cohorts.plan_time')
		.min(1, 'cohorts.plan_time')
		.max(1440, 'cohorts.plan_time')
		.default(60),
	lessonId: z
		.union([z.literal(''), z.coerce.number().int().positive('cohorts.plan_lesson')])
		.nullish()
		.transform((value) => value || null),
	title: z.string().trim().max(200, 'cohorts.name_long').default(''),
	place: z.string().trim().max(500, 'cohorts.text_long').default(''),
});
export type PlanInput = z.input<typeof entry>;

/**
 * Plans a lesson for a day, or a meeting at an hour; a lesson that was planned before is moved.
 *
 * @throws cohorts.not_found, cohorts.wrong_status, cohorts.plan_day out of the cohort's days, cohorts.plan_time where clocks
 *   leave that hour out, cohorts.plan_lesson, cohorts.plan_full, cohorts.name_missing; refusals of the policy
 */
export async function planEntry(
	db: Db,
	actor: Actor,
	cohortId: number,
	input: PlanInput,
): Promise<{ id: number }> {
	requireActing(actor);
	const given = validate(entry, input);
	return inTransaction(db, async (tx) => {
		const cohort = await lockCohort(tx, actor, cohortId);
		if (cohort.status !== 'draft' && cohort.status !== 'open') throw cohortError('wrong_status');
		if (given.day < cohort.startsOn || given.day > cohort.endsOn)
			throw cohortError('plan_day', { fields: { day: 'cohorts.plan_day' } });
		const startsAt = given.time === null ? null : momentIn(cohort.timeZone, `${given.day}T${given.time}`);
		if (given.time !== null && startsAt === null)
			throw cohortError('plan_time', { fields: { time: 'cohorts.plan_time' } });
		if (given.lessonId === null && given.title === '')
			throw cohortError('name_missing', { fields: { title: 'cohorts.name_missing' } });
		if (given.lessonId !== null) await demandLesson(tx, cohort, given.lessonId);
		const { n } = await tx
			.selectFrom('cohort_plan')
			.select(({ fn }) => fn.countAll<number>().as('n'))
			.where('cohort_id', '=', cohortId)
			.executeTakeFirstOrThrow();
		if (Number(n) >= PLAN_MOST) throw cohortError('plan_full', { params: { most: PLAN_MOST } });
		if (given.lessonId !== null)
			await tx
				.deleteFrom('cohort_plan')
				.where('cohort_id', '=', cohortId)
				.where('lesson_id', '=', given.lessonId)
				.execute();
		return tx
			.insertInto('cohort_plan')
			.values({
				cohort_id: cohortId,
				day: given.day,
				time_of_day: given.time,
				starts_at: startsAt,
				minutes: given.time === null ? null : given.minutes,
				lesson_id: given.lessonId,
				title: given.title,
				place: given.place,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
	});
}

async function demandLesson(db: Db, cohort: Cohort, lessonId: number): Promise<void> {
	// Of the published version: a title that nobody has published is told to nobody.
	const row = await db
		.selectFrom('courses as c')
		.innerJoin('version_lessons as v', (join) =>
			join.onRef('v.course_id', '=', 'c.item_id').onRef('v.version', '=', 'c.version'),
		)
		.select('v.lesson_id')
		.where('c.item_id', '=', cohort.courseId)
		.where('v.lesson_id', '=', lessonId)
		.executeTakeFirst();
	if (!row) throw cohortError('plan_lesson', { fields: { lessonId: 'cohorts.plan_lesson' } });
}

/** @throws cohorts.not_found, cohorts.plan_not_found; refusals of the policy */
export async function dropPlanned(db: Db, actor: Actor, cohortId: number, id: number): Promise<void> {
	requireActing(actor);
	await inTransaction(db, async (tx) => {
		await lockCohort(tx, actor, cohortId);
		const { numDeletedRows } = await tx
			.deleteFrom('cohort_plan')
			.where('id', '=', id)
			.where('cohort_id', '=', cohortId)
			.executeTakeFirst();
		if (numDeletedRows === 0n) throw cohortError('plan_not_found');
	});
}

/** Which of `days` each of `count` things falls on, in order and as evenly as whole days go. Pure. */
export function spread(count: number, days: readonly string[]): string[] {
	if (days.length === 0) return [];
	return Array.from(
		{ length: count },
		(_, n) => days[Math.min(days.length - 1, Math.floor((n * days.length) / Math.max(1, count)))]!,
	);
}

/**
 * Plans all lessons of the published course anew, evenly over the days of the cohort that fall on these weekdays; meetings
 * stay.
 *
 * @param weekdays 1 Monday to 7 Sunday; empty: every day
 * @throws cohorts.not_found, cohorts.wrong_status, cohorts.plan_day when there is no such day; refusals of the policy
 */
export async function spreadLessons(
	db: Db,
	actor: Actor,
	cohortId: number,
	{ weekdays = [] }: { weekdays?: number[] } = {},
): Promise<number> {
	requireActing(actor);
	return inTransaction(db, async (tx) => {
		const cohort = await lockCohort(tx, actor, cohortId);
		if (cohort.status !== 'draft' && cohort.status !== 'open') throw cohortError('wrong_status');
		const days = daysFrom(cohort.startsOn, cohort.endsOn).filter(
			(day) => weekdays.length === 0 || weekdays.includes(new Date(`${day}T00:00:00Z`).getUTCDay() || 7),
		);
		if (days.length === 0) throw cohortError('plan_day');
		const lessons = await tx
			.selectFrom('courses as c')
			.innerJoin('version_lessons as v', (join) =>
				join.onRef('v.course_id', '=', 'c.item_id').onRef('v.version', '=', 'c.version'),
			)
			.select('v.lesson_id')
			.where('c.item_id', '=', cohort.courseId)
			.orderBy('v.number')
			.limit(PLAN_MOST)
			.execute();
		await tx
			.deleteFrom('cohort_plan')
			.where('cohort_id', '=', cohortId)
			.where('lesson_id', 'is not', null)
			.execute();
		const on = spread(lessons.length, days);
		await sql`insert into cohort_plan (cohort_id, day, lesson_id)
			select ${cohortId}, day::date, lesson from unnest(${on}::text[], ${lessons.map((one) => one.lesson_id)}::bigint[]) as t(day, lesson)`.execute(
			tx,
		);
		return lessons.length;
	});
}
