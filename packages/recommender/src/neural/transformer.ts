import { type AttentionPlace, attend, attendBack } from './attention.ts';
import { addRows, dense } from './dense.ts';
import type { Dropout } from './dropout.ts';
import { layoutOf, type Shape } from './layout.ts';
import { normalise, normaliseBack } from './normalise.ts';

/** Sequences that stand one after another in rows; `rows` is a multiple of 4, what is left over is padding. */
export interface SequenceRows {
	rows: number;
	/** The item of each row, -1 for padding. */
	items: Int32Array;
	/** How many rows come after it in its sequence. */
	ages: Int32Array;
	/** The first row of each sequence and one past the last. */
	starts: Int32Array;
	ends: Int32Array;
}

export interface Transformer {
	/**
	 * Vectors of all rows, to `out` (a place in numbers); `table` holds the items' vectors from `begin`. With `endOnly`,
	 * for one sequence without dropout, only its last row's is right.
	 */
	forward(
		sequences: SequenceRows,
		table: Float32Array,
		begin: number,
		out: number,
		dropout?: Dropout,
		endOnly?: boolean,
	): void;
	/** From the gradient of `out` at `gradient`, which becomes that of the input rows; adds to the parameters' at `into`. */
	backward(sequences: SequenceRows, gradient: number, into: number, dropout?: Dropout): void;
	/** The attention of the last `forward` that row i pays to row j of sequence n, mean over heads. */
	attention(layer: number, sequences: SequenceRows, n: number, i: number, j: number): number;
}

/** The numbers that a thread needs to work on at most `rows` rows. */
export function workspaceSize({ width, hidden, layers }: Shape, rows: number): number {
	const layer = rows * (9 * width + hidden + 2);
	return (
		layers * layer + rows * (width + 1) + rows * width + rows * Math.max(3 * width, hidden) + rows * width
	);
}

/**
 * A causal transformer with normalisation before each part, over sequences of items: SASRec (Kang and McAuley 2018)
 * with plain residual connections.
 *
 * @param places in numbers: parameters, their transposes (for `backward`) and a workspace
 */
export function transformer(
	memory: WebAssembly.Memory,
	shape: Shape,
	places: { parameters: number; transposed: number; workspace: number; maxRows: number },
): Transformer {
	const { width, heads, layers: depth, hidden } = shape;
	const { parameters, transposed, maxRows } = places;
	const layout = layoutOf(shape);
	const { forth: product, back: productBack } = dense(memory, parameters, transposed);
	const all = new Float32Array(memory.buffer);
	let next = places.workspace;
	const take = (count: number): number => {
		next += count * maxRows;
		return next - count * maxRows;
	};
	const kept = layout.layers.map((layer) => ({
		...layer,
		normed: take(width),
		unit: take(width),
		inverse: take(1),
		joined: take(3 * width),
		attended: take(width),
		middle: take(width),
		middleUnit: take(width),
		middleInverse: take(1),
		inner: take(hidden),
		output: take(width),
		shares: [] as Float32Array[],
	}));
	const last = { unit: take(width), inverse: take(1) };
	const x = take(width);
	const wide = take(Math.max(3 * width, hidden));
	const narrow = take(width);
	const maskRow = width + depth * (2 * width + hidden);
	const mask = new Uint8Array(maskRow * maxRows);
	const maskOf = (layer: number, part: 0 | 1 | 2) =>
		maxRows * (width + layer * (2 * width + hidden) + [0, width, width + hidden][part]!);

	const placeOf = (joined: number, out: number, start: number, end: number): AttentionPlace => ({
		joined: joined + start * 3 * width,
		out: out + start * width,
		length: end - start,
		width,
		heads,
	});

	return {
		forward({ rows, items, ages, starts, ends }, table, begin, out, dropout, endOnly = false) {
			for (let row = 0; row < rows; row++) {
				const to = x + row * width;
				if (items[row]! < 0) all.fill(0, to, to + width);
				else {
					const from = begin + items[row]! * width;
					const position = parameters + layout.positions + ages[row]! * width;
					for (let d = 0; d < width; d++) all[to + d] = table[from + d]! + all[position + d]!;
				}
			}
			dropout?.forth(all, x, rows * width, mask, 0);
			for (const [n, layer] of kept.entries()) {
				// Of the last layer only the end may be wanted; earlier rows then count by their keys and values alone.
				const first = endOnly && n === depth - 1 ? rows - 4 : 0;
				const some = rows - first;
				const [from, to] = [first * width, rows * width];
				normalise(all, x, rows, width, parameters + layer.firstNorm, layer.normed, layer.unit, layer.inverse);
				product(layer.normed, layer.attend, layer.joined, rows);
				all.fill(0, layer.attended + from, layer.attended + to);
				for (let s = 0; s < starts.length; s++) {
					const place = placeOf(layer.joined, layer.attended, starts[s]!, ends[s]!);
					const size = heads * place.length ** 2;
					if (!(layer.shares[s]?.length === size)) layer.shares[s] = new Float32Array(size);
					attend(all, place, layer.shares[s]!, first > 0 ? place.length - 1 : 0);
				}
				product(layer.attended + from, layer.join, layer.output + from, some);
				dropout?.forth(all, layer.output, rows * width, mask, maskOf(n, 0));
				for (let i = from; i < to; i++) all[x + i]! += all[layer.output + i]!;
				normalise(
					all,
					x + from,
					some,
					width,
					parameters + layer.secondNorm,
					layer.middle + from,
					layer.middleUnit + from,
					layer.middleInverse + first,
				);
				const inner = layer.inner + first * hidden;
				product(layer.middle + from, layer.up, inner, some);
				for (let row = first, at = inner; row < rows; row++)
					for (let d = 0; d < hidden; d++, at++) {
						all[at] = Math.max(0, all[at]! + all[parameters + layer.upBias + d]!);
					}
				dropout?.forth(all, layer.inner, rows * hidden, mask, maskOf(n, 1));
				product(inner, layer.down, layer.output + from, some);
				for (let row = first, at = layer.output + from; row < rows; row++)
					for (let d = 0; d < width; d++, at++) all[at]! += all[parameters + layer.downBias + d]!;
				dropout?.forth(all, layer.output, rows * width, mask, maskOf(n, 2));
				for (let i = from; i < to; i++) all[x + i]! += all[layer.output + i]!;
			}
			normalise(all, x, rows, width, parameters + layout.lastNorm, out, last.unit, last.inverse);
		},

		backward({ rows, items, ages, starts, ends }, gradient, into, dropout) {
			all.fill(0, x, x + rows * width);
			normaliseBack(
				all,
				gradient,
				rows,
				width,
				parameters + layout.lastNorm,
				last.unit,
				last.inverse,
				x,
				into + layout.lastNorm,
			);
			for (let n = depth - 1; n >= 0; n--) {
				const layer = kept[n]!;
				all.copyWithin(narrow, x, x + rows * width);
				dropout?.back(all, narrow, rows * width, mask, maskOf(n, 2));
				addRows(all, narrow, rows, width, into + layer.downBias);
				productBack(narrow, layer.down, wide, rows, layer.inner, into);
				dropout?.back(all, wide, rows * hidden, mask, maskOf(n, 1));
				for (let i = 0; i < rows * hidden; i++) if (!(all[layer.inner + i]! > 0)) all[wide + i] = 0;
				addRows(all, wide, rows, hidden, into + layer.upBias);
				productBack(wide, layer.up, narrow, rows, layer.middle, into);
				normaliseBack(
					all,
					narrow,
					rows,
					width,
					parameters + layer.secondNorm,
					layer.middleUnit,
					layer.middleInverse,
					x,
					into + layer.secondNorm,
				);
				all.copyWithin(narrow, x, x + rows * width);
				dropout?.back(all, narrow, rows * width, mask, maskOf(n, 0));
				productBack(narrow, layer.join, layer.output, rows, layer.attended, into);
				all.fill(0, wide, wide + rows * 3 * width);
				for (let s = 0; s < starts.length; s++)
					attendBack(
						all,
						placeOf(layer.joined, layer.attended, starts[s]!, ends[s]!),
						layer.shares[s]!,
						layer.output + starts[s]! * width,
						wide + starts[s]! * 3 * width,
					);
				productBack(wide, layer.attend, narrow, rows, layer.normed, into);
				normaliseBack(
					all,
					narrow,
					rows,
					width,
					parameters + layer.firstNorm,
					layer.unit,
					layer.inverse,
					x,
					into + layer.firstNorm,
				);
			}
			dropout?.back(all, x, rows * width, mask, 0);
			for (let row = 0; row < rows; row++) {
				if (items[row]! < 0) continue;
				const position = into + layout.positions + ages[row]! * width;
				for (let d = 0; d < width; d++) all[position + d]! += all[x + row * width + d]!;
			}
			all.copyWithin(gradient, x, x + rows * width);
		},

		attention(layer, { starts, ends }, n, i, j) {
			const length = ends[n]! - starts[n]!;
			let sum = 0;
			for (let head = 0; head < heads; head++)
				sum += kept[layer]!.shares[n]![(head * length + i) * length + j]!;
			return sum / heads;
		},
	};
}
