import { expect, test } from 'vitest';
import { formulaSchema, qualityOf, shareOut, type WorkOfMonth } from './pool-formula.ts';

const formula = formulaSchema.parse({});
const work = (given: Partial<WorkOfMonth>): WorkOfMonth => ({
	itemId: 1,
	replyId: null,
	authorId: 1,
	voters: [],
	against: 0,
	solved: false,
	views: 0,
	...given,
});

test('the same person voting for everything of an author counts ever less; other people count whole', () => {
	const friend = Array.from({ length: 10 }, (_, n) => work({ itemId: n + 1, voters: [7] }));
	const many = [work({ voters: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] })];
	const sum = (works: WorkOfMonth[]) =>
		qualityOf(works, formula).reduce((all, { quality }) => all + quality, 0);
	expect(sum(friend)).toBeCloseTo(2 - 2 ** -9, 9);
	expect(sum(many)).toBe(10);
	// Named twice, a voter is one.
	expect(sum([work({ voters: [1, 1, 1] })])).toBe(1);
});

test('what people are against is worth nothing, never less', () => {
	expect(qualityOf([work({ voters: [1], against: 5 })], formula)[0]!.quality).toBe(0);
	expect(qualityOf([work({ solved: true, views: Math.E - 1 })], formula)[0]!.quality).toBeCloseTo(3.2, 9);
});

test('shares add up to the pool, to the point, in whatever order authors come', () => {
	const free = { mostPercent: 100, least: 1 };
	const qualities = new Map([
		[1, 1],
		[2, 1],
		[3, 1],
		[4, 0.37],
	]);
	const shares = shareOut(1000, qualities, free);
	expect([...shares.values()].reduce((sum, n) => sum + n, 0)).toBe(1000);
	expect(shareOut(1000, new Map([...qualities].reverse()), free)).toEqual(shares);
});

test('nobody has more than the most of the pool, and crumbs below the least are not paid', () => {
	const shares = shareOut(
		1000,
		new Map([
			[1, 990],
			[2, 9],
			[3, 1],
		]),
		{ mostPercent: 20, least: 5 },
	);
	expect(shares).toEqual(
		new Map([
			[1, 200],
			[2, 9],
		]),
	);
	expect(shareOut(1000, new Map([[1, 0]]), { mostPercent: 20, least: 5 }).size).toBe(0);
	expect(shareOut(0, new Map([[1, 5]]), { mostPercent: 20, least: 5 }).size).toBe(0);
});
