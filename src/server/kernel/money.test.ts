import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitAmount } from './money.ts';

const amounts = fc.oneof(
	fc.nat({ max: 100_000 }),
	fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
	fc.constantFrom(0, 1, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1),
);
const weights = fc
	.array(fc.oneof(fc.nat({ max: 10_000 }), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })), {
		minLength: 1,
		maxLength: 8,
	})
	.filter((list) => list.some((weight) => weight > 0));

test('whatever the amount and the weights, nothing is lost or made, and no part is a unit or more off', () => {
	fc.assert(
		fc.property(amounts, weights, (amount, list) => {
			const parts = splitAmount(amount, list);
			const total = list.reduce((sum, weight) => sum + BigInt(weight), 0n);
			expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(amount));
			for (const [i, part] of parts.entries()) {
				// |part - amount * weight / total| < 1, without a fraction.
				const off = BigInt(part) * total - BigInt(amount) * BigInt(list[i]!);
				expect(off < total && -off < total).toBe(true);
				expect(Number.isSafeInteger(part) && part >= 0).toBe(true);
				if (list[i] === 0) expect(part).toBe(0);
			}
		}),
		{ numRuns: 2000 },
	);
});

test('the same weight has the same part, or the earlier one a unit more', () => {
	fc.assert(
		fc.property(amounts, fc.nat({ max: 10_000 }), fc.integer({ min: 1, max: 6 }), (amount, weight, n) => {
			const parts = splitAmount(
				amount,
				Array.from({ length: n }, () => weight + 1),
			);
			expect(parts).toEqual([...parts].sort((a, b) => b - a));
			expect(parts[0]! - parts.at(-1)!).toBeLessThanOrEqual(1);
		}),
	);
});

test('above what a product of numbers holds exactly, the split is still to the unit', () => {
	// 9007199254740991 / 10000 is 900719925474.0991: in floating point the remainder goes astray.
	expect(splitAmount(Number.MAX_SAFE_INTEGER, [1, 9999])).toEqual([900719925474, 9006298534815517]);
	expect(splitAmount(Number.MAX_SAFE_INTEGER, [1, 1])).toEqual([4503599627370496, 4503599627370495]);
});

test('what is no amount of money is refused', () => {
	for (const [amount, list] of [
		[1.5, [1]],
		[2 ** 53, [1]],
		[-1, [1]],
		[Number.NaN, [1]],
		[10, [0, 0]],
		[10, []],
		[10, [-1, 2]],
		[10, [0.5, 0.5]],
	] as [number, number[]][])
		expect(() => splitAmount(amount, list)).toThrow(RangeError);
});
