import type { ItemId, ReplyId, UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import { tellPeople } from './tell-people.ts';

async function authorOf(tx: Db, itemId: ItemId, replyId: ReplyId | null): Promise<UserId | null> {
	const row =
		replyId === null
			? await tx.selectFrom('items').select('author_id').where('id', '=', itemId).executeTakeFirst()
			: await tx.selectFrom('replies').select('author_id').where('id', '=', replyId).executeTakeFirst();
	return row?.author_id ?? null;
}

/** Tells authors that a text of theirs waits or is out of sight, and that it was shown: the page says why. */
export const checkHandlers: Handler[] = [
	onEvents(
		'notifications.tell-checks',
		['checks.flagged', 'items.changed', 'items.reply-changed'],
		async (tx, event) => {
			if (event.type === 'checks.flagged') {
				const { itemId, replyId, authorId, decision } = event.payload;
				if (decision === 'publish') return;
				await tellPeople(tx, [authorId], {
					actorId: null,
					eventId: event.id,
					kind: 'text_held',
					itemId,
					replyId,
				});
				return;
			}
			const { itemId, change, byModerator } = event.payload;
			if (change !== 'released' || !byModerator) return;
			const replyId = event.type === 'items.reply-changed' ? event.payload.replyId : null;
			await tellPeople(tx, [await authorOf(tx, itemId, replyId)], {
				actorId: event.actorId,
				eventId: event.id,
				kind: 'text_released',
				itemId,
				replyId,
			});
		},
	),
];
