import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import type { Job } from '../../platform/jobs/index.ts';
import { findCohort } from './queries.ts';
import { tellCohort } from './seats.ts';

interface Due {
	cohortId: number;
	userId: UserId;
	/** `begins`, or `missed 2026-03-02`. */
	stage: string;
}

/*
 * Whom the clock has something to tell: that it begins tomorrow, from eight in the morning of the day before on the cohort's
 * clock; and that yesterday was missed, from eight in the morning on, where the rule counts days. Of days in a row that were
 * missed only the first is told: who has gone is not written to every morning.
 */
const dueOf = statement<{ now: Date }, Due>(
	`with running as (
		select c.id, c.rule, c.starts_on, c.ends_on, c.starts_at, (:now::timestamptz at time zone c.time_zone)::date as today,
				extract(hour from :now::timestamptz at time zone c.time_zone) as hour
			from cohorts c where c.status = 'open' and c.ends_at > :now::timestamptz - interval '1 day'
				and c.starts_at < :now::timestamptz + interval '2 days'
	), due as (
		select c.id, m.user_id, 'begins' as stage from running c join cohort_members m on m.cohort_id = c.id and m.status = 'active'
			where c.starts_on = c.today + 1 and c.hour >= 8
		union all
		select c.id, m.user_id, 'missed ' || (c.today - 1) from running c join cohort_members m on m.cohort_id = c.id and m.status = 'active'
			where c.hour >= 8 and coalesce((c.rule->>'checkIns')::int, 0) > 0 and c.today - 1 between c.starts_on and c.ends_on
				and m.joined_at < c.today - 1
				and not exists (select from cohort_check_ins k where k.cohort_id = c.id and k.user_id = m.user_id and k.day = c.today - 1)
				and (c.today - 1 = c.starts_on or m.joined_at >= c.today - 2
					or exists (select from cohort_check_ins k where k.cohort_id = c.id and k.user_id = m.user_id and k.day = c.today - 2))
	)
	select d.id as "cohortId", d.user_id as "userId", d.stage from due d
		where not exists (select from cohort_reminders r where r.cohort_id = d.id and r.user_id = d.user_id and r.stage = d.stage)
		order by d.id, d.user_id limit 5000`,
);

/** Tells members that their cohort begins tomorrow, or that they missed a check-in. @returns how many were told */
export async function remindMembers(db: Db): Promise<number> {
	const at = now();
	let told = 0;
	for (const { cohortId, userId, stage } of await dueOf(db, { now: at })) {
		const cohort = await findCohort(db, cohortId);
		if (!cohort) continue;
		await inTransaction(db, async (tx) => {
			// Two processes at the same hour: one of them finds it written down.
			const row = await tx
				.insertInto('cohort_reminders')
				.values({ cohort_id: cohortId, user_id: userId, stage, reminded_at: at })
				.onConflict((conflict) => conflict.doNothing())
				.returning('stage')
				.executeTakeFirst();
			if (!row) return;
			told += 1;
			const change = stage === 'begins' ? 'begins' : 'day-missed';
			await tellCohort(tx, cohort, change, { learnerId: userId, by: null });
		});
	}
	return told;
}

export function remindMembersJob(db: Db): Job<never> {
	return {
		name: 'cohorts.remind',
		cron: '11,41 * * * *',
		work: async () => void (await remindMembers(db)),
	};
}
