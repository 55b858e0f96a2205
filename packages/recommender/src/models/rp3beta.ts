import { mapValues } from '../data/csr.ts';
import { defineModel, inRange } from '../model.ts';
import { walk } from './linear-filter.ts';
import { nothing, type SparseWeights } from './sparse-weights.ts';

export interface Rp3BetaOptions {
	/** Transition probabilities are raised to this. */
	alpha: number;
	/** Popular items lose by their degree to this power. */
	beta: number;
	neighbours: number;
	decay: number;
}

/**
 * A walk user, item, user, item with probabilities to the power alpha, the end divided by its popularity to the power
 * beta (Paudel, Christoffel, Newell and Bernstein 2017; beta = 0 is P3alpha of Cooper et al. 2014).
 */
export const rp3beta = defineModel<Rp3BetaOptions, SparseWeights>({
	kind: 'rp3beta',
	version: 1,
	defaults: { alpha: 1, beta: 0.6, neighbours: 200, decay: 1 },
	check: (options) => inRange(options, { alpha: [0, 4], beta: [0, 4], neighbours: [1, 1e9], decay: [0, 1] }),
	async fit({ matrix }, { alpha, beta, neighbours }, control) {
		const raised = alpha === 1 ? matrix : mapValues(matrix, (value) => value ** alpha);
		return { weights: await walk(raised, { user: alpha, source: alpha, target: beta, neighbours }, control) };
	},
	rows: ({ weights }, { decay }) => ({ weights, decay, weighted: true, prior: nothing }),
});
