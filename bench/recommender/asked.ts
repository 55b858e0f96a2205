// node bench/recommender/asked.ts FILE: what a server does with one saved model, in a process of its own.
import { readFileSync, statSync } from 'node:fs';
import { loadModel } from '../../packages/recommender/src/index.ts';
import { median } from '../report.ts';

export interface Asked {
	/** Median milliseconds: a stored user, a history that was never seen. */
	stored: number;
	folded: number;
	/** Milliseconds from the file to the first answer. */
	first: number;
	/** Megabytes. */
	file: number;
	/** Of the whole process, and of it what came with the model. */
	resident: number;
	model: number;
}

const path = process.argv[2]!;
const empty = process.memoryUsage.rss();
const start = performance.now();
const model = loadModel(readFileSync(path));
model.recommend({ user: 0 }, 20);
const first = performance.now() - start;
const timed = (work: (user: number) => unknown) => {
	for (let n = 0; n < 50; n++) work(n);
	return median(
		Array.from({ length: 400 }, (_, n) => {
			const user = (n * 47) % model.users;
			const from = performance.now();
			work(user);
			return performance.now() - from;
		}),
	);
};
const stored = timed((user) => model.recommend({ user }, 20));
const resident = process.memoryUsage.rss();
const { starts, columns } = model.histories;
const histories = Array.from({ length: model.users }, (_, user) =>
	Array.from(columns.subarray(starts[user]!, starts[user + 1]!)),
);
const answer: Asked = {
	stored,
	folded: timed((user) => model.recommend({ history: histories[user]! }, 20)),
	first,
	file: statSync(path).size / 1e6,
	resident: resident / 1e6,
	model: (resident - empty) / 1e6,
};
console.log(JSON.stringify(answer));
