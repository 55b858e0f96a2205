import { int32 } from '../data/arrays.ts';
import { type Csr, transpose } from '../data/csr.ts';
import { defineModel, inRange, type Profile } from '../model.ts';
import { topK } from '../top-k.ts';

export interface SequenceNeighboursOptions {
	neighbours: number;
	/** How fast older items of the history lose weight in finding neighbours. */
	decay: number;
	/** How fast a neighbour's items lose weight with the steps after the last common item. */
	gap: number;
	/** The power of an item's count that it counts less by in finding neighbours. */
	rarity: number;
	/** The weight of a neighbour's items before the last common one: 0 only what came after. */
	before: number;
}

interface SequenceNeighboursState {
	sequences: Csr;
	/** Items by users, and the place of the item in each user's sequence. */
	items: Csr;
	places: Int32Array;
}

/**
 * What did people do next who did the same lately? Neighbours by decayed common items, voting with what came after the
 * last common one (vector session neighbours: Ludewig and Jannach 2018; STAN: Garg et al. 2019). No training.
 */
export const sequenceNeighbours = defineModel<SequenceNeighboursOptions, SequenceNeighboursState>({
	kind: 'sequence-neighbours',
	version: 1,
	defaults: { neighbours: 200, decay: 0.8, gap: 0.8, rarity: 0.5, before: 0 },
	check: (options) =>
		inRange(options, { neighbours: [1, 1e9], decay: [0, 1], gap: [0, 1], rarity: [0, 2], before: [0, 1] }),
	fit({ matrix }) {
		const items = transpose(matrix);
		const next = items.starts.slice(0, items.rows);
		const places = int32(items.columns.length);
		for (let user = 0; user < matrix.rows; user++)
			for (let at = matrix.starts[user]!; at < matrix.starts[user + 1]!; at++)
				places[next[matrix.columns[at]!]!++] = at - matrix.starts[user]!;
		return { sequences: matrix, items, places };
	},
	scores(state, profile, out, options) {
		const { ids, likeness, last } = nearest(state, profile, options);
		const { starts, columns } = state.sequences;
		for (const [n, user] of ids.entries()) {
			const from = starts[user]! + last[n]! + 1;
			let weight = likeness[n]!;
			for (let at = from; at < starts[user + 1]! && weight > 1e-12; at++) {
				out[columns[at]!]! += weight;
				weight *= options.gap;
			}
			if (options.before > 0)
				for (let at = starts[user]!; at < from - 1; at++) out[columns[at]!]! += likeness[n]! * options.before;
		}
	},
});

function nearest(
	{ sequences, items, places }: SequenceNeighboursState,
	profile: Profile,
	{ neighbours, decay, rarity }: SequenceNeighboursOptions,
): { ids: Int32Array; likeness: Float32Array; last: Int32Array } {
	const sums = new Float32Array(sequences.rows);
	const lastOf = new Int32Array(sequences.rows);
	let factor = 1;
	for (let i = profile.items.length - 1; i >= 0 && factor > 1e-6; i--) {
		const item = profile.items[i]!;
		const count = items.starts[item + 1]! - items.starts[item]!;
		const weight = factor / Math.max(1, count) ** rarity;
		for (let at = items.starts[item]!; at < items.starts[item + 1]!; at++) {
			const user = items.columns[at]!;
			sums[user]! += weight;
			lastOf[user] = Math.max(lastOf[user]!, places[at]!);
		}
		factor *= decay;
	}
	for (let user = 0; user < sums.length; user++)
		if (sums[user] === 0 || user === profile.user) sums[user] = Number.NEGATIVE_INFINITY;
	const top = topK(sums, neighbours);
	const ids = top.items.subarray(0, top.count);
	return { ids, likeness: top.scores, last: Int32Array.from(ids, (user) => lastOf[user]!) };
}
