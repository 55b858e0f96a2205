import { expect, test } from 'vitest';
import { als, rankAll, topK, transpose } from '../src/index.ts';
import { inverse } from '../src/linear-algebra.ts';
import { describeModel, twoTastes } from './model-suite.ts';

const options = {
	factors: 6,
	iterations: 200,
	steps: 12,
	unobserved: 0.3,
	regularisation: 0.02,
	exponent: 1,
};

describeModel(als, { factors: 4, iterations: 10, unobserved: 0.2 });
describeModel(als, { factors: 3, iterations: 10, exponent: 0, regularisation: 0.1 });

test('ALS comes to rest where the normal equations hold for every user and every item', async () => {
	const data = twoTastes();
	const { state } = await als.fit(data, options);
	const { width, users, items } = state;
	for (const [x, y, matrix] of [
		[users, items, data.matrix],
		[items, users, transpose(data.matrix)],
	] as const)
		for (let row = 0; row < matrix.rows; row++) {
			const a = new Float64Array(width * width);
			const b = new Float64Array(width);
			const count = matrix.starts[row + 1]! - matrix.starts[row]!;
			for (let other = 0; other < matrix.width; other++) {
				const seen = matrix.columns.subarray(matrix.starts[row]!, matrix.starts[row + 1]!).includes(other);
				for (let i = 0; i < width; i++) {
					if (seen) b[i]! += y[other * width + i]!;
					for (let j = 0; j < width; j++)
						a[i * width + j]! += ((seen ? 1 : 0) + 0.3) * y[other * width + i]! * y[other * width + j]!;
				}
			}
			for (let i = 0; i < width; i++) a[i * width + i]! += 0.02 * (count + 0.3 * matrix.width);
			const inverted = inverse(a, width);
			for (let i = 0; i < width; i++) {
				let expected = 0;
				for (let j = 0; j < width; j++) expected += inverted[i * width + j]! * b[j]!;
				expect(x[row * width + i]).toBeCloseTo(expected, 3);
			}
		}
});

test('a user who is folded in gets the scores of the same user trained', async () => {
	const model = await als.fit(twoTastes(), options);
	const history = model.histories.columns.slice(model.histories.starts[7]!, model.histories.starts[8]!);
	const trained = model.scores({ user: 7 });
	const folded = model.scores({ history });
	for (let item = 0; item < trained.length; item++) expect(folded[item]).toBeCloseTo(trained[item]!, 3);
});

test('explanations of ALS add up to the score', async () => {
	const model = await als.fit(twoTastes(), options);
	const { score, reasons } = model.explain({ history: [3, 5] }, 4, 10);
	expect(reasons).toHaveLength(2);
	expect(reasons.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 4);
});

test('ranking many by pruned inner products is ranking all by scores', async () => {
	const model = await als.fit(twoTastes(), { ...options, iterations: 5 });
	for (const threads of [1, 3]) {
		const lists = await rankAll(model, 7, {}, { threads });
		for (let user = 0; user < model.users; user++) {
			const scores = model.scores({ user });
			for (let at = model.histories.starts[user]!; at < model.histories.starts[user + 1]!; at++)
				scores[model.histories.columns[at]!] = Number.NEGATIVE_INFINITY;
			expect([...lists.items.subarray(user * 7, user * 7 + 7)]).toEqual([...topK(scores, 7).items]);
			expect(model.recommend({ user }, 7).map(({ item }) => item)).toEqual([...topK(scores, 7).items]);
		}
	}
});
