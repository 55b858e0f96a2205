import { type Control, partOf } from '../control.ts';
import { float32 } from '../data/arrays.ts';
import { type Csr, mapValues, rowSums, transpose } from '../data/csr.ts';
import { choleskyInPlace, symmetricEigen } from '../linear-algebra.ts';
import { defineModel, inRange, type Profile } from '../model.ts';
import { runKernel } from '../parallel/run.ts';
import { random } from '../random.ts';

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
		const itemDegrees = rowSums(transpose(matrix)).map((degree) => Math.max(1e-12, degree));
		const scaled = mapValues(
			matrix,
			(value, user, item) =>
				value * userDegrees[user]! ** -options.user * itemDegrees[item]! ** -options.item,
		);
		const width = Math.min(options.factors, matrix.width, matrix.rows);
		const { vectors, values } = await rightVectors(scaled, width, options, control);
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

/** The first right singular vectors (rows by item) and singular values of a sparse matrix. */
async function rightVectors(
	matrix: Csr,
	wanted: number,
	{ rounds, seed }: SvdOptions,
	control?: Control,
): Promise<{ vectors: Float64Array; values: Float64Array }> {
	const turned = transpose(matrix);
	const width = Math.min(wanted + 16, matrix.width);
	const basis = float32(matrix.width * width);
	const images = float32(matrix.rows * width);
	const rng = random(seed);
	for (let at = 0; at < basis.length; at++) basis[at] = rng.normal();
	orthonormalise(basis, width);
	for (let round = 0; round <= rounds; round++) {
		const part = partOf(control, round / (rounds + 1), (round + 1) / (rounds + 1));
		await runKernel('sparseDense', { sparse: matrix, dense: basis, width, out: images }, matrix.rows, {
			control: part && { ...part, onProgress: undefined },
		});
		if (round === rounds) break;
		await runKernel('sparseDense', { sparse: turned, dense: images, width, out: basis }, matrix.width, {
			control: part,
		});
		orthonormalise(basis, width);
	}
	// Within the subspace the problem is small: the eigenvectors of (R Q)ᵀ (R Q).
	const { values, vectors: rotation } = symmetricEigen(crossProduct(images, width), width);
	const vectors = new Float64Array(matrix.width * wanted);
	for (let row = 0; row < matrix.width; row++)
		for (let k = 0; k < width; k++) {
			const value = basis[row * width + k]!;
			if (value === 0) continue;
			for (let d = 0; d < wanted; d++) vectors[row * wanted + d]! += value * rotation[k * width + d]!;
		}
	return { vectors, values: values.slice(0, wanted).map((value) => Math.sqrt(Math.max(value, 1e-30))) };
}

/** Columns made orthonormal by Cholesky, twice: the second time repairs what rounding left. */
function orthonormalise(rows: Float32Array, width: number): void {
	for (let pass = 0; pass < 2; pass++) {
		const factor = crossProduct(rows, width);
		for (let d = 0; d < width; d++) factor[d * width + d]! *= 1 + 1e-12;
		choleskyInPlace(factor, width);
		for (let base = 0; base < rows.length; base += width)
			for (let d = 0; d < width; d++) {
				let sum = rows[base + d]!;
				for (let k = 0; k < d; k++) sum -= factor[d * width + k]! * rows[base + k]!;
				rows[base + d] = sum / factor[d * width + d]!;
			}
	}
}

function crossProduct(rows: Float32Array, width: number): Float64Array {
	const out = new Float64Array(width * width);
	for (let base = 0; base < rows.length; base += width)
		for (let i = 0; i < width; i++) {
			const value = rows[base + i]!;
			if (value === 0) continue;
			for (let j = 0; j <= i; j++) out[i * width + j]! += value * rows[base + j]!;
		}
	for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) out[j * width + i] = out[i * width + j]!;
	return out;
}
