// npm run bench -- ingest [--data DIR] [--runs 3] [--json FILE]
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { bareCopy } from './ingest/bare-copy.ts';
import { atLeast, median, type Result, report } from './report.ts';

const { values: options } = parseArgs({
	options: {
		json: { type: 'string' },
		data: { type: 'string', default: '../shared/data' },
		runs: { type: 'string', default: '3' },
	},
});

const dumps = ['stackexchange-quantum', 'stackexchange-bicycles-meta'];
const articles = 'articles-zh-javaguide/articles.jsonl.gz';
const target = 3000;
const data = resolve(options.data);
const runs = Number(options.runs);
const results: Result[] = [];

const there = dumps.filter((name) => existsSync(join(data, name)));
if (there.length === 0) {
	console.error(`${data} holds none of ${dumps.join(', ')}. Name the folder that does: --data DIR`);
	process.exit(1);
}
for (const name of there) await measureDump(name);
if (existsSync(join(data, articles))) await measureArticles();
report('ingest', results, options.json);

/** Imports a dump as an operator does: the command in a process of its own, its database started and stopped with it. */
async function measureDump(name: string): Promise<void> {
	const dir = join(data, name);
	const tables = readdirSync(dir)
		.filter((file) => /\.xml(?:\.gz)?$/i.test(file))
		.map((file) => {
			const bytes = readFileSync(join(dir, file));
			return {
				name: file.replace(/\.xml.*$/i, ''),
				text: (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString(),
			};
		});
	const rows = tables.reduce((sum, { text }) => sum + text.split('<row ').length - 1, 0);
	const rates: number[] = [];
	const limits: number[] = [];
	const again: number[] = [];
	const lines: boolean[] = [];
	for (let run = 1; run <= runs; run++) {
		const home = mkdtempSync(join(tmpdir(), 'stoa-bench-ingest-'));
		try {
			await stoa(home, 'migrate');
			step(`${name}, ${rows} rows, run ${run} of ${runs}`);
			const first = await stoa(home, 'import', 'stackexchange', dir, '--json');
			rates.push(rows / first.seconds);
			const imported = JSON.parse(first.out) as Imported;
			const second = await stoa(home, 'import', 'stackexchange', dir, '--json');
			again.push(rows / second.seconds);
			const repeated = JSON.parse(second.out) as Imported;
			lines.push(
				...imported.counts.map(({ equal }) => equal),
				repeated.created === 0 && repeated.updated === 0,
				JSON.stringify(repeated.counts) === JSON.stringify(imported.counts),
			);
			limits.push(rows / (await bareCopy(home, tables)));
		} finally {
			rmSync(home, { recursive: true, force: true });
		}
	}
	const limit = median(limits);
	results.push(
		atLeast(`limit: COPY of the same ${rows} rows of ${name}, bare unlogged tables`, limit, 'rows/s', null),
		{ ...atLeast(`import ${name}`, median(rates), 'rows/s', target), limit, ratio: median(rates) / limit },
		atLeast(`import ${name} again, nothing changed`, median(again), 'rows/s', null),
		atLeast(
			`import ${name}: counts and sums equal`,
			lines.filter(Boolean).length,
			'of them',
			1,
			lines.length,
		),
	);
}

async function measureArticles(): Promise<void> {
	const rates: number[] = [];
	for (let run = 1; run <= runs; run++) {
		const home = mkdtempSync(join(tmpdir(), 'stoa-bench-ingest-'));
		try {
			await stoa(home, 'migrate');
			step(`articles, run ${run} of ${runs}`);
			const { seconds, out } = await stoa(home, 'import', 'markdown', join(data, articles), '--json');
			rates.push((JSON.parse(out) as { inDatabase: number }).inDatabase / seconds);
		} finally {
			rmSync(home, { recursive: true, force: true });
		}
	}
	results.push(atLeast('import articles-zh-javaguide', median(rates), 'articles/s', null));
}

interface Imported {
	created: number;
	updated: number;
	counts: { what: string; equal: boolean }[];
}

/** Runs `stoa` on the built server. @returns what it printed, and how long it took with all that belongs to it */
function stoa(home: string, ...args: string[]): Promise<{ seconds: number; out: string }> {
	const began = performance.now();
	const child = spawn(process.execPath, ['dist/server/main/cli.js', ...args], {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, STOA_DATA_DIR: home, STOA_DEMO: '0', DATABASE_URL: '' },
	});
	const out: Buffer[] = [];
	const said: Buffer[] = [];
	child.stdout.on('data', (chunk) => out.push(chunk));
	child.stderr.on('data', (chunk) => said.push(chunk));
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code) =>
			code === 0
				? resolve({ seconds: (performance.now() - began) / 1000, out: Buffer.concat(out).toString() })
				: reject(new Error(`stoa ${args.join(' ')} ended with ${code}: ${Buffer.concat(said)}`)),
		);
	});
}

function step(text: string): void {
	process.stderr.write(`· ${text}\n`);
}
