import { refuse } from '../errors.ts';

/** The products of training take eight columns at a time. */
export function checkWidths({ width, hidden }: { width: number; hidden: number }): void {
	if (width % 8 !== 0 || hidden % 8 !== 0) refuse('invalid_option', 'width and hidden are multiples of 8.');
}

/** The sizes of a transformer. */
export interface Shape {
	/** Numbers a vector: a multiple of 8 and of `heads`. */
	width: number;
	heads: number;
	layers: number;
	/** The inner width of the feed-forward part: a multiple of 8. */
	hidden: number;
	/** The longest sequence. */
	length: number;
}

export interface Matrix {
	at: number;
	rows: number;
	columns: number;
}

export interface LayerLayout {
	/** Gain, then bias. */
	firstNorm: number;
	/** To queries, keys and values, side by side. */
	attend: Matrix;
	join: Matrix;
	secondNorm: number;
	up: Matrix;
	upBias: number;
	down: Matrix;
	downBias: number;
}

/** Where each parameter stands in one array; places are in numbers. */
export interface Layout {
	size: number;
	/** A vector for each age of an item in the sequence, 0 the last. */
	positions: number;
	layers: LayerLayout[];
	lastNorm: number;
	matrices: Matrix[];
	/** Places of the gains, which start at 1. */
	gains: number[];
}

export function layoutOf({ width, layers, hidden, length }: Shape): Layout {
	let size = 0;
	const matrices: Matrix[] = [];
	const gains: number[] = [];
	const take = (count: number): number => {
		size += count;
		return size - count;
	};
	const matrix = (rows: number, columns: number): Matrix => {
		matrices.push({ at: take(rows * columns), rows, columns });
		return matrices.at(-1)!;
	};
	const norm = (): number => {
		gains.push(take(2 * width));
		return gains.at(-1)!;
	};
	return {
		positions: take(length * width),
		layers: Array.from({ length: layers }, () => ({
			firstNorm: norm(),
			attend: matrix(width, 3 * width),
			join: matrix(width, width),
			secondNorm: norm(),
			up: matrix(width, hidden),
			upBias: take(hidden),
			down: matrix(hidden, width),
			downBias: take(width),
		})),
		lastNorm: norm(),
		matrices,
		gains,
		size,
	};
}

/** Writes each matrix transposed to the same place of `to`: what going back needs. */
export function transposeMatrices(
	{ matrices }: Pick<Layout, 'matrices'>,
	from: Float32Array,
	to: Float32Array,
): void {
	for (const { at, rows, columns } of matrices)
		for (let row = 0; row < rows; row++)
			for (let column = 0; column < columns; column++)
				to[at + column * rows + row] = from[at + row * columns + column]!;
}
