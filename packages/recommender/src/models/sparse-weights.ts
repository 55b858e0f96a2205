// What models share that answer with a sparse matrix from items of the history to items that follow.
import type { Control } from '../control.ts';
import { float32, int32, startsOf } from '../data/arrays.ts';
import type { Csr } from '../data/csr.ts';
import type { NeighbourContext } from '../kernels/neighbours.ts';
import { runKernel } from '../parallel/run.ts';

/** Item by item: what having the row's item adds to the column's. */
export interface SparseWeights {
	weights: Csr;
}

/** The prior of models that have none. */
export const nothing = new Float32Array(0);

type Likeness = Omit<NeighbourContext, 'outColumns' | 'outValues' | 'outCounts'>;

/** The strongest entries of each row of a (scaled) product of sparse matrices. */
export async function strongest(likeness: Likeness, control?: Control): Promise<Csr> {
	const keep = Math.min(likeness.keep, likeness.right.width);
	const rows = likeness.left.rows;
	// Rows are computed in slabs: the places for one slab are bounded, whatever `keep` is.
	const slab = Math.max(1, Math.min(rows, Math.floor(64e6 / keep)));
	const parts: { columns: Int32Array; values: Float32Array }[] = [];
	const counts = new Int32Array(rows);
	const context: NeighbourContext = {
		...likeness,
		keep,
		outColumns: int32(slab * keep),
		outValues: float32(slab * keep),
		outCounts: int32(slab),
	};
	for (let first = 0; first < rows; first += slab) {
		const size = Math.min(slab, rows - first);
		await runKernel('neighbours', { ...context, ...sliced(likeness, first, size) }, size, {
			chunk: 32,
			control,
		});
		let total = 0;
		for (let row = 0; row < size; row++) total += context.outCounts[row]!;
		const columns = new Int32Array(total);
		const values = new Float32Array(total);
		let to = 0;
		for (let row = 0; row < size; row++) {
			const from = row * keep;
			const count = context.outCounts[row]!;
			counts[first + row] = count;
			columns.set(context.outColumns.subarray(from, from + count), to);
			values.set(context.outValues.subarray(from, from + count), to);
			to += count;
		}
		parts.push({ columns, values });
	}
	const starts = startsOf(counts);
	const columns = int32(starts[rows]!);
	const values = float32(columns.length);
	let to = 0;
	for (const part of parts) {
		columns.set(part.columns, to);
		values.set(part.values, to);
		to += part.columns.length;
	}
	return { rows, width: likeness.right.width, starts, columns, values };
}

/** Rows `first` … of the left matrix, as if they were the whole. */
function sliced(
	likeness: Likeness,
	first: number,
	size: number,
): Pick<NeighbourContext, 'left' | 'rowScale' | 'offset'> {
	const { left, rowScale } = likeness;
	return {
		offset: first,
		left: { ...left, rows: size, starts: left.starts.subarray(first, first + size + 1) },
		rowScale: rowScale ? rowScale.subarray(first, first + size) : null,
	};
}
