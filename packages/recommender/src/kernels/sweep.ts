import { wasmKernels } from '../wasm/kernels.ts';

/** Rows and columns are taken this many at a time. */
export const sweepBlock = 64;

export interface SweepContext {
	memory: WebAssembly.Memory;
	/** A multiple of `sweepBlock`. */
	size: number;
	/** The block row that is swept. */
	pivot: number;
	/** Byte addresses: the matrix (upper triangle), the pivot's columns, those times its inverse, both packed. */
	matrix: number;
	columns: number;
	scaled: number;
	packedColumns: number;
	packedInverse: number;
}

/** A_ij -= A_iK A_KK^-1 A_Kj in the upper triangle, for block rows i other than K. */
export function sweepRows(context: SweepContext): (from: number, to: number) => void {
	const { memory, size, pivot, matrix, columns, scaled, packedColumns, packedInverse } = context;
	const kernels = wasmKernels(memory, 4);
	const rowBytes = sweepBlock * 4;
	return (from, to) => {
		for (let block = from; block < to; block++) {
			const row = block * sweepBlock;
			const right = scaled + row * rowBytes;
			kernels.multiply(
				columns + row * rowBytes,
				rowBytes,
				packedInverse,
				right,
				rowBytes,
				sweepBlock,
				sweepBlock / 8,
				sweepBlock,
			);
			if (block === pivot) continue;
			kernels.subtract(
				right,
				rowBytes,
				packedColumns + row * rowBytes,
				matrix + (row * size + row) * 4,
				size * 4,
				sweepBlock,
				(size - row) / 8,
				sweepBlock,
			);
		}
	};
}
