import { type Db, sql } from '../../../platform/db/index.ts';

/** What a post of the dump is here: an item, or a reply to one. */
export interface PostTarget {
	itemId: number;
	/** null for a question. */
	replyId: number | null;
}

/** Imported posts by their id in the dump; those that were never imported, or erased here since, are absent. */
export async function findPosts(
	db: Db,
	source: string,
	postIds: Iterable<number>,
): Promise<Map<number, PostTarget>> {
	const ids = [...new Set(postIds)].map(String);
	if (ids.length === 0) return new Map();
	const { rows } = await sql<{ source_id: string; item_id: number; reply_id: number | null }>`
		select source_id, items.id as item_id, null::bigint as reply_id from import_refs join items on items.id = target_id
			where import_refs.source = ${source} and import_refs.kind = 'question' and source_id = any(${ids}::text[])
		union all
		select source_id, replies.item_id, replies.id from import_refs join replies on replies.id = target_id
			where import_refs.source = ${source} and import_refs.kind = 'answer' and source_id = any(${ids}::text[])`.execute(
		db,
	);
	return new Map(rows.map((row) => [Number(row.source_id), { itemId: row.item_id, replyId: row.reply_id }]));
}
