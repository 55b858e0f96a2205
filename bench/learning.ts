// npm run bench -- learning [--json FILE] [--seconds 10] [--connections 16] [--learners 10000] [--data DIR]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { startEmbedded } from '../src/server/platform/db/embedded.ts';
import { type Db, openDatabase } from '../src/server/platform/db/index.ts';
import { migrate } from '../src/server/platform/db/migrate.ts';
import { migrateJobs } from '../src/server/platform/jobs/index.ts';
import { measureLogs } from './learning/logs.ts';
import { measureOrganisation } from './learning/organisation.ts';
import { measurePages } from './learning/pages.ts';
import { measureProgress } from './learning/progress.ts';
import { measureReport } from './learning/report.ts';
import { aSchool } from './learning/school.ts';
import { type Result, report } from './report.ts';

const { values: options } = parseArgs({
	options: {
		json: { type: 'string' },
		seconds: { type: 'string', default: '10' },
		rounds: { type: 'string', default: '3' },
		connections: { type: 'string', default: '16' },
		learners: { type: 'string', default: '10000' },
		data: { type: 'string' },
		only: { type: 'string', default: '' },
	},
});
const wanted = options.only.split(',').filter(Boolean);
const wants = (name: string) => wanted.length === 0 || wanted.includes(name);
const results: Result[] = [];
const dataDir = mkdtempSync(join(tmpdir(), 'stoa-bench-learning-'));
try {
	// Durable: a commit waits for the disk on both sides.
	const server = await startEmbedded({ dataDir, durable: true });
	try {
		await migrate(server.url, 'migrations');
		const { db, pool } = openDatabase(server.url, { max: Number(options.connections) });
		await migrateJobs(pool as pg.Pool);
		const given = {
			seconds: Number(options.seconds),
			rounds: Number(options.rounds),
			connections: Number(options.connections),
		};
		await measureAll(db, pool, given);
		await db.destroy();
	} finally {
		await server.stop();
	}
	if (wants('pages')) results.push(...(await measurePages(dataDir)));
} finally {
	rmSync(dataDir, { recursive: true, force: true });
}
report('learning', results, options.json);

async function measureAll(
	db: Db,
	pool: pg.Pool,
	given: { seconds: number; rounds: number; connections: number },
): Promise<void> {
	process.stderr.write('· a school\n');
	const school = await aSchool(db, Number(options.learners));
	if (wants('progress')) results.push(...(await measureProgress(db, pool, school, given)));
	if (wants('report')) results.push(...(await measureReport(db, school, given.rounds)));
	if (wants('organisation')) results.push(...(await measureOrganisation(db, school, given.rounds)));
	if (options.data && wants('logs')) results.push(...(await measureLogs(db, school, options.data)));
}
