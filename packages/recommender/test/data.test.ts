import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	interactions,
	interactionsFromColumns,
	interactionsFromHistories,
	leaveLastOut,
	random,
	sampleNegatives,
	splitAtTime,
	splitLastShare,
	splitRandomShare,
	topK,
	transpose,
} from '../src/index.ts';

describe('reading interactions', () => {
	test('puts each history in order of time, whatever the order of the input', () => {
		const data = interactions([
			{ user: 'mia', item: 'b', time: 30 },
			{ user: 'bo', item: 'a', time: 5 },
			{ user: 'mia', item: 'a', time: 10 },
			{ user: 'mia', item: 'c', time: 20 },
		]);
		const mia = data.matrix.columns.slice(0, 3);
		expect([...mia].map((index) => data.items.idOf(index))).toEqual(['a', 'c', 'b']);
	});

	test.each([
		['sum', 7],
		['max', 4],
		['last', 3],
	] as const)('makes one entry of a pair that occurs again: %s', (duplicates, weight) => {
		const events = [
			{ user: 1, item: 'x', weight: 4, time: 1 },
			{ user: 1, item: 'y', weight: 1, time: 2 },
			{ user: 1, item: 'x', weight: 3, time: 3 },
		];
		const { matrix, times } = interactions(events, { duplicates });
		expect([...matrix.columns]).toEqual([1, 0]);
		expect([...matrix.values]).toEqual([1, weight]);
		expect([...times]).toEqual([2, 3]);
	});

	test.each([
		[{ weight: Number.NaN }, 'invalid_weight'],
		[{ weight: -1 }, 'invalid_weight'],
		[{ weight: Number.POSITIVE_INFINITY }, 'invalid_weight'],
		[{ time: Number.NaN }, 'invalid_time'],
		[{ item: '' }, 'invalid_id'],
		[{ user: Number.NaN }, 'invalid_id'],
	])('refuses %j', (part, code) => {
		expect(() => interactions([{ user: 'u', item: 'i', ...part }])).toThrow(
			expect.objectContaining({ code }),
		);
	});

	test('refuses columns of different length', () => {
		expect(() => interactionsFromColumns({ users: [1, 2], items: [1] })).toThrow(
			expect.objectContaining({ code: 'length_mismatch' }),
		);
	});

	test('reads nothing at all', () => {
		expect(interactions([]).matrix).toMatchObject({ rows: 0, width: 0 });
	});
});

const histories = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 14 }), { maxLength: 10 }), {
	minLength: 1,
	maxLength: 12,
});

describe('splits', () => {
	test('lose nothing and repeat nothing', () => {
		fc.assert(
			fc.property(histories, fc.integer({ min: 0, max: 99 }), (rows, seed) => {
				const data = interactionsFromHistories(rows, 15);
				for (const split of [
					leaveLastOut(data, { count: 2, keep: 1 }),
					splitLastShare(data, { share: 0.3 }),
					splitRandomShare(data, { share: 0.3, seed }),
					splitAtTime(data, 20),
				])
					for (let user = 0; user < rows.length; user++) {
						const part = ({ matrix }: typeof data) => [
							...matrix.columns.subarray(matrix.starts[user], matrix.starts[user + 1]),
						];
						expect([...part(split.train), ...part(split.held)].sort()).toEqual([...rows[user]!].sort());
					}
			}),
		);
	});

	test('hold out the last, not others', () => {
		const { train, held } = leaveLastOut(interactionsFromHistories([[3, 1, 2], [4]], 5));
		expect([...train.matrix.columns]).toEqual([3, 1, 4]);
		expect([...held.matrix.columns]).toEqual([2]);
	});

	test('refuse a share that is none', () => {
		const data = interactionsFromHistories([[1]], 2);
		for (const share of [0, 1, Number.NaN])
			expect(() => splitRandomShare(data, { share })).toThrow(
				expect.objectContaining({ code: 'invalid_option' }),
			);
	});
});

test('transposing twice gives the rows sorted by column', () => {
	fc.assert(
		fc.property(histories, (rows) => {
			const { matrix } = interactionsFromHistories(rows, 15);
			const twice = transpose(transpose(matrix));
			expect([...twice.starts]).toEqual([...matrix.starts]);
			for (let row = 0; row < rows.length; row++)
				expect([...twice.columns.subarray(twice.starts[row], twice.starts[row + 1])]).toEqual(
					[...rows[row]!].sort((a, b) => a - b),
				);
		}),
	);
});

test('the top k are those that sorting gives', () => {
	fc.assert(
		fc.property(
			fc.array(
				fc.oneof(
					fc.integer({ min: -3, max: 3 }),
					fc.constant(Number.NEGATIVE_INFINITY),
					fc.constant(Number.NaN),
				),
			),
			fc.integer({ min: 1, max: 20 }),
			(scores, k) => {
				const expected = scores
					.map((score, item) => ({ score, item }))
					.filter(({ score }) => score > Number.NEGATIVE_INFINITY)
					.sort((a, b) => b.score - a.score || a.item - b.item)
					.slice(0, k);
				const top = topK(Float32Array.from(scores), k);
				expect(Array.from({ length: top.count }, (_, i) => top.items[i])).toEqual(
					expected.map(({ item }) => item),
				);
			},
		),
	);
});

describe('negatives', () => {
	test('are new to the user, different, as many as asked or as there are, and the same for the same seed', () => {
		fc.assert(
			fc.property(histories, fc.integer({ min: 1, max: 20 }), (rows, count) => {
				const data = interactionsFromHistories(rows, 15);
				const drawn = sampleNegatives([data], { count, seed: 5 });
				expect(sampleNegatives([data], { count, seed: 5 })).toEqual(drawn);
				for (const [user, items] of drawn.entries()) {
					expect(items.length).toBe(Math.min(count, 15 - rows[user]!.length));
					expect(new Set(items).size).toBe(items.length);
					expect([...items].filter((item) => rows[user]!.includes(item))).toEqual([]);
				}
			}),
		);
	});

	test('follow the weights', () => {
		const data = interactionsFromHistories(
			Array.from({ length: 400 }, () => [0]),
			4,
		);
		const counts = [0, 0, 0, 0];
		for (const [item] of sampleNegatives([data], { count: 1, seed: 1, weights: [1, 3, 1, 0] }))
			counts[item!]!++;
		expect(counts[0]).toBe(0);
		expect(counts[3]).toBe(0);
		expect(counts[1]! / counts[2]!).toBeGreaterThan(2);
	});
});

test('random numbers are uniform enough, different by seed, the same by seed', () => {
	const mean =
		Array.from(
			{ length: 10_000 },
			(
				(rng) => () =>
					rng.next()
			)(random(3)),
		).reduce((a, b) => a + b) / 10_000;
	expect(mean).toBeCloseTo(0.5, 1);
	expect(random(1, 2).next()).toBe(random(1, 2).next());
	expect(random(1, 2).next()).not.toBe(random(2, 1).next());
});

test('a million interactions load in under two seconds and 200 MB', () => {
	const size = 1_000_000;
	const rng = random(1);
	const users = Int32Array.from({ length: size }, () => rng.int(50_000));
	const items = Int32Array.from({ length: size }, () => rng.int(20_000));
	const times = Float64Array.from({ length: size }, () => rng.int(1e9));
	const before = process.memoryUsage();
	// Time of the processor, not of the clock: other work on the machine must not fail this.
	const start = process.cpuUsage();
	const data = interactionsFromColumns({ users, items, times });
	const { user, system } = process.cpuUsage(start);
	const seconds = (user + system) / 1e6;
	const after = process.memoryUsage();
	expect(data.matrix.columns.length).toBeGreaterThan(900_000);
	expect(seconds).toBeLessThan(2);
	expect((after.rss - before.rss) / 1e6).toBeLessThan(200);
});
