import type { Control } from '../control.ts';
import { type Csr, mapValues, rowSums, transpose } from '../data/csr.ts';
import { defineModel, inRange } from '../model.ts';
import { nothing, type SparseWeights, strongest } from './sparse-weights.ts';

export interface LinearFilterOptions {
	/** Powers of the degrees of the user between, the item of the history and the item scored. */
	user: number;
	source: number;
	target: number;
	/** How many entries of each row are kept. */
	neighbours: number;
	decay: number;
}

/**
 * W[i][j] = d_i^-source d_j^-target sum over users u of w_ui w_uj d_u^-user. With 1, 1, 0 it is the symmetrically
 * normalised filter D_i^-1/2 (R_nᵀ R_n) D_i^1/2 with R_n = D_u^-1/2 R D_i^-1/2: the linear part of GF-CF (Shen et al.
 * 2021), and a walk of three random steps. No training but one sparse product.
 */
export const linearFilter = defineModel<LinearFilterOptions, SparseWeights>({
	kind: 'linear-filter',
	version: 1,
	defaults: { user: 1, source: 1, target: 0, neighbours: 1e9, decay: 1 },
	check: (options) =>
		inRange(options, { user: [0, 4], source: [0, 4], target: [-4, 4], neighbours: [1, 1e9], decay: [0, 1] }),
	fit: async ({ matrix }, options, control) => ({ weights: await walk(matrix, options, control) }),
	rows: ({ weights }, { decay }) => ({ weights, decay, weighted: true, prior: nothing }),
});

/** The strongest entries of W as above. */
export function walk(
	matrix: Csr,
	{ user, source, target, neighbours }: Omit<LinearFilterOptions, 'decay'>,
	control?: Control,
): Promise<Csr> {
	const items = transpose(matrix);
	const userDegrees = rowSums(matrix);
	const itemDegrees = rowSums(items);
	const powers = (exponent: number) => itemDegrees.map((degree) => (degree > 0 ? degree ** exponent : 1));
	return strongest(
		{
			left: mapValues(items, (value, _, u) => value * userDegrees[u]! ** -user),
			right: matrix,
			rowScale: powers(source),
			columnScale: powers(target),
			shrink: 0,
			union: false,
			self: false,
			keep: neighbours,
		},
		control,
	);
}
