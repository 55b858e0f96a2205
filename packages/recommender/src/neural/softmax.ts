// Cross-entropy of vectors against candidates. In full, every item is a candidate; otherwise a candidate that is drawn
// with probability q counts 1 / q in the sum (its logit is raised by -ln q), so that the sum is right on average
// (Horvitz and Thompson 1952); a row's own target is always there and counts once.

import { neuralKernels, tileColumns, tileStride } from '../wasm/neural.ts';

/** Byte addresses, and sizes. Rows are padded to a multiple of 4, candidates to whole tiles. */
export interface SoftmaxPlaces {
	memory: WebAssembly.Memory;
	width: number;
	/** How many candidates, and how many rows a tile of probabilities has room for. */
	candidates: number;
	rows: number;
	/** The candidates' vectors in panels of 8 candidates, and each tile's in panels of 8 numbers. */
	byCandidate: number;
	byNumber: number;
	bias: number;
	/** Tiles of rows by 128. */
	probabilities: number;
	/** Vectors of the rows, their gradients, and the vectors scaled for the candidates' gradients. */
	vectors: number;
	gradients: number;
	scaled: number;
	/** Two numbers a row. */
	sums: number;
}

const blockRows = 16;
const rowBytes = tileStride * 4;
const absent = -1e30;

export function tilesOf(candidates: number): number {
	return Math.ceil(candidates / tileColumns);
}

/** Bytes of the probabilities. */
export function probabilityBytes(rows: number, candidates: number): number {
	return tilesOf(candidates) * rows * rowBytes;
}

/** Packs one tile: vectors come from `table` (a place in numbers) by the ids, biases from `biases`. */
export function packTile(
	places: SoftmaxPlaces,
	tile: number,
	table: number,
	ids: Int32Array,
	biases: Float32Array,
): void {
	const { memory, width, candidates } = places;
	const all = new Float32Array(memory.buffer);
	const byCandidate = places.byCandidate / 4 + tile * tileColumns * width;
	const byNumber = places.byNumber / 4 + tile * tileColumns * width;
	for (let column = 0; column < tileColumns; column++) {
		const n = tile * tileColumns + column;
		const from = n < candidates ? table + ids[n]! * width : -1;
		all[places.bias / 4 + n] = n < candidates ? biases[n]! : absent;
		const to = byCandidate + (column >> 3) * 8 * width + (column & 7);
		const other = byNumber + column * 8;
		for (let d = 0; d < width; d++) {
			const value = from < 0 ? 0 : all[from + d]!;
			all[to + d * 8] = value;
			all[other + (d >> 3) * 8 * tileColumns + (d & 7)] = value;
		}
	}
}

/**
 * For `count` (a multiple of 4) rows from `first`: the losses' sum, the gradients of the rows, and what the candidates'
 * gradients need.
 *
 * @param targets the column of each row's target, -1 for padding
 * @param weight of a row in the loss
 */
export function softmaxRows(
	places: SoftmaxPlaces,
	targets: Int32Array,
	weight: number,
): (first: number, count: number) => number {
	const { memory, width, candidates, rows, byCandidate, byNumber, bias, probabilities } = places;
	const { vectors, gradients, scaled, sums } = places;
	const kernels = neuralKernels(memory);
	const all = new Float32Array(memory.buffer);
	const tiles = tilesOf(candidates);
	const bytes = width * 4;
	const tileBytes = tileColumns * bytes;
	const own = new Float64Array(blockRows);
	return (start, count) => {
		let loss = 0;
		for (let first = start; first < start + count; first += blockRows) {
			const size = Math.min(blockRows, start + count - first);
			const maxima = sums + first * 8;
			const totals = maxima + size * 4;
			all.fill(absent, maxima / 4, maxima / 4 + size);
			all.fill(0, totals / 4, totals / 4 + size);
			const tileAt = (tile: number) => probabilities + (tile * rows + first) * rowBytes;
			for (let tile = 0; tile < tiles; tile++) {
				kernels.multiply(
					vectors + first * bytes,
					bytes,
					byCandidate + tile * tileBytes,
					32,
					width * 32,
					tileAt(tile),
					rowBytes,
					size,
					tileColumns / 8,
					width,
					0,
				);
				kernels.biasedMaxima(tileAt(tile), size, bias + tile * tileColumns * 4, maxima);
			}
			const placeOf = (r: number, column: number) =>
				tileAt(Math.floor(column / tileColumns)) / 4 + r * tileStride + (column % tileColumns);
			for (let r = 0; r < size; r++) {
				const column = targets[first + r]!;
				if (column < 0) continue;
				// The target without its bias.
				const at = placeOf(r, column);
				own[r] = all[at]! - all[bias / 4 + column]!;
				all[at] = absent;
				all[maxima / 4 + r] = Math.max(all[maxima / 4 + r]!, own[r]!);
			}
			for (let tile = 0; tile < tiles; tile++) kernels.exponentials(tileAt(tile), size, maxima, totals);
			for (let r = 0; r < size; r++) {
				const column = targets[first + r]!;
				const from = vectors / 4 + (first + r) * width;
				const to = scaled / 4 + (first + r) * width;
				if (column < 0) {
					all.fill(0, to, to + width);
					all[totals / 4 + r] = 0;
					continue;
				}
				const exponential = Math.exp(own[r]! - all[maxima / 4 + r]!);
				const total = all[totals / 4 + r]! + exponential;
				loss -= Math.log(exponential / total);
				all[placeOf(r, column)] = exponential - total;
				const share = weight / total;
				all[totals / 4 + r] = share;
				for (let d = 0; d < width; d++) all[to + d] = all[from + d]! * share;
			}
			for (let tile = 0; tile < tiles; tile++)
				kernels.multiply(
					tileAt(tile),
					rowBytes,
					byNumber + tile * tileBytes,
					32,
					tileColumns * 32,
					gradients + first * bytes,
					bytes,
					size,
					width / 8,
					tileColumns,
					tile === 0 ? 0 : 1,
				);
			for (let r = 0; r < size; r++) {
				const share = all[totals / 4 + r]!;
				const to = gradients / 4 + (first + r) * width;
				for (let d = 0; d < width; d++) all[to + d]! *= share;
			}
		}
		return loss;
	};
}

/** The gradients of one tile of candidates, 128 rows to `out` (a byte address), once `rows` rows are done. */
export function candidateGradients(places: SoftmaxPlaces, tile: number, rows: number, out: number): void {
	const { memory, width, probabilities, scaled } = places;
	const kernels = neuralKernels(memory);
	const bytes = width * 4;
	for (let first = 0; first < rows; first += 128)
		kernels.multiplyTransposed(
			probabilities + (tile * places.rows + first) * rowBytes,
			rowBytes,
			scaled + first * bytes,
			bytes,
			32,
			out,
			bytes,
			tileColumns,
			width / 8,
			Math.min(128, rows - first),
			first === 0 ? 0 : 1,
		);
}
