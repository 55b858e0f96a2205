import { refuse } from '../errors.ts';
import { random } from '../random.ts';

/** The difference of two models on the same users, with its interval. */
export interface Comparison {
	difference: number;
	low: number;
	high: number;
	/** The share of resamples in which the first model is not better. */
	notBetter: number;
}

/**
 * Paired bootstrap (Efron; Sakai 2006): users are drawn again with replacement, both models measured on the same draw.
 *
 * @param a per-user values of the first model
 * @param b per-user values of the second, same users in the same order
 */
export function compare(
	a: ArrayLike<number>,
	b: ArrayLike<number>,
	{ samples = 2000, confidence = 0.95, seed = 1 } = {},
): Comparison {
	if (a.length !== b.length) refuse('length_mismatch', `${a.length} values against ${b.length}.`);
	if (a.length === 0) refuse('empty_data', 'There is nothing to compare.');
	const differences = Float64Array.from({ length: a.length }, (_, i) => a[i]! - b[i]!);
	const rng = random(seed);
	const means = new Float64Array(samples);
	for (let s = 0; s < samples; s++) {
		let sum = 0;
		for (let i = 0; i < differences.length; i++) sum += differences[rng.int(differences.length)]!;
		means[s] = sum / differences.length;
	}
	means.sort();
	const at = (p: number) => means[Math.min(samples - 1, Math.max(0, Math.floor(p * samples)))]!;
	return {
		difference: differences.reduce((x, y) => x + y, 0) / differences.length,
		low: at((1 - confidence) / 2),
		high: at(1 - (1 - confidence) / 2),
		notBetter: means.filter((mean) => mean <= 0).length / samples,
	};
}
