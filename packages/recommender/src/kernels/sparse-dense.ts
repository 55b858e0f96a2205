import type { Csr } from '../data/csr.ts';

export interface SparseDenseContext {
	sparse: Csr;
	/** Rows of `width` numbers, one for each column of `sparse`. */
	dense: Float32Array;
	width: number;
	/** Rows of `width` numbers, one for each row of `sparse`. */
	out: Float32Array;
}

/** out = sparse * dense. */
export function sparseDense({
	sparse,
	dense,
	width,
	out,
}: SparseDenseContext): (from: number, to: number) => void {
	const { starts, columns, values } = sparse;
	const sum = new Float64Array(width);
	return (from, to) => {
		for (let row = from; row < to; row++) {
			sum.fill(0);
			for (let at = starts[row]!; at < starts[row + 1]!; at++) {
				const base = columns[at]! * width;
				const value = values[at]!;
				for (let d = 0; d < width; d++) sum[d]! += value * dense[base + d]!;
			}
			out.set(sum, row * width);
		}
	};
}
