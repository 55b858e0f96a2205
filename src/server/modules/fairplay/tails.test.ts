import { expect, test } from 'vitest';
import { lnBinomialTail, lnChiSquaredBelow, lnPoissonTail } from './tails.ts';

const p = (ln: number) => Math.exp(ln);

test('tails are those of the tables', () => {
	// P(N >= 5 | 2) = 1 - e^-2 (1 + 2 + 2 + 4/3 + 2/3)
	expect(p(lnPoissonTail(5, 2))).toBeCloseTo(0.052653, 6);
	expect(p(lnPoissonTail(2, 3))).toBeCloseTo(0.800852, 6);
	expect(p(lnBinomialTail(8, 10, 0.5))).toBeCloseTo(56 / 1024, 10);
	expect(p(lnBinomialTail(3, 10, 0.5))).toBeCloseTo(968 / 1024, 10);
	expect(p(lnChiSquaredBelow(3.325, 9))).toBeCloseTo(0.05, 3);
});

test('what is less likely than the least double still has its order', () => {
	expect(lnPoissonTail(2000, 1)).toBeLessThan(-13_000);
	expect(lnPoissonTail(2001, 1)).toBeLessThan(lnPoissonTail(2000, 1));
	expect(lnBinomialTail(500, 500, 0.01)).toBeCloseTo(500 * Math.log(0.01), 6);
	expect(lnPoissonTail(0, 5)).toBe(0);
	expect(lnPoissonTail(3, 0)).toBe(Number.NEGATIVE_INFINITY);
});
