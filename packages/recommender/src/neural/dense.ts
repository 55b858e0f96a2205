import { neuralKernels } from '../wasm/neural.ts';
import type { Matrix } from './layout.ts';

/** Products with the matrices of a parameter array; all places are in numbers, rows come in multiples of 4. */
export interface Dense {
	/** to = from W for rows as wide as W is high. */
	forth(from: number, matrix: Matrix, to: number, rows: number): void;
	/** to = from Wᵀ for rows as wide as W; the gradient of W, inputᵀ from, is added to `into`. */
	back(from: number, matrix: Matrix, to: number, rows: number, input: number, into: number): void;
}

/** @param transposed where each matrix stands transposed, for `back` */
export function dense(memory: WebAssembly.Memory, parameters: number, transposed: number): Dense {
	const kernels = neuralKernels(memory);
	return {
		forth: (from, { at, rows: height, columns }, to, rows) =>
			kernels.multiply(
				from * 4,
				height * 4,
				(parameters + at) * 4,
				columns * 4,
				32,
				to * 4,
				columns * 4,
				rows,
				columns / 8,
				height,
				0,
			),
		back(from, { at, rows: height, columns }, to, rows, input, into) {
			kernels.multiplyTransposed(
				input * 4,
				height * 4,
				from * 4,
				columns * 4,
				32,
				(into + at) * 4,
				columns * 4,
				height,
				columns / 8,
				rows,
				1,
			);
			kernels.multiply(
				from * 4,
				columns * 4,
				(transposed + at) * 4,
				height * 4,
				32,
				to * 4,
				height * 4,
				rows,
				height / 8,
				columns,
				0,
			);
		},
	};
}

/** Adds each row to the one row at `to`. */
export function addRows(all: Float32Array, from: number, rows: number, width: number, to: number): void {
	for (let row = 0, at = from; row < rows; row++)
		for (let d = 0; d < width; d++, at++) all[to + d]! += all[at]!;
}
