import { float32, int32, startsOf } from '../data/arrays.ts';
import type { Csr } from '../data/csr.ts';
import { defineModel, inRange } from '../model.ts';
import { addRows, rowContributions, type SparseWeights } from './sparse-weights.ts';

export interface ForwardOptions {
	/** How fast older items of the history lose weight when asked. */
	decay: number;
	/** How fast pairs lose weight with the number of steps between them when counted; 1: anywhere after. */
	gap: number;
	/** Counts pairs at most this many steps apart. */
	window: number;
	/** Pairs seen the other way round count this much: 0 only forward, 1 order does not matter. */
	backward: number;
	/** The power of the item's own popularity that its score is divided by: 0 none. */
	discount: number;
	/** Added to each row's total: rows seen seldom say less. */
	shrink: number;
}

/**
 * What people took after what. W[a][b] = weight of "b somewhere after a", each row divided by its total;
 * score(b) = sum over the history of decay^age * W[a][b] / popularity(b)^discount. A Markov chain with memory.
 */
export const forward = defineModel<ForwardOptions, SparseWeights>({
	kind: 'forward',
	version: 1,
	defaults: { decay: 0.7, gap: 1, window: 1e9, backward: 0, discount: 0, shrink: 0 },
	check: (options) =>
		inRange(options, {
			decay: [0, 1],
			gap: [0, 1],
			window: [1, 1e9],
			backward: [0, 1],
			discount: [0, 2],
			shrink: [0, 1e12],
		}),
	fit({ matrix }, options) {
		const counts = pairs(matrix, options);
		const popular = new Float64Array(matrix.width);
		for (const item of matrix.columns) popular[item]!++;
		const { starts, columns, values } = counts;
		for (let a = 0; a < matrix.width; a++) {
			let total = options.shrink;
			for (let at = starts[a]!; at < starts[a + 1]!; at++) total += values[at]!;
			for (let at = starts[a]!; at < starts[a + 1]!; at++)
				values[at] = values[at]! / total / popular[columns[at]!]! ** options.discount;
		}
		return { weights: counts };
	},
	scores: ({ weights }, profile, out, { decay }) => addRows(weights, profile, out, decay, false),
	contributions: ({ weights }, profile, item, { decay }) =>
		rowContributions(weights, profile, item, decay, false),
});

/** Ordered pairs counted, by first item: pairs are listed by first item, then each list is summed by second item. */
function pairs(matrix: Csr, { gap, window, backward }: ForwardOptions): Csr {
	const items = matrix.width;
	const counts = new Int32Array(items);
	const each = (visit: (a: number, b: number, weight: number) => void) => {
		for (let user = 0; user < matrix.rows; user++)
			for (let i = matrix.starts[user]!; i < matrix.starts[user + 1]!; i++) {
				let weight = 1;
				const end = Math.min(matrix.starts[user + 1]!, i + 1 + window);
				for (let j = i + 1; j < end && weight > 1e-6; j++) {
					visit(matrix.columns[i]!, matrix.columns[j]!, weight);
					if (backward > 0) visit(matrix.columns[j]!, matrix.columns[i]!, weight * backward);
					weight *= gap;
				}
			}
	};
	each((a) => counts[a]!++);
	const starts = startsOf(counts);
	const next = starts.slice(0, items);
	const seconds = new Int32Array(starts[items]!);
	const weights = new Float32Array(seconds.length);
	each((a, b, weight) => {
		weights[next[a]!] = weight;
		seconds[next[a]!++] = b;
	});
	const sums = new Float64Array(items);
	const distinct = new Int32Array(items);
	let size = 0;
	for (let a = 0; a < items; a++) {
		const from = starts[a]!;
		const row = new Set<number>();
		for (let at = from; at < starts[a + 1]!; at++) {
			sums[seconds[at]!]! += weights[at]!;
			row.add(seconds[at]!);
		}
		const order = Int32Array.from(row).sort();
		for (let i = 0; i < order.length; i++) {
			seconds[size + i] = order[i]!;
			weights[size + i] = sums[order[i]!]!;
			sums[order[i]!] = 0;
		}
		distinct[a] = order.length;
		size += order.length;
	}
	const columns = int32(size);
	columns.set(seconds.subarray(0, size));
	const values = float32(size);
	values.set(weights.subarray(0, size));
	return { rows: items, width: items, starts: startsOf(distinct), columns, values };
}
