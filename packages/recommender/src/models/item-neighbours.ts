import { type Csr, columnSums, mapValues, rowSums, transpose } from '../data/csr.ts';
import { refuse } from '../errors.ts';
import { defineModel, inRange } from '../model.ts';
import { startThreads } from '../parallel/run.ts';
import { nothing, type SparseWeights, strongest } from './sparse-weights.ts';
import { type Weighting, weighted } from './weighting.ts';

export interface ItemNeighboursOptions {
	/** How many neighbours each item keeps. */
	neighbours: number;
	/** `adjusted`: each user's mean weight is taken off first (Sarwar et al. 2001). */
	similarity: 'cosine' | 'adjusted' | 'jaccard';
	/** Added to the denominator: distrusts likeness that rests on few users. */
	shrink: number;
	/** Asymmetric cosine: the norms count ^(2 alpha) and ^(2 - 2 alpha); 0.5 is the plain cosine. */
	alpha: number;
	weighting: Weighting;
	/** How fast older items of the history lose weight: 1 not at all. */
	decay: number;
	/** Whose best neighbours are kept: of the item in the history, or of the item that is scored. */
	keepFor: 'history' | 'candidate';
}

/**
 * Items used by the same people are alike. score(j) = sum over the history of decay^age * w_i * sim(i, j),
 * sim(i, j) = r_i r_j / (|r_i|^(2 alpha) |r_j|^(2 - 2 alpha) + shrink).
 */
export const itemNeighbours = defineModel<ItemNeighboursOptions, SparseWeights>({
	kind: 'item-neighbours',
	version: 1,
	defaults: {
		neighbours: 100,
		similarity: 'cosine',
		shrink: 0,
		alpha: 0.5,
		weighting: 'none',
		decay: 1,
		keepFor: 'history',
	},
	check: (options) => {
		inRange(options, { neighbours: [1, 1e9], shrink: [0, 1e12], alpha: [0, 1], decay: [0, 1] });
		if (!['cosine', 'adjusted', 'jaccard'].includes(options.similarity))
			refuse('invalid_option', `There is no similarity "${options.similarity}".`);
	},
	async fit({ matrix }, options, control) {
		startThreads('neighbours', control);
		const users = prepared(matrix, options);
		const items = transpose(users);
		const squares = columnSums(users, 2);
		const jaccard = options.similarity === 'jaccard';
		const power = (exponent: number) =>
			Float64Array.from(squares, (sum) => (jaccard ? sum : sum ** exponent));
		const best = await strongest(
			{
				left: items,
				right: users,
				rowScale: power(options.keepFor === 'history' ? options.alpha : 1 - options.alpha),
				columnScale: power(options.keepFor === 'history' ? 1 - options.alpha : options.alpha),
				shrink: options.shrink,
				union: jaccard,
				self: false,
				keep: options.neighbours,
			},
			control,
		);
		return { weights: options.keepFor === 'history' ? best : transpose(best) };
	},
	rows: ({ weights }, { decay }) => ({ weights, decay, weighted: true, prior: nothing }),
});

function prepared(matrix: Csr, { similarity, weighting }: ItemNeighboursOptions): Csr {
	if (similarity === 'jaccard') return mapValues(matrix, () => 1);
	const base = weighted(matrix, weighting);
	if (similarity === 'cosine') return base;
	const sums = rowSums(base);
	return mapValues(
		base,
		(value, user) => value - sums[user]! / (base.starts[user + 1]! - base.starts[user]!),
	);
}
