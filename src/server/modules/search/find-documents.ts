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
import { lastTier, tierFor, tierWithin } from './tiers.ts';

/** Newest first is read off the index of time when at least so many hits are expected. */
const manyHits = 12_000;

/** All that a statement for documents asks, but where to look for what. */
export type Question = Omit<DocumentsParameters, 'query' | 'tier' | 'titledQuery' | 'titledTier' | 'ranked'>;

/** Documents that are opened, one by one, to see whether a phrase of very common words is in them. */
const maxOpened = 20_000;

/**
 * Reads as many tiers as are expected to hold what is to be ranked and shown, and more while they do not. The number of
 * hits beyond the tiers read is told from what was found in them.
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
	const counts = stats.tiers;
	const all = counts.reduce((sum, n) => sum + n, 0);
	const expected = condition.share * all;
	// Documents of the upper tiers come first in every order by quality, so pages fit together however many tiers
	// each of them read.
	const wanted = Math.min(countedHits, Math.max(ranked, question.offset + question.limit)) * 1.3;
	const deepest = tierWithin(condition.opened, counts, maxOpened);
	const parameters: DocumentsParameters = {
		...question,
		query: condition.query,
		tier: Math.min(deepest, sort === 'new' ? lastTier : tierFor(condition.share, counts, wanted)),
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
		parameters.titledTier = tierFor(titled.share, counts, 250);
	}
	for (;;) {
		const rows = await documents(shape)(db, parameters);
		const total = rows[0]?.found ?? (question.offset > 0 ? await countOnly(db, parameters, shape) : 0);
		if (parameters.tier >= deepest || total > countedHits) return { rows, total };
		const read = counts.slice(0, parameters.tier + 1).reduce((sum, n) => sum + n, 0);
		const likely = (total / Math.max(read, 1)) * all;
		if (total >= wanted / 1.3 && likely > countedHits) return { rows, total: Math.ceil(likely) };
		const next = tierFor(
			Math.max(total, 1) / Math.max(read, 1),
			counts,
			likely > countedHits ? wanted : Infinity,
			parameters.tier + 1,
		);
		parameters.tier = Math.min(deepest, next);
	}
}

/** A page after the last has no row that would tell how many there are. */
async function countOnly(db: Db, parameters: DocumentsParameters, shape: DocumentsShape): Promise<number> {
	const [first] = await documents(shape)(db, { ...parameters, limit: 1, offset: 0 });
	return first?.found ?? 0;
}
