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

/** Rows are turned so many at a time. */
const turnRows = 64;

/** The room that a thread needs, in bytes: the solver's four vectors, or rows that are turned. */
export function alsSlotBytes(depth: number): number {
	return turnRows * depth * 4;
}

export interface TurnContext {
	memory: WebAssembly.Memory;
	depth: number;
	/** Byte addresses: the rows, and a square packed in panels of 8 columns. */
	rows: number;
	square: number;
	slots: number;
	nextSlot: Int32Array;
}

/** Multiplies rows by a square, in place. */
export function turnRowsBy(context: TurnContext): (from: number, to: number) => void {
	const { memory, depth, rows, square } = context;
	const kernels = wasmKernels(memory, depth);
	const slot = context.slots + Atomics.add(context.nextSlot, 0, 1) * alsSlotBytes(depth);
	const all = new Float32Array(memory.buffer);
	const bytes = depth * 4;
	return (from, to) => {
		for (let first = from; first < to; first += turnRows) {
			const count = Math.min(turnRows, to - first);
			const at = rows + first * bytes;
			const fours = Math.ceil(count / 4) * 4;
			kernels.multiply(at, bytes, square, slot, bytes, fours, depth / 8, depth);
			all.copyWithin(at / 4, slot / 4, slot / 4 + count * depth);
		}
	};
}

export interface AlsContext {
	memory: WebAssembly.Memory;
	depth: number;
	/** Byte addresses of the rows that are solved, of the others, and of the diagonal of the square of the others. */
	x: number;
	y: number;
	diagonal: number;
	/** Byte addresses of columns and values; starts of rows. */
	columns: number;
	values: number;
	starts: Int32Array;
	/** By row. */
	regularisation: Float32Array;
	steps: number;
	slots: number;
	nextSlot: Int32Array;
}

/** Solves rows of one side with the other side, whose square is diagonal, fixed. */
export function alsRows(context: AlsContext): (from: number, to: number) => void {
	const { memory, depth, x, y, diagonal, columns, values, starts, regularisation, steps } = context;
	const kernels = wasmKernels(memory, depth);
	const scratch = context.slots + Atomics.add(context.nextSlot, 0, 1) * alsSlotBytes(depth);
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
					diagonal,
					columns + start * 4,
					values + start * 4,
					count,
					regularisation[row]!,
					scratch,
					steps,
				);
		}
	};
}
