// How fast one user is answered with a big catalogue, by each model, and how fast a million interactions come in.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	als,
	blend,
	bpr,
	closeThreads,
	content,
	csrFromRows,
	forward,
	type Interactions,
	interactionsFromColumns,
	interactionsFromHistories,
	itemNeighbours,
	linearFilter,
	type Model,
	popularity,
	random,
	rowOf,
	rp3beta,
	sasrec,
	sequenceNeighbours,
	svd,
	twoTower,
	userNeighbours,
} from '../../packages/recommender/src/index.ts';
import { atMost, type Result } from '../report.ts';
import type { Asked } from './asked.ts';
import { step } from './tables.ts';

const items = 100_000;
const users = 20_000;
const size = 1_000_000;
const control = { threads: 2 };

export async function latency(): Promise<Result[]> {
	const { loading, loaded, data } = read();
	const some = part(data, 2000);
	// EASE would be 40 GB; SLIM answers as item neighbours do, from fewer weights.
	const models: [name: string, train: () => Promise<Model>][] = [
		['popularity', () => popularity.fit(data)],
		['item neighbours', () => itemNeighbours.fit(data, { neighbours: 100 }, control)],
		['user neighbours', () => userNeighbours.fit(data, { neighbours: 100 }, control)],
		['forward', () => forward.fit(data, { window: 10 }, control)],
		['sequence neighbours', () => sequenceNeighbours.fit(data, {}, control)],
		['linear filter', () => linearFilter.fit(data, { neighbours: 200 }, control)],
		['RP3beta', () => rp3beta.fit(data, { neighbours: 200 }, control)],
		['ALS', () => als.fit(data, { factors: 64, iterations: 3 }, control)],
		['BPR', () => bpr.fit(data, { factors: 64, iterations: 5 }, control)],
		['SVD', () => svd.fit(data, { factors: 64, rounds: 1 }, control)],
		['content', () => content.fit(some, {}, control)],
		// One pass leaves the vectors nearly as they were drawn, all of one length: the hardest for exact ranking.
		['sasrec', () => sasrec.fit(some, { candidates: 1024, epochs: 1, patience: 0 }, control)],
		['two towers', () => twoTower.fit(part(data, 200), { epochs: 1, patience: 0 }, control)],
	];
	const folder = mkdtempSync(join(tmpdir(), 'recommender-latency-'));
	const results = [
		atMost('a million interactions read', loading, 's', 2),
		atMost('memory that reading takes', loaded, 'MB', 200),
	];
	try {
		const asked = (name: string, model: Model) => {
			const file = join(folder, 'model');
			writeFileSync(file, model.save());
			const output = execFileSync(process.execPath, [join(import.meta.dirname, 'asked.ts'), file], {
				encoding: 'utf8',
			});
			const { stored, folded, first, file: fileMb, resident, model: added } = JSON.parse(output) as Asked;
			step(`${name}: ${output.trim()}`);
			results.push(
				atMost(`${name}: top 20 of a stored user, median`, stored, 'ms', 2),
				atMost(`${name}: top 20 of a new history, median`, folded, 'ms', null),
				atMost(`${name}: loading and the first answer`, first, 'ms', null),
				atMost(`${name}: file`, fileMb, 'MB', null),
				atMost(`${name}: memory that it takes, of ${resident.toFixed(0)} MB resident`, added, 'MB', null),
			);
			if (name === 'ALS') results.push(atMost('ALS: folding in a history', folded - stored, 'ms', 1));
		};
		const kept: Model[] = [];
		for (const [name, train] of models) {
			step(`${name}, 100,000 items`);
			const model = await train();
			if (name === 'ALS' || name === 'item neighbours') kept.push(model);
			asked(name, model);
		}
		await closeThreads();
		step('a blend of two, 100,000 items');
		asked('blend of item neighbours and ALS', blend(kept.map((model) => ({ model, weight: 0.5 }))));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	return results;
}

function read() {
	const rng = random(1);
	const columns = {
		users: Int32Array.from({ length: size }, () => rng.int(users)),
		items: Int32Array.from({ length: size }, () => Math.floor(items * rng.next() ** 3)),
		times: Float64Array.from({ length: size }, (_, n) => n),
	};
	for (let item = 0; item < items; item++) columns.items[item] = item;
	const before = process.memoryUsage.rss();
	const start = performance.now();
	const data = interactionsFromColumns(columns);
	return {
		data,
		loading: (performance.now() - start) / 1000,
		loaded: (process.memoryUsage.rss() - before) / 1e6,
	};
}

/** The first users, all items, five tags an item: for models that take long to train. */
function part({ matrix }: Interactions, count: number): Interactions {
	const rng = random(2);
	const tags = csrFromRows(
		Array.from({ length: items }, () => ({
			columns: [...new Set(Array.from({ length: 5 }, () => rng.int(2000)))],
		})),
		2000,
	);
	return interactionsFromHistories(
		Array.from({ length: count }, (_, user) => rowOf(matrix, user)),
		items,
		{ tags },
	);
}
