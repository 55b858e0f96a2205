import type { Csr } from '../data/csr.ts';
import { refuse } from '../errors.ts';
import { divergence, mixOf } from '../evaluate/beyond.ts';
import type { Scored } from '../model.ts';

/**
 * Calibrated recommendations (Steck 2018): picks greedily so that (1 - lambda) * relevance - lambda * divergence from
 * the history's mix of categories is highest. Somebody with 70 % of one subject gets about 70 % of it.
 *
 * @param list more than `k` candidates, best first
 * @param categories items by categories
 */
export function calibrate(
	list: readonly Scored[],
	k: number,
	history: ArrayLike<number>,
	categories: Csr,
	lambda = 0.5,
): Scored[] {
	if (!(lambda >= 0 && lambda <= 1)) refuse('invalid_option', `lambda is ${lambda}, not between 0 and 1.`);
	const wanted = mixOf(history, categories);
	const high = Math.max(...list.map(({ score }) => score));
	const low = Math.min(...list.map(({ score }) => score));
	const left = [...list];
	const taken: Scored[] = [];
	let relevance = 0;
	while (taken.length < k && left.length > 0) {
		let best = 0;
		let bestValue = Number.NEGATIVE_INFINITY;
		const scaled = (entry: Scored) => (high > low ? (entry.score - low) / (high - low) : 1);
		for (const [n, entry] of left.entries()) {
			const mix = mixOf([...taken.map(({ item }) => item), entry.item], categories);
			const value = (1 - lambda) * (relevance + scaled(entry)) - lambda * divergence(wanted, mix);
			if (value > bestValue) {
				best = n;
				bestValue = value;
			}
		}
		const [entry] = left.splice(best, 1) as [Scored];
		relevance += scaled(entry);
		taken.push(entry);
	}
	return taken;
}
