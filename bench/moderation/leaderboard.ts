import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addAllEntries, readPlaces } from '../../src/server/modules/leaderboards/index.ts';
import { startEmbedded } from '../../src/server/platform/db/embedded.ts';
import { type Db, openDatabase, sql } from '../../src/server/platform/db/index.ts';
import { migrate } from '../../src/server/platform/db/migrate.ts';
import { migrateJobs } from '../../src/server/platform/jobs/index.ts';
import { atLeast, atMost, median, percentile, type Result } from '../report.ts';

const PEOPLE = 1_000_000;
const ASKED = 300;
const COUNTED = 15;

/**
 * A board of a million members: a page of the first 25 and the place of somebody among their neighbours, beside counting
 * everybody above them, and what an entry costs that is added. The scores are skewed as they are in life (most have
 * little, many have the same).
 */
export async function measureLeaderboard(): Promise<Result[]> {
	const dataDir = mkdtempSync(join(tmpdir(), 'stoa-bench-board-'));
	const server = await startEmbedded({ dataDir, durable: true });
	const { db, pool } = openDatabase(server.url, { max: 4 });
	try {
		await migrate(server.url, 'migrations');
		await migrateJobs(pool);
		const filled = await fill(db);
		return [...(await measurePage(db)), ...filled, ...(await measureEntry(db))];
	} finally {
		await db.destroy();
		await server.stop();
		rmSync(dataDir, { recursive: true, force: true });
	}
}

async function fill(db: Db): Promise<Result[]> {
	await sql`insert into users (handle, name, email) select 'm-' || i, 'Member ' || i, 'm-' || i || '@example.org' from generate_series(1, ${PEOPLE}::int) i`.execute(
		db,
	);
	await sql`insert into boards (measure, period, starts_on) values ('reputation', 'all', '1970-01-01')`.execute(
		db,
	);
	const start = performance.now();
	// The golden ratio spreads the members; a power of it makes the skew.
	await sql`insert into board_scores (board_id, user_id, score)
		select (select b.id from boards b), users.id, 1 + floor(60000 * power((users.id * 0.6180339887498949) % 1, 6))::int from users order by users.id`.execute(
		db,
	);
	const seconds = (performance.now() - start) / 1000;
	await sql`vacuum analyze`.execute(db);
	return [atLeast('leaderboard: members put on the board at once', PEOPLE / seconds, '/s', null)];
}

async function measurePage(db: Db): Promise<Result[]> {
	const { rows } = await sql<{
		id: number;
		people: number;
	}>`select id, people from boards where period = 'all'`.execute(db);
	const board = rows[0]!;
	const { rows: first } = await sql<{ id: number }>`select min(id) as id from users`.execute(db);
	const someone = (n: number) => first[0]!.id + ((n * 617_549) % PEOPLE);
	const timed = async (work: () => Promise<unknown>) => {
		const start = performance.now();
		await work();
		return performance.now() - start;
	};
	for (let n = 0; n < 20; n++) await readPlaces(db, board, { userId: someone(n) });
	const pages: number[] = [];
	for (let n = 0; n < ASKED; n++)
		pages.push(await timed(() => readPlaces(db, board, { userId: someone(n) })));
	const counts: number[] = [];
	for (let n = 0; n < COUNTED; n++) {
		let own = 0;
		counts.push(
			await timed(async () => {
				const { rows } = await sql<{ rank: number }>`select 1 + count(*) as rank from board_scores
					where board_id = ${board.id} and score > (select score from board_scores where board_id = ${board.id} and user_id = ${someone(n)})`.execute(
					db,
				);
				own = rows[0]!.rank;
			}),
		);
		const shown = await readPlaces(db, board, { userId: someone(n) });
		if (shown.own?.rank !== own)
			throw new Error(`member ${someone(n)}: place ${shown.own?.rank}, counted ${own}`);
	}
	const naive = median(counts);
	return [
		atMost('leaderboard of 1,000,000: a page with own place and neighbours', median(pages), 'ms', 10, naive),
		atMost('leaderboard of 1,000,000: the same, 99th percentile', percentile(pages, 0.99), 'ms', 10),
		atMost('leaderboard of 1,000,000: own place by counting everybody', naive, 'ms', null),
	];
}

/** A gain of somebody at random, from the entry to where it stands on every board; alone and many together. */
async function measureEntry(db: Db): Promise<Result[]> {
	const gain = (many: number, seed: number) =>
		sql`insert into reputation_entries (user_id, amount, reason)
			select 1 + (select min(id) from users) + ((${seed}::bigint + i) * 617549) % 999000, 10, 'vote' from generate_series(1, ${many}::int) i`.execute(
			db,
		);
	const alone: number[] = [];
	for (let n = 0; n < 60; n++) {
		await gain(1, n);
		const start = performance.now();
		await addAllEntries(db);
		alone.push(performance.now() - start);
	}
	const many = 20_000;
	await gain(many, 1000);
	const start = performance.now();
	await addAllEntries(db);
	return [
		atMost('leaderboard: one entry added to four boards', median(alone), 'ms', null),
		atLeast('leaderboard: entries added together', (many * 1000) / (performance.now() - start), '/s', null),
	];
}
