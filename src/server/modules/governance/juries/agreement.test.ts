import { expect, test } from 'vitest';
import { fleissKappa, krippendorffAlpha, pairsAgreed } from './agreement.ts';

test('fourteen raters, ten cases and five categories agree as the published example says: kappa 0.210', () => {
	const counts = [
		[0, 0, 0, 0, 14],
		[0, 2, 6, 4, 2],
		[0, 0, 3, 5, 6],
		[0, 3, 9, 2, 0],
		[2, 2, 8, 1, 1],
		[7, 7, 0, 0, 0],
		[3, 2, 6, 3, 0],
		[2, 5, 3, 2, 2],
		[6, 5, 2, 1, 0],
		[0, 2, 2, 3, 7],
	];
	expect(fleissKappa(counts)).toBeCloseTo(0.21, 3);
	expect(pairsAgreed(counts[1]!)).toBeCloseTo(0.253, 3);
});

test('four observers with gaps agree as in Krippendorff’s example C: alpha 0.743', () => {
	const rows = [
		[1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
		[1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
		[0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
		[1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
	];
	const units = rows[0]!.map((_, at) => rows.map((row) => row[at]!).filter((value) => value > 0));
	expect(krippendorffAlpha(units)).toBeCloseTo(0.743, 3);
});

test('three coders of fifteen units agree as the published example says: alpha 0.691', () => {
	const coders = [
		[0, 0, 0, 0, 0, 3, 4, 1, 2, 1, 1, 3, 3, 0, 3],
		[1, 0, 2, 1, 3, 3, 4, 3, 0, 0, 0, 0, 0, 0, 0],
		[0, 0, 2, 1, 3, 4, 4, 0, 2, 1, 1, 3, 3, 0, 4],
	];
	const units = coders[0]!.map((_, at) => coders.map((row) => row[at]!).filter((value) => value > 0));
	expect(krippendorffAlpha(units)).toBeCloseTo(0.691, 3);
});

test('where nothing can be compared there is no number, and rows that do not fit are refused', () => {
	expect(fleissKappa([])).toBeNull();
	expect(fleissKappa([[3, 0]])).toBeNull();
	expect(() =>
		fleissKappa([
			[2, 1],
			[1, 1],
		]),
	).toThrow(RangeError);
	expect(krippendorffAlpha([['a'], ['b']])).toBeNull();
	expect(
		krippendorffAlpha([
			['a', 'a'],
			['a', 'a'],
		]),
	).toBeNull();
	expect(
		krippendorffAlpha([
			['a', 'a'],
			['b', 'b'],
		]),
	).toBe(1);
	expect(
		krippendorffAlpha([
			['a', 'b'],
			['b', 'a'],
		]),
	).toBeLessThan(0);
	expect(pairsAgreed([1, 0])).toBeNull();
});
