import { dropout } from '../neural/dropout.ts';
import type { Shape } from '../neural/layout.ts';
import { candidateGradients, packTile, type SoftmaxPlaces, softmaxRows } from '../neural/softmax.ts';
import { type SequenceRows, transformer, workspaceSize } from '../neural/transformer.ts';
import { neuralKernels, tileColumns } from '../wasm/neural.ts';

/** Sequences in groups of rows; a group is the piece of work whose outcome does not depend on threads. */
export interface SequenceBatch {
	/** By row: the item (-1 padding), its age, the column of its target. */
	items: Int32Array;
	ages: Int32Array;
	targets: Int32Array;
	/** By sequence: first row, and one past the last. */
	starts: Int32Array;
	ends: Int32Array;
	/** By group: first sequence and first row; one more at the end. */
	sequences: Int32Array;
	rows: Int32Array;
}

/** Places in numbers. */
export interface EncodeContext {
	memory: WebAssembly.Memory;
	shape: Shape;
	batch: SequenceBatch;
	parameters: number;
	transposed: number;
	table: number;
	/** Workspaces, one for each run of the kernel. */
	slots: number;
	nextSlot: Int32Array;
	maxRows: number;
	/** The vectors of all rows. */
	vectors: number;
}

export interface SequenceContext extends EncodeContext {
	softmax: SoftmaxPlaces;
	dropout: number;
	seed: number;
	weight: number;
	/** Gradients of the parameters, of each group. */
	groupGradients: number;
	parameterCount: number;
	/** The loss of each group. */
	losses: Float64Array;
}

function networkOf(context: EncodeContext) {
	const { memory, shape, parameters, transposed, slots, nextSlot, maxRows } = context;
	const workspace = slots + Atomics.add(nextSlot, 0, 1) * workspaceSize(shape, maxRows);
	return transformer(memory, shape, { parameters, transposed, workspace, maxRows });
}

function groupOf({ items, ages, starts, ends, sequences, rows }: SequenceBatch, group: number): SequenceRows {
	const first = rows[group]!;
	const from = sequences[group]!;
	const to = sequences[group + 1]!;
	return {
		rows: rows[group + 1]! - first,
		items: items.subarray(first, rows[group + 1]!),
		ages: ages.subarray(first, rows[group + 1]!),
		starts: starts.subarray(from, to).map((row) => row - first),
		ends: ends.subarray(from, to).map((row) => row - first),
	};
}

/** Vectors of the rows of groups. */
export function encodeGroups(context: EncodeContext): (from: number, to: number) => void {
	const network = networkOf(context);
	const all = new Float32Array(context.memory.buffer);
	return (from, to) => {
		for (let group = from; group < to; group++) {
			const sequences = groupOf(context.batch, group);
			const out = context.vectors + context.batch.rows[group]! * context.shape.width;
			network.forward(sequences, all, context.table, out);
		}
	};
}

/** Vectors, loss and gradients of groups; the gradients of the input rows take the place of those of the vectors. */
export function sequenceGroups(context: SequenceContext): (from: number, to: number) => void {
	const { batch, shape, softmax, groupGradients, parameterCount } = context;
	const network = networkOf(context);
	const all = new Float32Array(context.memory.buffer);
	const lossOf = softmaxRows(softmax, batch.targets, context.weight);
	return (from, to) => {
		for (let group = from; group < to; group++) {
			const sequences = groupOf(batch, group);
			const first = batch.rows[group]!;
			const drop = context.dropout > 0 ? dropout(context.dropout, context.seed + group * 7919) : undefined;
			network.forward(sequences, all, context.table, context.vectors + first * shape.width, drop);
			context.losses[group] = lossOf(first, sequences.rows);
			const into = groupGradients + group * parameterCount;
			all.fill(0, into, into + parameterCount);
			network.backward(sequences, softmax.gradients / 4 + first * shape.width, into, drop);
		}
	};
}

export interface CandidateContext {
	softmax: SoftmaxPlaces;
	/** The item of each candidate, and its bias. */
	ids: Int32Array;
	biases: Float32Array;
	/** Places in numbers: vectors of all items, their gradients, and room for a tile of gradients for each run. */
	table: number;
	tableGradients: number;
	slots: number;
	nextSlot: Int32Array;
	/** Rows of the batch. */
	rows: number;
}

/** Packs tiles of candidates. */
export function packCandidates({
	softmax,
	ids,
	biases,
	table,
}: CandidateContext): (from: number, to: number) => void {
	return (from, to) => {
		for (let tile = from; tile < to; tile++) packTile(softmax, tile, table, ids, biases);
	};
}

/** Adds the gradients of tiles of candidates to those of their items. */
export function candidateTiles(context: CandidateContext): (from: number, to: number) => void {
	const { softmax, ids, tableGradients, rows } = context;
	const { width, candidates } = softmax;
	const out = context.slots + Atomics.add(context.nextSlot, 0, 1) * tileColumns * width;
	const all = new Float32Array(softmax.memory.buffer);
	return (from, to) => {
		for (let tile = from; tile < to; tile++) {
			candidateGradients(softmax, tile, rows, out * 4);
			const first = tile * tileColumns;
			const size = Math.min(tileColumns, candidates - first);
			for (let n = 0; n < size; n++) {
				const target = tableGradients + ids[first + n]! * width;
				for (let d = 0; d < width; d++) all[target + d]! += all[out + n * width + d]!;
			}
		}
	};
}

export interface AdamContext {
	memory: WebAssembly.Memory;
	/** Byte addresses. */
	values: number;
	gradient: number;
	first: number;
	second: number;
	count: number;
	rate: number;
	epsilon: number;
	decay: number;
}

export const adamBlock = 32_768;

/** Adam over blocks of numbers. */
export function adamBlocks(context: AdamContext): (from: number, to: number) => void {
	const { memory, values, gradient, first, second, count, rate, epsilon, decay } = context;
	const kernels = neuralKernels(memory);
	return (from, to) => {
		for (let block = from; block < to; block++) {
			const skip = block * adamBlock * 4;
			const size = Math.min(adamBlock, count - block * adamBlock);
			kernels.adam(values + skip, gradient + skip, first + skip, second + skip, size, rate, epsilon, decay);
		}
	};
}
