import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, UserId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import { dayIn, timeZoneOf } from './days.ts';

const number = (least: number, most: number) =>
	z.coerce
		.number('common.bad_value')
		.int('common.bad_value')
		.min(least, 'common.bad_value')
		.max(most, 'common.bad_value');

export const goalSchema = z.object({
	/** Minutes a day. */
	minutes: number(1, 600).default(15),
	/** One kind word in the evening of a day that is not done yet. */
	remind: z.boolean().default(false),
	/** The hour of the learner's day. */
	remindHour: number(0, 23).default(19),
});
export type Goal = z.output<typeof goalSchema>;

/** What somebody sets themselves; without a word from them fifteen minutes, and no reminders. One statement. */
export async function readGoal(db: Db, userId: UserId): Promise<Goal> {
	const row = await db
		.selectFrom('learning_goals')
		.select(['minutes', 'remind', 'remind_hour'])
		.where('user_id', '=', userId)
		.executeTakeFirst();
	return row
		? { minutes: row.minutes, remind: row.remind, remindHour: row.remind_hour }
		: { minutes: 15, remind: false, remindHour: 19 };
}

/** @throws common.invalid_input; refusals of signing in */
export async function setGoal(db: Db, actor: Actor, input: z.input<typeof goalSchema>): Promise<void> {
	const { userId } = requireActing(actor);
	const { minutes, remind, remindHour } = validate(goalSchema, input);
	const values = { minutes, remind, remind_hour: remindHour };
	await db
		.insertInto('learning_goals')
		.values({ user_id: userId, ...values })
		.onConflict((conflict) => conflict.column('user_id').doUpdateSet(values))
		.execute();
}

/** A day of a learner. */
export interface LearningDay {
	/** `2026-03-01`, by their time zone. */
	day: string;
	seconds: number;
	lessons: number;
}

export interface Streak {
	goal: Goal;
	/** Today, and how long the row of days with learning is that ends today, or yesterday while today is young. */
	today: LearningDay;
	current: number;
	longest: number;
	/** Of the last so many days those with learning, the oldest first. */
	days: LearningDay[];
}

/** A day counts when a lesson was completed, or five minutes were learnt: enough to be meant, little enough for a bad day. */
const meant = 300;
const counts = ({ seconds, lessons }: LearningDay) => lessons > 0 || seconds >= meant;

const next = (day: string, by: number) =>
	new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

/** How long the row that ends on `today` (or the day before) is, and the longest ever; pure. */
export function countStreak(
	days: readonly LearningDay[],
	today: string,
): { current: number; longest: number } {
	const learnt = new Set(days.filter(counts).map(({ day }) => day));
	let longest = 0;
	for (const day of learnt) {
		if (learnt.has(next(day, -1))) continue;
		let length = 1;
		while (learnt.has(next(day, length))) length++;
		longest = Math.max(longest, length);
	}
	let current = 0;
	const from = learnt.has(today) ? today : next(today, -1);
	while (learnt.has(next(from, -current))) current++;
	return { current, longest };
}

/** Somebody's days, goal and streak. Three statements. */
export async function readStreak(db: Db, userId: UserId, shown = 28): Promise<Streak> {
	const [goal, zone, { rows }] = await Promise.all([
		readGoal(db, userId),
		timeZoneOf(db, userId),
		sql<LearningDay>`select to_char(day, 'YYYY-MM-DD') as day, seconds, lessons from learning_days
			where user_id = ${userId} order by day`.execute(db),
	]);
	const today = dayIn(zone, now());
	const byDay = new Map(rows.map((row) => [row.day, row]));
	const of = (day: string): LearningDay => byDay.get(day) ?? { day, seconds: 0, lessons: 0 };
	return {
		goal,
		today: of(today),
		...countStreak(rows, today),
		days: Array.from({ length: shown }, (_, at) => of(next(today, at - shown + 1))),
	};
}

/**
 * Reminds, once a day and in the hour they chose, those who asked for it, learn something and have not reached their
 * goal today. Who has not learnt for two weeks is left alone.
 *
 * @returns how many were reminded
 */
export async function remindLearners(db: Db): Promise<number> {
	const at = now();
	const { rows } = await sql<{
		user_id: UserId;
		time_zone: string;
		remind_hour: number;
		minutes: number;
		reminded_on: string | null;
	}>`
		select g.user_id, u.time_zone, g.remind_hour, g.minutes, to_char(g.reminded_on, 'YYYY-MM-DD') as reminded_on
		from learning_goals g join users u on u.id = g.user_id
		where g.remind and exists (select from learning_days d where d.user_id = g.user_id and d.day > (${at}::timestamptz - interval '15 days')::date)
			and exists (select from enrolments e where e.user_id = g.user_id and e.completed_at is null)`.execute(
		db,
	);
	let reminded = 0;
	for (const row of rows) {
		const day = dayIn(row.time_zone, at);
		if (row.reminded_on === day || hourIn(row.time_zone, at) !== row.remind_hour) continue;
		if (await remind(db, row.user_id, day, row.minutes)) reminded++;
	}
	return reminded;
}

async function remind(db: Db, userId: UserId, day: string, minutes: number): Promise<boolean> {
	return inTransaction(db, async (tx) => {
		// Two processes at the same hour: one of them finds the day written down.
		const { rows: first } = await sql`update learning_goals set reminded_on = ${day}::date
			where user_id = ${userId} and reminded_on is distinct from ${day}::date returning user_id`.execute(tx);
		if (first.length === 0) return false;
		const { rows } = await sql<{
			courseId: ItemId;
			lessonId: number | null;
			seconds: number;
		}>`select e.course_id as "courseId",
				(select p.lesson_id from lesson_progress p where p.user_id = e.user_id and p.course_id = e.course_id
					order by p.place_at desc limit 1) as "lessonId",
				coalesce((select d.seconds from learning_days d where d.user_id = e.user_id and d.day = ${day}::date), 0) as seconds
			from enrolments e join items i on i.id = e.course_id and i.status = 'published'
			where e.user_id = ${userId} and e.completed_at is null
			order by (select max(p.place_at) from lesson_progress p where p.user_id = e.user_id and p.course_id = e.course_id) desc nulls last,
				e.started_at desc limit 1`.execute(tx);
		const course = rows[0];
		if (!course || course.seconds >= minutes * 60) return false;
		const { current } = await readStreak(tx, userId);
		await emit(tx, null, 'courses.reminded', {
			learnerId: userId,
			courseId: course.courseId,
			lessonId: course.lessonId,
			streak: current,
			minutesLeft: Math.ceil(minutes - course.seconds / 60),
		});
		return true;
	});
}

function hourIn(timeZone: string, at: Date): number {
	try {
		return Number(
			new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(at),
		);
	} catch {
		return at.getUTCHours();
	}
}

/** Asked four times an hour, as some zones are off by quarters. */
export function remindJob(db: Db): Job<never> {
	return { name: 'courses.remind', cron: '*/15 * * * *', work: async () => void (await remindLearners(db)) };
}
