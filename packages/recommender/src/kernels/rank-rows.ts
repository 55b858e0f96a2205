import { type Csr, rowOf } from '../data/csr.ts';
import { below, fromHeap, siftDown, siftUp, topK } from '../top-k.ts';

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
	const { histories, users, hidden, counts, k, outItems, outScores, outCounts, weights, prior } = context;
	const scores = new Float32Array(counts.length);
	const few = fewItems(context, scores);
	return (from, to) => {
		for (let n = from; n < to; n++) {
			const user = users[n]!;
			const [start, end] = [histories.starts[user]!, histories.starts[user + 1]!];
			let entries = 0;
			for (let at = start; at < end; at++) {
				const item = histories.columns[at]!;
				entries += weights.starts[item + 1]! - weights.starts[item]!;
			}
			if (entries < counts.length / 2 && prior.length === 0 && few(n)) continue;
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
			scores.fill(0);
		}
	};
}

/**
 * Ranks by looking only at items that get something. Answers no, with all scores 0 again, where fewer than `k` of them
 * score above 0: then those that score 0 belong to the list too. The rows must have fewer entries than there are items.
 */
function fewItems(context: RankRowsContext, scores: Float32Array): (n: number) => boolean {
	const { histories, users, hidden, k, outItems, outScores, outCounts, weights, decay, weighted } = context;
	const { starts, columns, values } = weights;
	const touched = new Int32Array(scores.length);
	const items = new Int32Array(k);
	const best = new Float32Array(k);
	return (n) => {
		const user = users[n]!;
		const first = histories.starts[user]!;
		let factor = 1;
		let size = 0;
		for (let i = histories.starts[user + 1]! - 1; i >= first && factor > 1e-12; i--) {
			const item = histories.columns[i]!;
			const weight = weighted ? factor * histories.values[i]! : factor;
			for (let at = starts[item]!, end = starts[item + 1]!; at < end; at++) {
				const column = columns[at]!;
				const score = scores[column]!;
				// A sum that is 0 for a while puts its item down again, which does no harm: each is taken once.
				if (score === 0) touched[size++] = column;
				scores[column] = score + weight * values[at]!;
			}
			factor *= decay;
		}
		for (const mask of hidden)
			for (let at = mask.starts[user]!, end = mask.starts[user + 1]!; at < end; at++)
				scores[mask.columns[at]!] = 0;
		let count = 0;
		for (let i = 0; i < size; i++) {
			const item = touched[i]!;
			const score = scores[item]!;
			scores[item] = 0;
			if (!(score > 0)) continue;
			if (count < k) siftUp(items, best, count++, item, score);
			else if (below(best[0]!, items[0]!, score, item)) siftDown(items, best, k, item, score);
		}
		if (count < k) return false;
		fromHeap(items, best, count);
		outItems.set(items, n * k);
		outScores.set(best, n * k);
		outCounts[n] = count;
		return true;
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
