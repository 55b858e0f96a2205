import { refuse } from '../errors.ts';
import type { Scored } from '../model.ts';

/**
 * At most `limit` items of one author (or shop, or series) among the first `k`; the rest keep their order. When
 * nothing else is left, the list is shorter than `k`.
 */
export function capPer(
	list: readonly Scored[],
	k: number,
	groupOf: (item: number) => number | string | undefined,
	limit: number,
): Scored[] {
	if (!Number.isInteger(limit) || limit < 1)
		refuse('invalid_option', `limit is ${limit}, not a whole number above 0.`);
	const counts = new Map<number | string, number>();
	const kept: Scored[] = [];
	for (const entry of list) {
		if (kept.length === k) break;
		const group = groupOf(entry.item);
		if (group !== undefined) {
			const count = counts.get(group) ?? 0;
			if (count >= limit) continue;
			counts.set(group, count + 1);
		}
		kept.push(entry);
	}
	return kept;
}
