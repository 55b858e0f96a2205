// What models share that answer with a sparse matrix from items of the history to items that follow.
import type { Control } from '../control.ts';
import { float32, int32, startsOf } from '../data/arrays.ts';
import type { Csr } from '../data/csr.ts';
import type { NeighbourContext } from '../kernels/neighbours.ts';
import type { KeptRows } from '../kernels/select.ts';
import { runKernel } from '../parallel/run.ts';

/** Item by item: what having the row's item adds to the column's. */
export interface SparseWeights {
	weights: Csr;
}

/** The prior of models that have none. */
export const nothing = new Float32Array(0);

type Likeness = Omit<NeighbourContext, keyof KeptRows> & { keep: number };

/** The strongest entries of each row of a (scaled) product of sparse matrices. */
export function strongest({ keep, ...likeness }: Likeness, control?: Control): Promise<Csr> {
	return inSlabs(likeness.left.rows, likeness.right.width, keep, (kept, first, size) =>
		runKernel('neighbours', { ...likeness, ...kept, ...sliced(likeness, first, size) }, size, {
			chunk: 32,
			control,
		}),
	);
}

/** A sparse matrix whose rows a kernel computes, `size` rows from row `first` on at a time. */
export async function inSlabs(
	rows: number,
	width: number,
	wanted: number,
	compute: (kept: KeptRows, first: number, size: number) => Promise<void>,
): Promise<Csr> {
	const keep = Math.min(wanted, width);
	// The places for one slab are bounded, whatever `keep` is.
	const slab = Math.max(1, Math.min(rows, Math.floor(64e6 / keep)));
	const parts: { columns: Int32Array; values: Float32Array }[] = [];
	const counts = new Int32Array(rows);
	const kept = {
		keep,
		outColumns: int32(slab * keep),
		outValues: float32(slab * keep),
		outCounts: int32(slab),
	};
	for (let first = 0; first < rows; first += slab) {
		const size = Math.min(slab, rows - first);
		await compute(kept, first, size);
		let total = 0;
		for (let row = 0; row < size; row++) total += kept.outCounts[row]!;
		const columns = new Int32Array(total);
		const values = new Float32Array(total);
		let to = 0;
		for (let row = 0; row < size; row++) {
			const from = row * keep;
			const count = kept.outCounts[row]!;
			counts[first + row] = count;
			columns.set(kept.outColumns.subarray(from, from + count), to);
			values.set(kept.outValues.subarray(from, from + count), to);
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
	return { rows, width, starts, columns, values };
}

/** Rows `first` … of the left matrix, as if they were the whole. */
function sliced(
	likeness: Omit<Likeness, 'keep'>,
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
