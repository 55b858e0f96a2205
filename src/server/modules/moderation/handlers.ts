import { type Handler, onEvents } from '../../platform/events/index.ts';

/** Puts into the log what moderators did to items and replies of others; what is done to people is logged where it is done. */
export const moderationHandlers: Handler[] = [
	onEvents('moderation.log', ['items.changed', 'items.reply-changed'], async (tx, event) => {
		const { itemId, change, byModerator, reason } = event.payload;
		if (!byModerator) return;
		const replyId = event.type === 'items.reply-changed' ? event.payload.replyId : null;
		const target = replyId === null ? 'item' : 'reply';
		await tx
			.insertInto('moderation_actions')
			.values({
				actor_id: event.actorId,
				action: `${target}:${change}`,
				item_id: itemId,
				reply_id: replyId,
				reason: reason ?? '',
				created_at: event.occurredAt,
			})
			.execute();
	}),
];
