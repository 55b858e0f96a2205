import { describe, expect, test } from 'vitest';
import {
	accuracy,
	compare,
	concentration,
	coverage,
	csrFromRows,
	diversity,
	interactionsFromHistories,
	miscalibration,
	novelty,
	popularity,
	type Rankings,
	rankAll,
	rankSampled,
	sampledAccuracy,
	search,
} from '../src/index.ts';

/** Two users: lists (4 2 0) and (1 3 5). */
const rankings: Rankings = {
	k: 3,
	users: Int32Array.of(0, 1),
	items: Int32Array.of(4, 2, 0, 1, 3, 5),
	scores: new Float32Array(6),
	counts: Int32Array.of(3, 3),
};

describe('accuracy', () => {
	test('is what one computes by hand', () => {
		const held = csrFromRows([{ columns: [2, 0, 1, 3, 5] }, { columns: [4] }], 6);
		const at3 = accuracy(rankings, held);
		const gain = 1 / Math.log2(3) + 1 / Math.log2(4);
		const ideal = (n: number) =>
			Array.from({ length: n }, (_, i) => 1 / Math.log2(i + 2)).reduce((a, b) => a + b);
		expect([...at3.recall.perUser]).toEqual([2 / 5, 0]);
		expect([...at3.precision.perUser]).toEqual([2 / 3, 0]);
		expect([...at3.hitRate.perUser]).toEqual([1, 0]);
		expect(at3.ndcg.perUser[0]).toBeCloseTo(gain / ideal(3), 12);
		expect(at3.ndcgWhole.perUser[0]).toBeCloseTo(gain / ideal(5), 12);
		expect(at3.map.perUser[0]).toBeCloseTo((1 / 2 + 2 / 3) / 3, 12);
		expect([...at3.mrr.perUser]).toEqual([1 / 2, 0]);
		expect(accuracy(rankings, held, 1).recall.mean).toBe(0);
	});

	test('of a perfect list is 1 by either denominator when all fits', () => {
		const held = csrFromRows([{ columns: [4, 2, 0] }, { columns: [3, 1] }], 6);
		const { ndcg, ndcgWhole, recall } = accuracy(rankings, held);
		expect([ndcg.mean, ndcgWhole.mean, recall.mean]).toEqual([1, 1, 1]);
	});

	test('counts only users with something to find', () => {
		const held = csrFromRows([{ columns: [] }, { columns: [1] }], 6);
		expect(accuracy(rankings, held).recall.perUser).toHaveLength(1);
	});

	test('of the sampled protocol follows the rank', () => {
		const { hitRate, ndcg, mrr } = sampledAccuracy([1, 3, 20], 10);
		expect(hitRate.mean).toBeCloseTo(2 / 3);
		expect(ndcg.mean).toBeCloseTo((1 + 1 / 2) / 3);
		expect(mrr.mean).toBeCloseTo((1 + 1 / 3 + 1 / 20) / 3);
	});
});

describe('beyond accuracy', () => {
	const train = csrFromRows(
		[{ columns: [0, 1] }, { columns: [0] }, { columns: [0, 2] }, { columns: [0] }],
		6,
	);

	test('coverage and concentration see how much of the catalogue is shown', () => {
		expect(coverage(rankings, 12)).toBe(0.5);
		expect(concentration(rankings, 6)).toBeCloseTo(0);
		expect(concentration({ ...rankings, items: Int32Array.of(0, 0, 0, 0, 0, 0) }, 6)).toBeCloseTo(5 / 6);
	});

	test('novelty is the surprise in bits', () => {
		const one = {
			...rankings,
			k: 1,
			users: Int32Array.of(0),
			items: Int32Array.of(1),
			counts: Int32Array.of(1),
		};
		expect(novelty(one, train).mean).toBe(2);
		expect(novelty({ ...one, items: Int32Array.of(0) }, train).mean).toBe(0);
	});

	test('diversity and calibration look at features', () => {
		const features = csrFromRows(
			[0, 0, 0, 1, 0, 1].map((column) => ({ columns: [column] })),
			2,
		);
		expect(diversity(rankings, features).perUser[0]).toBe(0);
		expect(diversity(rankings, features).perUser[1]).toBeCloseTo(2 / 3);
		const off = miscalibration(rankings, csrFromRows([{ columns: [0] }, { columns: [0] }], 6), features);
		expect(off.perUser[0]).toBeCloseTo(0);
		expect(off.perUser[1]).toBeGreaterThan(0.5);
	});
});

describe('ranking', () => {
	test('masks the history and what is masked beside it', async () => {
		const model = await popularity.fit(interactionsFromHistories([[0, 1], [0], [0, 2]], 4));
		const masked = await rankAll(model, 4, {
			mask: [csrFromRows([{ columns: [2] }, { columns: [] }, { columns: [] }], 4)],
		});
		expect(Array.from(masked.counts)).toEqual([1, 3, 2]);
		expect(Array.from(masked.items.slice(0, 5))).toEqual([3, -1, -1, -1, 1]);
	});

	test('among negatives breaks ties by index', async () => {
		const model = await popularity.fit(interactionsFromHistories([[0, 1], [0], [0, 2]], 4));
		const ranks = await rankSampled(model, [
			{ user: 1, positive: 2, negatives: [1, 3] },
			{ user: 1, positive: 1, negatives: [2, 3] },
		]);
		expect([...ranks]).toEqual([2, 1]);
	});
});

test('the paired bootstrap sees a difference that is there, and none that is not', () => {
	const a = Array.from({ length: 400 }, (_, i) => (i % 10) / 10);
	const better = compare(
		a.map((value, i) => value + (i % 3 === 0 ? 0.2 : -0.02)),
		a,
	);
	expect(better.low).toBeGreaterThan(0);
	expect(better.notBetter).toBe(0);
	const same = compare(
		a.map((value, i) => value + (i % 2 === 0 ? 0.1 : -0.1)),
		a,
	);
	expect(same.low).toBeLessThan(0);
	expect(same.high).toBeGreaterThan(0);
});

test('the search finds the top of a hill within its budget, and tries a small grid whole', async () => {
	const hill = async ({ x, y }: { x: number; y: number }) => -((x - 7) ** 2) - (y - 2) ** 2;
	const axis = Array.from({ length: 12 }, (_, i) => i);
	const climbed = await search({ x: axis, y: axis }, hill, { budget: 60 });
	expect(climbed.best.parameters).toEqual({ x: 7, y: 2 });
	expect(climbed.trials.length).toBeLessThanOrEqual(60);
	const grid = await search({ x: [1, 2], y: [1, 2, 3] }, hill);
	expect(grid.trials).toHaveLength(6);
});
