import type { Actor } from '../../contracts/actor.ts';
import type { ItemId, ReplyId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { announceLateItem } from './announce.ts';
import { moveReply } from './change-reply.ts';
import { itemError } from './errors.ts';
import { lockItemRow, replyOf } from './subject.ts';
import type { TextStatus } from './text-check.ts';

/** The checks themselves: they see what staff sees, and nobody did it. */
const place: Actor = Object.freeze({
	userId: null,
	role: 'moderator',
	emailVerified: true,
	suspended: false,
	scopes: null,
});

/**
 * Moves a text that was looked at again out of sight, or what was held into it: what the checks do by themselves. What
 * is hidden or deleted is left alone.
 *
 * @param text the revision that was looked at
 * @returns whether it moved: not when it is another revision by now, or stands so already
 */
export async function setTextStatus(
	tx: Tx,
	{ itemId, replyId, revision }: { itemId: ItemId; replyId: ReplyId | null; revision: number },
	to: TextStatus,
): Promise<boolean> {
	const item = await lockItemRow(tx, place, itemId).catch((error) => {
		if (error instanceof Error && 'code' in error && error.code === itemError('not_found').code) return null;
		throw error;
	});
	if (!item) return false;
	if (replyId === null) {
		const moves = item.status === 'published' || item.status === 'held';
		if (!moves || item.status === to || item.revision !== revision) return false;
		await tx.updateTable('items').set({ status: to }).where('id', '=', itemId).execute();
		const change = to === 'published' ? 'released' : to;
		await emit(tx, null, 'items.changed', { itemId, change });
		if (to === 'published' && !item.announced) await announceLateItem(tx, itemId);
		return true;
	}
	const target = await replyOf(tx, place, item, replyId);
	const moves = target.status === 'published' || target.status === 'held';
	if (!moves || target.status === to || target.revision !== revision) return false;
	await tx.updateTable('replies').set({ status: to }).where('id', '=', replyId).execute();
	await moveReply(tx, item, target, target.status as TextStatus, to, null);
	return true;
}
