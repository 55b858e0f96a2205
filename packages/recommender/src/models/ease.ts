import { breathe, type Control } from '../control.ts';
import { float64 } from '../data/arrays.ts';
import { type Csr, transpose } from '../data/csr.ts';
import { rowProduct } from '../kernels/similarity.ts';
import { type SweepContext, sweepBlock } from '../kernels/sweep.ts';
import { inverse } from '../linear-algebra.ts';
import { defineModel, inRange } from '../model.ts';
import { runKernel } from '../parallel/run.ts';
import { arena } from '../wasm/memory.ts';

export interface EaseOptions {
	regularisation: number;
	/** How fast older items of the history lose weight. */
	decay: number;
	/** Scores are divided by popularity to this power. */
	discount: number;
}

interface EaseState {
	size: number;
	stride: number;
	/** The inverse of the regularised Gram matrix, row after row of `stride` numbers. */
	inverse: Float32Array;
	/** By item: what a column is divided by. */
	scale: Float64Array;
}

/**
 * The item-item matrix without a diagonal that reproduces the data best (Steck 2019), in closed form:
 * P = (XᵀX + regularisation I)^-1, B_ij = -P_ij / P_jj. Memory 4 n² bytes, work n³: up to some 20,000 items.
 */
export const ease = defineModel<EaseOptions, EaseState>({
	kind: 'ease',
	version: 1,
	defaults: { regularisation: 200, decay: 1, discount: 0 },
	check: (options) => inRange(options, { regularisation: [1e-6, 1e12], decay: [0, 1], discount: [0, 2] }),
	async fit({ matrix }, { regularisation, discount }, control) {
		const { values, stride } = await invertedGram(matrix, regularisation, control);
		const scale = float64(matrix.width);
		for (const item of matrix.columns) scale[item]!++;
		for (let item = 0; item < matrix.width; item++)
			scale[item] = -values[item * stride + item]! * Math.max(1, scale[item]!) ** discount;
		return { size: matrix.width, stride, inverse: values, scale };
	},
	scores({ size, stride, inverse: p, scale }, profile, out, { decay }) {
		let factor = 1;
		const own = new Float64Array(profile.items.length);
		for (let i = profile.items.length - 1; i >= 0; i--) {
			const row = profile.items[i]! * stride;
			const weight = profile.weights[i]! * factor;
			for (let j = 0; j < size; j++) out[j]! += weight * p[row + j]!;
			own[i] = weight;
			factor *= decay;
		}
		// The diagonal does not count: an item says nothing about itself.
		for (let i = 0; i < profile.items.length; i++) {
			const item = profile.items[i]!;
			out[item]! -= own[i]! * p[item * stride + item]!;
		}
		for (let j = 0; j < size; j++) out[j]! /= scale[j]!;
	},
	contributions({ stride, inverse: p, scale }, profile, item, { decay }) {
		const added = new Float64Array(profile.items.length);
		let factor = 1;
		for (let i = added.length - 1; i >= 0; i--) {
			const known = profile.items[i]!;
			if (known !== item)
				added[i] = (profile.weights[i]! * factor * p[known * stride + item]!) / scale[item]!;
			factor *= decay;
		}
		return added;
	},
});

/**
 * (XᵀX + regularisation I)^-1 by sweeping blocks (Beaton 1964; Goodnight 1979): symmetric Gauss and Jordan without
 * pivoting, which positive definite matrices do not need.
 */
async function invertedGram(
	matrix: Csr,
	regularisation: number,
	control?: Control,
): Promise<{ values: Float32Array; stride: number }> {
	const items = matrix.width;
	const size = Math.ceil(items / sweepBlock) * sweepBlock;
	const side = size * sweepBlock;
	const space = arena(4 * (size * size + 3 * side + sweepBlock * sweepBlock) + 65_536);
	const columns = space.float32(side);
	const scaled = space.float32(side);
	const packedColumns = space.float32(side);
	const packedInverse = space.float32(sweepBlock * sweepBlock);
	const a = space.float32(size * size);
	const product = rowProduct(transpose(matrix), matrix);
	for (let row = 0; row < size; row++) {
		const touched = row < items ? product(row) : 0;
		for (let i = 0; i < touched; i++) {
			const column = product.touched[i]!;
			if (column >= row) a[row * size + column] = product.sums[column]!;
		}
		a[row * size + row]! += regularisation;
	}
	const context: Omit<SweepContext, 'pivot'> = {
		memory: space.memory,
		size,
		matrix: a.byteOffset,
		columns: columns.byteOffset,
		scaled: scaled.byteOffset,
		packedColumns: packedColumns.byteOffset,
		packedInverse: packedInverse.byteOffset,
	};
	const blocks = size / sweepBlock;
	const quiet = control && { ...control, onProgress: undefined };
	for (let pivot = 0; pivot < blocks; pivot++) {
		const first = pivot * sweepBlock;
		gather(a, size, first, columns);
		packPanels(columns, size, packedColumns);
		const inverted = inverse(
			Float64Array.from(columns.subarray(first * sweepBlock, (first + sweepBlock) * sweepBlock)),
			sweepBlock,
		);
		// Symmetric: its rows are its columns.
		packPanels(inverted, sweepBlock, packedInverse);
		await runKernel('sweepRows', { ...context, pivot }, blocks, { chunk: 1, control: quiet });
		for (let row = 0; row < size; row++)
			for (let k = 0; k < sweepBlock; k++) {
				const value = scaled[row * sweepBlock + k]!;
				if (row < first) a[row * size + first + k] = value;
				else if (row >= first + sweepBlock) a[(first + k) * size + row] = value;
			}
		for (let i = 0; i < sweepBlock; i++)
			for (let j = i; j < sweepBlock; j++) a[(first + i) * size + first + j] = -inverted[i * sweepBlock + j]!;
		if (control) await breathe(control, (pivot + 1) / blocks);
	}
	// The sweep leaves minus the inverse in the upper triangle.
	for (let row = 0; row < items; row++)
		for (let column = row; column < items; column++) {
			const value = -a[row * size + column]!;
			a[row * size + column] = value;
			a[column * size + row] = value;
		}
	return { values: a.subarray(0, items * size), stride: size };
}

/** The columns of a block, from what is above, in and (transposed) beyond the diagonal. */
function gather(a: Float32Array, size: number, first: number, out: Float32Array): void {
	for (let row = 0; row < size; row++)
		for (let k = 0; k < sweepBlock; k++)
			out[row * sweepBlock + k] =
				row <= first + k ? a[row * size + first + k]! : a[(first + k) * size + row]!;
}

/** Rows of `sweepBlock` numbers as columns of panels of 8. */
function packPanels(rows: Float32Array | Float64Array, count: number, out: Float32Array): void {
	for (let row = 0; row < count; row++) {
		const to = (row >> 3) * 8 * sweepBlock + (row & 7);
		for (let k = 0; k < sweepBlock; k++) out[to + k * 8] = rows[row * sweepBlock + k]!;
	}
}
