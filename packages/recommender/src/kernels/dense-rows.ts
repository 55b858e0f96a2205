import { wasmKernels } from '../wasm/kernels.ts';
import { panelColumns } from '../wasm/sparse.ts';

/** A sparse matrix in a linear memory, by byte addresses. */
export interface SparseAt {
	starts: number;
	columns: number;
	values: number;
}

export interface SparseRowsContext {
	memory: WebAssembly.Memory;
	sparse: SparseAt;
	/** Byte addresses of rows of `depth` numbers, one for each column of `sparse`, and one for each row. */
	dense: number;
	out: number;
	/** A multiple of 16. */
	depth: number;
}

/** out = sparse * dense. */
export function sparseRows(context: SparseRowsContext): (from: number, to: number) => void {
	const { memory, sparse, dense, out, depth } = context;
	const kernels = wasmKernels(memory, 4);
	const { starts, columns, values } = sparse;
	return (from, to) => {
		for (let at = 0; at < depth * 4; at += panelColumns * 4)
			kernels.sparsePanel(
				starts,
				columns,
				values,
				from,
				to,
				dense + at,
				out + at,
				out + at,
				depth * 4,
				1,
				0,
				0,
			);
	};
}

export interface DenseRowsContext {
	memory: WebAssembly.Memory;
	/** Byte addresses of rows of `depth` numbers, of a packed square, and of as many rows to write. */
	rows: number;
	packed: number;
	out: number;
	/** A multiple of 8. */
	depth: number;
}

/** out = rows * square, for groups of 4 rows. */
export function denseRows({
	memory,
	rows,
	packed,
	out,
	depth,
}: DenseRowsContext): (from: number, to: number) => void {
	const kernels = wasmKernels(memory, 4);
	const bytes = depth * 4;
	return (from, to) => {
		const first = from * 4 * bytes;
		kernels.multiply(rows + first, bytes, packed, out + first, bytes, (to - from) * 4, depth / 8, depth);
	};
}
