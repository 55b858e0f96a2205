import { breathe, type Control } from '../control.ts';
import { float32, int32 } from '../data/arrays.ts';
import { type Csr, rowOf } from '../data/csr.ts';
import { refuse } from '../errors.ts';
import { type RankModelContext, revived } from '../kernels/rank-model.ts';
import { checkK, type Model } from '../model.ts';
import { runKernel } from '../parallel/run.ts';
import { topK } from '../top-k.ts';

/** Lists for many users: user n's list is `items[n * k .. n * k + counts[n])`, best first. */
export interface Rankings {
	readonly k: number;
	readonly users: Int32Array;
	readonly items: Int32Array;
	readonly scores: Float32Array;
	readonly counts: Int32Array;
}

export interface RankOptions {
	/** For whom; default: all users. */
	users?: ArrayLike<number>;
	/** Items never given, by user, beside those of the histories that the model keeps. */
	mask?: readonly Csr[];
	/** Histories to ask with instead of the kept ones (such as train + validation at the test). */
	histories?: Csr;
	/** Also give what the history holds. */
	includeKnown?: boolean;
}

/** Ranks the whole catalogue for many users; ties by item index. In threads as `control` says. */
export async function rankAll(
	model: Model,
	k: number,
	{ users, mask = [], histories, includeKnown = false }: RankOptions = {},
	control?: Control,
): Promise<Rankings> {
	checkK(k);
	const who = users ? Int32Array.from(users) : Int32Array.from({ length: model.users }, (_, user) => user);
	const size = Math.min(k, model.items);
	const hidden = includeKnown ? mask : [histories ?? model.histories, ...mask];
	if (model.rankMany) {
		const lists = await model.rankMany(
			{ users: who, k: size, hidden, ...(histories ? { histories } : {}) },
			control,
		);
		return { k: size, users: who, ...lists };
	}
	const lists = {
		outItems: int32(who.length * size).fill(-1),
		outScores: float32(who.length * size),
		outCounts: int32(who.length),
	};
	const context = { model: model.parts, histories: histories ?? null, users: who, hidden, k: size, ...lists };
	// A model of a kind that is not in the list stays on this thread.
	if (revived(model.parts)) await runKernel('rankModel', context, who.length, { chunk: 16, control });
	else await rankHere(model, context, control);
	return { k: size, users: who, items: lists.outItems, scores: lists.outScores, counts: lists.outCounts };
}

async function rankHere(model: Model, context: RankModelContext, control?: Control): Promise<void> {
	const { users, histories, hidden, k } = context;
	const scores = new Float32Array(model.items);
	for (let n = 0; n < users.length; n++) {
		const user = users[n]!;
		model.scores(histories ? { history: rowOf(histories, user) } : { user }, scores);
		for (const mask of hidden) for (const item of rowOf(mask, user)) scores[item] = Number.NEGATIVE_INFINITY;
		const top = topK(scores, k);
		context.outItems.set(top.items.subarray(0, top.count), n * k);
		context.outScores.set(top.scores.subarray(0, top.count), n * k);
		context.outCounts[n] = top.count;
		if (control && n % 256 === 0) await breathe(control, n / users.length);
	}
}

/**
 * Ranks one positive among given negatives for each user (the sampled protocol): the positive's rank, from 1. Of
 * equal scores the lower index stands first.
 */
export async function rankSampled(
	model: Model,
	cases: readonly { user: number; positive: number; negatives: ArrayLike<number> }[],
	{ histories }: { histories?: Csr } = {},
	control?: Control,
): Promise<Int32Array> {
	const ranks = new Int32Array(cases.length);
	const buffer = new Float32Array(model.items);
	for (let n = 0; n < cases.length; n++) {
		const { user, positive, negatives } = cases[n]!;
		if (!(positive >= 0 && positive < model.items)) refuse('unknown_item', `There is no item ${positive}.`);
		model.scores(histories ? { history: rowOf(histories, user) } : { user }, buffer);
		const score = buffer[positive]!;
		let rank = 1;
		for (let i = 0; i < negatives.length; i++) {
			const item = negatives[i]!;
			if (buffer[item]! > score || (buffer[item] === score && item < positive)) rank++;
		}
		ranks[n] = rank;
		if (control && n % 256 === 0) await breathe(control, n / cases.length);
	}
	return ranks;
}
