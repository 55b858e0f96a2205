import { type Csr, columnCounts, mapValues, rowSums } from '../data/csr.ts';

/** How entries of users by items are weighted before items are compared. */
export type Weighting = 'none' | 'tf-idf' | 'bm25';

/**
 * Users are the words and items the documents: people who use everything say little about what they use.
 * tf-idf: sqrt(w) * ln(N / df); BM25 with k1 = 1.2, b = 0.75 (Robertson and Zaragoza 2009).
 */
export function weighted(matrix: Csr, weighting: Weighting): Csr {
	if (weighting === 'none') return matrix;
	const items = matrix.width;
	const idf = (user: number) => Math.log(items / (1 + matrix.starts[user + 1]! - matrix.starts[user]!));
	if (weighting === 'tf-idf')
		return mapValues(matrix, (value, user) => Math.sqrt(value) * Math.max(0.01, idf(user)));
	const lengths = columnCounts(matrix);
	const mean = rowSums(matrix).reduce((a, b) => a + b, 0) / Math.max(1, items);
	return mapValues(matrix, (value, user, item) => {
		const norm = 1.2 * (1 - 0.75 + (0.75 * lengths[item]!) / mean);
		return ((value * 2.2) / (value + norm)) * Math.max(0.01, idf(user));
	});
}
