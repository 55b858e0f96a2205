import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '../src/blend/fusion.ts';
import {
	allOf,
	als,
	blend,
	calibrate,
	capPer,
	csrFromRows,
	diversify,
	explore,
	featureLikeness,
	forward,
	itemNeighbours,
	learnWeights,
	leaveLastOut,
	loadModel,
	noneOf,
	oneOf,
	popularity,
	rankSampled,
	rowOf,
	type Scored,
	sampledAccuracy,
	sampleNegatives,
	within,
} from '../src/index.ts';
import { twoTastes } from './model-suite.ts';

describe('a blend', () => {
	const parts = async () => {
		const data = twoTastes();
		return [
			{ model: await itemNeighbours.fit(data), weight: 0.7 },
			{ model: await forward.fit(data), weight: 0.3 },
			{ model: await als.fit(data, { factors: 3 }), weight: 0.1 },
		];
	};

	test.each(['rank', 'range', 'normal', 'none'] as const)(
		'answers the same after saving: %s',
		async (fusion) => {
			const model = blend(await parts(), fusion);
			const loaded = loadModel(model.save());
			for (const query of [{ user: 3 }, { history: [11, 12] }, {}])
				expect(loaded.recommend(query, 5)).toEqual(model.recommend(query, 5));
			expect(loaded.similarItems(12, 3)).toEqual(model.similarItems(12, 3));
			expect(model.recommend({ user: 60 }, 4).every(({ item }) => item >= 10 && item < 20)).toBe(true);
			expect(
				model.explain({ user: 60 }, model.recommend({ user: 60 }, 1)[0]!.item).reasons.length,
			).toBeGreaterThan(0);
		},
	);

	test('with all weight on one model ranks like that model', async () => {
		const [first, second] = await parts();
		const model = blend(
			[
				{ ...first!, weight: 1 },
				{ ...second!, weight: 0 },
			],
			'range',
		);
		const list = (of: typeof model) => of.recommend({ user: 8 }, 6).map(({ item }) => item);
		expect(list(model)).toEqual(list(first!.model));
	});

	test('refuses negative weights and models of other data', async () => {
		const [first] = await parts();
		expect(() => blend([{ ...first!, weight: -1 }])).toThrow(
			expect.objectContaining({ code: 'invalid_weight' }),
		);
		expect(() => blend([])).toThrow(expect.objectContaining({ code: 'empty_data' }));
	});

	test('learns to trust the model that knows', async () => {
		const { train, held } = leaveLastOut(twoTastes());
		const models = [await popularity.fit(train), await forward.fit(train)];
		const { weights, value } = await learnWeights(models, held.matrix, { k: 3, metric: 'ndcg' });
		expect(weights[1]!).toBeGreaterThan(weights[0]!);
		expect(value).toBeGreaterThan(0.5);
		expect(weights[0]! + weights[1]!).toBeCloseTo(1);
	});

	test('learns what ranks best among given candidates, and says how well', async () => {
		const { train, held } = leaveLastOut(twoTastes());
		const models = [await popularity.fit(train), await itemNeighbours.fit(train)];
		const cases = sampleNegatives([train, held], { count: 6, seed: 3 }).map((negatives, user) => ({
			user,
			positive: rowOf(held.matrix, user)[0]!,
			negatives,
		}));
		const among = csrFromRows(
			cases.map(({ positive, negatives }) => ({ columns: [positive, ...negatives] })),
			21,
		);
		const { weights, value } = await learnWeights(models, held.matrix, { k: 3, among });
		const model = blend(models.map((model, n) => ({ model, weight: weights[n]! })));
		const { ndcg } = sampledAccuracy(await rankSampled(model, cases), 3);
		expect(value).toBeCloseTo(ndcg.mean, 10);
		expect(value).toBeGreaterThan(0.8);
	});
});

test('normalised scores keep their order and leave out what is not finite', () => {
	fc.assert(
		fc.property(
			fc.array(fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constant(Number.NEGATIVE_INFINITY)), {
				minLength: 2,
			}),
			fc.constantFrom('rank', 'range', 'normal'),
			(given, fusion) => {
				const scores = Float32Array.from(given);
				normalise(scores, fusion as 'rank');
				for (let i = 0; i < given.length; i++)
					for (let j = 0; j < given.length; j++) {
						expect(Number.isNaN(scores[i])).toBe(false);
						if (given[i]! < given[j]!) expect(scores[i]!).toBeLessThan(scores[j]!);
						if (given[i] === given[j]) expect(scores[i]).toBe(scores[j]);
					}
			},
		),
	);
});

const list: Scored[] = Array.from({ length: 10 }, (_, item) => ({ item, score: 1 - item / 20 }));
/** Items 0-5 of category 0, the rest of category 1. */
const categories = csrFromRows(
	list.map(({ item }) => ({ columns: [item < 6 ? 0 : 1] })),
	2,
);
const items = (of: readonly Scored[]) => of.map(({ item }) => item);

describe('re-ranking', () => {
	test('by marginal relevance mixes what is alike, and not at lambda 1', () => {
		const likeness = featureLikeness(categories);
		expect(items(diversify(list, 3, likeness, 1))).toEqual([0, 1, 2]);
		expect(items(diversify(list, 3, likeness, 0.5))).toEqual([0, 6, 1]);
	});

	test('caps what comes from one author', () => {
		const author = (item: number) => (item < 6 ? 'mia' : undefined);
		expect(items(capPer(list, 4, author, 2))).toEqual([0, 1, 6, 7]);
		expect(items(capPer(list.slice(0, 6), 4, author, 2))).toEqual([0, 1]);
	});

	test('calibrates to the mix of the history', () => {
		const mixed = calibrate(list, 4, [0, 7], categories, 0.9);
		expect(items(mixed).filter((item) => item >= 6)).toHaveLength(2);
		expect(items(calibrate(list, 4, [0, 1], categories, 0.9)).every((item) => item < 6)).toBe(true);
	});

	test('explores with a recorded chance, the same for the same seed', () => {
		let explored = 0;
		for (let seed = 0; seed < 2000; seed++)
			for (const { item, propensity } of explore(list, 5, { share: 0.2, seed })) {
				if (item < 5) expect(propensity).toBe(1);
				else {
					explored++;
					expect(propensity).toBeGreaterThan(0);
				}
			}
		expect(explored / 10_000).toBeCloseTo(0.2, 1);
		expect(explore(list, 5, { seed: 9, share: 0.5 })).toEqual(explore(list, 5, { seed: 9, share: 0.5 }));
		expect(items(explore(list, 5, { share: 0 }))).toEqual([0, 1, 2, 3, 4]);
	});

	test('filters agree together', () => {
		const filter = allOf(noneOf([1]), oneOf([0, 1, 2, 3]), within([5, 5, 50, 7], 0, 10));
		expect([0, 1, 2, 3, 4].filter(filter)).toEqual([0, 3]);
	});
});
