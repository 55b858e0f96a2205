import { breathe, type Control } from '../control.ts';
import { type Csr, rowOf } from '../data/csr.ts';
import { refuse } from '../errors.ts';
import type { Model } from '../model.ts';
import { topK } from '../top-k.ts';
import { checkFusion, type Fusion, normalise } from './fusion.ts';

export interface LearnOptions {
	fusion?: Fusion;
	/** What is maximised: NDCG or recall at `k`, or their mean. */
	metric?: 'ndcg' | 'recall' | 'both';
	k?: number;
	/** For how many users at most, spread evenly. */
	users?: number;
	/** Candidates are the best so many of each model … */
	depth?: number;
	/** … or, by user, these: the sampled protocol, the held-out items among given others. */
	among?: Csr;
	rounds?: number;
}

/** A user's candidates: comparable scores, one row for each model, and which of them were held out. */
interface Case {
	items: Int32Array;
	scores: Float32Array;
	hits: Uint8Array;
	held: number;
}

/**
 * Weights under which models together rank held-out items best: coordinate ascent on the measure itself over the
 * union of their best candidates (Metzler and Croft 2007). Models must be trained without `held`.
 *
 * @returns weights that sum to 1, and the value they reach
 */
export async function learnWeights(
	models: readonly Model[],
	held: Csr,
	{
		fusion = 'normal',
		metric = 'ndcg',
		k = 10,
		users = 4000,
		depth = 100,
		among,
		rounds = 4,
	}: LearnOptions = {},
	control?: Control,
): Promise<{ weights: number[]; value: number }> {
	checkFusion(fusion);
	if (models.length === 0) refuse('empty_data', 'There is no model to weigh.');
	const cases: Case[] = [];
	const able: number[] = [];
	for (let user = 0; user < held.rows; user++)
		if (held.starts[user + 1]! > held.starts[user]!) able.push(user);
	const step = Math.max(1, able.length / users);
	for (let at = 0; at < able.length; at += step) {
		cases.push(caseOf(models, able[Math.floor(at)]!, held, fusion, among ?? depth));
		if (control && cases.length % 64 === 0) await breathe(control, (0.8 * at) / able.length);
	}
	let best = { weights: models.map(() => 1 / models.length), value: 0 };
	best.value = measure(cases, best.weights, metric, k);
	for (let single = 0; single < models.length; single++) {
		const weights = models.map((_, n) => (n === single ? 1 : 0));
		const value = measure(cases, weights, metric, k);
		if (value > best.value) best = { weights, value };
	}
	// Each weight is tried at multiples and at additions of ever finer size.
	for (let round = 0, size = 0.4; round < rounds; round++, size /= 2) {
		for (let n = 0; n < models.length; n++)
			for (const tried of [
				0,
				best.weights[n]! * (1 - size),
				best.weights[n]! * (1 + size),
				best.weights[n]! + size / 2,
			]) {
				const raw = best.weights.map((weight, m) => (m === n ? tried : weight));
				const sum = raw.reduce((a, b) => a + b, 0);
				if (sum === 0) continue;
				const weights = raw.map((weight) => weight / sum);
				const value = measure(cases, weights, metric, k);
				if (value > best.value) best = { weights, value };
			}
		if (control) await breathe(control, 0.8 + (0.2 * (round + 1)) / rounds);
	}
	return best;
}

function caseOf(
	models: readonly Model[],
	user: number,
	held: Csr,
	fusion: Fusion,
	candidates: number | Csr,
): Case {
	const known = rowOf(models[0]!.histories, user);
	const all = models.map((model) => {
		const scores = model.scores({ user });
		for (const item of known) scores[item] = Number.NEGATIVE_INFINITY;
		return scores;
	});
	const union = new Set(typeof candidates === 'number' ? [] : rowOf(candidates, user));
	if (typeof candidates === 'number')
		for (const scores of all) {
			const top = topK(scores, candidates);
			for (let i = 0; i < top.count; i++) union.add(top.items[i]!);
		}
	const items = Int32Array.from(union).sort();
	const scores = new Float32Array(items.length * models.length);
	for (const [n, own] of all.entries()) {
		normalise(own, fusion);
		for (let i = 0; i < items.length; i++) scores[n * items.length + i] = own[items[i]!]!;
	}
	const wanted = new Set(rowOf(held, user));
	return {
		items,
		scores,
		hits: Uint8Array.from(items, (item) => (wanted.has(item) ? 1 : 0)),
		held: wanted.size,
	};
}

function measure(cases: readonly Case[], weights: readonly number[], metric: string, k: number): number {
	let total = 0;
	for (const { items, scores, hits, held } of cases) {
		const mixed = new Float32Array(items.length);
		for (const [n, weight] of weights.entries())
			if (weight > 0)
				for (let i = 0; i < items.length; i++) mixed[i]! += weight * scores[n * items.length + i]!;
		const top = topK(mixed, k);
		let gain = 0;
		let found = 0;
		let ideal = 0;
		for (let rank = 0; rank < Math.min(held, k); rank++) ideal += 1 / Math.log2(rank + 2);
		for (let rank = 0; rank < top.count; rank++)
			if (hits[top.items[rank]!] === 1) {
				found++;
				gain += 1 / Math.log2(rank + 2);
			}
		if (metric !== 'recall') total += gain / ideal;
		if (metric !== 'ndcg') total += found / held;
	}
	return total / Math.max(1, cases.length) / (metric === 'both' ? 2 : 1);
}
