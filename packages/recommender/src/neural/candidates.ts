import { float32, int32 } from '../data/arrays.ts';
import type { Random } from '../random.ts';

/** Against which items a batch is scored, and the logarithm by which each counts more for being drawn seldom. */
export interface Candidates {
	ids: Int32Array;
	biases: Float32Array;
}

/** All items. */
export function everyItem(items: number): Candidates {
	const ids = int32(items);
	for (let item = 0; item < items; item++) ids[item] = item;
	return { ids, biases: float32(items) };
}

/** Draws candidates for batches: the batch's targets and items drawn evenly. */
export function candidateDrawer(shares: Float64Array, evenly: number, rng: Random) {
	const items = shares.length;
	const place = new Int32Array(items).fill(-1);
	const pool = Int32Array.from({ length: items }, (_, item) => item);

	/** Replaces targets (items, -1 for none) by their columns. */
	return (targets: Int32Array, count: number): Candidates => {
		const chosen: number[] = [];
		const add = (item: number) => {
			if (place[item]! >= 0) return;
			place[item] = chosen.length;
			chosen.push(item);
		};
		for (const target of targets) if (target >= 0) add(target);
		// The first places of a Fisher-Yates shuffle: different items, whatever order the pool is in.
		for (let i = 0; i < evenly; i++) {
			const j = i + rng.int(items - i);
			const item = pool[j]!;
			pool[j] = pool[i]!;
			pool[i] = item;
			add(item);
		}
		for (let row = 0; row < targets.length; row++)
			if (targets[row]! >= 0) targets[row] = place[targets[row]!]!;
		const ids = int32(chosen.length);
		const biases = float32(chosen.length);
		for (const [column, item] of chosen.entries()) {
			ids[column] = item;
			place[item] = -1;
			// Drawn evenly, or the target of one of the `count` rows.
			biases[column] = -Math.log(1 - (1 - evenly / items) * (1 - shares[item]!) ** count);
		}
		return { ids, biases };
	};
}
