import { now } from '../../kernel/clock.ts';
import { type Db, sql } from '../../platform/db/index.ts';

/** One week of the place's life, from a Monday on; shares are null where there was nothing to share. */
export interface HealthWeek {
	from: string;
	/** Mean of people active on a day. */
	active: number;
	posts: number;
	questions: number;
	answeredInADay: number | null;
	solved: number | null;
	/** Mean over its days of the median minutes to the first answer. */
	firstAnswer: number | null;
	newcomers: number;
	cameBack: number | null;
	reportsPer1000: number | null;
	toxicity: number | null;
	gini: number | null;
}

/** Parts of a whole below this many people or questions are not shown to everybody: they would tell of single ones. */
const LEAST = 5;

/**
 * The place's life by weeks, the oldest first. One statement over at most `weeks` times seven rows.
 *
 * @param weeks 1..104
 * @param all staff see small numbers, too; others see a share only where it is one of at least five
 */
export async function readHealth(db: Db, weeks = 12, all = false): Promise<HealthWeek[]> {
	const since = new Date(now().getTime() - Math.min(Math.max(weeks, 1), 104) * 7 * 86_400_000);
	const { rows } = await sql<
		HealthWeek & { cameIn: number }
	>`select date_trunc('week', day)::date::text as "from",
		avg(active)::double precision as active, sum(items + replies)::int as posts, sum(questions)::int as questions,
		sum(answered)::double precision / nullif(sum(questions), 0) as "answeredInADay",
		sum(solved)::double precision / nullif(sum(questions), 0) as solved,
		avg(first_answer_median)::double precision as "firstAnswer", sum(newcomers)::int as newcomers,
		sum(returned)::double precision / nullif(sum(newcomers), 0) as "cameBack",
		1000.0::double precision * sum(reports) / nullif(sum(items + replies), 0) as "reportsPer1000",
		avg(toxicity)::double precision as toxicity, (array_agg(gini order by day desc))[1] as gini
		from place_days where day >= ${since.toISOString().slice(0, 10)}::date group by 1 order by 1`.execute(db);
	if (all) return rows;
	return rows.map((week) => ({
		...week,
		answeredInADay: week.questions >= LEAST ? week.answeredInADay : null,
		solved: week.questions >= LEAST ? week.solved : null,
		firstAnswer: week.questions >= LEAST ? week.firstAnswer : null,
		cameBack: week.newcomers >= LEAST ? week.cameBack : null,
	}));
}
