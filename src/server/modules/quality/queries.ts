import { type Actor, isStaff } from '../../contracts/actor.ts';
import { commonError } from '../../kernel/errors.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { type QualityParts, weights } from './score.ts';

export interface ItemQuality {
	score: number;
	parts: QualityParts;
	computedAt: Date;
}

/**
 * The score of an item and what it is made of: for its author and for staff. One statement.
 *
 * @returns null when it was not scored yet
 * @throws common.not_found for everybody else
 */
export async function readQuality(db: Db, actor: Actor, itemId: ItemId): Promise<ItemQuality | null> {
	const row = await db
		.selectFrom('items as i')
		.leftJoin('item_quality as q', 'q.item_id', 'i.id')
		.select(['i.author_id', 'q.score', 'q.parts', 'q.computed_at'])
		.where('i.id', '=', itemId)
		.executeTakeFirst();
	if (!row || actor.userId === null || (row.author_id !== actor.userId && !isStaff(actor)))
		throw commonError('not_found');
	if (row.score === null || row.computed_at === null) return null;
	return {
		score: row.score,
		parts: row.parts as unknown as QualityParts,
		computedAt: row.computed_at,
	};
}

/** The parts of a score with what each adds to it, the largest first: how it came about, in numbers that add up. */
export function explain(parts: QualityParts): { part: keyof typeof weights; value: number; adds: number }[] {
	return (Object.keys(weights) as (keyof typeof weights)[])
		.map((part) => ({ part, value: parts[part], adds: parts[part] * weights[part] }))
		.sort((one, other) => other.adds - one.adds);
}

export interface PoorItem {
	id: ItemId;
	kind: string;
	slug: string;
	title: string;
	score: number;
}

/** What has the lowest scores: where a look is worth most. For staff. One statement. */
export async function listPoorItems(
	db: Db,
	actor: Actor,
	page: { cursor?: string | null; limit?: number } = {},
): Promise<Page<PoorItem>> {
	if (!isStaff(actor)) throw commonError('forbidden');
	const limit = Math.min(Math.max(page.limit ?? 20, 1), 100);
	const after = decodeCursor(page.cursor, ['number', 'integer']);
	const rows = await db
		.selectFrom('item_quality as q')
		.innerJoin('items as i', 'i.id', 'q.item_id')
		.select(['i.id', 'i.kind', 'i.slug', 'i.title', 'q.score'])
		.where('i.status', '=', 'published')
		.$if(after !== null, (query) =>
			query.where(sql<boolean>`(q.score, q.item_id) > (${after?.[0]}::real, ${after?.[1]}::bigint)`),
		)
		.orderBy('q.score')
		.orderBy('q.item_id')
		.limit(limit + 1)
		.execute();
	return cutPage(rows as PoorItem[], limit, (row) => [row.score, row.id]);
}
