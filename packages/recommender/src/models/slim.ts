import { partOf } from '../control.ts';
import { float32, float64, int32 } from '../data/arrays.ts';
import { columnSums, csrFromRows, transpose } from '../data/csr.ts';
import { defineModel, inRange } from '../model.ts';
import { runKernel } from '../parallel/run.ts';
import { nothing, type SparseWeights, strongest } from './sparse-weights.ts';

export interface SlimOptions {
	/** Makes weights few. */
	l1: number;
	/** Makes weights small. */
	l2: number;
	/** Only this many of the most alike items may have a weight. */
	candidates: number;
	decay: number;
}

/**
 * Sparse linear method (Ning and Karypis 2011): minimises |x_j - X w_j|² / 2 + l2 |w_j|² / 2 + l1 |w_j|_1 over
 * non-negative weights with w_jj = 0, for each item j by itself.
 */
export const slim = defineModel<SlimOptions, SparseWeights>({
	kind: 'slim',
	version: 1,
	defaults: { l1: 1, l2: 50, candidates: 100, decay: 1 },
	check: (options) =>
		inRange(options, { l1: [0, 1e9], l2: [1e-9, 1e9], candidates: [1, 5000], decay: [0, 1] }),
	async fit({ matrix }, { l1, l2, candidates }, control) {
		const items = matrix.width;
		const gram = await strongest(
			{
				left: transpose(matrix),
				right: matrix,
				rowScale: null,
				columnScale: null,
				shrink: 0,
				union: false,
				self: true,
				keep: items,
			},
			partOf(control, 0, 0.2),
		);
		const diagonal = float64(items);
		diagonal.set(columnSums(matrix, 2));
		const outColumns = int32(items * candidates);
		const outValues = float32(items * candidates);
		const outCounts = int32(items);
		await runKernel(
			'slimColumns',
			{ gram, diagonal, candidates, l1, l2, outColumns, outValues, outCounts },
			items,
			{ chunk: 16, control: partOf(control, 0.2, 1) },
		);
		const columns = csrFromRows(
			Array.from(outCounts, (count, item) => ({
				columns: outColumns.subarray(item * candidates, item * candidates + count),
				values: outValues.subarray(item * candidates, item * candidates + count),
			})),
			items,
		);
		return { weights: transpose(columns) };
	},
	rows: ({ weights }, { decay }) => ({ weights, decay, weighted: true, prior: nothing }),
});
