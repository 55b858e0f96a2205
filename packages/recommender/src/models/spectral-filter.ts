import { type Control, partOf } from '../control.ts';
import { int32 } from '../data/arrays.ts';
import { type Csr, columnSums, mapValues, rowSums, transpose } from '../data/csr.ts';
import { refuse } from '../errors.ts';
import { filterSlotBytes } from '../kernels/filter-rows.ts';
import { defineModel, inRange } from '../model.ts';
import { maxThreads, runKernel } from '../parallel/run.ts';
import { type RightVectors, rightVectors, sparseBytes, sparseIn } from '../singular-vectors.ts';
import { arena } from '../wasm/memory.ts';
import { inSlabs, nothing, type SparseWeights } from './sparse-weights.ts';
import { chebyshev, type ResponseShape, responses } from './spectral-response.ts';

export interface SpectralFilterOptions extends ResponseShape {
	/** What is left of each frequency. */
	response: keyof typeof responses;
	/** How many of the lowest frequencies pass whole besides, and how much they count. */
	factors: number;
	lowPass: number;
	/** The power of the degrees that histories are divided and scores multiplied by: popular items gain with it. */
	power: number;
	/** How many entries of each row are kept. */
	neighbours: number;
	decay: number;
	/** Rounds of subspace iteration for the lowest frequencies. */
	rounds: number;
	seed: number;
}

/**
 * Scores as filtered signals on the graph of items: W = D^-power (f(P) + lowPass V Vᵀ) D^power, where P = R_nᵀ R_n is
 * the symmetrically normalised likeness of items, f a polynomial in it and V its first eigenvectors. No training.
 */
export const spectralFilter = defineModel<SpectralFilterOptions, SparseWeights>({
	kind: 'spectral-filter',
	version: 1,
	defaults: {
		response: 'plateau',
		order: 8,
		flatness: 1.5,
		time: 2.5,
		factors: 512,
		lowPass: 0.2,
		power: 0.4,
		neighbours: 1000,
		decay: 1,
		rounds: 4,
		seed: 1,
	},
	check(options) {
		inRange(options, {
			order: [1, 64],
			flatness: [0.01, 100],
			time: [0, 10],
			factors: [0, 1024],
			lowPass: [0, 100],
			power: [0, 2],
			neighbours: [1, 1e9],
			decay: [0, 1],
			rounds: [1, 100],
			seed: [0, 2 ** 53],
		});
		if (!Object.hasOwn(responses, options.response))
			refuse('invalid_option', `There is no response "${options.response}".`);
	},
	fit: async ({ matrix }, options, control) => ({ weights: await filtered(matrix, options, control) }),
	rows: ({ weights }, { decay }) => ({ weights, decay, weighted: true, prior: nothing }),
});

async function filtered(matrix: Csr, options: SpectralFilterOptions, control?: Control): Promise<Csr> {
	const { rows: users, width: items } = matrix;
	const userDegrees = rowSums(matrix);
	const itemDegrees = columnSums(matrix);
	const normalised = mapValues(
		matrix,
		(value, user, item) => value / Math.sqrt(Math.max(1e-12, userDegrees[user]! * itemDegrees[item]!)),
	);
	const isLow = options.factors > 0 && options.lowPass > 0;
	const { filter, lowPass } = responses[options.response](options);
	const found: RightVectors = isLow
		? await rightVectors(normalised, options.factors, options, partOf(control, 0, 0.2))
		: { vectors: new Float32Array(0), width: 0, values: new Float64Array(0) };
	const depth = Math.ceil(found.width / 4) * 4;
	const threads = Math.min(control?.threads ?? 1, maxThreads - 1);
	// Until its threads have begun, the calling one takes part.
	const slotsBytes = (threads + 1) * filterSlotBytes(users, items, depth);
	const space = arena(2 * sparseBytes(matrix) + (items + 4) * depth * 4 + slotsBytes + 65_536);
	const forward = sparseIn(space, normalised);
	const backward = sparseIn(space, transpose(normalised));
	const vectors = space.float32((items + 4) * depth);
	for (let item = 0; item < items; item++)
		vectors.set(found.vectors.subarray(item * found.width, (item + 1) * found.width), item * depth);
	const slots = space.float32(slotsBytes / 4).byteOffset;
	const context = {
		memory: space.memory,
		users,
		items,
		forward,
		backward,
		coefficients: chebyshev(filter),
		vectors: vectors.byteOffset,
		depth,
		lowPass: found.values.map((value) => options.lowPass * lowPass(value ** 2)),
		scale: itemDegrees.map((degree) => (degree > 0 ? degree ** options.power : 0)),
		slots,
	};
	return inSlabs(items, items, options.neighbours, (kept, offset, size) =>
		runKernel('filterRows', { ...context, ...kept, offset, nextSlot: int32(1) }, size, {
			chunk: 16,
			control: partOf(control, isLow ? 0.2 : 0, 1),
		}),
	);
}
