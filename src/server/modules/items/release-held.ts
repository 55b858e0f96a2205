import type { Actor } from '../../contracts/actor.ts';
import type { ItemId, ReplyId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { releaseItem } from './change-item.ts';
import { releaseReply } from './change-reply.ts';

/**
 * Brings an item or a reply that the checks held into sight; whoever was not told of it is told now.
 *
 * @param held `replyId` null: the item itself
 * @throws items.not_found, items.reply_not_found, items.wrong_status for what is not held; refusals of the policy
 */
export function releaseHeld(
	db: Db,
	actor: Actor,
	{ itemId, replyId }: { itemId: ItemId; replyId: ReplyId | null },
	reason?: string,
): Promise<void> {
	return replyId === null
		? releaseItem(db, actor, itemId, reason)
		: releaseReply(db, actor, { itemId, replyId }, reason);
}
