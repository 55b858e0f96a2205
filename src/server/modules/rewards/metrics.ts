import type { RawBuilder } from 'kysely';
import type { EventType } from '../../contracts/events.ts';
import type { UserId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';

/** Whom and what is counted: people, a time from and before which, a tag. */
interface Counted {
	people: readonly UserId[];
	from?: Date | null;
	until?: Date | null;
	tag?: string | null;
}

interface Metric {
	/** The facts after which it may have changed for the people they concern. */
	after: readonly EventType[];
	/** Counts of a tag alone, too. */
	tag?: true;
	/** Can be counted between two moments, as challenges do. */
	timed?: true;
	/** Rows of `user_id` and `n`. */
	rows: (of: Counted) => RawBuilder<unknown>;
}

const among = (column: string, { people }: Counted) =>
	sql`${sql.ref(column)} = any(${[...people]}::bigint[])`;
const within = (column: string, { from, until }: Counted) => sql`
	(${from ?? null}::timestamptz is null or ${sql.ref(column)} >= ${from ?? null}::timestamptz)
	and (${until ?? null}::timestamptz is null or ${sql.ref(column)} < ${until ?? null}::timestamptz)`;
const tagged = ({ tag }: Counted) => (tag ? sql`i.tag_slugs @> array[${tag}::text]` : sql`true`);

/** What is not in sight counts for nothing: hidden, deleted, held. */
const itemsOf = (kinds: readonly string[] | null): Metric => ({
	after: ['items.published', 'items.changed'],
	tag: true,
	timed: true,
	rows: (of) => sql`select i.author_id as user_id, count(*)::int as n from items i
		where ${among('i.author_id', of)} and i.status = 'published' and ${kinds ? sql`i.kind = any(${[...kinds]}::text[])` : sql`true`}
			and ${within('i.published_at', of)} and ${tagged(of)} group by 1`,
});
const repliesOf = (kind: string, value: RawBuilder<unknown>, after: readonly EventType[]): Metric => ({
	after,
	tag: true,
	timed: true,
	rows: (of) => sql`select r.author_id as user_id, ${value}::int as n from replies r
		join items i on i.id = r.item_id and i.status = 'published'
		where ${among('r.author_id', of)} and r.kind = ${kind} and r.status = 'published' and ${within('r.created_at', of)} and ${tagged(of)} group by 1`,
});
const badgesOf = (tier: string): Metric => ({
	after: ['rewards.earned'],
	rows: (
		of,
	) => sql`select a.user_id, count(*)::int as n from badge_awards a join badges b on b.id = a.badge_id and b.tier = ${tier}
		where ${among('a.user_id', of)} and a.withdrawn_at is null group by 1`,
});

const catalogue = {
	questions: itemsOf(['question']),
	articles: itemsOf(['article', 'column']),
	items: itemsOf(null),
	answers: repliesOf('answer', sql`count(*)`, ['items.replied', 'items.changed', 'items.reply-changed']),
	comments: repliesOf('comment', sql`count(*)`, ['items.replied', 'items.changed', 'items.reply-changed']),
	answer_score: repliesOf('answer', sql`greatest(sum(r.score), 0)`, [
		'items.voted',
		'items.changed',
		'items.reply-changed',
	]),
	accepted: {
		after: ['questions.accepted', 'questions.unaccepted', 'items.changed', 'items.reply-changed'],
		tag: true,
		timed: true,
		// Accepting one's own answer counts for nothing.
		rows: (of) => sql`select r.author_id as user_id, count(*)::int as n from replies r
			join items i on i.id = r.item_id and i.accepted_reply_id = r.id and i.status = 'published' and i.author_id is distinct from r.author_id
			where ${among('r.author_id', of)} and r.kind = 'answer' and r.status = 'published' and ${within('r.created_at', of)} and ${tagged(of)} group by 1`,
	},
	solved: {
		after: ['questions.accepted', 'questions.unaccepted', 'items.changed'],
		tag: true,
		timed: true,
		rows: (of) => sql`select i.author_id as user_id, count(*)::int as n from items i
			where ${among('i.author_id', of)} and i.kind = 'question' and i.status = 'published' and i.accepted_reply_id is not null
				and ${within('i.published_at', of)} and ${tagged(of)} group by 1`,
	},
	votes: {
		after: ['items.voted'],
		timed: true,
		rows: (of) => sql`select v.user_id, count(*)::int as n from votes v
			where ${among('v.user_id', of)} and ${within('v.created_at', of)} group by 1`,
	},
	profile: {
		after: ['accounts.profile-changed'],
		rows: (of) =>
			sql`select u.id as user_id, (u.headline <> '' and u.bio <> '')::int as n from users u where ${among('u.id', of)}`,
	},
	reputation: {
		after: [
			'items.voted',
			'questions.accepted',
			'questions.unaccepted',
			'questions.bounty-awarded',
			'items.changed',
			'items.reply-changed',
		],
		timed: true,
		rows: (of) =>
			of.from || of.until
				? sql`select e.user_id, greatest(sum(e.amount), 0)::int as n from reputation_entries e
					where ${among('e.user_id', of)} and ${within('e.created_at', of)} group by 1`
				: sql`select u.id as user_id, greatest(u.reputation, 0) as n from users u where ${among('u.id', of)}`,
	},
	days: {
		after: [
			'items.published',
			'items.replied',
			'items.voted',
			'questions.accepted',
			'courses.lesson-completed',
		],
		timed: true,
		rows: (of) => sql`select d.user_id, count(*)::int as n from community_days d
			where ${among('d.user_id', of)} and ${within('d.begins_at', of)} group by 1`,
	},
	streak: {
		after: [
			'items.published',
			'items.replied',
			'items.voted',
			'questions.accepted',
			'courses.lesson-completed',
		],
		// The same rule as `days.ts`: dates that follow each other, or less than half a day between two.
		rows: (of) => sql`with marked as (
				select d.user_id, d.day, (d.day - lag(d.day) over w = 1 or d.begins_at - lag(d.ends_at) over w <= interval '12 hours') is not true as begins
				from community_days d where ${among('d.user_id', of)} window w as (partition by d.user_id order by d.day)
			), rows as (select user_id, sum(begins::int) over (partition by user_id order by day) as one from marked
			), lengths as (select user_id, one, count(*)::int as n from rows group by 1, 2)
			select user_id, max(n) as n from lengths group by 1`,
	},
	lessons: {
		after: ['courses.lesson-completed'],
		timed: true,
		rows: (of) => sql`select p.user_id, count(*)::int as n from lesson_progress p
			where ${among('p.user_id', of)} and p.completed_at is not null and ${within('p.completed_at', of)} group by 1`,
	},
	courses: {
		after: ['courses.completed'],
		timed: true,
		rows: (of) => sql`select e.user_id, count(*)::int as n from enrolments e
			where ${among('e.user_id', of)} and e.completed_at is not null and ${within('e.completed_at', of)} group by 1`,
	},
	bronze_badges: badgesOf('bronze'),
	silver_badges: badgesOf('silver'),
	gold_badges: badgesOf('gold'),
	points: {
		after: [
			'rewards.earned',
			'items.voted',
			'items.published',
			'items.replied',
			'questions.accepted',
			'courses.lesson-completed',
		],
		// What was ever earned and not taken back; what was spent of it is no matter.
		rows: (of) => sql`select e.user_id, greatest(sum(e.amount), 0)::int as n from point_entries e
			where ${among('e.user_id', of)} and (e.amount > 0 or not e.counts) and not exists (
				select from point_entries o where o.id = e.reverses and o.amount < 0 and o.counts) group by 1`,
	},
} satisfies Record<string, Metric>;

export type MetricName = keyof typeof catalogue;
export const metrics: Readonly<Record<MetricName, Metric>> = catalogue;
export const metricNames = Object.keys(catalogue) as [MetricName, ...MetricName[]];
/** Those that challenges may count. */
export const timedMetrics = metricNames.filter((name) => metrics[name].timed);

/** How much of it each has; who has none is left out. One statement. */
export async function measure(db: Db, name: MetricName, of: Counted): Promise<Map<UserId, number>> {
	if (of.people.length === 0) return new Map();
	const { rows } = await metrics[name].rows(of).execute(db);
	return new Map((rows as { user_id: UserId; n: number }[]).map(({ user_id, n }) => [user_id, n]));
}
