import { breathe, type Control, partOf } from '../control.ts';
import { float32, float64, int32 } from '../data/arrays.ts';
import { type Csr, transpose } from '../data/csr.ts';
import { trainedVector } from '../factors.ts';
import { alsSlotBytes, gramPartRows } from '../kernels/als.ts';
import { symmetricEigen } from '../linear-algebra.ts';
import { defineModel, inRange, type Profile } from '../model.ts';
import { maxThreads, runKernel } from '../parallel/run.ts';
import { random } from '../random.ts';
import { arena } from '../wasm/memory.ts';
import { foldIn, foldInContributions } from './fold-in.ts';

export interface AlsOptions {
	factors: number;
	iterations: number;
	/** Weight of a pair never seen, against the weight of the data of a pair seen. 1 / alpha of Hu et al. */
	unobserved: number;
	regularisation: number;
	/** A row is regularised in proportion to (its count + unobserved * width)^exponent (Rendle et al. 2022). */
	exponent: number;
	/** Conjugate-gradient steps for each row and iteration. */
	steps: number;
	seed: number;
}

export interface AlsState {
	width: number;
	users: Float32Array;
	items: Float32Array;
	/** unobserved * yᵀy of the items: what folding in a user starts from. */
	gram: Float64Array;
}

/**
 * Implicit alternating least squares (Hu, Koren and Volinsky 2008): minimises sum over seen pairs of w (1 - x y)² +
 * unobserved * sum over all pairs of (x y)² + regularisation. Vectors are turned so that the square of the fixed side is
 * diagonal, which scores do not notice; then unseen pairs cost a row one number a factor, and warm-started conjugate
 * gradients with that diagonal as preconditioner need few steps.
 */
export const als = defineModel<AlsOptions, AlsState>({
	kind: 'als',
	version: 1,
	defaults: {
		factors: 64,
		iterations: 16,
		unobserved: 0.1,
		regularisation: 0.003,
		exponent: 1,
		steps: 2,
		seed: 1,
	},
	check: (options) =>
		inRange(options, {
			factors: [1, 1024],
			iterations: [1, 10_000],
			unobserved: [0, 1e6],
			regularisation: [0, 1e6],
			exponent: [0, 2],
			steps: [1, 1000],
			seed: [0, 2 ** 53],
		}),
	fit: ({ matrix }, options, control) => train(matrix, options, control),
	factors: ({ width, items }) => ({ width, items }),
	vector: (state, profile, options) =>
		trainedVector(state, profile) ?? foldIn(state, profile, regularisationIn(state, profile, options)),
	contributions: (state, profile, item, options) =>
		foldInContributions(state, profile, item, regularisationIn(state, profile, options)),
});

function regularisationIn({ items, width }: AlsState, profile: Profile, options: AlsOptions): number {
	return regularisationOf(options, profile.items.length, items.length / width);
}

function regularisationOf(options: AlsOptions, count: number, width: number): number {
	return Math.max(1e-6, options.regularisation * (count + options.unobserved * width) ** options.exponent);
}

async function train(matrix: Csr, options: AlsOptions, control?: Control): Promise<AlsState> {
	// Products take panels of 8 columns.
	const depth = Math.ceil(options.factors / 8) * 8;
	const { rows: users, width: items } = matrix;
	const size = matrix.columns.length;
	const parts = Math.ceil(Math.max(users, items) / gramPartRows);
	const squareBytes = depth * depth * 4;
	const slotsBytes = maxThreads * alsSlotBytes(depth);
	const space = arena(
		(users + items) * depth * 4 + size * 16 + (parts + 2) * squareBytes + depth * 4 + slotsBytes + 65_536,
	);
	const slots = space.float32(slotsBytes / 4).byteOffset;
	const gram = space.float32(depth * depth);
	const basis = space.float32(depth * depth);
	const diagonal = space.float32(depth);
	const partsAt = space.float32(parts * depth * depth);
	const side = (csr: Csr) => {
		const vectors = space.float32(csr.rows * depth);
		const columns = space.int32(size);
		const values = space.float32(size);
		columns.set(csr.columns);
		values.set(csr.values);
		const regularisation = float32(csr.rows);
		for (let row = 0; row < csr.rows; row++)
			regularisation[row] = regularisationOf(options, csr.starts[row + 1]! - csr.starts[row]!, csr.width);
		return { vectors, columns, values, starts: csr.starts, rows: csr.rows, regularisation };
	};
	const userSide = side(matrix);
	const itemSide = side(transpose(matrix));
	const rng = random(options.seed);
	for (const { vectors, starts, rows } of [userSide, itemSide])
		for (let row = 0; row < rows; row++)
			for (let d = 0; d < options.factors; d++) {
				const value = (0.1 / Math.sqrt(options.factors)) * rng.normal();
				if (starts[row + 1]! > starts[row]!) vectors[row * depth + d] = value;
			}

	const { memory } = space;
	const quiet = control && { ...control, onProgress: undefined };
	const square = async (of: typeof userSide) => {
		const count = Math.ceil(of.rows / gramPartRows);
		await runKernel(
			'gramParts',
			{ memory, depth, y: of.vectors.byteOffset, rows: of.rows, parts: partsAt.byteOffset },
			count,
			{ chunk: 1, control: quiet },
		);
		gram.fill(0);
		for (let part = 0; part < count; part++)
			for (let at = 0; at < depth * depth; at++) gram[at]! += partsAt[part * depth * depth + at]!;
	};
	/** Turns both sides so that the square of one is diagonal. */
	const turn = async (of: typeof userSide) => {
		await square(of);
		const { values, vectors } = eigenOf(gram, options.factors, depth);
		basis.fill(0);
		for (let row = 0; row < options.factors; row++)
			for (let column = 0; column < options.factors; column++)
				basis[(column >> 3) * 8 * depth + row * 8 + (column & 7)] = vectors[row * options.factors + column]!;
		for (let d = 0; d < options.factors; d++) diagonal[d] = options.unobserved * Math.max(0, values[d]!);
		for (const { vectors, rows } of [userSide, itemSide])
			await runKernel(
				'turnRowsBy',
				{
					memory,
					depth,
					rows: vectors.byteOffset,
					square: basis.byteOffset,
					slots,
					nextSlot: int32(1),
				},
				rows,
				{ chunk: 1024, control: quiet },
			);
	};
	const solve = async (x: typeof userSide, y: typeof userSide, part: Control | undefined) => {
		await turn(y);
		await runKernel(
			'alsRows',
			{
				memory,
				depth,
				x: x.vectors.byteOffset,
				y: y.vectors.byteOffset,
				diagonal: diagonal.byteOffset,
				columns: x.columns.byteOffset,
				values: x.values.byteOffset,
				starts: x.starts,
				regularisation: x.regularisation,
				steps: options.steps,
				slots,
				nextSlot: int32(1),
			},
			x.rows,
			{ chunk: 128, control: part },
		);
	};
	for (let iteration = 0; iteration < options.iterations; iteration++) {
		const share = (half: number) => (iteration + half / 2) / options.iterations;
		await solve(userSide, itemSide, partOf(control, share(0), share(1)));
		await solve(itemSide, userSide, partOf(control, share(1), share(2)));
		if (control) await breathe(control, share(2));
	}
	await square(itemSide);
	const width = options.factors;
	const scaled = float64(width * width);
	for (let i = 0; i < width; i++)
		for (let j = 0; j < width; j++) scaled[i * width + j] = options.unobserved * gram[i * depth + j]!;
	return {
		width,
		users: narrowed(userSide.vectors, users, depth, width),
		items: narrowed(itemSide.vectors, items, depth, width),
		gram: scaled,
	};
}

/** Of the leading numbers of a square with rows of `depth`; the others are all zero and stay so. */
function eigenOf(gram: Float32Array, factors: number, depth: number): ReturnType<typeof symmetricEigen> {
	const square = new Float64Array(factors * factors);
	for (let row = 0; row < factors; row++)
		square.set(gram.subarray(row * depth, row * depth + factors), row * factors);
	// Single precision is all that the square has.
	return symmetricEigen(square, factors, 1e-15);
}

function narrowed(vectors: Float32Array, rows: number, depth: number, width: number): Float32Array {
	const out = float32(rows * width);
	for (let row = 0; row < rows; row++)
		out.set(vectors.subarray(row * depth, row * depth + width), row * width);
	return out;
}
