import type { Csr } from '../data/csr.ts';
import { type KeptRows, keepRow, selection } from './select.ts';
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
	const selected = selection(context.keep);
	const { offer } = selected;
	return (from, to) => {
		for (let row = from; row < to; row++) {
			const touched = product(row);
			const { touched: columns, sums } = product;
			const a = rowScale ? rowScale[row]! : 1;
			let floor = Number.NEGATIVE_INFINITY;
			for (let i = 0; i < touched; i++) {
				const column = columns[i]!;
				const sum = sums[column]!;
				if (sum === 0 || (column === row + offset && !self)) continue;
				const b = columnScale ? columnScale[column]! : 1;
				const below = union ? a + b - sum + shrink : a * b + shrink;
				// Most fall here, without a division.
				if (sum < floor * below) continue;
				const least = offer(column, sum / below);
				// A little less, so that rounding of the product above never cuts anything off.
				floor = least - Math.abs(least) * 1e-12;
			}
			keepRow(context, row, selected);
		}
	};
}
