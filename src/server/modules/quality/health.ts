import { now } from '../../kernel/clock.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import { gini } from './gini.ts';
import { scoreStale } from './update.ts';

const DAY = 86_400_000;
const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/**
 * Writes the numbers of one day (UTC) of the place's life, or writes them anew: answers that came later, and newcomers who
 * came back, are counted then. What is out of sight is counted as what was written; drafts are not.
 *
 * @param day as `2026-03-01`
 */
export async function writeDay(db: Db, day: string): Promise<void> {
	const from = new Date(`${day}T00:00:00Z`);
	const to = new Date(from.getTime() + DAY);
	const span = sql`>= ${from}::timestamptz`;
	const end = sql`< ${to}::timestamptz`;
	const { rows } = await sql<{
		active: number;
		items: number;
		replies: number;
		questions: number;
		answered: number;
		solved: number;
		median: number | null;
		newcomers: number;
		returned: number;
	}>`with asked as (
			select i.id, i.accepted_reply_id is not null as solved,
				(select extract(epoch from min(r.created_at) - i.published_at)::double precision / 60 from replies r
					where r.item_id = i.id and r.kind = 'answer' and r.author_id is distinct from i.author_id and r.status <> 'deleted') as waited
			from items i where i.kind = 'question' and i.published_at ${span} and i.published_at ${end} and i.status in ('published', 'hidden')
		),
		came as (select id from users where origin <> 'import' and created_at ${span} and created_at ${end}),
		later as (
			select distinct c.id from came c where exists (select from replies r where r.author_id = c.id
					and r.created_at >= ${to}::timestamptz and r.created_at < ${new Date(to.getTime() + 7 * DAY)}::timestamptz)
				or exists (select from items i where i.author_id = c.id
					and i.created_at >= ${to}::timestamptz and i.created_at < ${new Date(to.getTime() + 7 * DAY)}::timestamptz)
				or exists (select from votes v where v.user_id = c.id
					and v.created_at >= ${to}::timestamptz and v.created_at < ${new Date(to.getTime() + 7 * DAY)}::timestamptz)
		),
		acts as (
			select author_id as id from items where published_at ${span} and published_at ${end} and status <> 'draft'
			union select author_id from replies where created_at ${span} and created_at ${end}
			union select user_id from votes where created_at ${span} and created_at ${end}
			union select user_id from reactions where created_at ${span} and created_at ${end}
		)
		select (select count(id)::int from acts) as active,
			(select count(*)::int from items where published_at ${span} and published_at ${end} and status <> 'draft') as items,
			(select count(*)::int from replies where created_at ${span} and created_at ${end}) as replies,
			(select count(*)::int from asked) as questions,
			(select count(*)::int from asked where waited <= 1440) as answered,
			(select count(*)::int from asked where solved) as solved,
			(select percentile_cont(0.5) within group (order by waited) from asked where waited is not null) as median,
			(select count(*)::int from came) as newcomers,
			(select count(*)::int from later) as returned`.execute(db);
	const one = rows[0]!;
	const values = {
		active: one.active,
		items: one.items,
		replies: one.replies,
		questions: one.questions,
		answered: one.answered,
		solved: one.solved,
		first_answer_median: one.median,
		newcomers: one.newcomers,
		returned: one.returned,
		reports: await reportsOn(db, from, to),
		toxicity: await toxicityOn(db, from, to),
		gini: await concentration(db, to),
		written_at: now(),
	};
	await db
		.insertInto('place_days')
		.values({ day, ...values })
		.onConflict((conflict) => conflict.column('day').doUpdateSet(values))
		.execute();
}

async function reportsOn(db: Db, from: Date, to: Date): Promise<number> {
	const { rows } = await sql<{ n: number }>`select count(*)::int as n from moderation_reports
		where created_at >= ${from}::timestamptz and created_at < ${to}::timestamptz`.execute(db);
	return rows[0]?.n ?? 0;
}

async function toxicityOn(db: Db, from: Date, to: Date): Promise<number | null> {
	const { rows } = await sql<{
		mean: number | null;
	}>`select avg(toxic)::double precision as mean from text_checks
		where created_at >= ${from}::timestamptz and created_at < ${to}::timestamptz`.execute(db);
	return rows[0]?.mean ?? null;
}

/** Gini of items and replies by author in the thirty days before a moment, over all who wrote any. */
async function concentration(db: Db, to: Date): Promise<number | null> {
	const from = new Date(to.getTime() - 30 * DAY);
	const { rows } = await sql<{ n: number }>`select count(*)::int as n from (
			select author_id from items where published_at >= ${from}::timestamptz and published_at < ${to}::timestamptz
				and status <> 'draft' and author_id is not null
			union all
			select author_id from replies where created_at >= ${from}::timestamptz and created_at < ${to}::timestamptz
				and author_id is not null) written group by author_id`.execute(db);
	return gini(rows.map(({ n }) => n));
}

/**
 * Writes the days up to yesterday: those that are not written, at most `back` of them, and anew the last ten, whose numbers
 * still change.
 */
export async function writeDays(db: Db, back = 90): Promise<number> {
	const today = Date.parse(`${dayOf(now())}T00:00:00Z`);
	const written = new Set(
		(
			await db
				.selectFrom('place_days')
				.select(sql<string>`day::text`.as('day'))
				.where('day', '>=', sql<Date>`${dayOf(new Date(today - back * DAY))}::date`)
				.execute()
		).map(({ day }) => day),
	);
	let count = 0;
	for (let ago = back; ago >= 1; ago--) {
		const day = dayOf(new Date(today - ago * DAY));
		if (written.has(day) && ago > 10) continue;
		await writeDay(db, day);
		count++;
	}
	return count;
}

/** Writes days and scores what was touched, every night. */
export function qualityJob(db: Db): Job<never> {
	return {
		name: 'quality.nightly',
		cron: '12 3 * * *',
		work: async () => {
			await writeDays(db);
			await scoreStale(db);
		},
	};
}
