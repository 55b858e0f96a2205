import { type Control, throwIfCancelled } from '../control.ts';
import { float64, int32 } from '../data/arrays.ts';
import type { Csr } from '../data/csr.ts';
import { refuse } from '../errors.ts';
import { adamBlock } from '../kernels/sequence.ts';
import { maxThreads, runKernel } from '../parallel/run.ts';
import { random } from '../random.ts';
import { arena } from '../wasm/memory.ts';
import { adamFirst, adamSecond, tileColumns } from '../wasm/neural.ts';
import { candidateDrawer, everyItem } from './candidates.ts';
import { layoutOf, type Shape, transposeMatrices } from './layout.ts';
import { layOut, maxGroupRows, type Window } from './sequence-batches.ts';
import { probabilityBytes, tilesOf } from './softmax.ts';
import { workspaceSize } from './transformer.ts';

export interface TrainerOptions {
	rate: number;
	weightDecay: number;
	dropout: number;
	/** Items drawn evenly for each batch, beside its targets; 0 is the whole catalogue. */
	candidates: number;
	seed: number;
}

/** Bytes that the probabilities of a batch may take. */
const probabilityLimit = 2 ** 28;

/** How many rows a batch may have. */
export function rowLimit(items: number, candidates: number, length: number): number {
	const rowBytes = probabilityBytes(1, candidates > 0 ? Math.min(items, candidates + 4096) : items);
	return Math.max(length + 4, Math.min(65_536, Math.floor(probabilityLimit / rowBytes / 4) * 4));
}

/** Weights in one shared memory, and steps over batches. */
export interface SequenceTrainer {
	/** Vectors of items, and the other parameters. */
	readonly table: Float32Array;
	readonly parameters: Float32Array;
	/** One step of Adam; answers the mean loss. */
	step(windows: readonly Window[], control?: Control): Promise<number>;
	/** The loss and its gradient, without a step (for tests). */
	gradient(
		windows: readonly Window[],
	): Promise<{ loss: number; table: Float32Array; parameters: Float32Array }>;
	/** Vectors after the last entry of each window, row after row. */
	encode(matrix: Csr, windows: readonly Window[], control?: Control): Promise<Float32Array>;
}

/** @param rows the most rows that a batch will have */
export function sequenceTrainer(
	matrix: Csr,
	shape: Shape,
	rows: number,
	options: TrainerOptions,
): SequenceTrainer {
	const items = matrix.width;
	const { width } = shape;
	const layout = layoutOf(shape);
	const size = Math.ceil(layout.size / 4) * 4;
	const maxRows = maxGroupRows(shape.length);
	const groups = Math.ceil(rows / 128) + 1;
	const drawn = options.candidates > 0 && options.candidates < items;
	const most = drawn ? Math.min(items, options.candidates + rows) : items;
	const padded = tilesOf(most) * tileColumns;
	const workspace = workspaceSize(shape, maxRows);
	const numbers =
		(5 + groups) * size +
		4 * items * width +
		maxThreads * (workspace + tileColumns * width) +
		rows * (3 * width + 2) +
		padded * (2 * width + 1) +
		probabilityBytes(rows, most) / 4;
	const space = arena(numbers * 4 + 65_536);
	const { memory } = space;
	const place = (count: number) => space.float32(count).byteOffset / 4;
	const parameters = space.float32(size);
	const transposed = space.float32(size);
	const slope = space.float32(size);
	const moments = [space.float32(size), space.float32(size)] as const;
	const table = space.float32(items * width);
	const tableSlope = space.float32(items * width);
	const tableMoments = [space.float32(items * width), space.float32(items * width)] as const;
	const groupGradients = space.float32(groups * size);
	const slots = place(maxThreads * workspace);
	const tileSlots = place(maxThreads * tileColumns * width);
	const vectors = space.float32(rows * width);
	const gradients = space.float32(rows * width);
	const scaled = place(rows * width);
	const sums = place(rows * 2);
	const byCandidate = place(padded * width);
	const byNumber = place(padded * width);
	const bias = place(padded);
	const probabilities = place(probabilityBytes(rows, most) / 4);

	const rng = random(options.seed);
	for (let i = 0; i < table.length; i++) table[i] = 0.02 * rng.normal();
	for (let i = layout.positions; i < layout.positions + shape.length * width; i++)
		parameters[i] = 0.02 * rng.normal();
	for (const { at, rows: inner, columns } of layout.matrices) {
		const spread = Math.sqrt(2 / (inner + columns));
		for (let i = at; i < at + inner * columns; i++) parameters[i] = spread * rng.normal();
	}
	for (const gain of layout.gains) parameters.fill(1, gain, gain + width);

	const shares = new Float64Array(items);
	for (let user = 0; user < matrix.rows; user++)
		for (let at = matrix.starts[user]! + 1; at < matrix.starts[user + 1]!; at++)
			shares[matrix.columns[at]!]!++;
	const targets = shares.reduce((a, b) => a + b, 0);
	for (let item = 0; item < items; item++) shares[item]! /= Math.max(1, targets);
	const draw = drawn ? candidateDrawer(shares, options.candidates, random(options.seed, 2)) : undefined;
	const all = everyItem(items);
	let steps = 0;
	let pattern = options.seed;

	const encodeContext = (batch: ReturnType<typeof layOut>['batch']) => ({
		memory,
		shape,
		batch,
		parameters: parameters.byteOffset / 4,
		transposed: transposed.byteOffset / 4,
		table: table.byteOffset / 4,
		slots,
		nextSlot: int32(1),
		maxRows,
		vectors: vectors.byteOffset / 4,
	});

	/** Leaves the gradients of the parameters in `slope`, those of items in `tableSlope`. */
	const differentiate = async (windows: readonly Window[], dropout: number, control?: Control) => {
		const { batch, count } = layOut(matrix, windows);
		const used = batch.items.length;
		const groupCount = batch.rows.length - 1;
		const { ids, biases } = draw ? draw(batch.targets, count) : all;
		const softmax = {
			memory,
			width,
			candidates: ids.length,
			rows: used,
			byCandidate: byCandidate * 4,
			byNumber: byNumber * 4,
			bias: bias * 4,
			probabilities: probabilities * 4,
			vectors: vectors.byteOffset,
			gradients: gradients.byteOffset,
			scaled: scaled * 4,
			sums: sums * 4,
		};
		const candidates = () => ({
			softmax,
			ids,
			biases,
			table: table.byteOffset / 4,
			tableGradients: tableSlope.byteOffset / 4,
			slots: tileSlots,
			nextSlot: int32(1),
			rows: used,
		});
		const tiles = tilesOf(ids.length);
		const chunk = Math.max(1, Math.ceil(tiles / 16));
		const losses = float64(groupCount);
		await runKernel('packCandidates', candidates(), tiles, { chunk, control });
		pattern = (Math.imul(pattern, 1_664_525) + 1_013_904_223) | 0;
		await runKernel(
			'sequenceGroups',
			{
				...encodeContext(batch),
				softmax,
				dropout,
				seed: pattern,
				weight: 1 / count,
				groupGradients: groupGradients.byteOffset / 4,
				parameterCount: size,
				losses,
			},
			groupCount,
			{ chunk: 1, control },
		);
		await runKernel('candidateTiles', candidates(), tiles, { chunk, control });
		for (let row = 0; row < used; row++) {
			const item = batch.items[row]!;
			if (item < 0) continue;
			for (let d = 0; d < width; d++) tableSlope[item * width + d]! += gradients[row * width + d]!;
		}
		for (let group = 0; group < groupCount; group++)
			for (let i = 0, at = group * size; i < size; i++, at++) slope[i]! += groupGradients[at]!;
		let loss = 0;
		for (const value of losses) loss += value;
		return loss / count;
	};

	transposeMatrices(layout, parameters, transposed);
	return {
		table,
		parameters: parameters.subarray(0, layout.size),
		async step(windows, control) {
			const loss = await differentiate(windows, options.dropout, control);
			if (!Number.isFinite(loss)) refuse('diverged', 'The loss is no number any more; try a lower rate.');
			steps++;
			const correction = Math.sqrt(1 - adamSecond ** steps);
			const adam = (
				values: Float32Array,
				gradient: Float32Array,
				[first, second]: readonly [Float32Array, Float32Array],
			) =>
				runKernel(
					'adamBlocks',
					{
						memory,
						values: values.byteOffset,
						gradient: gradient.byteOffset,
						first: first.byteOffset,
						second: second.byteOffset,
						count: values.length,
						rate: (options.rate * correction) / (1 - adamFirst ** steps),
						epsilon: 1e-8 * correction,
						decay: options.rate * options.weightDecay,
					},
					Math.ceil(values.length / adamBlock),
					{ chunk: 2, control },
				);
			await adam(table, tableSlope, tableMoments);
			await adam(parameters, slope, moments);
			transposeMatrices(layout, parameters, transposed);
			return loss;
		},
		async gradient(windows) {
			transposeMatrices(layout, parameters, transposed);
			tableSlope.fill(0);
			slope.fill(0);
			const loss = await differentiate(windows, 0);
			return { loss, table: tableSlope.slice(), parameters: slope.slice(0, layout.size) };
		},
		async encode(from, windows, control) {
			const { batch } = layOut(from, windows);
			await runKernel('encodeGroups', encodeContext(batch), batch.rows.length - 1, { chunk: 1, control });
			const out = new Float32Array(windows.length * width);
			for (let n = 0; n < windows.length; n++) {
				const row = batch.ends[n]! - 1;
				out.set(vectors.subarray(row * width, row * width + width), n * width);
			}
			throwIfCancelled(control);
			return out;
		},
	};
}
