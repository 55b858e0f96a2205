// Ranking by inner products: items sorted by length, so that those too short to reach the list are never looked at.

import type { Control } from './control.ts';
import { int32 } from './data/arrays.ts';
import type { Csr } from './data/csr.ts';
import { coarseRanking } from './kernels/coarse.ts';
import type { RankFactorsContext } from './kernels/rank-factors.ts';
import { rankFactors, roomOf, slotBytes, tileItems } from './kernels/rank-factors.ts';
import { maxThreads, runKernel } from './parallel/run.ts';
import type { Top } from './top-k.ts';
import { paddedWidth, wasmKernels } from './wasm/kernels.ts';
import { arena } from './wasm/memory.ts';

/** A model whose score is the inner product of a user's vector and an item's. */
export interface Factors {
	/** Numbers a vector. */
	readonly width: number;
	/** Items by `width`, row after row. */
	readonly items: Float32Array;
}

/** The vector that a model trained for a stored user; undefined for any other history, which is folded in. */
export function trainedVector(
	{ width, users }: { width: number; users: Float32Array },
	{ user }: { user: number },
): Float32Array | undefined {
	return user < 0 ? undefined : users.subarray(user * width, (user + 1) * width);
}

/** Items ready for ranking, in a memory of their own. */
export interface FactorIndex {
	readonly width: number;
	/** The `k` best for one vector; `hidden` items are never given. Equal scores by index. */
	top(vector: Float32Array, k: number, hidden: Iterable<number>): Top;
	/** The scores of all items. */
	scores(vector: Float32Array, out: Float32Array): void;
	/**
	 * The `k` best for many vectors, row after row in `vectors`.
	 *
	 * @param rows for each vector, its row in `hidden`
	 */
	topForAll(
		vectors: Float32Array,
		k: number,
		rows: Int32Array,
		hidden: readonly Csr[],
		control?: Control,
	): Promise<{ items: Int32Array; scores: Float32Array; counts: Int32Array }>;
}

/** Up to so many items are ranked without the coarse pass. */
const smallCatalogue = 4 * tileItems;

/** Lays the items of a model out for ranking. */
export function factorIndex({ width, items }: Factors): FactorIndex {
	const count = items.length / width;
	const depth = paddedWidth(width);
	const padded = Math.ceil(count / tileItems) * tileItems;
	const lengths = new Float64Array(count);
	for (let item = 0; item < count; item++) {
		let sum = 0;
		for (let d = 0; d < width; d++) sum += items[item * width + d]! ** 2;
		lengths[item] = Math.sqrt(sum);
	}
	const sorted = Int32Array.from({ length: count }, (_, item) => item);
	sorted.sort((a, b) => lengths[b]! - lengths[a]! || a - b);
	const order = int32(padded).fill(-1);
	order.set(sorted);
	const place = new Int32Array(count);
	for (let at = 0; at < count; at++) place[sorted[at]!] = at;
	const bounds = new Float64Array(new SharedArrayBuffer((padded / tileItems) * 8));
	for (let tile = 0; tile < bounds.length; tile++) bounds[tile] = lengths[sorted[tile * tileItems]!]!;

	const packedBytes = padded * depth * 4;
	// One slot is the calling thread's, the others are for threads.
	const slotsBytes = (maxThreads + 1) * slotBytes(depth);
	const space = arena(packedBytes + slotsBytes + padded * 4 + depth * 4 + 65_536);
	const slots = space.float32(slotsBytes / 4).byteOffset;
	const packed = space.float32(padded * depth);
	pack(packed, items, sorted, width, depth);
	const one = space.float32(depth);
	const all = space.float32(padded);
	const kernels = wasmKernels(space.memory, 4);

	const context = (
		rows: Int32Array,
		vectors: Float32Array,
		k: number,
		hidden: readonly Csr[],
		firstSlot: number,
	): RankFactorsContext => ({
		width,
		depth,
		memory: space.memory,
		packed: packed.byteOffset,
		slots,
		nextSlot: int32(1).fill(firstSlot),
		order,
		bounds,
		items: count,
		k,
		vectors,
		rows,
		hidden,
		outItems: int32(rows.length * k).fill(-1),
		outScores: new Float32Array(new SharedArrayBuffer(rows.length * k * 4)),
		outCounts: int32(rows.length),
	});

	let ranking: ReturnType<typeof coarseRanking> | undefined;
	const coarse = () => {
		ranking ??= coarseRanking({
			width,
			depth,
			memory: space.memory,
			packed: packed.byteOffset,
			...roomOf(slots, depth),
			order,
			items,
			bounds,
		});
		return ranking;
	};

	return {
		width,
		scores(vector, out) {
			one.fill(0);
			one.set(vector);
			kernels.multiplyOne(one.byteOffset, packed.byteOffset, all.byteOffset, padded / 8, depth);
			for (let item = 0; item < count; item++) out[item] = all[place[item]!]!;
		},
		top(vector, k, hidden) {
			const size = Math.min(k, count);
			const columns = Int32Array.from(hidden);
			if (count > smallCatalogue) return coarse()(vector, size, columns);
			const mask: Csr = {
				rows: 1,
				width: count,
				starts: Int32Array.of(0, columns.length),
				columns,
				values: new Float32Array(columns.length),
			};
			const task = context(Int32Array.of(0), vector, size, [mask], 0);
			rankFactors(task)(0, 1);
			return { items: task.outItems, scores: task.outScores, count: task.outCounts[0]! };
		},
		async topForAll(vectors, k, rows, hidden, control) {
			const all = context(rows, vectors, Math.min(k, count), hidden, 1);
			await runKernel('rankFactors', all, rows.length, { chunk: 256, control });
			return { items: all.outItems, scores: all.outScores, counts: all.outCounts };
		},
	};
}

/** Panels of 8 items: all their first numbers, all their second numbers, … */
function pack(
	packed: Float32Array,
	items: Float32Array,
	sorted: Int32Array,
	width: number,
	depth: number,
): void {
	for (let at = 0; at < sorted.length; at++) {
		const to = Math.floor(at / 8) * 8 * depth + (at % 8);
		const from = sorted[at]! * width;
		for (let d = 0; d < width; d++) packed[to + d * 8] = items[from + d]!;
	}
}
