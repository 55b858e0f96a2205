import { refuse } from '../errors.ts';
import { random } from '../random.ts';
import type { Interactions } from './interactions.ts';

/**
 * For each user `count` different items that the user has not touched in any of `known`, drawn uniformly or in
 * proportion to `weights`. A user's draw depends on seed and user only. Users with fewer such items get all of them.
 */
export function sampleNegatives(
	known: readonly Interactions[],
	{ count, seed, weights }: { count: number; seed: number; weights?: ArrayLike<number> },
): Int32Array[] {
	const items = known[0]?.matrix.width ?? refuse('empty_data', 'No interactions to draw beside.');
	if (!Number.isInteger(count) || count < 1) refuse('invalid_option', `count is ${count}.`);
	const cumulative = weights ? cumulate(weights, items) : undefined;
	const seen = new Int32Array(items).fill(-1);
	return Array.from({ length: known[0]!.matrix.rows }, (_, user) => {
		let free = items;
		for (const { matrix } of known)
			for (let at = matrix.starts[user]!; at < matrix.starts[user + 1]!; at++) {
				if (seen[matrix.columns[at]!] !== user) free--;
				seen[matrix.columns[at]!] = user;
			}
		if (free <= count * 2 || cumulative) return chosen(seen, user, Math.min(count, free), seed, cumulative);
		const rng = random(seed, user);
		const out = new Int32Array(count);
		for (let i = 0; i < count; ) {
			const item = rng.int(items);
			if (seen[item] === user) continue;
			seen[item] = user;
			out[i++] = item;
		}
		return out;
	});
}

/** Weighted draws without replacement by the keys of Efraimidis and Spirakis (2006): never loops, whatever is left. */
function chosen(
	seen: Int32Array,
	user: number,
	count: number,
	seed: number,
	weights?: Float64Array,
): Int32Array {
	const rng = random(seed, user);
	const keyed: { item: number; key: number }[] = [];
	for (let item = 0; item < seen.length; item++) {
		const draw = -Math.log(1 - rng.next());
		const weight = weights ? weights[item]! : 1;
		if (seen[item] !== user && weight > 0) keyed.push({ item, key: draw / weight });
	}
	keyed.sort((a, b) => a.key - b.key || a.item - b.item);
	return Int32Array.from(keyed.slice(0, count), ({ item }) => item);
}

function cumulate(weights: ArrayLike<number>, items: number): Float64Array {
	if (weights.length !== items) refuse('length_mismatch', `${items} items but ${weights.length} weights.`);
	for (let i = 0; i < items; i++)
		if (!(weights[i]! >= 0)) refuse('invalid_weight', `Weight ${weights[i]} of item ${i}.`);
	return Float64Array.from({ length: items }, (_, item) => weights[item]!);
}
