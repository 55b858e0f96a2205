import type { UserId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import type { Db } from '../../platform/db/index.ts';

/** One line of why a person has the reputation they have. */
export interface ReputationEntry {
	id: number;
	amount: number;
	reason: string;
	itemId: number | null;
	title: string | null;
	createdAt: Date;
}

/** Where a person's reputation comes from, newest first. Titles of items outside public view are left out. */
export async function listReputation(
	db: Db,
	userId: UserId,
	filter: { cursor?: string | null; limit?: number } = {},
): Promise<Page<ReputationEntry>> {
	const limit = Math.min(filter.limit ?? 30, 100);
	const after = decodeCursor(filter.cursor, ['integer']);
	let query = db
		.selectFrom('reputation_entries')
		.leftJoin('items', (join) =>
			join
				.onRef('items.id', '=', 'reputation_entries.item_id')
				.on('items.status', '=', 'published')
				.on('items.listed', '=', true),
		)
		.select([
			'reputation_entries.id',
			'amount',
			'reason',
			'item_id as itemId',
			'items.title',
			'reputation_entries.created_at as createdAt',
		])
		.where('user_id', '=', userId)
		.orderBy('reputation_entries.id', 'desc')
		.limit(limit + 1);
	if (after) query = query.where('reputation_entries.id', '<', after[0] as number);
	return cutPage(await query.execute(), limit, (row) => [row.id]);
}
