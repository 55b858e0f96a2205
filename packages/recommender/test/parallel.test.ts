import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, describe, expect, test } from 'vitest';
import {
	als,
	blend,
	closeThreads,
	interactionsFromHistories,
	itemNeighbours,
	type Rankings,
	random,
	rankAll,
	userNeighbours,
} from '../src/index.ts';

/** Enough users and items that work is really shared out. */
const rng = random(5);
const data = interactionsFromHistories(
	Array.from({ length: 2000 }, () => [
		...new Set(Array.from({ length: 12 }, () => Math.floor(900 * rng.next() ** 2))),
	]),
	900,
);

afterAll(closeThreads);

// Long arrays are compared as bytes: element by element takes the test runner half a minute.
const sameBytes = (a: ArrayBufferView, b: ArrayBufferView) =>
	Buffer.from(a.buffer, a.byteOffset, a.byteLength).equals(Buffer.from(b.buffer, b.byteOffset, b.byteLength));
const sameLists = (a: Rankings, b: Rankings) =>
	sameBytes(a.items, b.items) && sameBytes(a.scores, b.scores) && sameBytes(a.counts, b.counts);

describe('threads', () => {
	// From TypeScript they start where this Node runs it; the server's build has its own test.
	test.runIf(process.features.typescript)(
		'are as many as asked for, the calling one among them',
		async () => {
			await closeThreads();
			let started = 0;
			const count = () => started++;
			subscribe('worker_threads', count);
			await itemNeighbours.fit(data, { neighbours: 20 }, { threads: 3 });
			unsubscribe('worker_threads', count);
			expect(started).toBe(2);
		},
	);

	test('give the same bits, whatever their number', async () => {
		for (const fit of [
			(threads: number) => als.fit(data, { factors: 10, iterations: 3 }, { threads }),
			(threads: number) => itemNeighbours.fit(data, { neighbours: 20 }, { threads }),
		]) {
			const [one, two, three] = [await fit(1), await fit(2), await fit(3)];
			expect(sameBytes(two.save(), one.save())).toBe(true);
			expect(sameBytes(three.save(), one.save())).toBe(true);
			expect(
				sameLists(await rankAll(one, 10, {}, { threads: 1 }), await rankAll(two, 10, {}, { threads: 2 })),
			).toBe(true);
		}
	});

	test('report rising progress and end at one', async () => {
		const shares: number[] = [];
		await als.fit(
			data,
			{ factors: 8, iterations: 4 },
			{ threads: 2, onProgress: (share) => shares.push(share) },
		);
		expect(shares.length).toBeGreaterThan(3);
		expect(shares).toEqual([...shares].sort((a, b) => a - b));
		expect(shares.at(-1)).toBe(1);
	});

	test('stop in the middle when they are told to, and work again afterwards', async () => {
		for (const threads of [1, 2]) {
			const stop = new AbortController();
			const fitting = als.fit(
				data,
				{ factors: 64, iterations: 10_000 },
				{ threads, signal: stop.signal, onProgress: (share) => share > 0.0005 && stop.abort() },
			);
			await expect(fitting).rejects.toMatchObject({ code: 'cancelled' });
			await expect(als.fit(data, { factors: 4, iterations: 1 }, { threads })).resolves.toBeDefined();
		}
	});
});

test('any model of the list ranks in threads, blends too', async () => {
	const models = [
		await itemNeighbours.fit(data, { neighbours: 10 }),
		await userNeighbours.fit(data, { neighbours: 10 }),
		await als.fit(data, { factors: 6, iterations: 2 }),
	];
	for (const model of [models[1]!, blend(models.map((one) => ({ model: one, weight: 1 })))]) {
		const here = await rankAll(model, 10, {}, { threads: 1 });
		expect(sameLists(await rankAll(model, 10, {}, { threads: 2 }), here)).toBe(true);
		expect(model.recommend({ user: 3 }, 10).map(({ item }) => item)).toEqual([
			...here.items.subarray(30, 40),
		]);
	}
});
