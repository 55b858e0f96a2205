import { breathe, type Control } from '../control.ts';
import { float32, int32, startsOf } from '../data/arrays.ts';
import { type Csr, columnCounts, transpose } from '../data/csr.ts';
import { refuse } from '../errors.ts';
import { trainedVector } from '../factors.ts';
import { blocks, pairBitsFor, tripleBytes } from '../kernels/bpr.ts';
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
	/** Of the vectors and the biases. */
	regularisation: number;
	/** What a user did not use is drawn evenly from the items, or as often as each is used. */
	negatives: 'uniform' | 'popular';
	seed: number;
}

interface BprState {
	/** Factors and, last, the item's bias (1 in the vectors of users). */
	width: number;
	users: Float32Array;
	items: Float32Array;
	/** How often the items up to each are drawn as negatives. */
	drawn: Int32Array;
}

/**
 * Bayesian personalised ranking (Rendle et al. 2009): stochastic gradient ascent on ln sigmoid(score of what a user
 * used - score of something not used). In blocks that share neither users nor items (Gemulla et al. 2011), so that
 * threads never write to the same row and every run is the same.
 */
export const bpr = defineModel<BprOptions, BprState>({
	kind: 'bpr',
	version: 2,
	defaults: {
		factors: 64,
		iterations: 100,
		rate: 0.05,
		regularisation: 0.01,
		negatives: 'uniform',
		seed: 1,
	},
	check: (options) => {
		inRange(options, {
			factors: [1, 1024],
			iterations: [1, 100_000],
			rate: [0, 10],
			regularisation: [0, 10],
			seed: [0, 2 ** 53],
		});
		if (!['uniform', 'popular'].includes(options.negatives))
			refuse('invalid_option', `Negatives cannot be drawn "${options.negatives}".`);
	},
	fit: ({ matrix }, options, control) => train(matrix, options, control),
	factors: ({ width, items }) => ({ width, items }),
	vector: (state, profile, options) => trainedVector(state, profile) ?? foldIn(state, profile, options),
});

/** A user's vector for fixed items: stochastic steps, as in training, drawn from the history's own seed. */
function foldIn(
	{ width, items, drawn }: BprState,
	profile: Profile,
	{ rate, regularisation, seed }: BprOptions,
): Float32Array {
	const vector = new Float32Array(width);
	vector[width - 1] = 1;
	const known = new Set(profile.items);
	const rng = random(seed, profile.items.length);
	const rounds = Math.max(4, Math.ceil(200 / profile.items.length));
	for (let round = 0; round < rounds; round++)
		for (const item of profile.items) {
			const other = itemAt(drawn, rng.int(drawn.at(-1)!));
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

/** The first item up to which more than `draw` are drawn. */
function itemAt(drawn: Int32Array, draw: number): number {
	let low = 0;
	let high = drawn.length - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (drawn[middle]! > draw) high = middle;
		else low = middle + 1;
	}
	return low;
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
	const often = options.negatives === 'popular' ? columnCounts(matrix) : int32(items).fill(1);
	const drawn = startsOf(often).slice(1);
	const itemDeal = int32(items);
	for (let item = 0; item < items; item++) itemDeal[item] = item;
	const deal = {
		matrix: sorted,
		pairBits: pairBitsFor(sorted.columns.length),
		itemBlock: new Uint8Array(new SharedArrayBuffer(items)),
		pairUsers: int32(matrix.columns.length),
		pairItems: int32(matrix.columns.length),
		tiles: int32(blocks * blocks + 1).fill(matrix.columns.length),
	};
	const negatives = { drawn: int32(drawn.at(-1)!), drawnStarts: int32(blocks + 1) };
	const quiet = control && { ...control, onProgress: undefined };
	for (let epoch = 0; epoch < iterations; epoch++) {
		dealItems(shuffle(itemDeal, rng), often, deal.itemBlock, negatives);
		await runKernel('bprDeal', deal, blocks, { chunk: 1, control: quiet });
		for (let round = 0; round < blocks; round++)
			await runKernel(
				'bprTiles',
				{
					memory: space.memory,
					depth,
					users: userVectors.byteOffset,
					items: itemVectors.byteOffset,
					biases: biases.byteOffset,
					...deal,
					...negatives,
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
	const state = { width, users: float32(users * width), items: float32(items * width), drawn };
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

/** Items to blocks as they were dealt, and what negatives of each block are drawn from. */
function dealItems(
	dealt: Int32Array,
	often: Int32Array,
	itemBlock: Uint8Array,
	{ drawn, drawnStarts }: { drawn: Int32Array; drawnStarts: Int32Array },
): void {
	let put = 0;
	for (let block = 0; block < blocks; block++) {
		drawnStarts[block] = put;
		const end = Math.floor((dealt.length * (block + 1)) / blocks);
		for (let at = Math.floor((dealt.length * block) / blocks); at < end; at++) {
			const item = dealt[at]!;
			itemBlock[item] = block;
			drawn.fill(item, put, put + often[item]!);
			put += often[item]!;
		}
	}
	drawnStarts[blocks] = put;
}
