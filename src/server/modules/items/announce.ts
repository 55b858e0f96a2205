import { now } from '../../kernel/clock.ts';
import type { ItemId, ReplyId, SpaceId, UserId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import type { ReplyKind } from './kinds.ts';
import { mentionsTold, renderText } from './text.ts';

/** Tells of an item that stands in sight for the first time. */
export async function announceItem(
	tx: Tx,
	item: { id: ItemId; kind: string; spaceId: SpaceId; authorId: UserId | null },
	mentions: readonly string[],
): Promise<void> {
	const { id: itemId, kind, spaceId, authorId } = item;
	await emit(tx, authorId, 'items.published', { itemId, kind, spaceId, authorId });
	const handles = mentions.slice(0, mentionsTold);
	if (handles.length > 0) await emit(tx, authorId, 'items.mentioned', { itemId, replyId: null, handles });
}

/** Tells of a reply that stands in sight for the first time. */
export async function announceReply(
	tx: Tx,
	reply: { itemId: ItemId; id: ReplyId; kind: ReplyKind; parentId: ReplyId | null; authorId: UserId | null },
	mentions: readonly string[],
): Promise<void> {
	await emit(tx, reply.authorId, 'items.replied', {
		itemId: reply.itemId,
		replyId: reply.id,
		kind: reply.kind,
		parentId: reply.parentId,
		mentions: mentions.slice(0, mentionsTold),
	});
}

/** An item that was held or hidden as it was written comes into sight: it is new now. Does nothing for one that was told of. */
export async function announceLateItem(tx: Tx, id: ItemId): Promise<void> {
	const at = now();
	const item = await tx
		.updateTable('items')
		.set({ announced: true, published_at: at, last_activity_at: at })
		.where('id', '=', id)
		.where('announced', '=', false)
		.returning(['id', 'kind', 'space_id as spaceId', 'author_id as authorId'])
		.executeTakeFirst();
	if (!item) return;
	const { source } = await tx
		.selectFrom('item_bodies')
		.select('source')
		.where('item_id', '=', id)
		.executeTakeFirstOrThrow();
	await announceItem(tx, item, (await renderText(tx, source, { base: 'post' })).mentions);
}

/** The same of a reply; the item that it stands on rises in the list of what is active. */
export async function announceLateReply(tx: Tx, id: ReplyId): Promise<void> {
	const at = now();
	const reply = await tx
		.updateTable('replies')
		.set({ announced: true, created_at: at })
		.where('id', '=', id)
		.where('announced', '=', false)
		.returning([
			'id',
			'item_id as itemId',
			'kind',
			'parent_id as parentId',
			'author_id as authorId',
			'source',
		])
		.executeTakeFirst();
	if (!reply) return;
	await tx.updateTable('items').set({ last_activity_at: at }).where('id', '=', reply.itemId).execute();
	const { mentions } = await renderText(tx, reply.source, { base: 'comment' });
	await announceReply(tx, { ...reply, kind: reply.kind as ReplyKind }, mentions);
}
