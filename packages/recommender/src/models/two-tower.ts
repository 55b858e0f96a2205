import { breathe, type Control } from '../control.ts';
import { float32 } from '../data/arrays.ts';
import { type Csr, csrFromRows, rowOf } from '../data/csr.ts';
import type { Interactions } from '../data/interactions.ts';
import { defineModel, inRange } from '../model.ts';
import { heldNdcg, holdBack } from '../neural/held-out.ts';
import { checkWidths } from '../neural/layout.ts';
import { towerLayout } from '../neural/tower.ts';
import { agesOf, type Example, type TowerOptions, towerTrainer } from '../neural/tower-trainer.ts';
import { random, shuffle } from '../random.ts';
import { contentFeatures } from './content.ts';

export interface TwoTowerOptions extends TowerOptions {
	/** Numbers a vector, and of the inner layer of each tower: multiples of 8. */
	width: number;
	hidden: number;
	/** How many of the last items make up a user, and how fast older ones fade. */
	length: number;
	decay: number;
	/** Cosines are divided by it. */
	temperature: number;
	/** How much tags count against texts, 0 to 1. */
	tags: number;
	/** Features beyond so many share places by a hash. */
	buckets: number;
	/** How often an item has to do without its own vector, on content alone: what makes cold items work. */
	idDropout: number;
	rate: number;
	weightDecay: number;
	/** Examples a step; the targets of a batch are each other's negatives. */
	batch: number;
	epochs: number;
	/** As in `sasrec`. */
	patience: number;
	seed: number;
}

export interface TwoTowerState {
	width: number;
	/** Items by width: what the user tower takes the mean of, and what the item tower made of it. */
	sums: Float32Array;
	vectors: Float32Array;
	/** The user tower: up, its bias, down, its bias. */
	user: Float32Array;
	epochs: number;
	validation: number;
}

/**
 * Two towers (Yi et al. 2019): an item is the sum of its features' vectors (terms, tags, itself), a user the fading
 * mean of items; each goes through a residual layer to a vector of length 1; score = cosine / temperature. Trained
 * by softmax over the batch with the correction for how often an item stands in one. An item that nobody has used has
 * its content.
 */
export const twoTower = defineModel<TwoTowerOptions, TwoTowerState>({
	kind: 'two-tower',
	version: 1,
	defaults: {
		width: 64,
		hidden: 128,
		length: 50,
		decay: 0.8,
		temperature: 0.1,
		tags: 0.5,
		buckets: 65_536,
		idDropout: 0.3,
		rate: 0.001,
		weightDecay: 0,
		batch: 512,
		epochs: 50,
		patience: 3,
		seed: 1,
	},
	check: (options) => {
		inRange(options, {
			width: [8, 1024],
			hidden: [8, 4096],
			length: [1, 2048],
			decay: [0.01, 1],
			temperature: [0.001, 100],
			tags: [0, 1],
			buckets: [1, 2 ** 24],
			idDropout: [0, 1],
			rate: [1e-7, 1],
			weightDecay: [0, 10],
			batch: [2, 16_384],
			epochs: [1, 100_000],
			patience: [0, 100_000],
			seed: [0, 2 ** 53],
		});
		checkWidths(options);
	},
	fit: train,
	factors: ({ width, vectors }) => ({ width, items: vectors }),
	vector: (state, { items }, options) => {
		const ages = agesOf(options.decay, options.length);
		const vector = userVector(state, meanOf(state.sums, state.width, items, ages));
		return vector.map((value) => value / options.temperature);
	},
	similar({ width, vectors }, item, out) {
		for (let other = 0; other < out.length; other++) {
			let dot = 0;
			for (let d = 0; d < width; d++) dot += vectors[item * width + d]! * vectors[other * width + d]!;
			out[other] = dot;
		}
	},
});

/** The fading mean of the last items of a history. */
function meanOf(sums: Float32Array, width: number, items: Int32Array, ages: Float64Array): Float32Array {
	const mean = new Float32Array(width);
	const first = Math.max(0, items.length - ages.length);
	let total = 0;
	for (let i = first; i < items.length; i++) total += ages[items.length - 1 - i]!;
	for (let i = first; i < items.length; i++) {
		const share = ages[items.length - 1 - i]! / total;
		for (let d = 0; d < width; d++) mean[d]! += share * sums[items[i]! * width + d]!;
	}
	return mean;
}

/** One row through the user tower. */
function userVector({ width, user }: TwoTowerState, mean: Float32Array): Float32Array {
	const hidden = (user.length - width) / (2 * width + 1);
	const { up, upBias, down, downBias } = towerLayout(0, width, hidden);
	const out = new Float32Array(width);
	for (let d = 0; d < width; d++) out[d] = mean[d]! + user[downBias + d]!;
	for (let h = 0; h < hidden; h++) {
		let inner = user[upBias + h]!;
		for (let d = 0; d < width; d++) inner += mean[d]! * user[up.at + d * hidden + h]!;
		if (inner > 0) for (let d = 0; d < width; d++) out[d]! += inner * user[down.at + h * width + d]!;
	}
	const length = Math.sqrt(out.reduce((sum, value) => sum + value * value, 1e-12));
	return out.map((value) => value / length);
}

async function train(
	data: Interactions,
	options: TwoTowerOptions,
	control?: Control,
): Promise<TwoTowerState> {
	const { matrix, held } = options.patience > 0 ? holdBack(data) : { matrix: data.matrix, held: undefined };
	const { features, firstId } = featuresOf(data, matrix, options);
	const { width } = options;
	const trainer = towerTrainer(matrix, features, firstId, options);
	const examples: Example[] = [];
	for (let user = 0; user < matrix.rows; user++)
		for (let at = matrix.starts[user]! + 1; at < matrix.starts[user + 1]!; at++)
			examples.push({ from: matrix.starts[user]!, at });
	const ages = agesOf(options.decay, options.length);
	let best: TwoTowerState | undefined;
	const keep = (epochs: number, validation: number) => {
		const { sums, vectors } = trainer.items();
		best = { width, sums: shared(sums), vectors: shared(vectors), user: userPart(), epochs, validation };
	};
	const userPart = () => shared(trainer.parameters.subarray(trainer.parameters.length / 2));
	const measure = async () => {
		const { sums, vectors } = trainer.items();
		const means = new Float32Array(held!.users.length * width);
		for (const [n, user] of held!.users.entries())
			means.set(
				meanOf(sums, width, matrix.columns.subarray(matrix.starts[user]!, matrix.starts[user + 1]!), ages),
				n * width,
			);
		const quiet = control && { ...control, onProgress: undefined };
		return heldNdcg({ width, items: shared(vectors) }, trainer.users(means), held!, matrix, quiet);
	};
	for (let epoch = 1; epoch <= options.epochs && examples.length > 0; epoch++) {
		const order = shuffle(
			Int32Array.from(examples, (_, n) => n),
			random(options.seed, epoch),
		);
		for (let first = 0; first < order.length; first += options.batch) {
			trainer.step(Array.from(order.subarray(first, first + options.batch), (n) => examples[n]!));
			await breathe(control, (epoch - 1 + first / order.length) / options.epochs);
		}
		if (!held) continue;
		const validation = await measure();
		if (!best || validation > best.validation) keep(epoch, validation);
		else if (epoch - best.epochs >= options.patience) return best;
	}
	if (!best) keep(examples.length > 0 ? options.epochs : 0, 0);
	return best!;
}

/** Content, hashed where there is much of it, and each used item's own feature. */
function featuresOf(
	data: Interactions,
	matrix: Csr,
	{ tags, buckets }: TwoTowerOptions,
): { features: Csr; firstId: number } {
	const content = contentFeatures(data.content, matrix.width, tags);
	const firstId = Math.min(content.width, buckets);
	const hashed = (column: number) =>
		content.width <= buckets ? column : (Math.imul(column + 1, 0x9e3779b1) >>> 0) % buckets;
	const used = new Uint8Array(matrix.width);
	for (const item of matrix.columns) used[item] = 1;
	// What no used item has would never be learnt, and stay noise.
	const known = new Uint8Array(firstId);
	for (let item = 0; item < matrix.width; item++)
		if (used[item] === 1) for (const column of rowOf(content, item)) known[hashed(column)] = 1;
	const rows = Array.from({ length: matrix.width }, (_, item) => {
		const columns: number[] = [];
		const values: number[] = [];
		for (let at = content.starts[item]!; at < content.starts[item + 1]!; at++) {
			const column = hashed(content.columns[at]!);
			if (known[column] === 0) continue;
			columns.push(column);
			values.push(content.values[at]!);
		}
		if (used[item] === 1) {
			columns.push(firstId + item);
			values.push(1);
		}
		return { columns, values };
	});
	return { features: csrFromRows(rows, firstId + matrix.width), firstId };
}

function shared(values: Float32Array): Float32Array {
	const out = float32(values.length);
	out.set(values);
	return out;
}
