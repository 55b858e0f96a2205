import type { Csr } from '../data/csr.ts';
import { refuse } from '../errors.ts';
import { type Random, random } from '../random.ts';
import { arena } from '../wasm/memory.ts';
import { adamFirst, adamSecond, neuralKernels, tileColumns } from '../wasm/neural.ts';
import { candidateDrawer } from './candidates.ts';
import { dense } from './dense.ts';
import { transposeMatrices } from './layout.ts';
import { candidateGradients, packTile, probabilityBytes, softmaxRows, tilesOf } from './softmax.ts';
import { towerBack, towerForth, towerLayout } from './tower.ts';

export interface TowerOptions {
	width: number;
	hidden: number;
	length: number;
	decay: number;
	temperature: number;
	idDropout: number;
	rate: number;
	weightDecay: number;
	batch: number;
	seed: number;
}

/** Somebody's next item: the entry `at` of the matrix, told from those before it, which begin at `from`. */
export interface Example {
	from: number;
	at: number;
}

export interface TowerTrainer {
	/** Vectors of features, row after row, and the parameters of both towers (the items' first). */
	readonly features: Float32Array;
	readonly parameters: Float32Array;
	step(examples: readonly Example[]): number;
	/** The loss and its gradient, without a step and with all ids (for tests). */
	gradient(examples: readonly Example[]): { loss: number; features: Float32Array; parameters: Float32Array };
	/** All items: the sums of their features, and what the tower makes of them. */
	items(): { sums: Float32Array; vectors: Float32Array };
	/** What the tower makes of users, from rows of their mean items. */
	users(means: Float32Array): Float32Array;
}

/** How much an item of that age (0 the last) counts, before the sum is made 1. */
export function agesOf(decay: number, length: number): Float64Array {
	return Float64Array.from({ length }, (_, age) => decay ** age);
}

/**
 * @param matrix users by items
 * @param content items by features; the columns from `firstId` on are ids of items, left out now and then
 */
export function towerTrainer(
	matrix: Csr,
	content: Csr,
	firstId: number,
	options: TowerOptions,
): TowerTrainer {
	const { width, hidden, length, temperature } = options;
	const { columns } = matrix;
	const items = matrix.width;
	const itemTower = towerLayout(0, width, hidden);
	const userTower = towerLayout(itemTower.end, width, hidden);
	const size = Math.ceil(userTower.end / 4) * 4;
	const fours = (value: number) => Math.ceil(value / 4) * 4;
	const most = fours(Math.max(256, Math.min(items, options.batch * (length + 1))));
	const batch = fours(options.batch);
	const padded = tilesOf(batch) * tileColumns;
	const rowSize = 4 * width + 2 * hidden + 1;
	const space = arena(
		(5 * size +
			4 * content.width * width +
			most * rowSize +
			batch * (rowSize + 2 * width + 2) +
			padded * (3 * width + 1)) *
			4 +
			probabilityBytes(batch, batch) +
			65_536,
	);
	const { memory } = space;
	const all = new Float32Array(memory.buffer);
	const kernels = neuralKernels(memory);
	const place = (count: number) => space.float32(count).byteOffset / 4;
	const parameters = space.float32(size);
	const transposed = space.float32(size);
	const slope = space.float32(size);
	const moments = [space.float32(size), space.float32(size)] as const;
	const features = space.float32(content.width * width);
	const featureSlope = space.float32(features.length);
	const featureMoments = [space.float32(features.length), space.float32(features.length)] as const;
	const parametersAt = parameters.byteOffset / 4;
	const slopeAt = slope.byteOffset / 4;
	const rowsOf = (count: number) => ({
		x: place(count * width),
		inner: place(count * hidden),
		y: place(count * width),
		inverse: place(count),
		scratch: place(count * hidden),
		gradient: place(count * width),
	});
	const item = rowsOf(most);
	const user = rowsOf(batch);
	const itemGradient = place(most * width);
	const softmaxPlaces = {
		memory,
		width,
		vectors: place(batch * width) * 4,
		gradients: user.gradient * 4,
		scaled: place(batch * width) * 4,
		sums: place(batch * 2) * 4,
		byCandidate: place(padded * width) * 4,
		byNumber: place(padded * width) * 4,
		bias: place(padded) * 4,
		probabilities: place(probabilityBytes(batch, batch) / 4) * 4,
	};
	const tile = place(tileColumns * width);
	const layers = dense(memory, parametersAt, transposed.byteOffset / 4);
	const layout = {
		matrices: [itemTower.up, itemTower.down, userTower.up, userTower.down],
	};

	const rng = random(options.seed);
	for (let i = 0; i < features.length; i++) features[i] = rng.normal() / Math.sqrt(width);
	for (const { at, rows, columns: across } of layout.matrices)
		for (let i = at; i < at + rows * across; i++)
			parameters[i] = (0.5 * rng.normal()) / Math.sqrt(rows + across);
	const shares = new Float64Array(items);
	for (const column of columns) shares[column]! += 1 / columns.length;
	const draw = candidateDrawer(shares, 0, rng);
	const ages = agesOf(options.decay, length);
	const local = new Int32Array(items).fill(-1);
	const withId = new Uint8Array(most);
	let steps = 0;

	/** Row `to` becomes the sum of an item's features. */
	const sumFeatures = (index: number, to: number, id: boolean) => {
		all.fill(0, to, to + width);
		eachFeature(index, id, (feature, weight) => {
			for (let d = 0; d < width; d++) all[to + d]! += weight * features[feature * width + d]!;
		});
	};
	const eachFeature = (index: number, id: boolean, visit: (feature: number, weight: number) => void) => {
		for (let at = content.starts[index]!; at < content.starts[index + 1]!; at++)
			if (content.columns[at]! < firstId || id) visit(content.columns[at]!, content.values[at]!);
	};

	/** Leaves gradients in `slope` and `featureSlope`. */
	const differentiate = (examples: readonly Example[], drop: Random | undefined): number => {
		const used: number[] = [];
		const rowFor = (index: number): number => {
			if (local[index]! < 0) {
				local[index] = used.length;
				used.push(index);
			}
			return local[index]!;
		};
		const rows = fours(examples.length);
		const targets = new Int32Array(rows).fill(-1);
		for (const [n, { at }] of examples.entries()) targets[n] = columns[at]!;
		const { ids, biases } = draw(targets, examples.length);
		const rowIds = Int32Array.from(ids, rowFor);
		for (const { from, at } of examples)
			for (let i = Math.max(from, at - length); i < at; i++) rowFor(columns[i]!);
		const itemRows = fours(used.length);
		all.fill(0, item.x, item.x + itemRows * width);
		for (const [row, index] of used.entries()) {
			withId[row] = drop && drop.next() < options.idDropout ? 0 : 1;
			sumFeatures(index, item.x + row * width, withId[row] === 1);
		}
		towerForth(all, layers, parametersAt, itemTower, item, itemRows);

		all.fill(0, user.x, user.x + rows * width);
		const eachKnown = ({ from, at }: Example, visit: (row: number, share: number) => void) => {
			const first = Math.max(from, at - length);
			let total = 0;
			for (let i = first; i < at; i++) total += ages[at - 1 - i]!;
			for (let i = first; i < at; i++) visit(local[columns[i]!]!, ages[at - 1 - i]! / total);
		};
		for (const [n, example] of examples.entries())
			eachKnown(example, (row, share) => {
				for (let d = 0; d < width; d++)
					all[user.x + n * width + d]! += share * all[item.x + row * width + d]!;
			});
		towerForth(all, layers, parametersAt, userTower, user, rows);
		const logits = softmaxPlaces.vectors / 4;
		for (let i = 0; i < rows * width; i++) all[logits + i] = all[user.y + i]! / temperature;
		const softmax = { ...softmaxPlaces, candidates: ids.length, rows };
		for (let t = 0; t < tilesOf(ids.length); t++) packTile(softmax, t, item.y, rowIds, biases);
		const loss = softmaxRows(softmax, targets, 1 / examples.length)(0, rows);

		all.fill(0, itemGradient, itemGradient + itemRows * width);
		for (let t = 0; t < tilesOf(ids.length); t++) {
			candidateGradients(softmax, t, rows, tile * 4);
			for (let n = t * tileColumns; n < Math.min(ids.length, (t + 1) * tileColumns); n++) {
				const from = tile + (n - t * tileColumns) * width;
				all.copyWithin(itemGradient + rowIds[n]! * width, from, from + width);
			}
		}
		for (let i = 0; i < rows * width; i++) all[user.gradient + i]! /= temperature;
		towerBack(all, layers, userTower, user, rows, user.gradient, slopeAt);
		towerBack(all, layers, itemTower, item, itemRows, itemGradient, slopeAt);
		for (const [n, example] of examples.entries())
			eachKnown(example, (row, share) => {
				for (let d = 0; d < width; d++)
					all[itemGradient + row * width + d]! += share * all[user.gradient + n * width + d]!;
			});
		for (const [row, index] of used.entries()) {
			local[index] = -1;
			eachFeature(index, withId[row] === 1, (feature, weight) => {
				for (let d = 0; d < width; d++)
					featureSlope[feature * width + d]! += weight * all[itemGradient + row * width + d]!;
			});
		}
		return loss / examples.length;
	};

	/** Runs a tower over many rows, as many at a time as there is room for. */
	const through = (tower: typeof itemTower, count: number, fill: (row: number, to: number) => void) => {
		const out = new Float32Array(count * width);
		for (let first = 0; first < count; first += most) {
			const rows = Math.min(most, count - first);
			all.fill(0, item.x, item.x + fours(rows) * width);
			for (let row = 0; row < rows; row++) fill(first + row, item.x + row * width);
			towerForth(all, layers, parametersAt, tower, item, fours(rows));
			out.set(all.subarray(item.y, item.y + rows * width), first * width);
		}
		return out;
	};

	transposeMatrices(layout, parameters, transposed);
	const drops = random(options.seed, 1);
	return {
		features,
		parameters: parameters.subarray(0, userTower.end),
		step(examples) {
			const loss = differentiate(examples, drops);
			if (!Number.isFinite(loss)) refuse('diverged', 'The loss is no number any more; try a lower rate.');
			steps++;
			const correction = Math.sqrt(1 - adamSecond ** steps);
			for (const [values, gradient, [first, second]] of [
				[features, featureSlope, featureMoments],
				[parameters, slope, moments],
			] as const)
				kernels.adam(
					values.byteOffset,
					gradient.byteOffset,
					first.byteOffset,
					second.byteOffset,
					values.length,
					(options.rate * correction) / (1 - adamFirst ** steps),
					1e-8 * correction,
					options.rate * options.weightDecay,
				);
			transposeMatrices(layout, parameters, transposed);
			return loss;
		},
		gradient(examples) {
			transposeMatrices(layout, parameters, transposed);
			slope.fill(0);
			featureSlope.fill(0);
			const loss = differentiate(examples, undefined);
			return { loss, features: featureSlope.slice(), parameters: slope.slice(0, userTower.end) };
		},
		items() {
			const sums = new Float32Array(items * width);
			const vectors = through(itemTower, items, (index, to) => {
				sumFeatures(index, to, true);
				sums.set(all.subarray(to, to + width), index * width);
			});
			return { sums, vectors };
		},
		users: (means) =>
			through(userTower, means.length / width, (row, to) =>
				all.set(means.subarray(row * width, (row + 1) * width), to),
			),
	};
}
