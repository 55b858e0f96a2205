import type { Features } from './features.ts';

/** A hyperplane: a weight for each feature, and what is added to every sum. */
export interface Hyperplane {
	weights: Float32Array;
	bias: number;
}

/**
 * A linear support vector machine with squared hinge loss, by coordinate descent in the dual (Hsieh et al. 2008):
 * minimises |w|²/2 + cost * sum of max(0, 1 - y (w x + b))², the bias being a weight like the others.
 *
 * @param examples features, each of length 1
 * @param labels true for the positive class
 * @param size number of places of features
 */
export function fitHyperplane(
	examples: readonly Features[],
	labels: readonly boolean[],
	size: number,
	{ cost = 1, passes = 10 }: { cost?: number; passes?: number } = {},
): Hyperplane {
	const weights = new Float32Array(size);
	let bias = 0;
	const diagonal = 1 / (2 * cost);
	// The square of its length, the bias as a feature of value 1.
	const square = 2;
	const multipliers = new Float64Array(examples.length);
	const order = Int32Array.from(examples, (_, n) => n);
	let seed = 1;
	for (let pass = 0; pass < passes; pass++) {
		for (let n = order.length - 1; n > 0; n--) {
			seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
			const other = Math.floor((seed / 2 ** 32) * (n + 1));
			[order[n], order[other]] = [order[other]!, order[n]!];
		}
		for (const n of order) {
			const { ids, values } = examples[n]!;
			const sign = labels[n] ? 1 : -1;
			let sum = bias;
			for (let k = 0; k < ids.length; k++) sum += weights[ids[k]!]! * values[k]!;
			const old = multipliers[n]!;
			const fresh = Math.max(0, old - (sign * sum - 1 + diagonal * old) / (square + diagonal));
			const step = (fresh - old) * sign;
			if (step === 0) continue;
			multipliers[n] = fresh;
			for (let k = 0; k < ids.length; k++) weights[ids[k]!]! += step * values[k]!;
			bias += step;
		}
	}
	return { weights, bias };
}

/** How far on the positive side: above 0 positive. */
export function marginOf({ weights, bias }: Hyperplane, { ids, values }: Features): number {
	let sum = bias;
	for (let k = 0; k < ids.length; k++) sum += weights[ids[k]!]! * values[k]!;
	return sum;
}

/**
 * Turns margins into probabilities: p = 1 / (1 + exp(a m + b)), a and b by Newton's method on the log loss with the
 * targets of Platt (2000) as Lin, Lin and Weng (2007) solve it.
 */
export function fitSigmoid(margins: readonly number[], labels: readonly boolean[]): { a: number; b: number } {
	const positive = labels.filter(Boolean).length;
	const negative = labels.length - positive;
	const [high, low] = [(positive + 1) / (positive + 2), 1 / (negative + 2)];
	const loss = (a: number, b: number) =>
		margins.reduce((sum, margin, n) => {
			const z = a * margin + b;
			const target = labels[n] ? high : low;
			return (
				sum + (z >= 0 ? target * z + Math.log1p(Math.exp(-z)) : (target - 1) * z + Math.log1p(Math.exp(z)))
			);
		}, 0);
	let [a, b] = [0, Math.log((negative + 1) / (positive + 1))];
	let value = loss(a, b);
	for (let round = 0; round < 100; round++) {
		let [h11, h22, h21, g1, g2] = [1e-12, 1e-12, 0, 0, 0];
		for (const [n, margin] of margins.entries()) {
			const p = 1 / (1 + Math.exp(a * margin + b));
			const d2 = p * (1 - p);
			const d1 = (labels[n] ? high : low) - p;
			h11 += margin * margin * d2;
			h22 += d2;
			h21 += margin * d2;
			g1 += margin * d1;
			g2 += d1;
		}
		if (Math.abs(g1) < 1e-5 && Math.abs(g2) < 1e-5) break;
		const det = h11 * h22 - h21 * h21;
		const [da, db] = [-(h22 * g1 - h21 * g2) / det, -(h11 * g2 - h21 * g1) / det];
		const slope = g1 * da + g2 * db;
		let step = 1;
		while (step > 1e-10) {
			const next = loss(a + step * da, b + step * db);
			if (next < value + 1e-4 * step * slope) {
				[a, b, value] = [a + step * da, b + step * db, next];
				break;
			}
			step /= 2;
		}
		if (step <= 1e-10) break;
	}
	return { a, b };
}
