import type { Actor } from '../../contracts/actor.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { requireStaff } from './policy.ts';

/** An item as staff see it, whatever its status. */
export interface ItemRow {
	id: number;
	kind: string;
	slug: string;
	title: string;
	status: string;
	authorName: string | null;
	space: { slug: string; name: string; names: unknown };
	createdAt: Date;
}

/** Items of a status, newest first. */
export async function listItemsForStaff(
	db: Db,
	actor: Actor,
	filter: { status?: string; cursor?: string | null; limit?: number },
): Promise<Page<ItemRow>> {
	requireStaff(actor);
	const limit = Math.min(filter.limit ?? 40, 100);
	const after = decodeCursor(filter.cursor, ['integer']);
	let query = db
		.selectFrom('items')
		.innerJoin('spaces', 'spaces.id', 'items.space_id')
		.leftJoin('users', 'users.id', 'items.author_id')
		.select([
			'items.id',
			'items.kind',
			'items.slug',
			'items.title',
			'items.status',
			'items.created_at as createdAt',
			'spaces.slug as spaceSlug',
			'spaces.name as spaceName',
			'spaces.names as spaceNames',
		])
		.select(sql<string | null>`coalesce(users.name, items.author_name)`.as('authorName'))
		.where('items.status', '<>', 'draft')
		.orderBy('items.id', 'desc')
		.limit(limit + 1);
	if (filter.status === 'hidden' || filter.status === 'deleted')
		query = query.where('items.status', '=', filter.status);
	if (after) query = query.where('items.id', '<', after[0] as number);
	const rows = (await query.execute()).map(({ spaceSlug, spaceName, spaceNames, ...row }) => ({
		...row,
		space: { slug: spaceSlug, name: spaceName, names: spaceNames },
	}));
	return cutPage(rows, limit, (row) => [row.id]);
}
