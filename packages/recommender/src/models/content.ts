import { type Csr, csrFromRows, transpose } from '../data/csr.ts';
import type { Content } from '../data/interactions.ts';
import { refuse } from '../errors.ts';
import { defineModel, inRange } from '../model.ts';
import { nothing, type SparseWeights, strongest } from './sparse-weights.ts';
import { termsOf } from './terms.ts';

export interface ContentOptions {
	neighbours: number;
	/** How much tags count against texts, 0 to 1. */
	tags: number;
	decay: number;
}

/**
 * Items whose texts and tags are alike, whether or not anybody has used them: cosine of (1 + ln tf) ln(N / df)
 * vectors. The model for new items; `data.content` must be given.
 */
export const content = defineModel<ContentOptions, SparseWeights>({
	kind: 'content',
	version: 1,
	defaults: { neighbours: 100, tags: 0.5, decay: 0.9 },
	check: (options) => inRange(options, { neighbours: [1, 1e9], tags: [0, 1], decay: [0, 1] }),
	async fit({ content: given, matrix }, { neighbours, tags }, control) {
		const features = contentFeatures(given, matrix.width, tags);
		const weights = await strongest(
			{
				left: features,
				right: transpose(features),
				rowScale: null,
				columnScale: null,
				shrink: 0,
				union: false,
				self: false,
				keep: neighbours,
			},
			control,
		);
		return { weights };
	},
	rows: ({ weights }, { decay }) => ({ weights, decay, weighted: true, prior: nothing }),
});

/** Items by features, rows of length 1: terms and tags, weighed against each other. */
export function contentFeatures(given: Content | undefined, items: number, tagShare = 0.5): Csr {
	const { texts, tags } = given ?? {};
	if (!texts && !tags)
		return refuse('missing_content', 'The data have no content: texts or tags are needed.');
	if (texts && texts.length !== items) refuse('length_mismatch', `${items} items but ${texts.length} texts.`);
	if (tags && tags.rows !== items) refuse('length_mismatch', `${items} items but tags of ${tags.rows}.`);
	const parts: { matrix: Csr; share: number }[] = [];
	if (texts) parts.push({ matrix: termFrequencies(texts), share: tags ? 1 - tagShare : 1 });
	if (tags) parts.push({ matrix: tags, share: texts ? tagShare : 1 });
	const width = parts.reduce((sum, { matrix }) => sum + matrix.width, 0);
	const rows = Array.from({ length: items }, () => ({ columns: [] as number[], values: [] as number[] }));
	let offset = 0;
	for (const { matrix, share } of parts) {
		addPart(rows, matrix, Math.sqrt(share), offset);
		offset += matrix.width;
	}
	return csrFromRows(rows, width);
}

function addPart(
	rows: readonly { columns: number[]; values: number[] }[],
	{ starts, columns, values, width }: Csr,
	share: number,
	offset: number,
): void {
	const frequency = new Int32Array(width);
	for (const column of columns) frequency[column]!++;
	for (const [item, row] of rows.entries()) {
		const weights: number[] = [];
		const kept: number[] = [];
		for (let at = starts[item]!; at < starts[item + 1]!; at++) {
			const column = columns[at]!;
			// What one item alone has, or nearly all have, says nothing about likeness.
			if (frequency[column]! < 2 || frequency[column]! > rows.length / 2) continue;
			kept.push(column);
			weights.push((1 + Math.log(values[at]!)) * Math.log(rows.length / frequency[column]!));
		}
		const norm = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));
		for (const [i, column] of kept.entries()) {
			row.columns.push(offset + column);
			row.values.push((share * weights[i]!) / norm);
		}
	}
}

function termFrequencies(texts: readonly string[]): Csr {
	const terms = new Map<string, number>();
	const rows = texts.map((text) => {
		const counts = new Map<number, number>();
		for (const term of termsOf(text)) {
			let index = terms.get(term);
			if (index === undefined) {
				index = terms.size;
				terms.set(term, index);
			}
			counts.set(index, (counts.get(index) ?? 0) + 1);
		}
		return { columns: [...counts.keys()], values: [...counts.values()] };
	});
	return csrFromRows(rows, terms.size);
}
