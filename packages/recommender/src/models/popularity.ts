import { defineModel, inRange } from '../model.ts';

export interface PopularityOptions {
	/** The time in which an interaction's weight halves; Infinity: all time. In the unit of the data. */
	halfLife: number;
	/** The moment that counts as now; NaN is not allowed, Infinity means the latest time of the data. */
	now: number;
}

interface PopularityState {
	popularity: Float32Array;
}

/** How much each item was used, older use counting less: sum of weight * 2^(-age / halfLife). The floor to beat. */
export const popularity = defineModel<PopularityOptions, PopularityState>({
	kind: 'popularity',
	version: 1,
	defaults: { halfLife: Number.POSITIVE_INFINITY, now: Number.POSITIVE_INFINITY },
	check: (options) =>
		inRange(options, {
			halfLife: [Number.MIN_VALUE, Number.POSITIVE_INFINITY],
			now: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
		}),
	takesEmpty: true,
	fit({ matrix, times }, { halfLife, now }) {
		const sums = new Float64Array(matrix.width);
		const latest = now === Number.POSITIVE_INFINITY ? times.reduce((a, b) => Math.max(a, b), -Infinity) : now;
		for (let at = 0; at < matrix.columns.length; at++) {
			const age = Math.max(0, latest - times[at]!);
			sums[matrix.columns[at]!]! += matrix.values[at]! * (halfLife === Infinity ? 1 : 2 ** (-age / halfLife));
		}
		return { popularity: Float32Array.from(sums) };
	},
	scores: ({ popularity: sums }, _, out) => out.set(sums),
	contributions: () => [],
});
