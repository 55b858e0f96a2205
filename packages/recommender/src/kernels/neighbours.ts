import type { Csr } from '../data/csr.ts';
import { type KeptRows, keepGreatest } from './select.ts';
import { rowProduct } from './similarity.ts';

/** How a co-occurrence sum becomes a likeness. */
export interface NeighbourContext extends KeptRows {
	/** Rows whose neighbours are looked for, and the matrix they are multiplied with. */
	left: Csr;
	right: Csr;
	/** The number of the first row of `left` in the whole matrix. */
	offset?: number;
	/** The likeness is sum / (rowScale[row] * columnScale[column] + shrink), where scales are given. */
	rowScale: Float64Array | null;
	columnScale: Float64Array | null;
	shrink: number;
	/** Jaccard: sum / (rowScale + columnScale - sum + shrink). */
	union: boolean;
	/** Whether a row is its own neighbour. */
	self: boolean;
}

/** The `keep` greatest likenesses of each row, in no given order. Of equal ones the lower column is kept. */
export function neighbours(context: NeighbourContext): (from: number, to: number) => void {
	const { left, right, offset = 0, rowScale, columnScale, shrink, union, self } = context;
	const product = rowProduct(left, right);
	const likeness = new Float64Array(right.width);
	return (from, to) => {
		for (let row = from; row < to; row++) {
			const touched = product(row);
			let count = 0;
			const list = product.touched;
			for (let i = 0; i < touched; i++) {
				const column = list[i]!;
				const sum = product.sums[column]!;
				if (sum === 0 || (column === row + offset && !self)) continue;
				const a = rowScale ? rowScale[row]! : 1;
				const b = columnScale ? columnScale[column]! : 1;
				likeness[column] = union ? sum / (a + b - sum + shrink) : sum / (a * b + shrink);
				list[count++] = column;
			}
			keepGreatest(context, row, list, count, likeness);
		}
	};
}
