import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf, type QualityFacts, scoreOf, weights, wilsonLower } from './score.ts';

const quiet: QualityFacts = {
	kind: 'article',
	up: 0,
	down: 0,
	views: 0,
	bookmarks: 0,
	followers: 0,
	answers: 0,
	replies: 0,
	accepted: false,
	reputation: 0,
	upheld: 0,
};
const score = (more: Partial<QualityFacts>) => scoreOf(partsOf({ ...quiet, ...more }));

test('Wilson’s bound is that of the published interval: 7 of 10 at 95 % is at least 0.397', () => {
	expect(wilsonLower(7, 10, 1.96)).toBeCloseTo(0.397, 3);
	expect(wilsonLower(0, 0)).toBe(0);
	expect(wilsonLower(3, 3)).toBeLessThan(wilsonLower(90, 100));
});

test('of what nothing is known stands in the middle of votes, and votes move it either way', () => {
	expect(partsOf(quiet).votes).toBe(0.5);
	expect(score({ up: 10 })).toBeGreaterThan(score({ up: 2 }));
	expect(score({ down: 3 })).toBeLessThan(score({}));
	expect(score({ up: 10, down: 10 })).toBeLessThan(score({ up: 10 }));
});

test('the same bookmarks say more where few have read, and an accepted answer more than any', () => {
	expect(score({ bookmarks: 5, views: 100 })).toBeGreaterThan(score({ bookmarks: 5, views: 5000 }));
	const question = { kind: 'question', answers: 1, replies: 1 };
	expect(score({ ...question, accepted: true })).toBeGreaterThan(score(question));
});

test('an upheld report halves, and the author’s name moves less than one in twenty', () => {
	expect(score({ up: 5, upheld: 1 })).toBeCloseTo(score({ up: 5 }) / 2, 10);
	expect(score({ reputation: 1_000_000 }) - score({})).toBeLessThanOrEqual(0.05 + 1e-9);
});

test('weights are one together, and whatever the facts the score is between 0 and 1', () => {
	expect(Object.values(weights).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 10);
	const n = fc.nat(1_000_000);
	fc.assert(
		fc.property(
			fc.record({
				kind: fc.constantFrom('question', 'article'),
				up: n,
				down: n,
				views: n,
				bookmarks: n,
				followers: n,
				answers: n,
				replies: n,
				accepted: fc.boolean(),
				reputation: n,
				upheld: fc.nat(9),
			}),
			(facts) => {
				const value = scoreOf(partsOf(facts));
				expect(value).toBeGreaterThanOrEqual(0);
				expect(value).toBeLessThanOrEqual(1);
			},
		),
	);
});
