import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factorIndex } from '../src/factors.ts';
import { random, topK } from '../src/index.ts';

/** What can be hard for the coarse pass: nearly the same score, like lengths, unlike columns, ties, nothing. */
const shapes = ['level', 'alike', 'skewed', 'one column outweighs', 'few different', 'mostly zero'] as const;

function itemsOf(
	shape: (typeof shapes)[number],
	count: number,
	query: Float32Array,
	seed: number,
): Float32Array {
	const rng = random(seed, 2);
	const width = query.length;
	const square = query.reduce((sum, value) => sum + value * value, 0);
	const row = {
		// Now and then an item whose score is the greatest but for a thousandth, of whatever length.
		level: (item: number) => {
			const across = Float32Array.from(query, () => rng.normal());
			const along = across.reduce((sum, value, d) => sum + value * query[d]!, 0) / square;
			const wanted = item % 20 === 0 ? 1 + 0.001 * rng.normal() : 0.1 * along;
			return across.map((value, d) => value + (wanted - along) * query[d]!);
		},
		alike: () => query.map(() => rng.normal()),
		skewed: (item: number) => query.map(() => rng.normal() * (1 + item) ** -0.4),
		'one column outweighs': () => query.map((_, d) => rng.normal() * (d === width - 1 ? 300 : 0.01)),
		'few different': (item: number) => query.map((_, d) => ((item + d) % 3) - 1),
		'mostly zero': () => query.map(() => (rng.next() < 0.02 ? rng.normal() : 0)),
	}[shape];
	const items = new Float32Array(count * width);
	for (let item = 0; item < count; item++) items.set(row(item), item * width);
	return items;
}

test('the best of many items by eight bits are the best by all, ties by index', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...shapes),
			fc.integer({ min: 2049, max: 4000 }),
			fc.integer({ min: 1, max: 70 }),
			fc.constantFrom(1, 10, 20, 40, 600),
			fc.nat({ max: 1000 }),
			fc.constantFrom(1, 0, 1e-20, 1e6),
			(shape, count, width, k, seed, scale) => {
				const rng = random(seed, 1);
				const queries = Array.from({ length: 4 }, () => Float32Array.from({ length: width }, rng.normal));
				const index = factorIndex({ width, items: itemsOf(shape, count, queries[0]!, seed) });
				for (const [n, query] of queries.entries()) {
					const vector = query.map((value) => value * scale);
					const hidden = Array.from({ length: n * 30 }, () => rng.int(count));
					const scores = new Float32Array(count);
					index.scores(vector, scores);
					const top = index.top(vector, k, hidden);
					for (const item of hidden) scores[item] = Number.NEGATIVE_INFINITY;
					const expected = topK(scores, k);
					expect(top.count).toBe(expected.count);
					expect(top.items.join()).toBe(expected.items.join());
					expect(top.scores.join()).toBe(expected.scores.join());
				}
			},
		),
		{ numRuns: 60 },
	);
});
