import { breathe, type Control } from '../control.ts';
import { float32, int32 } from '../data/arrays.ts';
import { type Csr, transpose } from '../data/csr.ts';
import { trainedVector } from '../factors.ts';
import { blocks, tripleBytes } from '../kernels/bpr.ts';
import { defineModel, inRange, type Profile } from '../model.ts';
import { maxThreads, runKernel } from '../parallel/run.ts';
import { random, shuffle } from '../random.ts';
import { paddedWidth } from '../wasm/kernels.ts';
import { arena } from '../wasm/memory.ts';

export interface BprOptions {
	factors: number;
	/** Passes over the pairs. */
	iterations: number;
	rate: number;
	regularisation: number;
	seed: number;
}

interface BprState {
	/** Factors and, last, the item's bias (1 in the vectors of users). */
	width: number;
	users: Float32Array;
	items: Float32Array;
}

/**
 * Bayesian personalised ranking (Rendle et al. 2009): stochastic gradient ascent on ln sigmoid(score of what a user
 * used - score of something not used). In blocks that share neither users nor items (Gemulla et al. 2011), so that
 * threads never write to the same row and every run is the same.
 */
export const bpr = defineModel<BprOptions, BprState>({
	kind: 'bpr',
	version: 1,
	defaults: { factors: 64, iterations: 100, rate: 0.05, regularisation: 0.01, seed: 1 },
	check: (options) =>
		inRange(options, {
			factors: [1, 1024],
			iterations: [1, 100_000],
			rate: [0, 10],
			regularisation: [0, 10],
			seed: [0, 2 ** 53],
		}),
	fit: ({ matrix }, options, control) => train(matrix, options, control),
	factors: ({ width, items }) => ({ width, items }),
	vector: (state, profile, options) => trainedVector(state, profile) ?? foldIn(state, profile, options),
});

/** A user's vector for fixed items: stochastic steps, as in training, drawn from the history's own seed. */
function foldIn(
	{ width, items }: BprState,
	profile: Profile,
	{ rate, regularisation, seed }: BprOptions,
): Float32Array {
	const vector = new Float32Array(width);
	vector[width - 1] = 1;
	const count = items.length / width;
	const known = new Set(profile.items);
	const rng = random(seed, profile.items.length);
	if (known.size === count) return vector;
	const rounds = Math.max(4, Math.ceil(200 / profile.items.length));
	for (let round = 0; round < rounds; round++)
		for (const item of profile.items) {
			const other = rng.int(count);
			if (known.has(other)) continue;
			let z = 0;
			for (let d = 0; d < width; d++)
				z += vector[d]! * (items[item * width + d]! - items[other * width + d]!);
			const step = rate / (1 + Math.exp(z));
			for (let d = 0; d < width - 1; d++)
				vector[d] =
					(1 - rate * regularisation) * vector[d]! +
					step * (items[item * width + d]! - items[other * width + d]!);
		}
	return vector;
}

async function train(matrix: Csr, options: BprOptions, control?: Control): Promise<BprState> {
	const { factors, iterations, rate, regularisation, seed } = options;
	const { rows: users, width: items } = matrix;
	const depth = paddedWidth(factors);
	const space = arena((users + items) * depth * 4 + items * 4 + maxThreads * tripleBytes + 65_536);
	const userVectors = space.float32(users * depth);
	const itemVectors = space.float32(items * depth);
	const biases = space.float32(items);
	const slots = space.float32((maxThreads * tripleBytes) / 4).byteOffset;
	const rng = random(seed);
	for (const [vectors, rows] of [
		[userVectors, users],
		[itemVectors, items],
	] as const)
		for (let row = 0; row < rows; row++)
			for (let d = 0; d < factors; d++) vectors[row * depth + d] = (rng.next() - 0.5) / factors;
	const sorted = transpose(transpose(matrix));
	const userDeal = int32(users);
	const itemDeal = int32(items);
	for (let user = 0; user < users; user++) userDeal[user] = user;
	for (let item = 0; item < items; item++) itemDeal[item] = item;
	const itemBlock = new Uint8Array(new SharedArrayBuffer(items));
	const quiet = control && { ...control, onProgress: undefined };
	for (let epoch = 0; epoch < iterations; epoch++) {
		shuffle(itemDeal, rng);
		for (let block = 0; block < blocks; block++)
			for (
				let at = Math.floor((items * block) / blocks);
				at < Math.floor((items * (block + 1)) / blocks);
				at++
			)
				itemBlock[itemDeal[at]!] = block;
		for (let round = 0; round < blocks; round++)
			await runKernel(
				'bprTiles',
				{
					memory: space.memory,
					depth,
					users: userVectors.byteOffset,
					items: itemVectors.byteOffset,
					biases: biases.byteOffset,
					matrix: sorted,
					userDeal,
					itemDeal,
					itemBlock,
					round,
					epoch,
					seed,
					rate,
					regularisation,
					slots,
					nextSlot: int32(1),
				},
				blocks,
				{ chunk: 1, control: quiet },
			);
		if (control) await breathe(control, (epoch + 1) / iterations);
	}
	const width = factors + 1;
	const state = { width, users: float32(users * width), items: float32(items * width) };
	for (let user = 0; user < users; user++) {
		state.users.set(userVectors.subarray(user * depth, user * depth + factors), user * width);
		state.users[user * width + factors] = 1;
	}
	for (let item = 0; item < items; item++) {
		state.items.set(itemVectors.subarray(item * depth, item * depth + factors), item * width);
		state.items[item * width + factors] = biases[item]!;
	}
	return state;
}
