import { float32 } from '../data/arrays.ts';
import { columnCounts } from '../data/csr.ts';
import { refuse } from '../errors.ts';
import type { Factors } from '../factors.ts';
import { defineModel, inRange, type Profile } from '../model.ts';
import { checkWidths, type Shape } from '../neural/layout.ts';
import { type SequenceReader, sequenceReader } from '../neural/sequence-reader.ts';
import { trainSequences } from '../neural/train-sequences.ts';

export interface SasrecOptions {
	/** Numbers a vector: a multiple of 8 and of `heads`. */
	width: number;
	heads: number;
	layers: number;
	/** The inner width of the feed-forward part, a multiple of 8; 0 is `width`. */
	hidden: number;
	/** How many of the last items count. */
	length: number;
	dropout: number;
	rate: number;
	weightDecay: number;
	/** Sequences a step. */
	batch: number;
	/** Items drawn for each step beside its targets; 0 scores the whole catalogue. */
	candidates: number;
	/** At most this many passes over the data. */
	epochs: number;
	/**
	 * Ends when NDCG@10 on the users' last items, which are held back from training, has not risen for so many passes,
	 * and keeps the best; 0 holds nothing back and makes all passes.
	 */
	patience: number;
	/** Times ln(1 + popularity), taken off every score: 0 asks what comes next, more what comes next unusually often. */
	discount: number;
	seed: number;
}

export interface SasrecState {
	shape: Shape;
	/** Items by width. */
	table: Float32Array;
	parameters: Float32Array;
	/** What the discount takes off each item. */
	discounts: Float32Array;
	/** The passes made until the weights that were kept, and NDCG@10 then (0 with no patience). */
	epochs: number;
	validation: number;
}

/**
 * Self-attention over a user's history predicts the next item (SASRec, Kang and McAuley 2018), trained with full
 * cross-entropy at every place of the sequence; score = vector after the last item · vector of the item.
 */
export const sasrec = defineModel<SasrecOptions, SasrecState>({
	kind: 'sasrec',
	version: 1,
	defaults: {
		width: 64,
		heads: 2,
		layers: 2,
		hidden: 0,
		length: 50,
		dropout: 0.4,
		rate: 0.003,
		weightDecay: 0,
		batch: 128,
		candidates: 0,
		epochs: 100,
		patience: 5,
		discount: 0,
		seed: 1,
	},
	check: (options) => {
		inRange(options, {
			width: [8, 1024],
			heads: [1, 64],
			layers: [1, 16],
			hidden: [0, 4096],
			length: [1, 2048],
			dropout: [0, 0.95],
			rate: [1e-7, 1],
			weightDecay: [0, 10],
			batch: [1, 65_536],
			candidates: [0, 1e9],
			epochs: [1, 100_000],
			patience: [0, 100_000],
			discount: [0, 10],
			seed: [0, 2 ** 53],
		});
		checkWidths(options);
		if (options.width % options.heads !== 0)
			refuse('invalid_option', `${options.heads} heads do not divide a width of ${options.width}.`);
	},
	async fit(data, options, control) {
		const { width, heads, layers, length } = options;
		const shape = { width, heads, layers, hidden: options.hidden || width, length };
		const trained = await trainSequences(data, shape, options, control);
		const counts = columnCounts(data.matrix);
		const discounts = float32(counts.length);
		for (let item = 0; item < counts.length; item++)
			discounts[item] = options.discount * Math.log(1 + counts[item]!);
		return { shape, ...trained, discounts };
	},
	factors: scoringOf,
	vector(state, profile) {
		const { reader, isDiscounted } = servedBy(state);
		const read = reader.vector(state.table, profile.items);
		if (!isDiscounted) return read;
		const vector = new Float32Array(state.shape.width + 1).fill(1);
		vector.set(read);
		return vector;
	},
	similar({ shape: { width }, table }, item, out) {
		for (let other = 0; other < out.length; other++) out[other] = cosine(table, width, item, other);
	},
	contributions: (state, profile, item) => attentionShares(state, profile, item),
});

/** What answering needs beside the weights. */
interface Served {
	reader: SequenceReader;
	isDiscounted: boolean;
	/** The mean of the items' vectors and, last, of their discounts. */
	mean: Float64Array;
}

const served = new WeakMap<SasrecState, Served>();

function servedBy(state: SasrecState): Served {
	let known = served.get(state);
	if (!known) {
		const { table, discounts, shape } = state;
		const { width } = shape;
		const mean = new Float64Array(width + 1);
		for (let item = 0, at = 0; item < discounts.length; item++) {
			for (let d = 0; d < width; d++, at++) mean[d]! += table[at]! / discounts.length;
			mean[width]! += discounts[item]! / discounts.length;
		}
		const isDiscounted = discounts.some((discount) => discount > 0);
		known = { reader: sequenceReader(shape, state.parameters), isDiscounted, mean };
		served.set(state, known);
	}
	return known;
}

/** The items as they are ranked: the table, and what the discount takes off as a last number where there is one. */
function scoringOf(state: SasrecState): Factors {
	const { table, discounts, shape } = state;
	const { width } = shape;
	if (!servedBy(state).isDiscounted) return { width, items: table };
	const items = new Float32Array(discounts.length * (width + 1));
	for (let item = 0; item < discounts.length; item++) {
		items.set(table.subarray(item * width, (item + 1) * width), item * (width + 1));
		items[item * (width + 1) + width] = -discounts[item]!;
	}
	return { width: width + 1, items };
}

/** How far the item stands above the mean of all, handed to the history by attention rollout. */
function attentionShares(state: SasrecState, { items: history }: Profile, item: number): Float64Array {
	const { reader, mean } = servedBy(state);
	const { width } = state.shape;
	const vector = reader.vector(state.table, history);
	let above = mean[width]! - state.discounts[item]!;
	for (let d = 0; d < width; d++) above += vector[d]! * (state.table[item * width + d]! - mean[d]!);
	return reader.rollout().map((share) => share * above);
}

function cosine(table: Float32Array, width: number, a: number, b: number): number {
	let dot = 0;
	let first = 0;
	let second = 0;
	for (let d = 0; d < width; d++) {
		const x = table[a * width + d]!;
		const y = table[b * width + d]!;
		dot += x * y;
		first += x * x;
		second += y * y;
	}
	return first * second > 0 ? dot / Math.sqrt(first * second) : 0;
}
