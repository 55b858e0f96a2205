import { type Actor, isStaff } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { readSettings } from '../../platform/settings/index.ts';
import { requireWholePlace } from './access.ts';
import { kOf } from './published.ts';
import type { NamedPerson } from './queue.ts';

const DAY = 86_400_000;

/** Decisions, appeals and reversals of one rule or one reviewer. */
export interface Reversals {
	decisions: number;
	appeals: number;
	reversed: number;
}

/** What is published of appeals: how often decisions were appealed and reversed, by rule and by reviewer. */
export interface ReversalReport {
	since: Date;
	all: Reversals & { overdue: number; open: number; medianHours: number | null };
	rules: (Reversals & { category: string })[];
	/** By how their decisions fared; a name stands only above a number of decisions, and for staff. */
	reviewers: (Reversals & { reviewer: NamedPerson | null; jury: boolean })[];
}

/**
 * Of the last so many days, for everybody. Reviewers with fewer than {@link kOf} decided appeals are not named to others
 * than staff: one reversal of one decision says nothing of anybody. Four statements.
 */
export async function readReversals(db: Db, actor: Actor, days = 180): Promise<ReversalReport> {
	const at = now();
	const since = new Date(at.getTime() - days * DAY);
	const sums = sql`count(*)::int as decisions, count(a.id)::int as appeals, count(*) filter (where a.status = 'reversed')::int as reversed`;
	const from = sql`moderation_decisions d left join moderation_appeals a on a.decision_id = d.id
		where d.undone_at is null and d.outcome = 'upheld' and d.created_at > ${since}`;
	const [all, rules, reviewers] = await Promise.all([
		sql<ReversalReport['all']>`select ${sums}, count(*) filter (where a.status = 'open')::int as open,
			count(*) filter (where a.status = 'open' and a.due_at < ${at})::int as overdue,
			percentile_cont(0.5) within group (order by extract(epoch from a.decided_at - a.created_at) / 3600)
				filter (where a.decided_at is not null) as "medianHours" from ${from}`.execute(db),
		sql<Reversals & { category: string }>`select d.category, ${sums} from ${from} group by d.category
			order by decisions desc, d.category`.execute(db),
		sql<
			Reversals & { reviewer: NamedPerson | null; jury: boolean }
		>`select x.decisions, x.appeals, x.reversed, x.jury, case when u.id is not null then
				json_build_object('id', u.id, 'handle', u.handle, 'name', u.name) end as reviewer
			from (select d.decided_by, d.jury_id is not null as jury, ${sums} from ${from} group by 1, 2) x
			left join users u on u.id = x.decided_by order by x.decisions desc, u.id limit 100`.execute(db),
	]);
	const named = isStaff(actor);
	return {
		since,
		all: all.rows[0]!,
		rules: rules.rows,
		reviewers: reviewers.rows.map((row) =>
			named || row.jury || row.appeals >= kOf ? row : { ...row, reviewer: null },
		),
	};
}

/** How those who moderate are doing, and how long things wait. */
export interface HealthReport {
	days: number;
	open: number;
	/** Hours: half of the cases of these days had somebody looking at them so soon, and nine of ten. */
	firstAction: { median: number | null; p90: number | null };
	decision: { median: number | null; p90: number | null };
	/** Open cases by how long they wait. */
	backlog: { upTo: 'hour' | 'day' | 'three' | 'week' | 'more'; cases: number }[];
	/** By day of UTC, the oldest first. */
	perDay: { day: string; opened: number; decided: number }[];
	reversal: { appeals: number; reversed: number };
	moderators: {
		person: NamedPerson;
		role: string;
		open: number;
		decided: number;
		/** The most on one day, against their limit. */
		busiest: number;
		limit: number;
		/** Decided between 23 and 6 of their own clock. */
		night: number;
		/** Of what they decided, what does the worst harm (7 and more). */
		heavy: number;
		medianHours: number | null;
		reversed: number;
		away: boolean;
	}[];
}

/**
 * Of the last so many days, for who looks after the place. Six statements.
 *
 * @throws common.sign_in_required, common.forbidden
 */
export async function readHealth(db: Db, actor: Actor, days = 30): Promise<HealthReport> {
	requireWholePlace(actor);
	const at = now();
	const since = new Date(at.getTime() - days * DAY);
	const { moderatorDailyLimit } = await readSettings(db);
	const hours = (what: string) => sql.raw(`extract(epoch from ${what}) / 3600`);
	const [speed, backlog, perDay, reversal, moderators] = await Promise.all([
		sql<{
			open: number;
			f50: number | null;
			f90: number | null;
			d50: number | null;
			d90: number | null;
		}>`select count(*) filter (where status = 'open')::int as open,
			percentile_cont(0.5) within group (order by ${hours('first_action_at - opened_at')}) filter (where opened_at > ${since}) as f50,
			percentile_cont(0.9) within group (order by ${hours('first_action_at - opened_at')}) filter (where opened_at > ${since}) as f90,
			percentile_cont(0.5) within group (order by ${hours('decided_at - opened_at')}) filter (where opened_at > ${since}) as d50,
			percentile_cont(0.9) within group (order by ${hours('decided_at - opened_at')}) filter (where opened_at > ${since}) as d90
			from moderation_cases where status = 'open' or opened_at > ${since}`.execute(db),
		sql<{ hour: number; day: number; three: number; week: number; more: number }>`select
			count(*) filter (where opened_at > ${new Date(at.getTime() - DAY / 24)})::int as hour,
			count(*) filter (where opened_at <= ${new Date(at.getTime() - DAY / 24)} and opened_at > ${new Date(at.getTime() - DAY)})::int as day,
			count(*) filter (where opened_at <= ${new Date(at.getTime() - DAY)} and opened_at > ${new Date(at.getTime() - 3 * DAY)})::int as three,
			count(*) filter (where opened_at <= ${new Date(at.getTime() - 3 * DAY)} and opened_at > ${new Date(at.getTime() - 7 * DAY)})::int as week,
			count(*) filter (where opened_at <= ${new Date(at.getTime() - 7 * DAY)})::int as more
			from moderation_cases where status = 'open'`.execute(db),
		sql<{
			day: string;
			opened: number;
			decided: number;
		}>`select to_char(g.day, 'YYYY-MM-DD') as day, coalesce(o.n, 0)::int as opened, coalesce(x.n, 0)::int as decided
			from generate_series(0, ${days - 1}::int) s(n)
			cross join lateral (select date_trunc('day', ${at}::timestamptz at time zone 'UTC') - make_interval(days => (${days - 1}::int - s.n)) as day) g
			left join (select date_trunc('day', opened_at at time zone 'UTC') as day, count(*) as n from moderation_cases
				where opened_at > ${since} group by 1) o on o.day = g.day
			left join (select date_trunc('day', created_at at time zone 'UTC') as day, count(*) as n from moderation_decisions
				where created_at > ${since} and undone_at is null group by 1) x on x.day = g.day
			order by g.day`.execute(db),
		sql<
			HealthReport['reversal']
		>`select count(*)::int as appeals, count(*) filter (where status = 'reversed')::int as reversed
			from moderation_appeals where status <> 'open' and decided_at > ${since}`.execute(db),
		sql<
			HealthReport['moderators'][number]
		>`select json_build_object('id', u.id, 'handle', u.handle, 'name', u.name) as person, u.role,
			(select count(*)::int from moderation_cases c where c.status = 'open' and (c.assigned_to = u.id or c.claimed_by = u.id)) as open,
			coalesce(n.decided, 0)::int as decided, coalesce(n.busiest, 0)::int as busiest,
			coalesce(d.daily_limit, ${moderatorDailyLimit})::int as "limit", coalesce(n.night, 0)::int as night,
			coalesce(n.heavy, 0)::int as heavy, n.median as "medianHours", coalesce(n.reversed, 0)::int as reversed,
			coalesce(d.away and coalesce(d.away_until >= ${at}::timestamptz::date, true), false) as away
			from users u left join moderation_duty d on d.user_id = u.id
			left join lateral (select sum(b.n)::int as decided, max(b.n)::int as busiest, sum(b.night)::int as night, sum(b.heavy)::int as heavy,
					sum(b.reversed)::int as reversed,
					(select percentile_cont(0.5) within group (order by ${hours('m.created_at - c.opened_at')}) from moderation_decisions m
						join moderation_cases c on c.id = m.case_id where m.decided_by = u.id and m.created_at > ${since} and m.undone_at is null) as median
				from (select date_trunc('day', x.created_at at time zone u.time_zone) as day, count(*) as n,
						count(*) filter (where extract(hour from x.created_at at time zone u.time_zone) >= 23
							or extract(hour from x.created_at at time zone u.time_zone) < 6) as night,
						count(*) filter (where c.harm >= 7) as heavy, count(*) filter (where x.reversed_at is not null) as reversed
					from moderation_decisions x join moderation_cases c on c.id = x.case_id
					where x.decided_by = u.id and x.created_at > ${since} and x.undone_at is null group by 1) b) n on true
			where u.role in ('moderator', 'admin') or n.decided > 0 and exists (select from moderation_decisions z where z.decided_by = u.id and z.created_at > ${since})
			order by decided desc, u.id limit 100`.execute(db),
	]);
	const { open, f50, f90, d50, d90 } = speed.rows[0]!;
	const waiting = backlog.rows[0]!;
	return {
		days,
		open,
		firstAction: { median: f50, p90: f90 },
		decision: { median: d50, p90: d90 },
		backlog: (['hour', 'day', 'three', 'week', 'more'] as const).map((upTo) => ({
			upTo,
			cases: waiting[upTo],
		})),
		perDay: perDay.rows,
		reversal: reversal.rows[0]!,
		moderators: moderators.rows,
	};
}
