// The strongest directions of a sparse matrix, by randomised subspace iteration (Halko, Martinsson and Tropp 2011).
import { type Control, partOf } from './control.ts';
import { float32 } from './data/arrays.ts';
import { type Csr, transpose } from './data/csr.ts';
import { gramPartRows } from './kernels/als.ts';
import type { SparseAt } from './kernels/dense-rows.ts';
import { symmetricEigen } from './linear-algebra.ts';
import { runKernel } from './parallel/run.ts';
import { random } from './random.ts';
import { type Arena, arena } from './wasm/memory.ts';
import { panelColumns } from './wasm/sparse.ts';

/** More directions than wanted are carried along, so that the last wanted ones are found too. */
const spare = 16;

export interface RightVectors {
	/** Rows by column of the matrix, `width` numbers each. */
	vectors: Float32Array;
	width: number;
	/** Singular values, falling. */
	values: Float64Array;
}

/** Dense rows in the arena; their number is rounded up to a multiple of 4. */
interface Rows {
	count: number;
	at: Float32Array;
}

/** The first right singular vectors of a sparse matrix, at most as many as it has rows or columns. */
export async function rightVectors(
	matrix: Csr,
	wanted: number,
	{ rounds, seed }: { rounds: number; seed: number },
	control?: Control,
): Promise<RightVectors> {
	const width = Math.min(wanted, matrix.width, matrix.rows);
	const size = Math.min(width + spare, matrix.width);
	const depth = Math.ceil(size / panelColumns) * panelColumns;
	const parts = Math.ceil(Math.max(matrix.rows, matrix.width) / gramPartRows);
	const space = arena(
		4 * depth * (2 * matrix.width + matrix.rows + 12 + (parts + 1) * depth) +
			2 * sparseBytes(matrix) +
			65_536,
	);
	const dense = (count: number): Rows => ({
		count,
		at: space.float32(Math.ceil(count / 4) * 4 * depth),
	});
	const work: Work = {
		space,
		size,
		depth,
		parts: space.float32(parts * depth * depth),
		packed: space.float32(depth * depth),
	};
	const forward = sparseIn(space, matrix);
	const backward = sparseIn(space, transpose(matrix));
	let [basis, other] = [dense(matrix.width), dense(matrix.width)];
	const images = dense(matrix.rows);
	const rng = random(seed);
	for (let row = 0; row < matrix.width; row++)
		for (let d = 0; d < size; d++) basis.at[row * depth + d] = rng.normal();
	const product = (sparse: SparseAt, from: Rows, to: Rows, part: Control | undefined) =>
		runKernel(
			'sparseRows',
			{ memory: space.memory, sparse, dense: from.at.byteOffset, out: to.at.byteOffset, depth },
			to.count,
			{ chunk: 256, control: part },
		);
	for (let round = 0; round <= rounds; round++) {
		const part = partOf(control, round / (rounds + 1), (round + 1) / (rounds + 1));
		const quiet = part && { ...part, onProgress: undefined };
		// Twice: the second time repairs what rounding left.
		for (let pass = 0; pass < 2; pass++) {
			await times(work, basis, whitening(await crossProduct(work, basis, quiet), size), other, quiet);
			[basis, other] = [other, basis];
		}
		await product(forward, basis, images, quiet);
		if (round < rounds) await product(backward, images, basis, part);
	}
	// Within the subspace the problem is small: the eigenvectors of (R Q)ᵀ (R Q).
	const { values, vectors: rotation } = symmetricEigen(await crossProduct(work, images, control), size);
	await times(work, basis, rotation, other, control);
	const vectors = float32(matrix.width * width);
	for (let row = 0; row < matrix.width; row++)
		vectors.set(other.at.subarray(row * depth, row * depth + width), row * width);
	return {
		vectors,
		width,
		values: values.slice(0, width).map((value) => Math.sqrt(Math.max(value, 1e-30))),
	};
}

interface Work {
	space: Arena;
	size: number;
	depth: number;
	parts: Float32Array;
	packed: Float32Array;
}

/** The room that `sparseIn` takes. */
export function sparseBytes(matrix: Csr): number {
	return 8 * matrix.columns.length + 4 * Math.max(matrix.rows, matrix.width) + 256;
}

/** Copies a sparse matrix into an arena. */
export function sparseIn(space: Arena, matrix: Csr): SparseAt {
	const starts = space.int32(matrix.starts.length);
	const columns = space.int32(matrix.columns.length);
	const values = space.float32(matrix.values.length);
	starts.set(matrix.starts);
	columns.set(matrix.columns);
	values.set(matrix.values);
	return { starts: starts.byteOffset, columns: columns.byteOffset, values: values.byteOffset };
}

async function crossProduct(
	{ space, size, depth, parts }: Work,
	rows: Rows,
	control?: Control,
): Promise<Float64Array> {
	const count = Math.ceil(rows.count / gramPartRows);
	await runKernel(
		'gramParts',
		{
			memory: space.memory,
			depth,
			y: rows.at.byteOffset,
			rows: rows.count,
			parts: parts.byteOffset,
		},
		count,
		{ chunk: 1, control },
	);
	const out = new Float64Array(size * size);
	for (let part = 0; part < count; part++)
		for (let i = 0; i < size; i++)
			for (let j = 0; j < size; j++) out[i * size + j]! += parts[(part * depth + i) * depth + j]!;
	return out;
}

/** out = rows * square, the square of `size` numbers a row. */
async function times(
	{ space, size, depth, packed }: Work,
	rows: Rows,
	square: Float64Array,
	out: Rows,
	control?: Control,
): Promise<void> {
	packed.fill(0);
	for (let row = 0; row < size; row++)
		for (let column = 0; column < size; column++)
			packed[((column >> 3) * depth + row) * 8 + (column & 7)] = square[row * size + column]!;
	const context = {
		memory: space.memory,
		rows: rows.at.byteOffset,
		packed: packed.byteOffset,
		out: out.at.byteOffset,
		depth,
	};
	await runKernel('denseRows', context, Math.ceil(rows.count / 4), { chunk: 32, control });
}

/**
 * The upper triangle T with Tᵀ G T = 1, for the Gram matrix G of some columns: they times T are orthonormal. Columns
 * that are mixtures of those before them become zero.
 */
function whitening(gram: Float64Array, size: number): Float64Array {
	const lower = Float64Array.from(gram);
	const inverse = new Float64Array(size * size);
	for (let row = 0; row < size; row++) {
		const before = lower[row * size + row]!;
		for (let column = 0; column <= row; column++) {
			let sum = lower[row * size + column]!;
			for (let d = 0; d < column; d++) sum -= lower[row * size + d]! * lower[column * size + d]!;
			const pivot = lower[column * size + column]!;
			if (column < row) lower[row * size + column] = pivot > 0 ? sum / pivot : 0;
			// What rounding in single precision leaves of a dependent column.
			else lower[row * size + row] = sum > before * 1e-5 ? Math.sqrt(sum) : 0;
		}
		const pivot = lower[row * size + row]!;
		if (!(pivot > 0)) continue;
		inverse[row * size + row] = 1 / pivot;
		for (let column = 0; column < row; column++) {
			let sum = 0;
			for (let d = column; d < row; d++) sum += lower[row * size + d]! * inverse[d * size + column]!;
			inverse[row * size + column] = -sum / pivot;
		}
	}
	const turned = new Float64Array(size * size);
	for (let i = 0; i < size; i++) for (let j = 0; j <= i; j++) turned[j * size + i] = inverse[i * size + j]!;
	return turned;
}
