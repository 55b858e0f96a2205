import { type Handler, onEvents } from '../../platform/events/index.ts';
import { scoreItems } from './update.ts';

/** Keeps scores with what happens to items, and what was upheld against them with what moderation decides. */
export const qualityHandlers: Handler[] = [
	onEvents(
		'quality.score',
		[
			'items.published',
			'items.voted',
			'items.replied',
			'items.changed',
			'questions.accepted',
			'questions.unaccepted',
		],
		async (tx, event) => {
			await scoreItems(tx, [event.payload.itemId]);
		},
	),
	onEvents(
		'quality.upheld',
		['moderation.decided', 'moderation.undone', 'moderation.appeal-decided'],
		async (tx, event) => {
			const { caseId } = event.payload;
			const gone = await tx
				.deleteFrom('item_upheld')
				.where('case_id', '=', caseId)
				.returning('item_id')
				.executeTakeFirst();
			let itemId = gone?.item_id ?? null;
			if (event.type === 'moderation.decided') {
				// What was upheld against a reply says nothing of the item that it stands under.
				if (event.payload.outcome === 'upheld' && event.payload.itemId && !event.payload.replyId) {
					itemId = event.payload.itemId;
					await tx
						.insertInto('item_upheld')
						.values({ case_id: caseId, item_id: itemId, at: event.occurredAt })
						.execute();
				}
			} else if (event.type === 'moderation.appeal-decided' && !event.payload.reversed && itemId !== null) {
				// The appeal changed nothing.
				await tx
					.insertInto('item_upheld')
					.values({ case_id: caseId, item_id: itemId, at: event.occurredAt })
					.execute();
			}
			if (itemId !== null) await scoreItems(tx, [itemId]);
		},
	),
];
