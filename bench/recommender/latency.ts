import {
	als,
	interactionsFromColumns,
	itemNeighbours,
	random,
} from '../../packages/recommender/src/index.ts';
import { atMost, median, type Result } from '../report.ts';
import { step } from './tables.ts';

/** How fast one user is answered with a big catalogue, and how fast a million interactions come in. */
export async function latency(): Promise<Result[]> {
	const items = 100_000;
	const users = 20_000;
	const size = 1_000_000;
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
	const loading = (performance.now() - start) / 1000;
	const loaded = (process.memoryUsage.rss() - before) / 1e6;
	step('a model of 100,000 items');
	const model = await als.fit(data, { factors: 64, iterations: 3 }, { threads: 2 });
	const sparse = await itemNeighbours.fit(data, { neighbours: 50 }, { threads: 2 });
	const timed = (work: (n: number) => unknown) => {
		for (let n = 0; n < 50; n++) work(n);
		return median(
			Array.from({ length: 400 }, (_, n) => {
				const from = performance.now();
				work((n * 47) % users);
				return performance.now() - from;
			}),
		);
	};
	const historyOf = (user: number) =>
		Array.from(
			model.histories.columns.subarray(model.histories.starts[user]!, model.histories.starts[user + 1]!),
		);
	const ranked = timed((user) => model.recommend({ user }, 20));
	const folded = timed((user) => model.recommend({ history: historyOf(user) }, 20));
	const near = timed((user) => sparse.recommend({ user }, 20));
	return [
		atMost('a million interactions read', loading, 's', 2),
		atMost('memory that reading takes', loaded, 'MB', 200),
		atMost('ALS, 100,000 items: top 20 of a stored user, median', ranked, 'ms', 2),
		atMost('ALS: folding in a history and its top 20, less the top 20', folded - ranked, 'ms', 1),
		atMost('item neighbours, 100,000 items: top 20 of a stored user, median', near, 'ms', 2),
		atMost('resident memory with both models', process.memoryUsage.rss() / 1e6, 'MB', null),
	];
}
