import type { Csr } from '../data/csr.ts';
import { refuse } from '../errors.ts';
import type { Rankings } from './rankings.ts';

/** Values of a measure, one for each user that has something to find, and their mean. */
export interface Measure {
	readonly mean: number;
	readonly perUser: Float64Array;
}

export const accuracyNames = ['recall', 'precision', 'hitRate', 'ndcg', 'ndcgWhole', 'map', 'mrr'] as const;
export type AccuracyName = (typeof accuracyNames)[number];
export type Accuracy = Readonly<Record<AccuracyName, Measure>>;

/**
 * How well lists of length `k` find the held-out items; users without held-out items do not count.
 *
 * - `recall` hits / |held|, `precision` hits / k, `hitRate` whether there is a hit
 * - `ndcg` sum of 1 / log2(rank + 1) over hits, by the same sum of an ideal list of min(|held|, k) items (LightGCN,
 *   S3-Rec); `ndcgWhole` by the ideal list of all |held| items, not cut at k (Ferrari Dacrema et al. 2019)
 * - `map` mean over ranks of hits of precision there, by min(|held|, k); `mrr` 1 / rank of the first hit
 */
export function accuracy(rankings: Rankings, held: Csr, k: number = rankings.k): Accuracy {
	if (k > rankings.k && rankings.k < held.width)
		refuse('invalid_k', `The lists hold ${rankings.k}; ${k} cannot be measured.`);
	const values: Record<AccuracyName, number[]> = {
		recall: [],
		precision: [],
		hitRate: [],
		ndcg: [],
		ndcgWhole: [],
		map: [],
		mrr: [],
	};
	const wanted = new Int32Array(held.width).fill(-1);
	for (let n = 0; n < rankings.users.length; n++) {
		const user = rankings.users[n]!;
		const size = held.starts[user + 1]! - held.starts[user]!;
		if (size === 0) continue;
		for (let at = held.starts[user]!; at < held.starts[user + 1]!; at++) wanted[held.columns[at]!] = n;
		let hits = 0;
		let gain = 0;
		let precisions = 0;
		let first = 0;
		const length = Math.min(k, rankings.counts[n]!);
		for (let rank = 0; rank < length; rank++) {
			if (wanted[rankings.items[n * rankings.k + rank]!] !== n) continue;
			hits++;
			gain += 1 / Math.log2(rank + 2);
			precisions += hits / (rank + 1);
			if (first === 0) first = rank + 1;
		}
		values.recall.push(hits / size);
		values.precision.push(hits / k);
		values.hitRate.push(hits > 0 ? 1 : 0);
		values.ndcg.push(gain / idealGain(Math.min(size, k)));
		values.ndcgWhole.push(gain / idealGain(size));
		values.map.push(precisions / Math.min(size, k));
		values.mrr.push(first === 0 ? 0 : 1 / first);
	}
	return Object.fromEntries(
		accuracyNames.map((name) => [name, measureOf(values[name])]),
	) as unknown as Accuracy;
}

/** The measures of the sampled protocol at `k`, from the rank of each one positive. */
export function sampledAccuracy(
	ranks: ArrayLike<number>,
	k: number,
): Record<'hitRate' | 'ndcg' | 'mrr', Measure> {
	const within = (value: (rank: number) => number) =>
		measureOf(Array.from(ranks, (rank) => (rank <= k ? value(rank) : 0)));
	return {
		hitRate: within(() => 1),
		ndcg: within((rank) => 1 / Math.log2(rank + 1)),
		// The reciprocal rank is not cut: every positive is in the list.
		mrr: measureOf(Array.from(ranks, (rank) => 1 / rank)),
	};
}

export function measureOf(values: readonly number[]): Measure {
	const perUser = Float64Array.from(values);
	let sum = 0;
	for (const value of perUser) sum += value;
	return { mean: perUser.length === 0 ? 0 : sum / perUser.length, perUser };
}

const ideals: number[] = [0];

/** The gain of a list whose first `size` places are all hits. */
function idealGain(size: number): number {
	for (let rank = ideals.length; rank <= size; rank++)
		ideals.push(ideals[rank - 1]! + 1 / Math.log2(rank + 1));
	return ideals[size]!;
}
