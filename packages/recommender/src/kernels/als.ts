import { wasmKernels } from '../wasm/kernels.ts';

/** Rows of Y in parts of this size are summed apart, then in order: the sum does not depend on threads. */
export const gramPartRows = 2048;

export interface GramContext {
	memory: WebAssembly.Memory;
	depth: number;
	/** Byte addresses: the rows, and a square for each part. */
	y: number;
	rows: number;
	parts: number;
}

/** yᵀy of parts of the rows. */
export function gramParts({
	memory,
	depth,
	y,
	rows,
	parts,
}: GramContext): (from: number, to: number) => void {
	const kernels = wasmKernels(memory, depth);
	return (from, to) => {
		for (let part = from; part < to; part++) {
			const out = parts + part * depth * depth * 4;
			new Float32Array(memory.buffer, out, depth * depth).fill(0);
			const first = part * gramPartRows;
			kernels.gram(y + first * depth * 4, Math.min(gramPartRows, rows - first), out);
		}
	};
}

export interface AlsContext {
	memory: WebAssembly.Memory;
	depth: number;
	/** Byte addresses of the rows that are solved, of the others, and of the square of the others. */
	x: number;
	y: number;
	gram: number;
	/** Byte addresses of columns and values; starts of rows. */
	columns: number;
	values: number;
	starts: Int32Array;
	unobserved: number;
	/** By row. */
	regularisation: Float32Array;
	steps: number;
	/** Room for three vectors for each thread. */
	slots: number;
	nextSlot: Int32Array;
}

/** Solves rows of one side with the other side fixed. */
export function alsRows(context: AlsContext): (from: number, to: number) => void {
	const { memory, depth, x, y, gram, columns, values, starts, unobserved, regularisation, steps } = context;
	const kernels = wasmKernels(memory, depth);
	const scratch = context.slots + Atomics.add(context.nextSlot, 0, 1) * depth * 12;
	const all = new Float32Array(memory.buffer);
	return (from, to) => {
		for (let row = from; row < to; row++) {
			const start = starts[row]!;
			const count = starts[row + 1]! - start;
			const at = x + row * depth * 4;
			if (count === 0) all.fill(0, at / 4, at / 4 + depth);
			else
				kernels.solve(
					at,
					y,
					gram,
					columns + start * 4,
					values + start * 4,
					count,
					unobserved,
					regularisation[row]!,
					scratch,
					steps,
				);
		}
	};
}
