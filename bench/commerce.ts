// npm run bench -- commerce [--json FILE] [--seconds 10] [--connections 16] [--entries 1000000] [--url postgres://…]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbedded } from '../src/server/platform/db/embedded.ts';
import { type Db, openDatabase } from '../src/server/platform/db/index.ts';
import { migrate } from '../src/server/platform/db/migrate.ts';
import { withDatabase } from '../src/server/platform/db/testing-url.ts';
import { migrateJobs } from '../src/server/platform/jobs/index.ts';
import { bareTransactions, countStatements } from './commerce/bare.ts';
import { aMarket, callback, type Market, order } from './commerce/market.ts';
import { fillLedger, proveLedger } from './commerce/million.ts';
import { atLeast, atMost, median, type Result, report } from './report.ts';

const { values: options } = parseArgs({
	options: {
		json: { type: 'string' },
		seconds: { type: 'string', default: '10' },
		rounds: { type: 'string', default: '3' },
		connections: { type: 'string', default: '16' },
		entries: { type: 'string', default: '1000000' },
		url: { type: 'string' },
	},
});
const seconds = Number(options.seconds);
const rounds = Number(options.rounds);
const connections = Number(options.connections);

const dir = mkdtempSync(join(tmpdir(), 'stoa-bench-commerce-'));
// Durable: what is measured is money, and a commit waits for the disk on both sides.
const server = options.url
	? { url: options.url, stop: async () => {} }
	: await startEmbedded({ dataDir: dir, durable: true });
const results: Result[] = [];
try {
	await measureFlows();
	await measureProof();
} finally {
	await server.stop();
	rmSync(dir, { recursive: true, force: true });
}
report('commerce', results, options.json);

async function freshDatabase(name: string): Promise<{ db: Db; pool: pg.Pool }> {
	const admin = new pg.Client({ connectionString: withDatabase(server.url, 'postgres') });
	await admin.connect();
	await admin.query(`drop database if exists ${name} with (force)`);
	await admin.query(`create database ${name}`);
	await admin.end();
	const url = withDatabase(server.url, name);
	await migrate(url, 'migrations');
	const opened = openDatabase(url, { max: connections });
	await migrateJobs(opened.pool);
	return opened;
}

/** Checkouts and callbacks, each beside a bare transaction of as many statements of the same sorts, turn by turn. */
async function measureFlows(): Promise<void> {
	const { db, pool } = await freshDatabase('bench_commerce');
	try {
		console.error('commerce: making people and articles …');
		const market = await aMarket(db);
		const flows = [
			['checkouts', (at: Market) => order(db, at)],
			['callbacks', (at: Market) => callback(db, at)],
		] as const;
		for (const [name, flow] of flows) {
			if (name === 'callbacks') await enough(db, market);
			const shape = await countStatements(() => flow(market));
			const bare = await bareTransactions(pool, shape);
			await during(1, () => flow(market));
			const [ours, theirs]: [number[], number[]] = [[], []];
			for (let round = 0; round < rounds; round++) {
				if (name === 'callbacks') await enough(db, market);
				ours.push(await during(seconds, () => flow(market)));
				theirs.push(await during(seconds / 2, bare));
			}
			const label = `${name} a second, ${connections} connections (${shape.total} statements)`;
			results.push(atLeast(label, median(ours), '1/s', 0.3, median(theirs)));
		}
	} finally {
		await db.destroy();
	}
}

/** Begun payments for one round: more than the bare limit could settle would take minutes to make. */
async function enough(db: Db, market: Market): Promise<void> {
	const wanted = Math.ceil(seconds * 450);
	while (market.begun.length < wanted)
		await Promise.all(Array.from({ length: connections }, () => order(db, market)));
}

/** How often a second `work` is done when so many do it side by side. */
async function during(time: number, work: () => Promise<unknown>): Promise<number> {
	let done = 0;
	const started = performance.now();
	const until = started + time * 1000;
	await Promise.all(
		Array.from({ length: connections }, async () => {
			while (performance.now() < until) {
				await work();
				done++;
			}
		}),
	);
	return done / ((performance.now() - started) / 1000);
}

async function measureProof(): Promise<void> {
	const entries = Number(options.entries);
	const { db } = await freshDatabase('bench_ledger');
	try {
		console.error(`commerce: posting ${entries.toLocaleString('en')} entries …`);
		const posted = await fillLedger(db, entries);
		const took = [];
		for (let round = 0; round < 3; round++) took.push(await proveLedger(db));
		results.push(atMost(`stoa ledger verify, ${posted.toLocaleString('en')} entries`, median(took), 's', 10));
	} finally {
		await db.destroy();
	}
}
