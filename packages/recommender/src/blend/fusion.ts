import { refuse } from '../errors.ts';

/**
 * How scores of different models are made comparable before they are added:
 * `rank` 1 / (60 + rank) (reciprocal rank fusion, Cormack, Clarke and Büttcher 2009), `range` to 0 … 1,
 * `normal` to mean 0 and deviation 1, `none`.
 */
export type Fusion = 'rank' | 'range' | 'normal' | 'none';

export const fusions: readonly Fusion[] = ['rank', 'range', 'normal', 'none'];

/** Makes one model's scores comparable, in place. Only finite scores count and change. */
export function normalise(scores: Float32Array, fusion: Fusion): void {
	const { offset, factor } = madeComparable(scores, fusion);
	for (let item = 0; item < scores.length; item++) {
		const score = scores[item]!;
		if (score - score === 0) scores[item] = (score - offset) * factor;
	}
}

/** Adds `weight` times the comparable scores of one model to `out`; of `scores` nothing remains that can be used. */
export function addComparable(scores: Float32Array, fusion: Fusion, weight: number, out: Float32Array): void {
	const { offset, factor } = madeComparable(scores, fusion);
	const [by, less] = [weight * factor, weight * factor * offset];
	for (let item = 0; item < out.length; item++) {
		const score = scores[item]!;
		if (score - score === 0) out[item]! += score * by - less;
	}
}

/** What to take off and multiply with; ranks are put in place of the scores. */
function madeComparable(scores: Float32Array, fusion: Fusion): { offset: number; factor: number } {
	if (fusion === 'rank') byRank(scores);
	if (fusion === 'rank' || fusion === 'none') return { offset: 0, factor: 1 };
	const [offset, scale] = fusion === 'range' ? range(scores) : deviation(scores);
	return { offset, factor: scale > 0 ? 1 / scale : 0 };
}

function range(scores: Float32Array): [least: number, width: number] {
	let low = Number.POSITIVE_INFINITY;
	let high = Number.NEGATIVE_INFINITY;
	for (let item = 0; item < scores.length; item++) {
		const score = scores[item]!;
		if (score - score !== 0) continue;
		if (score < low) low = score;
		if (score > high) high = score;
	}
	return [low, high - low];
}

function deviation(scores: Float32Array): [mean: number, deviation: number] {
	let sum = 0;
	let squares = 0;
	let count = 0;
	for (let item = 0; item < scores.length; item++) {
		const score = scores[item]!;
		if (score - score !== 0) continue;
		sum += score;
		squares += score * score;
		count++;
	}
	const mean = sum / Math.max(1, count);
	return [mean, Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean))];
}

/** Equal scores share the rank of the first, so that ties add no order of their own. */
function byRank(scores: Float32Array): void {
	const finite = [];
	for (let item = 0; item < scores.length; item++) if (Number.isFinite(scores[item])) finite.push(item);
	const order = Int32Array.from(finite).sort((a, b) => scores[b]! - scores[a]! || a - b);
	let rank = 1;
	let last = Number.NaN;
	for (let at = 0; at < order.length; at++) {
		const item = order[at]!;
		if (scores[item] !== last) rank = at + 1;
		last = scores[item]!;
		scores[item] = 1 / (60 + rank);
	}
}

export function checkFusion(fusion: string): asserts fusion is Fusion {
	if (!fusions.includes(fusion as Fusion)) refuse('invalid_option', `There is no fusion "${fusion}".`);
}
