import type { Csr } from '../data/csr.ts';
import { wasmKernels } from '../wasm/kernels.ts';

/** Items are scored this many at a time. */
export const tileItems = 512;
const blockRows = 32;

/** The room one thread works in. */
export function slotBytes(depth: number): number {
	return (blockRows * depth + blockRows * tileItems + tileItems) * 4;
}

/** Where a slot has its queries, their scores and places. */
export function roomOf(slot: number, depth: number): { query: number; scores: number; places: number } {
	const scores = slot + blockRows * depth * 4;
	return { query: slot, scores, places: scores + blockRows * tileItems * 4 };
}

export interface RankFactorsContext {
	width: number;
	depth: number;
	memory: WebAssembly.Memory;
	/** Item vectors in panels of 8, longest first: a byte address in the memory. */
	packed: number;
	/** Room for threads in the memory, `slotBytes` each; the counter gives each run of the kernel one of its own. */
	slots: number;
	nextSlot: Int32Array;
	/** The item at each place, -1 where there is none. */
	order: Int32Array;
	/** The length of the longest vector of each tile. */
	bounds: Float64Array;
	items: number;
	k: number;
	vectors: Float32Array;
	/** For each vector, its row in `hidden`. */
	rows: Int32Array;
	hidden: readonly Csr[];
	outItems: Int32Array;
	outScores: Float32Array;
	outCounts: Int32Array;
}

/**
 * The best `k` items of each vector by inner product, exactly. A tile whose longest vector cannot reach the list even
 * if it pointed the user's way (Cauchy and Schwarz) ends the search of that user, since tiles come longest first.
 */
export function rankFactors(context: RankFactorsContext): (from: number, to: number) => void {
	const {
		width,
		depth,
		order,
		bounds,
		items,
		k,
		vectors,
		rows: maskRows,
		hidden,
		outItems,
		outScores,
		outCounts,
	} = context;
	const tiles = bounds.length;
	const { memory, packed } = context;
	const kernels = wasmKernels(memory, 4);
	const room = roomOf(context.slots + Atomics.add(context.nextSlot, 0, 1) * slotBytes(depth), depth);
	const queries = new Float32Array(memory.buffer, room.query, blockRows * depth);
	const scores = new Float32Array(memory.buffer, room.scores, blockRows * tileItems);
	const found = new Int32Array(memory.buffer, room.places, tileItems);
	const known = new Uint8Array(items * Math.min(blockRows, outCounts.length));
	const lengths = new Float64Array(blockRows);
	const alive = new Int32Array(blockRows);
	const rowBytes = depth * 4;

	return (from, to) => {
		for (let first = from; first < to; first += blockRows) {
			const rows = Math.min(blockRows, to - first);
			for (let n = 0; n < rows; n++) {
				let squares = 0;
				for (let d = 0; d < width; d++) squares += vectors[(first + n) * width + d]! ** 2;
				// A little more than the length, so that rounding never cuts an item off.
				lengths[n] = Math.sqrt(squares) * 1.00001;
				alive[n] = n;
				mark(first + n, n, 1);
			}
			let left = rows;
			for (let tile = 0; tile < tiles && left > 0; tile++) {
				let still = 0;
				for (let a = 0; a < left; a++) {
					const n = alive[a]!;
					const row = first + n;
					if (outCounts[row] === k && lengths[n]! * bounds[tile]! < outScores[row * k]!) continue;
					alive[still] = n;
					queries.set(vectors.subarray(row * width, row * width + width), still * depth);
					still++;
				}
				left = still;
				if (left === 0) break;
				const panels = packed + tile * tileItems * rowBytes;
				if (left === 1)
					kernels.multiplyOne(queries.byteOffset, panels, scores.byteOffset, tileItems / 8, depth);
				else
					kernels.multiply(
						queries.byteOffset,
						rowBytes,
						panels,
						scores.byteOffset,
						tileItems * 4,
						Math.ceil(left / 4) * 4,
						tileItems / 8,
						depth,
					);
				for (let a = 0; a < left; a++) take(first + alive[a]!, alive[a]!, a, tile);
			}
			for (let n = 0; n < rows; n++) {
				finish(first + n);
				mark(first + n, n, 0);
			}
		}
	};

	function mark(row: number, n: number, value: number): void {
		for (const { starts, columns } of hidden)
			for (let at = starts[maskRows[row]!]!; at < starts[maskRows[row]! + 1]!; at++)
				known[n * items + columns[at]!] = value;
	}

	/** Puts the tile's scores that reach the list into the row's heap, whose root is the worst. */
	function take(row: number, n: number, a: number, tile: number): void {
		const base = row * k;
		const start = scores.byteOffset + a * tileItems * 4;
		const floor = outCounts[row] === k ? outScores[base]! : Number.NEGATIVE_INFINITY;
		const size = kernels.collect(start, tileItems, floor, found.byteOffset);
		for (let f = 0; f < size; f++) {
			const item = order[tile * tileItems + found[f]!]!;
			if (item < 0 || known[n * items + item] === 1) continue;
			const score = scores[a * tileItems + found[f]!]!;
			const count = outCounts[row]!;
			if (count < k) {
				outCounts[row] = count + 1;
				up(base, count, item, score);
			} else if (below(outScores[base]!, outItems[base]!, score, item)) down(base, k, item, score);
		}
	}

	/** Turns the heap into a list, best first. */
	function finish(row: number): void {
		const base = row * k;
		for (let end = outCounts[row]! - 1; end > 0; end--) {
			const item = outItems[base]!;
			const score = outScores[base]!;
			down(base, end, outItems[base + end]!, outScores[base + end]!);
			outItems[base + end] = item;
			outScores[base + end] = score;
		}
	}

	function up(base: number, start: number, item: number, score: number): void {
		let at = start;
		while (at > 0) {
			const parent = (at - 1) >> 1;
			if (!below(score, item, outScores[base + parent]!, outItems[base + parent]!)) break;
			outItems[base + at] = outItems[base + parent]!;
			outScores[base + at] = outScores[base + parent]!;
			at = parent;
		}
		outItems[base + at] = item;
		outScores[base + at] = score;
	}

	function down(base: number, size: number, item: number, score: number): void {
		let at = 0;
		for (;;) {
			let child = at * 2 + 1;
			if (child >= size) break;
			if (
				child + 1 < size &&
				below(
					outScores[base + child + 1]!,
					outItems[base + child + 1]!,
					outScores[base + child]!,
					outItems[base + child]!,
				)
			)
				child++;
			if (!below(outScores[base + child]!, outItems[base + child]!, score, item)) break;
			outItems[base + at] = outItems[base + child]!;
			outScores[base + at] = outScores[base + child]!;
			at = child;
		}
		outItems[base + at] = item;
		outScores[base + at] = score;
	}
}

function below(scoreA: number, itemA: number, scoreB: number, itemB: number): boolean {
	return scoreA < scoreB || (scoreA === scoreB && itemA > itemB);
}
