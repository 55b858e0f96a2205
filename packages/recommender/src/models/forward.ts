import { float32, int32, startsOf } from '../data/arrays.ts';
import type { Csr } from '../data/csr.ts';
import { refuse } from '../errors.ts';
import { defineModel, inRange } from '../model.ts';
import type { SparseWeights } from './sparse-weights.ts';

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
	/** Smoothing: added to each row's total (sum), or how many pairs the background counts for (product). */
	shrink: number;
	/** Whether what the items of a history say is added, or multiplied as independent evidence (added as logarithms). */
	combine: 'sum' | 'product';
}

interface ForwardState extends SparseWeights {
	/** Product only: what every item of a history adds to each item, whatever it is. */
	prior: Float32Array;
}

/**
 * What people took after what. C[a][b] = weight of "b somewhere after a"; with p(b) the share of b in all,
 * sum: score(b) = sum over the history of decay^age * C[a][b] / (total of a + shrink) / count(b)^discount;
 * product: score(b) = sum of decay^age * ln((C[a][b] + shrink p(b)) / p(b)^discount), up to what is the same for all b.
 * A Markov chain with memory.
 */
export const forward = defineModel<ForwardOptions, ForwardState>({
	kind: 'forward',
	version: 1,
	defaults: { decay: 0.7, gap: 1, window: 1e9, backward: 0, discount: 0, shrink: 0, combine: 'sum' },
	check(options) {
		inRange(options, {
			decay: [0, 1],
			gap: [0, 1],
			window: [1, 1e9],
			backward: [0, 1],
			discount: [0, 2],
			shrink: [0, 1e12],
		});
		if (
			!['sum', 'product'].includes(options.combine) ||
			(options.combine === 'product' && options.shrink === 0)
		)
			refuse('invalid_option', `combine is ${options.combine}; a product needs a shrink above 0.`);
	},
	fit({ matrix }, options) {
		const weights = pairs(matrix, options);
		const popular = new Float64Array(matrix.width);
		for (const item of matrix.columns) popular[item]!++;
		if (options.combine === 'product') return evidence(weights, popular, options);
		const { starts, columns, values } = weights;
		for (let a = 0; a < matrix.width; a++) {
			let total = options.shrink;
			for (let at = starts[a]!; at < starts[a + 1]!; at++) total += values[at]!;
			for (let at = starts[a]!; at < starts[a + 1]!; at++)
				values[at] = values[at]! / total / popular[columns[at]!]! ** options.discount;
		}
		return { weights, prior: new Float32Array(0) };
	},
	rows: ({ weights, prior }, { decay }) => ({ weights, decay, weighted: false, prior }),
});

/** ln((C + s p) / p^discount) = ln((C + s p) / (s p)) + (1 - discount) ln p + ln s: sparse, plus what all rows share. */
function evidence(weights: Csr, popular: Float64Array, { shrink, discount }: ForwardOptions): ForwardState {
	const total = popular.reduce((a, b) => a + b, 0);
	const share = (item: number) => Math.max(0.5, popular[item]!) / total;
	for (let at = 0; at < weights.columns.length; at++)
		weights.values[at] = Math.log1p(weights.values[at]! / (shrink * share(weights.columns[at]!)));
	return { weights, prior: float32(popular.length).map((_, item) => (1 - discount) * Math.log(share(item))) };
}

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
