import { expect, test } from 'vitest';
import {
	ease,
	interactionsFromHistories,
	itemNeighbours,
	linearFilter,
	random,
	rp3beta,
	svd,
} from '../src/index.ts';
import { inverse } from '../src/linear-algebra.ts';
import { describeModel, twoTastes } from './model-suite.ts';

describeModel(ease, { regularisation: 5 });
describeModel(ease, { regularisation: 5, decay: 0.8, discount: 0.2 });
describeModel(linearFilter);
describeModel(rp3beta, { neighbours: 8 });
describeModel(svd, { factors: 2 });
describeModel(svd, { factors: 4, user: 0.5, item: 0.5 });

/** Dense users by items of some random data. */
function dense(users = 150, items = 100) {
	const rng = random(11);
	const rows = Array.from({ length: users }, () => [
		...new Set(Array.from({ length: 3 + rng.int(20) }, () => rng.int(items))),
	]);
	const x = rows.map((row) => Array.from({ length: items }, (_, item) => (row.includes(item) ? 1 : 0)));
	return { data: interactionsFromHistories(rows, items), x, users, items };
}

const column = (x: number[][], j: number) => x.map((row) => row[j]!);
const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

test.each([1, 2])('EASE is the closed form computed directly, with %i threads', async (threads) => {
	const { data, x, items } = dense();
	const model = await ease.fit(data, { regularisation: 30 }, { threads });
	const gram = new Float64Array(items * items);
	for (let i = 0; i < items; i++)
		for (let j = 0; j < items; j++)
			gram[i * items + j] = dot(column(x, i), column(x, j)) + (i === j ? 30 : 0);
	const p = inverse(gram, items);
	for (const user of [0, 17, 149]) {
		const scores = model.scores({ user });
		for (let j = 0; j < items; j++) {
			let expected = 0;
			for (let i = 0; i < items; i++)
				if (i !== j) expected -= (x[user]![i]! * p[i * items + j]!) / p[j * items + j]!;
			expect(scores[j]).toBeCloseTo(expected, 4);
		}
	}
});

test('item neighbourhoods are cosines computed directly', async () => {
	const { data, x, items } = dense();
	const model = await itemNeighbours.fit(data, { neighbours: items });
	for (const item of [0, 50]) {
		const scores = model.scores({ history: [item] });
		for (let j = 0; j < items; j++) {
			const [a, b] = [column(x, item), column(x, j)];
			expect(scores[j]).toBeCloseTo(j === item ? 0 : dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)), 5);
		}
	}
});

test('the linear filter and RP3beta are products of dense normalised matrices', async () => {
	const { data, x, items } = dense();
	const userDegree = x.map((row) => dot(row, row));
	const itemDegree = Array.from({ length: items }, (_, j) => dot(column(x, j), column(x, j)));
	const filter = (await linearFilter.fit(data)).scores({ history: [3] });
	const walked = (await rp3beta.fit(data, { alpha: 1, beta: 0.4, neighbours: items })).scores({
		history: [3],
	});
	for (let j = 0; j < items; j++) {
		if (j === 3) continue;
		// D_i^-1/2 (R_nᵀ R_n) D_i^1/2, entry by entry.
		const normalised = x.reduce(
			(sum, row, u) =>
				sum + (row[3]! * row[j]!) / userDegree[u]! / Math.sqrt(itemDegree[3]! * itemDegree[j]!),
			0,
		);
		const expected = itemDegree[3]! ** -0.5 * normalised * itemDegree[j]! ** 0.5;
		expect(filter[j]).toBeCloseTo(expected, 5);
		expect(walked[j]).toBeCloseTo(expected * itemDegree[j]! ** -0.4, 5);
	}
});

test('SVD with all factors gives the data back', async () => {
	const { data, x, items } = dense(60, 20);
	const model = await svd.fit(data, { factors: 20 });
	for (const user of [0, 30]) {
		const scores = model.scores({ user });
		for (let j = 0; j < items; j++) expect(scores[j]).toBeCloseTo(x[user]![j]!, 3);
	}
});

test('SVD of two tastes finds two directions of equal strength', async () => {
	const { state } = await svd.fit(twoTastes(), { factors: 4, user: 0.5, item: 0.5 });
	expect(state.values[0]).toBeCloseTo(1, 3);
	expect(state.values[1]).toBeCloseTo(1, 2);
	expect(state.values[2]).toBeLessThan(0.95);
});
