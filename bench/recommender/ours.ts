// One model in a process of its own, so that its peak memory is its own: the counterpart of peers.py.
import { readFileSync } from 'node:fs';
import {
	accuracy,
	als,
	bpr,
	type Control,
	csrFromRows,
	interactionsFromHistories,
	itemNeighbours,
	rankAll,
} from '../../packages/recommender/src/index.ts';

const [name = '', trainPath = '', testPath = '', ...numbers] = process.argv.slice(2);
const [factors = 64, iterations = 15, regularisation = 0.01, alpha = 1, rate = 0.01, threads = 2, k = 20] =
	numbers.map(Number);

const rows = (path: string) => {
	const out: number[][] = [];
	for (const line of readFileSync(path, 'utf8').split('\n')) {
		if (line === '') continue;
		const [user = 0, ...items] = line.split(' ').map(Number);
		out[user] = items;
	}
	return Array.from(out, (row) => row ?? []);
};
const train = rows(trainPath);
const test = rows(testPath);
let items = 0;
for (const row of [...train, ...test]) for (const item of row) items = Math.max(items, item + 1);
while (train.length < test.length) train.push([]);
const data = interactionsFromHistories(train, items);
const baseMb = process.resourceUsage().maxRSS / 1024;
const control: Control = { threads };

const start = performance.now();
const model =
	name === 'als'
		? // implicit minimises alpha (1 - xy)² over what is seen and (xy)² over the rest: with vectors shrunk so that
			// the ideal score is 1 - 1 / alpha, that is (1 - xy)² over what is seen and (xy)² / (alpha - 1) over all.
			await als.fit(
				data,
				{
					factors,
					iterations,
					unobserved: 1 / (alpha - 1),
					regularisation: regularisation / alpha,
					exponent: 0,
				},
				control,
			)
		: name === 'bpr'
			? // implicit draws what a user did not use as often as it is used.
				await bpr.fit(data, { factors, iterations, regularisation, rate, negatives: 'popular' }, control)
			: // implicit counts the item itself among its neighbours.
				await itemNeighbours.fit(data, { neighbours: factors - 1 }, control);
const trainSeconds = (performance.now() - start) / 1000;
const again = performance.now();
const lists = await rankAll(model, k, {}, control);
const rankSeconds = (performance.now() - again) / 1000;
const { recall, ndcg } = accuracy(
	lists,
	csrFromRows(
		train.map((_, user) => ({ columns: test[user] ?? [] })),
		items,
	),
);
console.log(
	JSON.stringify({
		trainSeconds,
		rankSeconds,
		users: train.length,
		recall: recall.mean,
		ndcg: ndcg.mean,
		peakMb: process.resourceUsage().maxRSS / 1024,
		baseMb,
	}),
);
process.exit(0);
