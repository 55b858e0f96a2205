// npm run bench -- http [--json FILE] [--scale 1] [--growth 100]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type pg from 'pg';
import { reindexAll } from '../src/server/modules/search/index.ts';
import { startEmbedded } from '../src/server/platform/db/embedded.ts';
import { openDatabase } from '../src/server/platform/db/index.ts';
import { migrate } from '../src/server/platform/db/migrate.ts';
import { migrateJobs } from '../src/server/platform/jobs/index.ts';
import { loadCommunity, measuredId } from './http/load.ts';
import { bareServer, rate, rateOfFirst, startStoa } from './http/measure.ts';
import { atLeast, atMost, median, type Result, report } from './report.ts';

const { values: options } = parseArgs({
	options: {
		json: { type: 'string' },
		scale: { type: 'string', default: '1' },
		growth: { type: 'string', default: '0' },
		only: { type: 'string', default: '' },
	},
});

const results: Result[] = [];
const base = await measureAt(Number(options.scale) * 10_000, true);
if (Number(options.growth) > 1) {
	const grown = await measureAt(Number(options.scale) * Number(options.growth) * 10_000, false);
	for (const [name, before] of Object.entries(base))
		results.push(atLeast(`${name}, ${options.growth} times the rows`, grown[name]!, '1/s', 0.75, before));
}
report('http', results, options.json);

/** Loads a community of so many questions, starts Stoa on it and measures; the base run also measures the limits. */
async function measureAt(questions: number, isBase: boolean): Promise<Record<string, number>> {
	const dataDir = mkdtempSync(join(tmpdir(), 'stoa-bench-http-'));
	try {
		step(`loading ${questions} questions, ${questions * 6} replies`);
		// What is lost when the machine fails meanwhile is loaded again.
		const loading = await startEmbedded({ dataDir, durable: false });
		await migrate(loading.url, 'migrations');
		const { db, pool } = openDatabase(loading.url);
		await migrateJobs(pool as pg.Pool);
		const cookie = await loadCommunity(db, questions);
		if (isBase) await reindexAll(db);
		const rows = await pool.query(
			'select (select count(*) from items)::int as items, (select count(*) from replies)::int as replies',
		);
		step(`loaded ${JSON.stringify(rows.rows[0])}`);

		let oneQuery = 0;
		if (isBase) {
			const bare = await bareServer('query', { database: loading.url });
			step('bare server with one query');
			oneQuery = (await rate({ url: bare.url })).rate;
			await bare.stop();
			results.push(atLeast('limit: bare Node server, one prepared query', oneQuery, '1/s', null));
		}
		await db.destroy();
		await loading.stop();

		const page = `/questions/${measuredId}/q-${measuredId}`;
		const found: Record<string, number> = {};
		// The limit of a page is measured right beside it: this machine's speed drifts.
		const against = (name: string, value: number, target: number, limit: number) => {
			found[name] = value;
			if (isBase) results.push(atLeast(name, value, '1/s', target, limit));
		};

		const cached = await startStoa({ STOA_DATA_DIR: dataDir });
		const body = Buffer.from(await (await fetch(cached.url + page)).arrayBuffer());
		if (isBase) {
			const bare = await bareServer('bytes', { body });
			step(`bare server with the same ${body.length} bytes`);
			const limit = (await rate({ url: bare.url })).rate;
			await bare.stop();
			results.push(
				atLeast(
					`limit: bare Node server, the same ${(body.length / 1024).toFixed(0)} KB`,
					limit,
					'1/s',
					null,
				),
			);
			step('question page, anonymous, cached');
			against('question page, anonymous, cached', (await rate({ url: cached.url + page })).rate, 0.5, limit);
		} else {
			found['question page, anonymous, cached'] = (await rate({ url: cached.url + page })).rate;
		}
		const measured: [string, string, Record<string, string>, number][] = [
			['question page, signed in', page, { cookie }, 0.1],
			['home feed, signed in', '/', { cookie }, 0.08],
			['API: list of items', '/api/v1/items?limit=20', {}, 0.25],
			['API: one item', `/api/v1/items/${measuredId}`, {}, 0.25],
		];
		for (const [name, path, headers, target] of measured) {
			step(name);
			against(name, (await rate({ url: cached.url + path, headers })).rate, target, oneQuery);
		}
		// Nothing kept helps here: what a page costs that nobody asked for before.
		step('question pages, each for the first time');
		const firsts = [
			[
				'question pages, signed in, each for the first time',
				(n: number) => `/questions/${n + 2}/q-${n + 2}`,
				{ cookie },
			],
			['API: items, each for the first time', (n: number) => `/api/v1/items/${n + 2}`, {}],
		] as const;
		for (const [name, path, headers] of firsts) {
			found[name] = await rateOfFirst((n) => cached.url + path(n % (questions - 2)), headers);
			if (isBase) results.push(atLeast(name, found[name], '1/s', null, oneQuery));
		}
		if (isBase) {
			step('search');
			const queries = ['retry', 'export function', '数据 查询', 'work times', '缓存'];
			const latencies = [];
			for (const q of queries)
				latencies.push(
					(
						await rate({
							url: `${cached.url}/api/v1/search?q=${encodeURIComponent(q)}`,
							connections: 1,
							seconds: 2,
						})
					).latency,
				);
			results.push(atMost('search: median latency', median(latencies), 'ms', 25));
			results.push(atMost('resident memory through the run', cached.peakMb(), 'MB', 350));
			results.push(await scriptSize(cached.url + page, body.toString()));
		}
		await cached.stop();

		const uncached = await startStoa({ STOA_DATA_DIR: dataDir, STOA_PAGE_CACHE: '0' });
		step('question page, anonymous, cache off');
		against(
			'question page, anonymous, cache off',
			(await rate({ url: uncached.url + page })).rate,
			0.1,
			oneQuery,
		);
		await uncached.stop();

		if (isBase) {
			const starts: number[] = [];
			for (let run = 0; run < 3; run++) {
				const again = await startStoa({ STOA_DATA_DIR: dataDir });
				starts.push(again.startMs);
				await again.stop();
			}
			results.push(
				atMost('second start until the home page answers, database included', median(starts), 'ms', 1500),
			);
		}
		return found;
	} finally {
		rmSync(dataDir, { recursive: true, force: true });
	}
}

/** What a reader's browser loads as script: the module and what it imports at once, compressed. */
async function scriptSize(url: string, html: string): Promise<Result> {
	const origin = new URL(url).origin;
	const seen = new Set<string>();
	const wanted = [
		...html.matchAll(/<script[^>]+src="([^"]+)"|<link[^>]+rel="modulepreload"[^>]+href="([^"]+)"/g),
	].map((match) => match[1] ?? match[2]!);
	let bytes = 0;
	while (wanted.length > 0) {
		const next = new URL(wanted.pop()!, url);
		if (next.origin !== origin) throw new Error(`The page asks another host: ${next.href}`);
		if (seen.has(next.href)) continue;
		seen.add(next.href);
		const code = Buffer.from(await (await fetch(next)).arrayBuffer());
		bytes += gzipSync(code).length;
		for (const match of code.toString().matchAll(/\bimport\s*(?:[\w{},*$\s]+from\s*)?["'](\.[^"']+)["']/g))
			wanted.push(new URL(match[1]!, next).href);
	}
	return atMost('script of a reading page, gzip', bytes / 1024, 'KB', 40);
}

function step(text: string): void {
	process.stderr.write(`· ${text}\n`);
}
