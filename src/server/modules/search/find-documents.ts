import type { Db } from '../../platform/db/index.ts';
import type { Condition } from './plan.ts';
import {
	countedHits,
	type DocumentRow,
	type DocumentsParameters,
	type DocumentsShape,
	documents,
	type SortOrder,
	type StatisticsRow,
} from './queries.ts';
import { lastTier, tierFor } from './tiers.ts';

/** Newest first is read off the index of time when at least so many hits are expected. */
const manyHits = 12_000;

/** All that a statement for documents asks, but where to look for what. */
export type Question = Omit<DocumentsParameters, 'query' | 'tier' | 'titledQuery' | 'titledTier' | 'ranked'>;

/**
 * Reads as many tiers as are expected to hold a thousand hits, and more of them while they do not.
 *
 * @param ranked how many documents are ranked by their text
 */
export async function findDocuments(
	db: Db,
	question: Question,
	condition: Condition,
	titled: Condition | null,
	{ sort, dated }: { sort: SortOrder; dated: boolean },
	stats: StatisticsRow,
	ranked: number,
): Promise<{ rows: DocumentRow[]; total: number }> {
	const wanted = countedHits * 1.3;
	const expected = condition.share * stats.tiers.reduce((sum, n) => sum + n, 0);
	const parameters: DocumentsParameters = {
		...question,
		query: condition.query,
		tier: sort === 'new' ? lastTier : tierFor(condition.share, stats.tiers, wanted),
		titledQuery: null,
		titledTier: 0,
		ranked,
	};
	const toRead = (question.offset + question.limit) / condition.share;
	if (sort === 'new' && expected > manyHits && toRead < expected / 4) {
		const rows = await documents({ sort, titled: false, dated, walk: true })(db, parameters);
		return { rows, total: countedHits + 1 };
	}
	const shape = { sort, titled: false, dated, walk: false };
	if (titled !== null && sort === 'relevance' && expected > ranked) {
		shape.titled = true;
		parameters.titledQuery = titled.query;
		parameters.titledTier = tierFor(titled.share, stats.tiers, 250, parameters.tier);
	}
	for (;;) {
		const rows = await documents(shape)(db, parameters);
		const total = rows[0]?.found ?? (question.offset > 0 ? await countOnly(db, parameters, shape) : 0);
		if (parameters.tier === lastTier || total > countedHits) return { rows, total };
		const read = stats.tiers.slice(0, parameters.tier + 1).reduce((sum, n) => sum + n, 0);
		parameters.tier = tierFor(
			Math.max(total, 1) / Math.max(read, 1),
			stats.tiers,
			wanted,
			parameters.tier + 1,
		);
		parameters.titledTier = Math.max(parameters.titledTier, parameters.tier);
	}
}

/** A page after the last has no row that would tell how many there are. */
async function countOnly(db: Db, parameters: DocumentsParameters, shape: DocumentsShape): Promise<number> {
	const [first] = await documents(shape)(db, { ...parameters, limit: 1, offset: 0 });
	return first?.found ?? 0;
}
