import { expect, test } from 'vitest';
import { columnCounts, interactionsFromHistories, random, sasrec } from '../src/index.ts';
import { candidateDrawer } from '../src/neural/candidates.ts';
import { layoutOf } from '../src/neural/layout.ts';
import { trainingWindows } from '../src/neural/sequence-batches.ts';
import { type SequenceTrainer, sequenceTrainer } from '../src/neural/sequence-trainer.ts';
import { arena } from '../src/wasm/memory.ts';
import { neuralKernels, tileColumns, tileStride } from '../src/wasm/neural.ts';
import { describeModel, twoTastes } from './model-suite.ts';

const quick = { width: 16, batch: 16, epochs: 40, rate: 0.01, dropout: 0.1, patience: 0, length: 8 };

describeModel(sasrec, quick);
describeModel(sasrec, { ...quick, heads: 1, layers: 1, candidates: 8, patience: 30, discount: 0.1 });

test('the products of the neural kernels are those of three loops', () => {
	const [rows, columns, depth] = [12, 16, 20];
	const space = arena(64_000);
	const kernels = neuralKernels(space.memory);
	const rng = random(3);
	const fill = (length: number) => {
		const values = space.float32(length);
		for (let i = 0; i < length; i++) values[i] = rng.normal();
		return values;
	};
	const [a, turned, b] = [fill(rows * depth), space.float32(depth * rows), fill(depth * columns)];
	const [c, d] = [space.float32(rows * columns), space.float32(rows * columns)];
	for (let row = 0; row < rows; row++)
		for (let k = 0; k < depth; k++) turned[k * rows + row] = a[row * depth + k]!;
	const rest = [b.byteOffset, columns * 4, 32] as const;
	kernels.multiply(a.byteOffset, depth * 4, ...rest, c.byteOffset, columns * 4, rows, columns / 8, depth, 0);
	for (const keep of [0, 1] as const)
		kernels.multiplyTransposed(
			turned.byteOffset,
			rows * 4,
			...rest,
			d.byteOffset,
			columns * 4,
			rows,
			columns / 8,
			depth,
			keep,
		);
	for (let row = 0; row < rows; row++)
		for (let column = 0; column < columns; column++) {
			let sum = 0;
			for (let k = 0; k < depth; k++) sum += a[row * depth + k]! * b[k * columns + column]!;
			expect(c[row * columns + column]).toBeCloseTo(sum, 4);
			expect(d[row * columns + column]).toBeCloseTo(2 * sum, 4);
		}
});

test('exponentials in vectors are those of Math.exp, and nothing far below', () => {
	const space = arena(64_000);
	const tile = space.float32(tileStride);
	const maxima = space.float32(4);
	const sums = space.float32(4);
	const inputs = Float32Array.from({ length: tileColumns }, (_, i) => -i * 0.53);
	tile.set(inputs);
	neuralKernels(space.memory).exponentials(tile.byteOffset, 1, maxima.byteOffset, sums.byteOffset);
	let sum = 0;
	for (let i = 0; i < tileColumns; i++) {
		const expected = Math.exp(inputs[i]!);
		sum += expected;
		if (inputs[i]! < -60) expect(tile[i]).toBe(0);
		else expect(Math.abs(tile[i]! / expected - 1)).toBeLessThan(1e-6);
	}
	expect(sums[0]).toBeCloseTo(sum, 5);
});

const shape = { width: 8, heads: 2, layers: 2, hidden: 16, length: 5 };
const data = interactionsFromHistories([[0, 1, 2, 3, 4, 5, 6], [3, 1, 7], [8, 2], [6, 5, 4, 0], [2]], 9);
const windows = trainingWindows(data.matrix, shape.length);

function trainer(): SequenceTrainer {
	const made = sequenceTrainer(data.matrix, shape, 64, {
		rate: 0.01,
		weightDecay: 0,
		dropout: 0,
		candidates: 0,
		seed: 5,
	});
	// Greater weights than those at the start, so that every part matters.
	const rng = random(11);
	for (let i = 0; i < made.table.length; i++) made.table[i] = 0.7 * rng.normal();
	for (let i = 0; i < made.parameters.length; i++) made.parameters[i]! += 0.3 * rng.normal();
	// Half of the inner numbers always on, half always off: a finite difference must not step over a kink.
	for (const { upBias } of layoutOf(shape).layers)
		for (let d = 0; d < shape.hidden; d++) made.parameters[upBias + d] = d % 2 === 0 ? 9 : -9;
	return made;
}

test('the gradient of every part of the network is the slope of the loss', async () => {
	const made = trainer();
	const { loss, ...slopes } = await made.gradient(windows);
	expect(loss).toBeGreaterThan(0);
	for (const name of ['table', 'parameters'] as const) {
		const values = made[name];
		for (let i = 0; i < values.length; i += name === 'table' ? 1 : 3) {
			const old = values[i]!;
			const step = 0.01;
			values[i] = old + step;
			const above = (await made.gradient(windows)).loss;
			values[i] = old - step;
			const below = (await made.gradient(windows)).loss;
			values[i] = old;
			const slope = (above - below) / (2 * step);
			expect(Math.abs(slope - slopes[name][i]!), `${name} ${i}`).toBeLessThan(0.002 + 0.02 * Math.abs(slope));
		}
	}
});

test('the loss is the mean negative logarithm of the probability of the next item', async () => {
	const made = trainer();
	// Only where a window has one input does its vector look the same when it is asked for alone.
	const single = windows.filter(({ count }) => count === 1);
	let expected = 0;
	for (const window of single) {
		const vector = await made.encode(data.matrix, [window]);
		const scores = Array.from({ length: 9 }, (_, item) =>
			vector.reduce((dot, value, d) => dot + value * made.table[item * 8 + d]!, 0),
		);
		const total = scores.reduce((all, score) => all + Math.exp(score), 0);
		expected -= scores[data.matrix.columns[window.from + 1]!]! - Math.log(total);
	}
	expect(single.length).toBeGreaterThan(1);
	expect((await made.gradient(single)).loss).toBeCloseTo(expected / single.length, 4);
});

test('drawn candidates count so much that sums over the catalogue are right on average', () => {
	const shares = Float64Array.of(0.5, 0.2, 0.1, 0.1, 0.05, 0.05, 0, 0, 0, 0);
	const rng = random(9);
	const draw = candidateDrawer(shares, 3, rng);
	const sums = new Float64Array(10);
	const rounds = 20_000;
	for (let round = 0; round < rounds; round++) {
		const targets = Int32Array.from({ length: 4 }, () => {
			let rest = rng.next();
			return shares.findIndex((share) => {
				rest -= share;
				return rest < 0;
			});
		});
		const items = targets.slice();
		const { ids, biases } = draw(targets, 4);
		expect(new Set(ids).size).toBe(ids.length);
		for (const [row, column] of targets.entries()) expect(ids[column]).toBe(items[row]);
		for (const [column, item] of ids.entries()) sums[item]! += Math.exp(biases[column]!) / rounds;
	}
	for (const sum of sums) expect(Math.abs(sum - 1)).toBeLessThan(0.05);
});

test('learns an order that only a sequence model can know', async () => {
	// The item after x depends on the one before it: 0 1 2 but 3 1 4.
	const histories = Array.from({ length: 120 }, (_, n) => (n % 2 === 0 ? [5, 0, 1, 2] : [6, 3, 1, 4]));
	const model = await sasrec.fit(interactionsFromHistories(histories, 7), quick);
	expect(model.recommend({ history: [5, 0, 1] }, 1)[0]!.item).toBe(2);
	expect(model.recommend({ history: [6, 3, 1] }, 1)[0]!.item).toBe(4);
});

test('a discount lowers scores by the logarithm of popularity', async () => {
	const [plain, discounted] = [
		await sasrec.fit(twoTastes(), quick),
		await sasrec.fit(twoTastes(), { ...quick, discount: 0.5 }),
	];
	const counts = columnCounts(plain.histories);
	const [before, after] = [plain.scores({ user: 2 }), discounted.scores({ user: 2 })];
	for (let item = 0; item < 21; item++)
		expect(after[item]).toBeCloseTo(before[item]! - 0.5 * Math.log(1 + counts[item]!), 4);
});

test('stops early and says when', async () => {
	const model = await sasrec.fit(twoTastes(), { ...quick, epochs: 400, patience: 3 });
	expect(model.state.epochs).toBeGreaterThan(0);
	expect(model.state.epochs).toBeLessThan(400);
	expect(model.state.validation).toBeGreaterThan(0.3);
});

test('reports rising progress and stops while it trains', async () => {
	const shares: number[] = [];
	await sasrec.fit(twoTastes(), { ...quick, epochs: 3 }, { onProgress: (share) => shares.push(share) });
	expect(shares.length).toBeGreaterThan(5);
	expect(shares).toEqual([...shares].sort((a, b) => a - b));
	const stop = new AbortController();
	const fitting = sasrec.fit(
		twoTastes(),
		{ ...quick, epochs: 100_000 },
		{ signal: stop.signal, onProgress: (share) => share > 0.0001 && stop.abort() },
	);
	await expect(fitting).rejects.toMatchObject({ code: 'cancelled' });
});

test('refuses widths that do not fit', async () => {
	for (const wrong of [{ width: 12 }, { width: 16, heads: 3 }, { hidden: 4 }, { rate: 0 }])
		await expect(sasrec.fit(twoTastes(), wrong)).rejects.toMatchObject({ code: 'invalid_option' });
});
