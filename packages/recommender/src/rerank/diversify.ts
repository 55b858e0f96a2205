import type { Csr } from '../data/csr.ts';
import { refuse } from '../errors.ts';
import type { Scored } from '../model.ts';

/**
 * Maximal marginal relevance (Carbonell and Goldstein 1998): takes one item after another, each time the one with the
 * highest lambda * relevance - (1 - lambda) * likeness to what is taken already. Relevance is scaled to 0 … 1.
 *
 * @param list more than `k` candidates, best first
 * @param likeness of two items, 0 to 1; see `featureLikeness`
 * @param lambda 1 keeps the list as it is
 */
export function diversify(
	list: readonly Scored[],
	k: number,
	likeness: (a: number, b: number) => number,
	lambda = 0.7,
): Scored[] {
	if (!(lambda >= 0 && lambda <= 1)) refuse('invalid_option', `lambda is ${lambda}, not between 0 and 1.`);
	const high = Math.max(...list.map(({ score }) => score));
	const low = Math.min(...list.map(({ score }) => score));
	const left = list.map((entry) => ({
		entry,
		relevance: high > low ? (entry.score - low) / (high - low) : 1,
		nearest: 0,
	}));
	const taken: Scored[] = [];
	while (taken.length < k && left.length > 0) {
		let best = 0;
		const value = (n: number) => lambda * left[n]!.relevance - (1 - lambda) * left[n]!.nearest;
		for (let n = 1; n < left.length; n++) if (value(n) > value(best)) best = n;
		const [{ entry }] = left.splice(best, 1) as [(typeof left)[0]];
		taken.push(entry);
		for (const other of left) other.nearest = Math.max(other.nearest, likeness(entry.item, other.entry.item));
	}
	return taken;
}

/** The cosine of two items' features (items by anything). */
export function featureLikeness({ starts, columns, values }: Csr): (a: number, b: number) => number {
	const norm = (row: number) => {
		let sum = 0;
		for (let at = starts[row]!; at < starts[row + 1]!; at++) sum += values[at]! ** 2;
		return Math.sqrt(sum);
	};
	return (a, b) => {
		const own = new Map<number, number>();
		for (let at = starts[a]!; at < starts[a + 1]!; at++) own.set(columns[at]!, values[at]!);
		let dot = 0;
		for (let at = starts[b]!; at < starts[b + 1]!; at++) dot += (own.get(columns[at]!) ?? 0) * values[at]!;
		const norms = norm(a) * norm(b);
		return norms > 0 ? dot / norms : 0;
	};
}
