import type { ItemId, ReplyId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/index.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import { keepCheck } from './keep-check.ts';
import { learnFrom } from './models/examples.ts';
import type { ModelTask } from './models/task.ts';

/** What a category of a decision says about a text, to each model. */
const taught: Readonly<Record<string, Partial<Record<ModelTask, boolean>>>> = {
	spam: { spam: true },
	advertising: { spam: true },
	abuse: { toxic: true, spam: false },
	harassment: { toxic: true, spam: false },
	hate: { toxic: true, spam: false },
	threat: { toxic: true, spam: false },
};

const good = { spam: false, toxic: false };

/** Learns from what people decide, and remembers what they let stand. */
export const checkHandlers: Handler[] = [
	onEvents(
		'checks.learn',
		['moderation.decided', 'items.changed', 'items.reply-changed'],
		async (tx, event) => {
			if (event.type === 'moderation.decided') {
				const { itemId, replyId, outcome, category } = event.payload;
				if (itemId === null) return;
				const says = outcome === 'dismissed' ? good : taught[category ?? ''];
				if (says) await learnFrom(tx, { itemId, replyId }, says);
				if (outcome === 'dismissed') await letStand(tx, itemId, replyId);
				return;
			}
			const { itemId, change, byModerator } = event.payload;
			const replyId = event.type === 'items.reply-changed' ? event.payload.replyId : null;
			// Brought back into sight by a person, at once or on appeal.
			if (!byModerator || !['released', 'shown', 'restored'].includes(change)) return;
			await learnFrom(tx, { itemId, replyId }, good);
			await letStand(tx, itemId, replyId);
		},
	),
];

/** Notes that a person looked: looking again by machine then changes nothing until the text is another one. */
async function letStand(tx: Tx, itemId: ItemId, replyId: ReplyId | null): Promise<void> {
	const row =
		replyId === null
			? await tx
					.selectFrom('items')
					.select(['revision', 'author_id'])
					.where('id', '=', itemId)
					.executeTakeFirst()
			: await tx
					.selectFrom('replies')
					.select(['revision', 'author_id'])
					.where('id', '=', replyId)
					.executeTakeFirst();
	if (!row) return;
	await keepCheck(tx, {
		itemId,
		replyId,
		revision: row.revision,
		authorId: row.author_id,
		decision: 'publish',
		reasons: [{ check: 'person', action: 'note', sure: 0 }],
		probabilities: {},
		outside: null,
		again: true,
	});
}
