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
		// After more than 20 passes both get worse.
		{ model: 'bpr', settings: [64, 20, 0.01, 0, 0.05] },
		{ model: 'item', settings: [100, 0, 0, 0, 0] },
	],
};

const version = '0.7.3';
const threads = 2;
const k = 20;
/** The share of the peer's quality that counts as the same. */
const asGood = 0.98;

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
				results.push(...compared(`${set} ${model}`, ours, theirs));
			}
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	return results;
}

function compared(name: string, ours: readonly Run[], theirs: readonly Run[]): Result[] {
	const of = (runs: readonly Run[], value: (run: Run) => number) => median(runs.map(value));
	const both = (value: (run: Run) => number): [number, number] => [of(ours, value), of(theirs, value)];
	const [training, theirTraining] = both((run) => run.trainSeconds);
	const [ranking, theirRanking] = both((run) => run.users / run.rankSeconds);
	const [memory, theirMemory] = both((run) => run.peakMb);
	const [added, theirAdded] = both((run) => run.peakMb - run.baseMb);
	const [recall, theirRecall] = both((run) => run.recall);
	const [ndcg, theirNdcg] = both((run) => run.ndcg);
	return [
		atMost(`${name}: training`, training, 's', theirTraining, theirTraining),
		atLeast(`${name}: users ranked`, ranking, '1/s', 1, theirRanking),
		atMost(`${name}: peak memory`, memory, 'MB', null, theirMemory),
		atMost(`${name}: memory that training and ranking add`, added, 'MB', null, theirAdded),
		atLeast(`${name}: Recall@${k}`, recall, '', asGood, theirRecall),
		atLeast(`${name}: NDCG@${k}`, ndcg, '', asGood, theirNdcg),
	];
}

function runOf(command: string, args: readonly string[]): Run {
	const output = execFileSync(command, args, {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'pipe'],
		maxBuffer: 1 << 24,
	});
	return JSON.parse(output.trim().split('\n').at(-1)!);
}

/** A Python with `implicit`, made once. */
function environment(): string {
	const folder = process.env.RECOMMENDER_VENV ?? join(tmpdir(), 'recommender-venv');
	const python = join(folder, 'bin/python');
	if (existsSync(join(folder, 'ready'))) return python;
	step(`making a Python environment with implicit in ${folder}`);
	execute('python3', ['-c', 'import venv, ensurepip'], () => {
		throw new Error(
			'Comparing with implicit needs Python 3 with venv (on Debian and Ubuntu: apt-get install python3-venv).',
		);
	});
	execute('python3', ['-m', 'venv', '--clear', folder], failed);
	execute(
		python,
		['-m', 'pip', 'install', '--quiet', '--only-binary', ':all:', `implicit==${version}`],
		failed,
	);
	writeFileSync(join(folder, 'ready'), '');
	return python;
}

function execute(command: string, args: readonly string[], otherwise: (error: unknown) => never): void {
	try {
		execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
	} catch (error) {
		otherwise(error);
	}
}

function failed(error: unknown): never {
	throw new Error('The Python environment could not be made; what Python said stands above.', {
		cause: error,
	});
}

function writeRows(path: string, matrix: Csr): void {
	const lines = [];
	for (let user = 0; user < matrix.rows; user++) lines.push([user, ...rowOf(matrix, user)].join(' '));
	writeFileSync(path, `${lines.join('\n')}\n`);
}
