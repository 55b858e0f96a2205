import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	type Interactions,
	interactionsFromHistories,
	loadModel,
	type ModelKind,
	random,
	rankAll,
} from '../src/index.ts';

/** Two tastes: users 0-39 use items 0-9, users 40-79 items 10-19, in a rising circle; item 20 is used by user 0 only. */
export function twoTastes(): Interactions {
	const rng = random(7);
	const histories = Array.from({ length: 80 }, (_, user) => {
		const base = user < 40 ? 0 : 10;
		const start = user % 10;
		return Array.from({ length: 4 + rng.int(3) }, (_, i) => base + ((start + i) % 10));
	});
	histories[0]!.push(20);
	return interactionsFromHistories(histories, 21);
}

/** So many users and items that threads really share the work: tastes of 30 items, with a text for each item. */
function crowd(): Interactions {
	const [users, items] = [700, 300];
	const rng = random(13);
	const histories = Array.from({ length: users }, (_, user) => [
		...new Set(Array.from({ length: 3 + rng.int(8) }, () => ((user % 10) * 30 + rng.int(33)) % items)),
	]);
	const texts = Array.from({ length: items }, (_, item) => `taste${Math.floor(item / 30)} 第${item % 7}讲`);
	return interactionsFromHistories(histories, items, { texts });
}

/**
 * What every model must do, on data with a known answer: stay within a taste, repeat itself, survive being saved,
 * leave out what it must, serve newcomers, refuse nonsense by name.
 */
export function describeModel<O extends object>(
	kind: ModelKind<O>,
	options: Partial<O> = {},
	{ knowsTastes = true, data = twoTastes() }: { knowsTastes?: boolean; data?: Interactions } = {},
): void {
	const fit = (threads = 1) => kind.fit(data, options, { threads });

	describe(`${kind.kind}, like every model`, () => {
		if (knowsTastes)
			test('gives each user what people of the same taste use', async () => {
				const model = await fit();
				let own = 0;
				for (let user = 0; user < 80; user++) {
					const [best] = model.recommend({ user }, 1);
					if (best && (user < 40 ? best.item < 10 || best.item === 20 : best.item >= 10)) own++;
				}
				expect(own).toBeGreaterThanOrEqual(78);
				const alike = model.similarItems(13, 3).map(({ item }) => item);
				expect(alike.filter((item) => item >= 10 && item < 20)).toHaveLength(3);
			});

		test('gives the same bits again, with any number of threads', async () => {
			const [one, again] = [await fit(), await fit()];
			expect(Buffer.from(again.save()).equals(one.save())).toBe(true);
			// Where training makes many passes, two say as much.
			const few = 'epochs' in kind.defaults ? { ...options, epochs: 2, patience: 0 } : options;
			const many = crowd();
			const [alone, three] = [await kind.fit(many, few), await kind.fit(many, few, { threads: 3 })];
			expect(Buffer.from(three.save()).equals(alone.save())).toBe(true);
			const [here, there] = [await rankAll(alone, 10), await rankAll(three, 10, {}, { threads: 3 })];
			for (const part of ['items', 'scores', 'counts'] as const)
				expect(there[part].join(), part).toBe(here[part].join());
		});

		test('ranks for all as it recommends to each', async () => {
			const model = await fit();
			const lists = await rankAll(model, 7);
			for (let user = 0; user < 80; user++) {
				const list = Array.from({ length: lists.counts[user]! }, (_, i) => ({
					item: lists.items[user * 7 + i],
					score: lists.scores[user * 7 + i],
				}));
				expect(list).toEqual(model.recommend({ user }, 7));
			}
		});

		test('answers the same after saving and loading', async () => {
			const model = await fit();
			const bytes = model.save();
			for (const loaded of [kind.load(bytes), loadModel(bytes)]) {
				for (const query of [{ user: 3 }, { history: [11, 12] }, {}])
					expect(loaded.recommend(query, 5)).toEqual(model.recommend(query, 5));
				expect(loaded.similarItems(4, 5)).toEqual(model.similarItems(4, 5));
				expect(Buffer.from(loaded.save()).equals(bytes)).toBe(true);
			}
		});

		test('refuses a file that is cut, changed or of something else', async () => {
			const bytes = (await fit()).save();
			for (const length of [0, 5, 18, 60, bytes.length - 1])
				expect(() => kind.load(bytes.slice(0, length))).toThrow(
					expect.objectContaining({ code: length < 8 ? 'foreign_file' : 'truncated_file' }),
				);
			const changed = bytes.slice();
			changed[bytes.length - 12]! ^= 1;
			expect(() => kind.load(changed)).toThrow(expect.objectContaining({ code: 'damaged_file' }));
			expect(() => kind.load(new TextEncoder().encode('{"a": "model of another kind"}'))).toThrow(
				expect.objectContaining({ code: 'foreign_file' }),
			);
		});

		test('leaves out what is known, excluded or filtered', async () => {
			const model = await fit();
			const known = new Set(model.histories.columns.subarray(0, model.histories.starts[1]));
			const all = model.recommend({ user: 0 }, 1000);
			expect(all).toHaveLength(21 - known.size);
			expect(all.filter(({ item }) => known.has(item))).toEqual([]);
			const out = all[0]!.item;
			expect(model.recommend({ user: 0 }, 1000, { exclude: [out] }).map(({ item }) => item)).not.toContain(
				out,
			);
			const even = model.recommend({ user: 0 }, 1000, { filter: (item) => item % 2 === 0 });
			expect(even.every(({ item }) => item % 2 === 0)).toBe(true);
			expect(model.recommend({ user: 0 }, 1000, { includeKnown: true })).toHaveLength(21);
		});

		test('ranks by falling finite scores, ties by index', async () => {
			const model = await fit();
			await fc.assert(
				fc.asyncProperty(
					fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 8 }),
					fc.integer({ min: 1, max: 40 }),
					fc.option(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 8, maxLength: 8 })),
					async (history, k, drawn) => {
						const weights = drawn?.slice(0, history.length);
						const list = model.recommend(weights ? { history, weights } : { history }, k);
						expect(list.length).toBe(Math.min(k, 21 - history.length));
						for (const [i, { item, score }] of list.entries()) {
							expect(Number.isFinite(score)).toBe(true);
							expect(history).not.toContain(item);
							const before = list[i - 1];
							if (before)
								expect(before.score > score || (before.score === score && before.item < item)).toBe(true);
						}
					},
				),
				{ numRuns: 40 },
			);
		});

		test('gives a newcomer something, and somebody with one item too', async () => {
			const model = await fit();
			expect(model.recommend({}, 5)).toHaveLength(5);
			expect(model.recommend({ history: [] }, 5)).toEqual(model.recommend({}, 5));
			expect(model.recommend({ history: [20] }, 5)).toHaveLength(5);
		});

		test('explains by items of the history, greatest first', async () => {
			const model = await fit();
			const best = model.recommend({ user: 5 }, 1)[0]!;
			const { score, reasons } = model.explain({ user: 5 }, best.item, 3);
			expect(score).toBeCloseTo(best.score, 4);
			expect(reasons.length).toBeLessThanOrEqual(3);
			const history = [
				...model.histories.columns.subarray(model.histories.starts[5], model.histories.starts[6]),
			];
			for (const [i, { item, contribution }] of reasons.entries()) {
				expect(history).toContain(item);
				expect(contribution).toBeGreaterThan(0);
				if (i > 0) expect(contribution).toBeLessThanOrEqual(reasons[i - 1]!.contribution);
			}
		});

		test('refuses nonsense by name', async () => {
			const model = await fit();
			expect(() => model.recommend({ user: 80 }, 5)).toThrow(
				expect.objectContaining({ code: 'unknown_user' }),
			);
			expect(() => model.recommend({ user: -1 }, 5)).toThrow(
				expect.objectContaining({ code: 'unknown_user' }),
			);
			expect(() => model.recommend({ history: [21] }, 5)).toThrow(
				expect.objectContaining({ code: 'unknown_item' }),
			);
			expect(() => model.recommend({ history: [1], weights: [Number.NaN] }, 5)).toThrow(
				expect.objectContaining({ code: 'invalid_weight' }),
			);
			expect(() => model.similarItems(99, 5)).toThrow(expect.objectContaining({ code: 'unknown_item' }));
			for (const k of [0, -1, 1.5, Number.NaN])
				expect(() => model.recommend({}, k)).toThrow(expect.objectContaining({ code: 'invalid_k' }));
			await expect(kind.fit(interactionsFromHistories([], 0))).rejects.toMatchObject({ code: 'empty_data' });
			await expect(kind.fit(data, { nonsense: 1 } as unknown as Partial<O>)).rejects.toMatchObject({
				code: 'invalid_option',
			});
		});

		test('works on one interaction, and on users who have none', async () => {
			const model = await kind.fit(
				data.content ? data : interactionsFromHistories([[], [1], []], 3),
				options,
			);
			expect(model.recommend({ user: 0 }, 10).length).toBeGreaterThan(0);
			for (const score of model.scores({ user: 1 })) expect(Number.isFinite(score)).toBe(true);
		});

		test('stops when it is told to', async () => {
			await expect(kind.fit(data, options, { signal: AbortSignal.abort() })).rejects.toMatchObject({
				code: 'cancelled',
			});
		});
	});
}
