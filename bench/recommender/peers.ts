// The same splits through `implicit` (PyPI) in a virtual environment made here, run by run in turn with ours.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Csr, rowOf } from '../../packages/recommender/src/index.ts';
import { atLeast, atMost, median, type Result } from '../report.ts';
import { gowalla, mooccubex } from './sets.ts';
import { step } from './tables.ts';

interface Run {
	trainSeconds: number;
	rankSeconds: number;
	users: number;
	recall: number;
	ndcg: number;
	peakMb: number;
	baseMb: number;
}

interface Task {
	model: 'als' | 'bpr' | 'item';
	/** Factors, iterations, regularisation, alpha, rate: the same numbers on both sides. */
	settings: readonly number[];
}

const tasks: Record<'gowalla' | 'mooccubex', Task[]> = {
	gowalla: [
		{ model: 'als', settings: [64, 15, 2, 100, 0] },
		{ model: 'bpr', settings: [64, 60, 0.01, 0, 0.05] },
		{ model: 'item', settings: [100, 0, 0, 0, 0] },
	],
	mooccubex: [
		{ model: 'als', settings: [64, 15, 2, 5, 0] },
		{ model: 'bpr', settings: [64, 60, 0.01, 0, 0.05] },
		{ model: 'item', settings: [100, 0, 0, 0, 0] },
	],
};

const threads = 2;
const k = 20;

/** Quality, time and memory beside `implicit`, `runs` times each in turn; medians. */
export function peers(data: string, runs: number): Result[] {
	const python = environment();
	const results: Result[] = [];
	const folder = mkdtempSync(join(tmpdir(), 'recommender-peers-'));
	try {
		for (const set of ['gowalla', 'mooccubex'] as const) {
			const { train, test } = (set === 'gowalla' ? gowalla : mooccubex)(data);
			const trainPath = join(folder, 'train.txt');
			const testPath = join(folder, 'test.txt');
			writeRows(trainPath, train.matrix);
			writeRows(testPath, test);
			for (const { model, settings } of tasks[set]) {
				const args = [model, trainPath, testPath, ...settings, threads, k].map(String);
				const ours: Run[] = [];
				const theirs: Run[] = [];
				for (let run = 0; run < runs; run++) {
					ours.push(runOf(process.execPath, [join(import.meta.dirname, 'ours.ts'), ...args]));
					theirs.push(runOf(python, [join(import.meta.dirname, 'peers.py'), ...args]));
				}
				step(`${set} ${model}`);
				results.push(...compared(`${set} ${model}`, ours, theirs, model !== 'item'));
			}
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	return results;
}

function compared(name: string, ours: readonly Run[], theirs: readonly Run[], asked: boolean): Result[] {
	const of = (runs: readonly Run[], key: keyof Run) => median(runs.map((run) => run[key]));
	const perSecond = (runs: readonly Run[]) => median(runs.map((run) => run.users / run.rankSeconds));
	return [
		atMost(
			`${name}: training`,
			of(ours, 'trainSeconds'),
			's',
			asked ? of(theirs, 'trainSeconds') : null,
			of(theirs, 'trainSeconds'),
		),
		atLeast(`${name}: users ranked`, perSecond(ours), '1/s', asked ? 1 : null, perSecond(theirs)),
		atMost(`${name}: peak memory`, of(ours, 'peakMb'), 'MB', null, of(theirs, 'peakMb')),
		atLeast(`${name}: Recall@${k}`, of(ours, 'recall'), '', asked ? 0.98 : null, of(theirs, 'recall')),
		atLeast(`${name}: NDCG@${k}`, of(ours, 'ndcg'), '', asked ? 0.98 : null, of(theirs, 'ndcg')),
	];
}

function runOf(command: string, args: readonly string[]): Run {
	const output = execFileSync(command, args, {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
		maxBuffer: 1 << 24,
	});
	return JSON.parse(output.trim().split('\n').at(-1)!);
}

/** A Python with `implicit`, made once. */
function environment(): string {
	const folder = process.env.RECOMMENDER_VENV ?? join(tmpdir(), 'recommender-venv');
	const python = join(folder, 'bin/python');
	if (!existsSync(join(folder, 'ready'))) {
		step(`making a Python environment with implicit in ${folder}`);
		execFileSync('python3', ['-m', 'venv', folder], { stdio: 'inherit' });
		execFileSync(python, ['-m', 'pip', 'install', '--quiet', 'implicit==0.7.3'], { stdio: 'inherit' });
		writeFileSync(join(folder, 'ready'), '');
	}
	return python;
}

function writeRows(path: string, matrix: Csr): void {
	const lines = [];
	for (let user = 0; user < matrix.rows; user++) lines.push([user, ...rowOf(matrix, user)].join(' '));
	writeFileSync(path, `${lines.join('\n')}\n`);
}
