import type pg from 'pg';
import { recordProgress } from '../../src/server/modules/courses/index.ts';
import type { Db } from '../../src/server/platform/db/index.ts';
import { atLeast, median, type Result } from '../report.ts';
import { actorOf, type School } from './school.ts';

/** As many reports as a device gathers in some minutes on a train. */
const batch = 20;

/**
 * Progress reports a second beside one bare upsert a report, turn by turn: prepared, on a table of the same columns
 * without constraints, triggers, further indexes or a gate.
 */
export async function measureProgress(
	db: Db,
	pool: pg.Pool,
	school: School,
	{ seconds, rounds, connections }: { seconds: number; rounds: number; connections: number },
): Promise<Result[]> {
	await pool.query(`drop table if exists bare_progress;
		create table bare_progress (user_id bigint, lesson_id bigint, covered int4multirange not null, studied int8multirange not null,
			place integer not null, place_at timestamptz not null, primary key (user_id, lesson_id)) with (fillfactor = 80)`);
	await pool.query(
		'insert into bare_progress select user_id, lesson_id, covered, studied, place, place_at from lesson_progress',
	);
	await pool.query('vacuum analyze bare_progress');
	const bare = async () => {
		const { learner, lesson, from, at } = some(school);
		await pool.query({
			name: 'bare-upsert',
			text: `insert into bare_progress values ($1, $2, $3::int4multirange, $4::int8multirange, $5, to_timestamp($6))
				on conflict (user_id, lesson_id) do update set covered = bare_progress.covered + excluded.covered,
					studied = bare_progress.studied + excluded.studied, place = excluded.place, place_at = excluded.place_at`,
			values: [learner, lesson, `{[${from},${from + 2})}`, `{[${at},${at + 15})}`, from, at],
		});
		return 1;
	};
	const ours = (size: number) => async () => {
		const learner = some(school).learner;
		const reports = Array.from({ length: size }, () => {
			const { lesson, from, at } = some(school);
			return {
				lessonId: lesson,
				covered: [[from, from + 2] as [number, number]],
				studied: [[at, at + 15] as [number, number]],
				place: from,
				at: at * 1000,
			};
		});
		await recordProgress(db, actorOf(learner), { reports });
		return size;
	};
	await during(1, connections, bare);
	await during(1, connections, ours(batch));
	const found: Record<'bare' | 'batched' | 'alone', number[]> = { bare: [], batched: [], alone: [] };
	for (let round = 0; round < rounds; round++) {
		process.stderr.write(`· progress, round ${round + 1}\n`);
		found.batched.push(await during(seconds, connections, ours(batch)));
		found.bare.push(await during(seconds / 2, connections, bare));
		found.alone.push(await during(seconds / 2, connections, ours(1)));
	}
	const limit = median(found.bare);
	return [
		atLeast(`limit: one bare upsert, ${connections} connections`, limit, '1/s', null),
		atLeast(`progress reports a second, ${batch} in a batch`, median(found.batched), '1/s', 0.4, limit),
		atLeast('progress reports a second, each alone', median(found.alone), '1/s', null, limit),
	];
}

function some(school: School): { learner: number; lesson: number; from: number; at: number } {
	const learner = school.firstLearner + Math.floor(Math.random() * school.learners);
	const lesson = school.lessons[Math.floor(Math.random() * school.lessons.length)]!;
	const from = Math.floor(Math.random() * (school.extent - 2));
	// The last ten minutes, as a device reports them.
	const at = Math.floor(Date.now() / 1000) - Math.floor(Math.random() * 600);
	return { learner, lesson, from, at };
}

/** How many a second when so many work side by side; `work` says how many it did. */
async function during(time: number, connections: number, work: () => Promise<number>): Promise<number> {
	let done = 0;
	const begun = performance.now();
	const until = begun + time * 1000;
	await Promise.all(
		Array.from({ length: connections }, async () => {
			while (performance.now() < until) done += await work();
		}),
	);
	return (done / (performance.now() - begun)) * 1000;
}
