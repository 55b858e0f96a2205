import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bayesianMean, countOf, plainMean, priorOf, type Stars } from './rating.ts';

const stars: fc.Arbitrary<Stars> = fc.tuple(fc.nat(400), fc.nat(400), fc.nat(400), fc.nat(400), fc.nat(400));
const prior = { mean: 4, weight: 5 };

test('the average is that of its formula', () => {
	// (5·4 + 3·5) / (5 + 3) and (5·4 + 2·1 + 1·5) / 8
	expect(bayesianMean([0, 0, 0, 0, 3], prior)).toBe(35 / 8);
	expect(bayesianMean([2, 0, 0, 0, 1], prior)).toBe(27 / 8);
	expect(bayesianMean([0, 0, 0, 0, 0], prior)).toBe(4);
	expect(plainMean([0, 0, 0, 0, 0])).toBeNull();
	expect(plainMean([1, 0, 0, 0, 3])).toBe(4);
});

test('it lies between the prior and the plain mean, and comes nearer to the mean with every rating', () => {
	fc.assert(
		fc.property(stars, (given) => {
			fc.pre(countOf(given) > 0);
			const plain = plainMean(given)!;
			const robust = bayesianMean(given, prior);
			expect(robust).toBeGreaterThanOrEqual(Math.min(plain, prior.mean) - 1e-9);
			expect(robust).toBeLessThanOrEqual(Math.max(plain, prior.mean) + 1e-9);
			const doubled = given.map((n) => n * 2) as unknown as Stars;
			expect(Math.abs(bayesianMean(doubled, prior) - plain)).toBeLessThanOrEqual(
				Math.abs(robust - plain) + 1e-9,
			);
		}),
	);
});

test('one more good rating never lowers it, one more bad rating never raises it', () => {
	fc.assert(
		fc.property(stars, (given) => {
			const more = (at: number) => given.map((n, own) => n + Number(own === at)) as unknown as Stars;
			expect(bayesianMean(more(4), prior)).toBeGreaterThanOrEqual(bayesianMean(given, prior));
			expect(bayesianMean(more(0), prior)).toBeLessThanOrEqual(bayesianMean(given, prior));
		}),
	);
});

test('three friends with five stars do not stand above three hundred learners', () => {
	expect(bayesianMean([0, 0, 0, 0, 3], prior)).toBeLessThan(bayesianMean([2, 3, 5, 40, 250], prior));
});

test('the prior leans to the middle while a place has few ratings', () => {
	expect(priorOf([0, 0, 0, 0, 0]).mean).toBe(3.5);
	expect(priorOf([0, 0, 0, 0, 5]).mean).toBe(4.25);
	expect(priorOf([0, 0, 0, 0, 5000]).mean).toBeGreaterThan(4.99);
});
