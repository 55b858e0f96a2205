// npm run bench -- search [--json FILE] [--scale 1] [--growth 10] [--data DIR] [--url postgres://…]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { visitor } from '../src/server/contracts/actor.ts';
import { reindexAll, search, suggest, warmUp } from '../src/server/modules/search/index.ts';
import { startEmbedded } from '../src/server/platform/db/embedded.ts';
import { type Db, openDatabase } from '../src/server/platform/db/index.ts';
import { migrate } from '../src/server/platform/db/migrate.ts';
import { withDatabase } from '../src/server/platform/db/testing-url.ts';
import { atLeast, atMost, median, percentile, type Result, report } from './report.ts';
import { chineseTitles, cranfield, plainBm25 } from './search/quality.ts';
import { type Corpus, loadCorpus, queriesFor } from './search/synthetic.ts';

const { values: options } = parseArgs({
	options: {
		json: { type: 'string' },
		scale: { type: 'string', default: '1' },
		growth: { type: 'string', default: '10' },
		data: { type: 'string' },
		url: { type: 'string' },
		keep: { type: 'boolean', default: false },
	},
});

/** Questions at scale 1; each has six replies: 70,000 texts. */
const questions = 10_000;
const perKind = 20;

const dir = mkdtempSync(join(tmpdir(), 'stoa-bench-search-'));
const server = options.url
	? { url: options.url, stop: async () => {} }
	: await startEmbedded({ dataDir: dir, durable: false });
const results: Result[] = [];
try {
	const before = process.memoryUsage().rss;
	warmUp();
	results.push(
		atMost('memory of the Chinese dictionary', (process.memoryUsage().rss - before) / 1e6, 'MB', 80, null),
	);
	const scale = Number(options.scale);
	const small = await measure('base', questions * scale, true);
	const growth = Number(options.growth);
	if (growth > 1) {
		const large = await measure('grown', questions * scale * growth, false);
		results.push(atLeast(`searches a second with ${growth} times the rows`, large, '1/s', 0.75, small));
	}
	if (options.data) await measureQuality(options.data);
} finally {
	if (!options.keep) {
		await server.stop();
		rmSync(dir, { recursive: true, force: true });
	}
}
report('search', results, options.json);

async function freshDatabase(name: string): Promise<{ db: Db; url: string }> {
	const admin = new pg.Client({ connectionString: withDatabase(server.url, 'postgres') });
	await admin.connect();
	await admin.query(`drop database if exists ${name} with (force)`);
	await admin.query(`create database ${name}`);
	await admin.end();
	const url = withDatabase(server.url, name);
	await migrate(url, 'migrations');
	return { db: openDatabase(url, { max: 4 }).db, url };
}

/** Loads, indexes and searches. @returns searches a second, four at a time */
async function measure(name: string, items: number, told: boolean): Promise<number> {
	const { db } = await freshDatabase(`bench_search_${name}`);
	try {
		const progress = ticker(`${name}: loading`, items);
		const corpus = await loadCorpus(db, items, progress);
		const started = performance.now();
		const indexing = ticker(`${name}: indexing`, items);
		await reindexAll(db, ({ done }) => indexing(done));
		const rate = items / ((performance.now() - started) / 1000);
		const label = `${(items * 7).toLocaleString('en')} texts`;
		results.push(atLeast(`${label}: indexed, items`, rate, '1/s', null));
		const times = await latencies(db, corpus);
		const all = [...times.values()].flat();
		results.push(atMost(`${label}: search, median`, median(all), 'ms', 25));
		results.push(atMost(`${label}: search, 95 of 100`, percentile(all, 0.95), 'ms', null));
		for (const [kind, list] of times)
			results.push(atMost(`${label}: ${kind}`, median(list), 'ms', told ? 25 : null, null));
		results.push(
			atMost(`${label}: suggestions, median`, median(await suggestionTimes(db, corpus)), 'ms', 25),
		);
		return await throughput(db, corpus);
	} finally {
		await db.destroy();
	}
}

async function latencies(db: Db, corpus: Corpus): Promise<Map<string, number[]>> {
	const kinds = queriesFor(corpus, perKind);
	for (const list of queriesFor(corpus, 6, 11).values())
		for (const q of list) await search(db, visitor, { q });
	const times = new Map<string, number[]>();
	for (const [kind, list] of kinds) {
		const taken: number[] = [];
		for (const q of list) {
			const started = performance.now();
			await search(db, visitor, { q });
			taken.push(performance.now() - started);
		}
		times.set(kind, taken);
	}
	const newest: number[] = [];
	for (const q of [...kinds.get('one very common word')!, ...kinds.get('two words')!]) {
		const started = performance.now();
		await search(db, visitor, { q, sort: 'new' });
		newest.push(performance.now() - started);
	}
	times.set('newest first', newest);
	return times;
}

async function suggestionTimes(db: Db, corpus: Corpus): Promise<number[]> {
	const times: number[] = [];
	for (const title of corpus.titles.slice(0, 60)) {
		for (const length of [2, 5, 9]) {
			const started = performance.now();
			await suggest(db, visitor, title.slice(0, length));
			times.push(performance.now() - started);
		}
	}
	return times;
}

async function throughput(db: Db, corpus: Corpus): Promise<number> {
	const queue = [...queriesFor(corpus, 40, 23).values()].flat();
	const count = queue.length;
	const started = performance.now();
	await Promise.all(
		Array.from({ length: 4 }, async () => {
			for (let q = queue.pop(); q !== undefined; q = queue.pop()) await search(db, visitor, { q });
		}),
	);
	return count / ((performance.now() - started) / 1000);
}

async function measureQuality(data: string): Promise<void> {
	for (const name of ['cranfield', 'chinese'] as const) {
		const { db } = await freshDatabase(`bench_search_${name}`);
		try {
			if (name === 'cranfield') {
				const found = await cranfield(db, data);
				if (!found) console.error(`No search-cranfield in ${data}: ranking quality not measured.`);
				else {
					results.push(atLeast('Cranfield: MAP, against plain BM25', found.map, '', 1, plainBm25.map));
					results.push(
						atLeast('Cranfield: nDCG@10, against plain BM25', found.ndcg10, '', 1, plainBm25.ndcg10),
					);
					results.push(atLeast('Cranfield: P@10, against plain BM25', found.p10, '', 1, plainBm25.p10));
					results.push(atLeast('Cranfield: MRR, against plain BM25', found.mrr, '', 1, plainBm25.mrr));
				}
			} else {
				const found = await chineseTitles(db, data);
				if (!found) console.error(`No articles-zh-javaguide in ${data}: Chinese retrieval not measured.`);
				else
					results.push(
						atLeast(`Chinese articles found by their title, of ${found.articles}`, found.share, '', 0.95),
					);
			}
		} finally {
			await db.destroy();
		}
	}
}

/** One line a second on a terminal, one at each tenth elsewhere. */
function ticker(label: string, total: number): (done: number) => void {
	const started = Date.now();
	let last = 0;
	return (done) => {
		const tenth = Math.floor((done / total) * 10);
		if (process.stderr.isTTY ? Date.now() - last < 1000 && done < total : tenth === last) return;
		last = process.stderr.isTTY ? Date.now() : tenth;
		const seconds = (Date.now() - started) / 1000;
		process.stderr.write(
			`${label} ${done} of ${total}, ${Math.round(done / Math.max(seconds, 0.001))} a second\n`,
		);
	};
}
