import { expect, test } from 'vitest';
import { ahead, inBatches, skipRows } from './batches.ts';

async function* numbers(count: number) {
	for (let n = 1; n <= count; n++) yield n;
}

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
	const found: T[] = [];
	for await (const value of source) found.push(value);
	return found;
}

test('batches hold every row once, and neighbours that belong together stay together', async () => {
	expect(await all(inBatches(numbers(5), 2))).toEqual([[1, 2], [3, 4], [5]]);
	const pairs = (a: number, b: number) => Math.ceil(a / 2) === Math.ceil(b / 2);
	expect(await all(inBatches(numbers(6), 3, pairs))).toEqual([
		[1, 2, 3, 4],
		[5, 6],
	]);
	const sizes = (await all(inBatches(numbers(1000), 10, () => true))).map((batch) => batch.length);
	expect(Math.max(...sizes)).toBe(80);
	expect(await all(skipRows(numbers(4), 2))).toEqual([3, 4]);
});

test('work goes ahead, results keep their order, and never more than so many are under way', async () => {
	let [running, most] = [0, 0];
	const results = await all(
		ahead(numbers(9), 3, async (n) => {
			most = Math.max(most, ++running);
			await new Promise((resolve) => setTimeout(resolve, (10 - n) % 4));
			running--;
			return n * n;
		}),
	);
	expect(results).toEqual([1, 4, 9, 16, 25, 36, 49, 64, 81]);
	expect(most).toBe(3);
});

test('a failure comes where its result would have, after those before it', async () => {
	const seen: number[] = [];
	const reading = (async () => {
		for await (const n of ahead(numbers(5), 3, async (value) =>
			value === 3 ? Promise.reject(new Error('three')) : value,
		))
			seen.push(n);
	})();
	await expect(reading).rejects.toThrow('three');
	expect(seen).toEqual([1, 2]);
});
