import { below, fromHeap, siftDown, siftUp, type Top } from '../top-k.ts';
import { wasmKernels } from '../wasm/kernels.ts';
import { arena } from '../wasm/memory.ts';
import { tileItems } from './rank-factors.ts';

/** Items laid out for exact ranking: panels of 8 in tiles of `tileItems`, longest first. */
export interface Panels {
	readonly width: number;
	readonly depth: number;
	readonly memory: WebAssembly.Memory;
	/** Byte addresses: the panels, and room for one query, `tileItems` scores and as many places. */
	readonly packed: number;
	readonly query: number;
	readonly scores: number;
	readonly places: number;
	/** The item at each place, -1 where there is none; items by `width` as they were given. */
	readonly order: Int32Array;
	readonly items: Float32Array;
	/** The length of the longest vector of each tile. */
	readonly bounds: Float64Array;
}

/** More that may reach the list than this, and the whole tile is scored exactly. */
const mostApart = 96;

/**
 * Ranks for one vector, exactly, and reads a quarter of the memory: items in 8 bits give each score within a bound
 * (Cauchy and Schwarz on what rounding took off), and only those that may reach the list are scored in full. Numbers
 * are first brought to like sizes, column by column, and the query takes that back.
 */
export function coarseRanking(panels: Panels): (vector: Float32Array, k: number, hidden: Int32Array) => Top {
	const { width, depth, memory, packed, order, bounds } = panels;
	const exact = wasmKernels(memory, 4);
	const query = new Float32Array(memory.buffer, panels.query, depth);
	const scores = new Float32Array(memory.buffer, panels.scores, tileItems);
	const places = new Int32Array(memory.buffer, panels.places, tileItems);
	const coarse = coarseItems(panels);
	const kernels = wasmKernels(coarse.memory, 4);
	const hiddenMark = new Uint8Array(panels.items.length / width);
	const greatest = Math.min(32_767, Math.floor(0x7fffffff / (127 * depth)));
	// Rounding of the sums in single precision, on both sides.
	const rounding = (depth + 8) * 2 ** -24;

	return (vector, k, hidden) => {
		query.fill(0);
		query.set(vector);
		let squares = 0;
		let most = 0;
		let scaledSquares = 0;
		for (let d = 0; d < width; d++) {
			const scaled = vector[d]! * coarse.sizes[d]!;
			squares += vector[d]! ** 2;
			scaledSquares += scaled ** 2;
			most = Math.max(most, Math.abs(scaled));
		}
		const queryScale = most / greatest;
		let missed = 0;
		for (let d = 0; d < width; d++) {
			const scaled = vector[d]! * coarse.sizes[d]!;
			const whole = queryScale > 0 ? Math.round(scaled / queryScale) : 0;
			coarse.query[d] = whole;
			missed += (scaled - whole * queryScale) ** 2;
		}
		const length = Math.sqrt(squares) * 1.00001;
		const scaledLength = Math.sqrt(scaledSquares) * 1.00001;
		const slack = (Math.sqrt(missed) + scaledLength * rounding) * 1.00001;

		const items = new Int32Array(k);
		const best = new Float32Array(k);
		let count = 0;
		for (const item of hidden) hiddenMark[item] = 1;
		const take = (place: number, score: number) => {
			const item = order[place]!;
			if (item < 0 || hiddenMark[item] === 1) return;
			if (count < k) siftUp(items, best, count++, item, score);
			else if (below(best[0]!, items[0]!, score, item)) siftDown(items, best, k, item, score);
		};
		/** Scores 32 items exactly at a time, from `first` of the tile. */
		const scoreExactly = (start: number, first: number, groups: number) =>
			exact.multiplyOne(
				panels.query,
				packed + (start + first) * depth * 4,
				panels.scores + first * 4,
				groups * 4,
				depth,
			);
		for (let tile = 0; tile < bounds.length; tile++) {
			if (count === k && length * bounds[tile]! < best[0]!) break;
			const start = tile * tileItems;
			if (count === k) {
				kernels.upperBounds(
					coarse.query.byteOffset,
					coarse.packed + start * depth,
					coarse.scales.byteOffset + start * 4,
					coarse.errors.byteOffset + start * 4,
					coarse.bounds,
					tileItems,
					depth,
					queryScale,
					scaledLength,
					slack * coarse.lengths[tile]!,
				);
				const reach = kernels.collect(coarse.bounds, tileItems, best[0]!, coarse.places.byteOffset);
				if (reach <= mostApart) {
					let group = -1;
					for (let n = 0; n < reach; n++) {
						const place = coarse.places[n]!;
						if (place >> 5 !== group) {
							group = place >> 5;
							scoreExactly(start, group * 32, 1);
						}
						take(start + place, scores[place]!);
					}
					continue;
				}
			}
			scoreExactly(start, 0, tileItems / 32);
			const floor = count === k ? best[0]! : Number.NEGATIVE_INFINITY;
			const reach = exact.collect(panels.scores, tileItems, floor, panels.places);
			for (let n = 0; n < reach; n++) take(start + places[n]!, scores[places[n]!]!);
		}
		for (const item of hidden) hiddenMark[item] = 0;
		fromHeap(items, best, count);
		return { items, scores: best, count };
	};
}

/** Items in 8 bits: value = sizes[column] * scales[place] * number, but for an error of at most that length. */
function coarseItems({ width, depth, order, items, bounds }: Panels) {
	const padded = order.length;
	const space = arena(padded * (depth + 8) + tileItems * 8 + depth * 2 + 4096);
	const packed = new Int8Array(
		space.memory.buffer,
		space.int32((padded * depth) / 4).byteOffset,
		padded * depth,
	);
	const scales = space.float32(padded);
	const errors = space.float32(padded);
	const outBounds = space.float32(tileItems).byteOffset;
	const places = space.int32(tileItems);
	const query = new Int16Array(space.memory.buffer, space.int32(depth / 2).byteOffset, depth);
	const sizes = new Float64Array(width);
	for (let at = 0; at < items.length; at++) sizes[at % width]! += items[at]! ** 2;
	for (let d = 0; d < width; d++) sizes[d] = Math.sqrt(sizes[d]! / (items.length / width)) || 1;
	const lengths = new Float64Array(bounds.length);
	for (let place = 0; place < padded; place++) {
		const from = order[place]! * width;
		if (from < 0) continue;
		let most = 0;
		let squares = 0;
		for (let d = 0; d < width; d++) {
			const value = items[from + d]! / sizes[d]!;
			most = Math.max(most, Math.abs(value));
			squares += value * value;
		}
		const scale = Math.fround(most / 127);
		let missed = 0;
		const to = Math.floor(place / 8) * 8 * depth + (place % 8) * 2;
		for (let d = 0; d < width && scale > 0; d++) {
			const value = items[from + d]! / sizes[d]!;
			const whole = Math.max(-127, Math.min(127, Math.round(value / scale)));
			packed[to + (d >> 1) * 16 + (d & 1)] = whole;
			missed += (value - whole * scale) ** 2;
		}
		scales[place] = scale;
		errors[place] = Math.sqrt(scale > 0 ? missed : squares) * 1.00001;
		const tile = Math.floor(place / tileItems);
		lengths[tile] = Math.max(lengths[tile]!, Math.sqrt(squares) * 1.00001 + errors[place]!);
	}
	return {
		memory: space.memory,
		packed: packed.byteOffset,
		scales,
		errors,
		bounds: outBounds,
		places,
		query,
		sizes,
		lengths,
	};
}
