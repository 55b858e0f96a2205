import { type Actor, isStaff } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { accessJoins, accessLevel } from '../entitlements/index.ts';
import type { Reply } from './item.ts';
import { type Reader, type ReplyRow, replyColumns } from './page-statements.ts';
import { replyFrom } from './replies.ts';

/** A reply that is out of sight, for those who may bring it back. */
export interface RemovedReply extends Reply {
	status: 'held' | 'hidden' | 'deleted';
	/** The author may restore it: they deleted it themselves. */
	ownDeletion: boolean;
}

const removed = statement<
	Reader,
	ReplyRow & { status: 'held' | 'hidden' | 'deleted'; own_deletion: boolean }
>(
	`select ${replyColumns}, false as lead, r.status, coalesce(r.deleted_by = r.author_id, false) as own_deletion
		from items i ${accessJoins} join replies r on r.item_id = i.id and r.status <> 'published' left join users u on u.id = r.author_id
		where i.id = :id::bigint and ${accessLevel} = 'full'
			and (r.author_id = :user::bigint or :staff::boolean or m.role in ('owner', 'moderator'))
		order by r.id desc limit 100`,
);

/**
 * Replies of an item that are held, hidden or deleted: their own for their authors, all of them for who looks after the
 * place; the newest first, at most 100. One statement; none for a visitor.
 */
export async function listRemovedReplies(db: Db, actor: Actor, itemId: ItemId): Promise<RemovedReply[]> {
	if (actor.userId === null) return [];
	const rows = await removed(db, { id: itemId, user: actor.userId, staff: isStaff(actor), now: now() });
	return rows.map((row) => ({ ...replyFrom(row), status: row.status, ownDeletion: row.own_deletion }));
}
