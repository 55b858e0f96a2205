import { type Csr, rowOf } from '../data/csr.ts';
import type { Model, ModelParts } from '../model.ts';
import { topK } from '../top-k.ts';

export interface RankModelContext {
	model: ModelParts;
	histories: Csr | null;
	users: Int32Array;
	hidden: readonly Csr[];
	k: number;
	outItems: Int32Array;
	outScores: Float32Array;
	outCounts: Int32Array;
}

let revive: ((parts: ModelParts) => Model | undefined) | undefined;

/** Tells how a model is put together again in another thread; the list of models does, when it is loaded. */
export function reviveModelsWith(way: (parts: ModelParts) => Model | undefined): void {
	revive = way;
}

/** The model over the same shared arrays, or undefined when its kind is not in the list. */
export function revived(parts: ModelParts): Model | undefined {
	return revive?.(parts);
}

/** The best `k` items of each user, by any model that threads can put together. */
export function rankModel(context: RankModelContext): (from: number, to: number) => void {
	const { histories, users, hidden, k, outItems, outScores, outCounts } = context;
	const model = revived(context.model);
	if (!model) throw new Error(`A thread cannot make a model "${context.model.kind}".`);
	const scores = new Float32Array(model.items);
	return (from, to) => {
		for (let n = from; n < to; n++) {
			const user = users[n]!;
			model.scores(histories ? { history: rowOf(histories, user) } : { user }, scores);
			for (const mask of hidden)
				for (const item of rowOf(mask, user)) scores[item] = Number.NEGATIVE_INFINITY;
			const top = topK(scores, k);
			outItems.set(top.items.subarray(0, top.count), n * k);
			outScores.set(top.scores.subarray(0, top.count), n * k);
			outCounts[n] = top.count;
		}
	};
}
