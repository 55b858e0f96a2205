import { choleskyInPlace, solveLower, solveUpper } from '../linear-algebra.ts';
import type { Profile } from '../model.ts';

interface Folding {
	width: number;
	items: Float32Array;
	/** The square of the items, times the weight of unseen pairs. */
	gram: Float64Array;
}

/** The vector of a user with this history, exactly: one solve of a small system. */
export function foldIn(
	{ width, items, gram }: Folding,
	profile: Profile,
	regularisation: number,
): Float32Array {
	const { factor, right } = system({ width, items, gram }, profile, regularisation);
	solveLower(factor, right, width);
	solveUpper(factor, right, width);
	return Float32Array.from(right);
}

/** Hu, Koren and Volinsky 2008, section 5: the score is a sum over the history of w_i * y_j A^-1 y_i. */
export function foldInContributions(
	folding: Folding,
	profile: Profile,
	item: number,
	regularisation: number,
): Float64Array {
	const { width, items } = folding;
	const { factor } = system(folding, profile, regularisation);
	const seen = Float64Array.from(items.subarray(item * width, (item + 1) * width));
	solveLower(factor, seen, width);
	solveUpper(factor, seen, width);
	return Float64Array.from(profile.items, (known, i) => {
		let sum = 0;
		for (let d = 0; d < width; d++) sum += seen[d]! * items[known * width + d]!;
		return profile.weights[i]! * sum;
	});
}

function system(
	{ width, items, gram }: Folding,
	profile: Profile,
	regularisation: number,
): { factor: Float64Array; right: Float64Array } {
	const factor = Float64Array.from(gram);
	const right = new Float64Array(width);
	for (let i = 0; i < profile.items.length; i++) {
		const at = profile.items[i]! * width;
		const weight = profile.weights[i]!;
		for (let row = 0; row < width; row++) {
			const scaled = weight * items[at + row]!;
			right[row]! += scaled;
			// The lower triangle is enough.
			for (let column = 0; column <= row; column++)
				factor[row * width + column]! += scaled * items[at + column]!;
		}
	}
	for (let d = 0; d < width; d++) factor[d * width + d]! += regularisation;
	choleskyInPlace(factor, width);
	return { factor, right };
}
