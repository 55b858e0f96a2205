import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { emit } from '../../platform/events/index.ts';
import type { Job } from '../../platform/jobs/index.ts';

/** After so many weeks over the time nobody is reminded any more: somebody should talk to them. */
const lateWeeks = 8;

interface Due {
	trainingId: number;
	organisationId: number;
	userId: UserId;
	timeZone: string;
	stage: string;
	dueAt: Date;
}

/*
 * Who is to be reminded of what: seven days before it is due, one day before, and once a week when it is over; of each
 * once, never twice within twenty hours, and not before they have had a day for it.
 */
const dueOf = statement<{ now: Date; weeks: number }, Due>(
	`with reached as (
		select t.id, t.organisation_id, t.course_id, t.path_id, m.user_id,
				greatest(t.created_at, case when t.team_id is null then m.joined_at else x.joined_at end) as since,
				greatest(z.due_at, greatest(t.created_at, case when t.team_id is null then m.joined_at else x.joined_at end)
					+ (t.due_at - t.created_at)) as due_at
			from trainings t join organisation_members m on m.organisation_id = t.organisation_id and (t.user_id is null or t.user_id = m.user_id)
				left join team_members x on x.team_id = t.team_id and x.user_id = m.user_id
				left join training_extensions z on z.training_id = t.id and z.user_id = m.user_id
			where t.ended_at is null and t.due_at is not null and (t.team_id is null or x.user_id is not null)
	), near as (
		select r.*, case when due_at < :now::timestamptz then 'late-' || (1 + floor(extract(epoch from :now::timestamptz - due_at) / 604800)::int)
				when due_at < :now::timestamptz + interval '1 day' then 'day' else 'week' end as stage
			from reached r where due_at < :now::timestamptz + interval '7 days' and due_at > :now::timestamptz - :weeks::int * interval '7 days'
				and since < :now::timestamptz - interval '1 day'
	)
	select n.id as "trainingId", n.organisation_id as "organisationId", n.user_id as "userId", u.time_zone as "timeZone", n.stage, n.due_at as "dueAt"
		from near n join users u on u.id = n.user_id
		where not exists (select from training_reminders d where d.training_id = n.id and d.user_id = n.user_id
				and (d.stage = n.stage or d.reminded_at > :now::timestamptz - interval '20 hours'))
			and case when n.course_id is not null
				then not exists (select from enrolments e where e.course_id = n.course_id and e.user_id = n.user_id and e.completed_at is not null)
				else exists (select from path_steps s where s.path_id = n.path_id and (select count(*) from path_courses c
						join enrolments e on e.course_id = c.course_id and e.user_id = n.user_id and e.completed_at is not null
						where c.path_id = s.path_id and c.step = s.number)
					< least(s.needed, (select count(*) from path_courses c where c.path_id = s.path_id and c.step = s.number))) end
		order by n.due_at, n.id, n.user_id limit 10000`,
);

/** Between eight in the morning and eight in the evening of their day. */
function isDay(timeZone: string, at: Date): boolean {
	let hour = at.getUTCHours();
	try {
		hour = Number(
			new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(at),
		);
	} catch {
		// A zone that nobody knows: the hour of UTC is as good as any.
	}
	return hour >= 8 && hour < 20;
}

/** Reminds those whose training is due soon or over. @returns how many were reminded */
export async function remindTrainees(db: Db): Promise<number> {
	const at = now();
	let reminded = 0;
	for (const due of await dueOf(db, { now: at, weeks: lateWeeks })) {
		if (!isDay(due.timeZone, at)) continue;
		await inTransaction(db, async (tx) => {
			// Two processes at the same hour: one of them finds it written down.
			const { rows } = await sql`insert into training_reminders (training_id, user_id, stage, reminded_at)
				values (${due.trainingId}, ${due.userId}, ${due.stage}, ${at}) on conflict do nothing returning user_id`.execute(
				tx,
			);
			if (rows.length === 0) return;
			reminded++;
			await emit(tx, null, 'organisations.reminded', {
				organisationId: due.organisationId,
				trainingId: due.trainingId,
				learnerId: due.userId,
				stage: due.stage,
			});
		});
	}
	return reminded;
}

export function remindTraineesJob(db: Db): Job<never> {
	return {
		name: 'organisations.remind',
		cron: '23 * * * *',
		work: async () => void (await remindTrainees(db)),
	};
}
