import { expect, test } from 'vitest';
import { interactionsFromHistories, random, spectralFilter } from '../src/index.ts';
import { symmetricEigen } from '../src/linear-algebra.ts';
import { describeModel } from './model-suite.ts';

describeModel(spectralFilter, { factors: 4, neighbours: 12 });
describeModel(spectralFilter, { response: 'linear', factors: 0, power: 0.5, decay: 0.9 });
describeModel(spectralFilter, { response: 'sharpened', factors: 3, order: 5 });

const items = 40;

function someData() {
	const rng = random(5);
	return interactionsFromHistories(
		Array.from({ length: 90 }, () => [
			...new Set(Array.from({ length: 3 + rng.int(9) }, () => rng.int(items))),
		]),
		items,
	);
}

/** D^-power (f(P) + V w Vᵀ) D^power by the eigenvectors of P: what the model must keep, off the diagonal. */
function byEigenvectors(
	response: (eigenvalue: number) => number,
	low: { factors: number; weight: (eigenvalue: number) => number },
	power: number,
): Float64Array {
	const { matrix } = someData();
	const degrees = new Float64Array(items);
	for (const item of matrix.columns) degrees[item]!++;
	const p = new Float64Array(items * items);
	for (let user = 0; user < matrix.rows; user++) {
		const row = matrix.columns.subarray(matrix.starts[user], matrix.starts[user + 1]);
		for (const a of row)
			for (const b of row) p[a * items + b]! += 1 / row.length / Math.sqrt(degrees[a]! * degrees[b]!);
	}
	const { values, vectors } = symmetricEigen(p, items);
	const out = new Float64Array(items * items);
	for (let a = 0; a < items; a++)
		for (let b = 0; b < items; b++) {
			for (let d = 0; d < items; d++) {
				const passed = response(values[d]!) + (d < low.factors ? low.weight(values[d]!) : 0);
				out[a * items + b]! += vectors[a * items + d]! * passed * vectors[b * items + d]!;
			}
			out[a * items + b]! *= (degrees[b]! / degrees[a]!) ** power;
		}
	return out;
}

async function expectWeights(options: Partial<typeof spectralFilter.defaults>, expected: Float64Array) {
	const model = await spectralFilter.fit(someData(), { ...options, neighbours: items, rounds: 20 });
	for (let item = 0; item < items; item++) {
		const scores = model.scores({ history: [item] });
		for (let other = 0; other < items; other++)
			expect(scores[other]).toBeCloseTo(other === item ? 0 : Math.max(0, expected[item * items + other]!), 4);
	}
}

test('the linear response with a low pass is the sum over eigenvectors', () =>
	expectWeights(
		{ response: 'linear', factors: 5, lowPass: 0.3, power: 0.5 },
		byEigenvectors((value) => value, { factors: 5, weight: () => 0.3 }, 0.5),
	));

test('sharpening is one step of Runge and Kutta from what is blurred and passed low', () => {
	const sharpen = (value: number) => {
		let term = 1;
		let sum = 1;
		for (let k = 1; k <= 4; k++) {
			term *= (-1.5 * value) / k;
			sum += term;
		}
		return sum;
	};
	return expectWeights(
		{ response: 'sharpened', time: 1.5, factors: 4, lowPass: 0.2, power: 0.3 },
		byEigenvectors(
			(value) => value * sharpen(value),
			{ factors: 4, weight: (value) => 0.2 * sharpen(value) },
			0.3,
		),
	);
});

test('the plateau is the polynomial through its values at the Chebyshev nodes', () => {
	const order = 6;
	const nodes = Array.from({ length: order + 1 }, (_, j) => Math.cos(((j + 0.5) * Math.PI) / (order + 1)));
	const values = Array.from({ length: order + 1 }, (_, j) => {
		const x = Math.cos((j * Math.PI) / order);
		return (1 - Math.sign(x) * Math.abs(x) ** 2) / 2;
	});
	// Lagrange 1795.
	const interpolated = (eigenvalue: number) =>
		nodes.reduce(
			(sum, node, j) =>
				sum +
				nodes.reduce(
					(product, other, m) =>
						m === j ? product : (product * (1 - 2 * eigenvalue - other)) / (node - other),
					values[j]!,
				),
			0,
		);
	return expectWeights(
		{ response: 'plateau', order, flatness: 2, factors: 0, power: 0.4 },
		byEigenvectors(interpolated, { factors: 0, weight: () => 0 }, 0.4),
	);
});

test('refuses a response that does not exist', async () => {
	await expect(
		spectralFilter.fit(someData(), { response: 'loud' as unknown as 'linear' }),
	).rejects.toMatchObject({ code: 'invalid_option' });
});
