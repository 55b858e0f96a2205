import { float32 } from '../data/arrays.ts';
import { columnSums, mapValues, rowSums } from '../data/csr.ts';
import { defineModel, inRange, type Profile } from '../model.ts';
import { rightVectors } from '../singular-vectors.ts';

export interface SvdOptions {
	factors: number;
	/** Powers of the degrees that the matrix is divided by first: 0 and 0 is PureSVD, 0.5 and 0.5 the ideal low pass. */
	user: number;
	item: number;
	/** The power of the singular value (relative to the first) that each factor counts with. */
	spectrum: number;
	/** Rounds of subspace iteration. */
	rounds: number;
	seed: number;
}

interface SvdState {
	width: number;
	/** What an item of the history adds to the profile's vector, and what that is compared with. */
	inputs: Float32Array;
	items: Float32Array;
	values: Float64Array;
}

/**
 * Truncated singular value decomposition R_n = U S Vᵀ by randomised subspace iteration (Halko, Martinsson and Tropp
 * 2011). score = x D^-item V (S/s_1)^spectrum Vᵀ D^item: PureSVD (Cremonesi, Koren and Turrin 2010), or with both
 * powers 0.5 the ideal low-pass filter of GF-CF (Shen et al. 2021). Users need no vector: any history is folded in.
 */
export const svd = defineModel<SvdOptions, SvdState>({
	kind: 'svd',
	version: 1,
	defaults: { factors: 64, user: 0, item: 0, spectrum: 0, rounds: 4, seed: 1 },
	check: (options) =>
		inRange(options, {
			factors: [1, 1024],
			user: [0, 2],
			item: [0, 2],
			spectrum: [0, 8],
			rounds: [1, 100],
			seed: [0, 2 ** 53],
		}),
	async fit({ matrix }, options, control) {
		const userDegrees = rowSums(matrix);
		const itemDegrees = columnSums(matrix).map((degree) => Math.max(1e-12, degree));
		const scaled = mapValues(
			matrix,
			(value, user, item) =>
				value * userDegrees[user]! ** -options.user * itemDegrees[item]! ** -options.item,
		);
		const { vectors, width, values } = await rightVectors(scaled, options.factors, options, control);
		const inputs = float32(vectors.length);
		const items = float32(vectors.length);
		for (let item = 0; item < matrix.width; item++)
			for (let d = 0; d < width; d++) {
				const value = vectors[item * width + d]!;
				const seen = itemDegrees[item]! > 1e-9;
				inputs[item * width + d] = seen ? value * itemDegrees[item]! ** -options.item : 0;
				items[item * width + d] = seen
					? value * itemDegrees[item]! ** options.item * (values[d]! / values[0]!) ** options.spectrum
					: 0;
			}
		return { width, inputs, items, values };
	},
	factors: ({ width, items }) => ({ width, items }),
	vector: ({ width, inputs }, profile) => summed(inputs, width, profile),
	contributions({ width, inputs, items }, profile, item) {
		return Array.from(profile.items, (known, i) => {
			let sum = 0;
			for (let d = 0; d < width; d++) sum += inputs[known * width + d]! * items[item * width + d]!;
			return sum * profile.weights[i]!;
		});
	},
});

function summed(inputs: Float32Array, width: number, profile: Profile): Float32Array {
	const vector = new Float32Array(width);
	for (let i = 0; i < profile.items.length; i++)
		for (let d = 0; d < width; d++)
			vector[d]! += profile.weights[i]! * inputs[profile.items[i]! * width + d]!;
	return vector;
}
