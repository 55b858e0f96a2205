/**
 * Gini's coefficient: how unequally something is shared. 0: all have the same; near 1: one has everything.
 *
 * Source: C. Gini, "Variabilità e mutabilità" (1912), by the form of sorted values: sum of (2i − n − 1) x_i over n times the sum.
 *
 * @param values none below 0
 * @returns null when nobody has anything
 */
export function gini(values: readonly number[]): number | null {
	const sorted = [...values].sort((one, other) => one - other);
	const n = sorted.length;
	const sum = sorted.reduce((total, value) => total + value, 0);
	if (n === 0 || sum === 0) return null;
	const weighted = sorted.reduce((total, value, at) => total + (2 * (at + 1) - n - 1) * value, 0);
	return weighted / (n * sum);
}
