import type { ReplyId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';

/**
 * Whether a reply stands where its item's readers see it: it is published, and so is the answer that it stands under.
 * Whether the item may be read is another question, see `may`. One statement.
 */
export async function replyInSight(db: Db, id: ReplyId): Promise<boolean> {
	const row = await db
		.selectFrom('replies as r')
		.leftJoin('replies as root', 'root.id', 'r.root_id')
		.select(['r.status', 'root.status as root'])
		.where('r.id', '=', id)
		.executeTakeFirst();
	return row?.status === 'published' && (row.root ?? 'published') === 'published';
}
