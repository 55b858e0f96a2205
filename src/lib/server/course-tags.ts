import type { ItemId } from '#server/kernel/ids.ts';
import type { Db } from '#server/platform/db/index.ts';

/** The slugs of a course's tags. One statement. */
export async function tagsOf(db: Db, courseId: ItemId): Promise<string[]> {
	const rows = await db
		.selectFrom('item_tags')
		.innerJoin('tags', 'tags.id', 'item_tags.tag_id')
		.select('tags.slug')
		.where('item_tags.item_id', '=', courseId)
		.orderBy('tags.slug')
		.execute();
	return rows.map(({ slug }) => slug);
}
