import { type Csr, rowOf } from '../data/csr.ts';
import { topK } from '../top-k.ts';

/** A model that adds rows of a sparse matrix. */
export interface RowModel {
	weights: Csr;
	/** The most recent item counts fully, each before it so many times less. */
	decay: number;
	/** Whether the weights of the history count. */
	weighted: boolean;
	/** Added to every item for each item of the history (decayed alike); empty when nothing is. */
	prior: Float32Array;
}

export interface RankRowsContext extends RowModel {
	histories: Csr;
	users: Int32Array;
	hidden: readonly Csr[];
	/** What a newcomer is given. */
	counts: Int32Array;
	k: number;
	outItems: Int32Array;
	outScores: Float32Array;
	outCounts: Int32Array;
}

/** The best `k` items of each user. */
export function rankRows(context: RankRowsContext): (from: number, to: number) => void {
	const { histories, users, hidden, counts, k, outItems, outScores, outCounts } = context;
	const scores = new Float32Array(counts.length);
	return (from, to) => {
		for (let n = from; n < to; n++) {
			const user = users[n]!;
			const [start, end] = [histories.starts[user]!, histories.starts[user + 1]!];
			scores.fill(0);
			if (start === end) scores.set(counts);
			else
				addRows(
					context,
					histories.columns.subarray(start, end),
					histories.values.subarray(start, end),
					scores,
				);
			for (const mask of hidden)
				for (const item of rowOf(mask, user)) scores[item] = Number.NEGATIVE_INFINITY;
			const top = topK(scores, k);
			outItems.set(top.items, n * k);
			outScores.set(top.scores, n * k);
			outCounts[n] = top.count;
		}
	};
}

/** Adds the rows of a history's items, oldest first, to `out`. */
export function addRows(
	{ weights, decay, weighted, prior }: RowModel,
	items: Int32Array,
	itemWeights: Float32Array,
	out: Float32Array,
): void {
	const { starts, columns, values } = weights;
	let factor = 1;
	let mass = 0;
	for (let i = items.length - 1; i >= 0 && factor > 1e-12; i--) {
		const item = items[i]!;
		const weight = weighted ? factor * itemWeights[i]! : factor;
		for (let at = starts[item]!, end = starts[item + 1]!; at < end; at++)
			out[columns[at]!]! += weight * values[at]!;
		mass += factor;
		factor *= decay;
	}
	for (let item = 0; item < prior.length; item++) out[item]! += mass * prior[item]!;
}

/** What `addRows` adds to one item, by item of the history; the prior, which all share, left out. */
export function rowContributions(
	{ weights, decay, weighted }: RowModel,
	items: Int32Array,
	itemWeights: Float32Array,
	wanted: number,
): Float64Array {
	const added = new Float64Array(items.length);
	let factor = 1;
	for (let i = items.length - 1; i >= 0; i--) {
		const item = items[i]!;
		for (let at = weights.starts[item]!; at < weights.starts[item + 1]!; at++)
			if (weights.columns[at] === wanted)
				added[i]! += factor * (weighted ? itemWeights[i]! : 1) * weights.values[at]!;
		factor *= decay;
	}
	return added;
}
