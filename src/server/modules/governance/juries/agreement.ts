/*
 * How much those who judge agree, beyond what chance would bring. 1: always; 0: as by chance; below: less than that.
 */

/**
 * Fleiss' kappa, for cases that were each judged by equally many.
 *
 * Source: J. L. Fleiss, "Measuring nominal scale agreement among many raters", Psychological Bulletin 76 (1971), 378–382.
 *
 * @param counts one row for each case: how many chose each category; every row has the same sum, at least 2
 * @returns null when there is nothing to compare: no case, or one category only in all of them
 * @throws RangeError when rows differ in sum or length
 */
export function fleissKappa(counts: readonly (readonly number[])[]): number | null {
	const cases = counts.length;
	if (cases === 0) return null;
	const raters = counts[0]!.reduce((sum, n) => sum + n, 0);
	const categories = counts[0]!.length;
	if (raters < 2) throw new RangeError('At least two must have judged each case.');
	const totals = new Array<number>(categories).fill(0);
	let observed = 0;
	for (const row of counts) {
		if (row.length !== categories || row.reduce((sum, n) => sum + n, 0) !== raters)
			throw new RangeError('Every case must be judged by equally many, in the same categories.');
		let pairs = 0;
		for (const [at, n] of row.entries()) {
			totals[at]! += n;
			pairs += n * (n - 1);
		}
		observed += pairs / (raters * (raters - 1));
	}
	const expected = totals.reduce((sum, n) => sum + (n / (cases * raters)) ** 2, 0);
	return expected === 1 ? null : (observed / cases - expected) / (1 - expected);
}

/**
 * Krippendorff's alpha for nominal data; cases may be judged by different numbers, and those judged by fewer than two count
 * for nothing.
 *
 * Source: K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), by coincidences.
 *
 * @param units for each case the values that were given, in any order
 * @returns null when fewer than two values were given to the same case anywhere, or all values are one
 */
export function krippendorffAlpha(units: readonly (readonly (string | number)[])[]): number | null {
	const totals = new Map<string | number, number>();
	let all = 0;
	let disagreed = 0;
	for (const values of units) {
		if (values.length < 2) continue;
		const counts = new Map<string | number, number>();
		for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
		for (const [value, n] of counts) {
			totals.set(value, (totals.get(value) ?? 0) + n);
			disagreed += (n * (values.length - n)) / (values.length - 1);
		}
		all += values.length;
	}
	if (all < 2 || totals.size < 2) return null;
	let expected = 0;
	for (const n of totals.values()) expected += n * (all - n);
	return 1 - ((all - 1) * disagreed) / expected;
}

/** Of all pairs of those who voted on one case, the part that agreed; null with fewer than two. */
export function pairsAgreed(counts: readonly number[]): number | null {
	const n = counts.reduce((sum, one) => sum + one, 0);
	if (n < 2) return null;
	return counts.reduce((sum, one) => sum + one * (one - 1), 0) / (n * (n - 1));
}
