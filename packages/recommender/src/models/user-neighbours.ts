import { float64 } from '../data/arrays.ts';
import { type Csr, rowSums, transpose } from '../data/csr.ts';
import { refuse } from '../errors.ts';
import { defineModel, inRange, type Profile } from '../model.ts';
import { topK } from '../top-k.ts';

export interface UserNeighboursOptions {
	neighbours: number;
	/** `centred`: each user's mean weight is taken off (Pearson over what both used; Herlocker et al. 1999). */
	similarity: 'cosine' | 'centred';
	shrink: number;
}

interface UserNeighboursState {
	users: Csr;
	items: Csr;
	norms: Float64Array;
	means: Float64Array;
}

/**
 * People with the same taste like the same things. score(j) = sum over the nearest users v of sim(u, v) * w_vj,
 * sim = r_u r_v / (|r_u| |r_v| + shrink). Neighbours are found when asked: a new user needs no training.
 */
export const userNeighbours = defineModel<UserNeighboursOptions, UserNeighboursState>({
	kind: 'user-neighbours',
	version: 1,
	defaults: { neighbours: 100, similarity: 'cosine', shrink: 0 },
	check: (options) => {
		inRange(options, { neighbours: [1, 1e9], shrink: [0, 1e12] });
		if (!['cosine', 'centred'].includes(options.similarity))
			refuse('invalid_option', `There is no similarity "${options.similarity}".`);
	},
	fit({ matrix }, { similarity }) {
		const sums = rowSums(matrix);
		const means = float64(matrix.rows);
		const norms = float64(matrix.rows);
		for (let user = 0; user < matrix.rows; user++) {
			const size = matrix.starts[user + 1]! - matrix.starts[user]!;
			means[user] = similarity === 'centred' && size > 0 ? sums[user]! / size : 0;
			let squares = 0;
			for (let at = matrix.starts[user]!; at < matrix.starts[user + 1]!; at++)
				squares += (matrix.values[at]! - means[user]!) ** 2;
			norms[user] = Math.sqrt(squares);
		}
		return { users: matrix, items: transpose(matrix), norms, means };
	},
	scores(state, profile, out, options) {
		const { ids, likeness } = nearest(state, profile, options);
		for (let n = 0; n < ids.length; n++) {
			const user = ids[n]!;
			const { starts, columns, values } = state.users;
			for (let at = starts[user]!; at < starts[user + 1]!; at++)
				out[columns[at]!]! += likeness[n]! * (values[at]! - state.means[user]!);
		}
	},
	// Items are alike when the same people use them: the cosine of their columns.
	similar({ users, items }, item, out) {
		const squares = (column: number) => {
			let sum = 0;
			for (let at = items.starts[column]!; at < items.starts[column + 1]!; at++)
				sum += items.values[at]! ** 2;
			return sum;
		};
		for (let at = items.starts[item]!; at < items.starts[item + 1]!; at++) {
			const user = items.columns[at]!;
			for (let i = users.starts[user]!; i < users.starts[user + 1]!; i++)
				out[users.columns[i]!]! += items.values[at]! * users.values[i]!;
		}
		const own = squares(item);
		for (let j = 0; j < out.length; j++) if (out[j]! > 0) out[j]! /= Math.sqrt(own * squares(j));
	},
});

function nearest(
	{ items, norms, means }: UserNeighboursState,
	profile: Profile,
	{ neighbours, similarity, shrink }: UserNeighboursOptions,
): { ids: Int32Array; likeness: Float32Array } {
	const sums = new Float32Array(norms.length);
	const mean =
		similarity === 'centred'
			? profile.weights.reduce((a, b) => a + b, 0) / Math.max(1, profile.weights.length)
			: 0;
	let squares = 0;
	for (let i = 0; i < profile.items.length; i++) {
		const item = profile.items[i]!;
		const weight = profile.weights[i]! - mean;
		squares += weight * weight;
		for (let at = items.starts[item]!; at < items.starts[item + 1]!; at++)
			sums[items.columns[at]!]! += weight * (items.values[at]! - means[items.columns[at]!]!);
	}
	const norm = Math.sqrt(squares);
	for (let user = 0; user < sums.length; user++) {
		const sum = sums[user]!;
		sums[user] =
			sum > 0 && user !== profile.user ? sum / (norm * norms[user]! + shrink) : Number.NEGATIVE_INFINITY;
	}
	const top = topK(sums, neighbours);
	return { ids: top.items.subarray(0, top.count), likeness: top.scores.subarray(0, top.count) };
}
