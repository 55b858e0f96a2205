import { type Handler, onEvents } from '../../platform/events/index.ts';
import type { Subject } from './case.ts';
import { openCase } from './open-case.ts';

/** Puts into the log what moderators did to items and replies of others; what is done to people is logged where it is done. */
const log = onEvents('moderation.log', ['items.changed', 'items.reply-changed'], async (tx, event) => {
	const { itemId, change, byModerator, reason, decisionId } = event.payload;
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
			decision_id: decisionId ?? null,
			created_at: event.occurredAt,
		})
		.execute();
});

/** What the checks held or hid, and what fair play saw, waits for somebody to look at it. */
const open = onEvents('moderation.open', ['checks.flagged', 'fairplay.found'], async (tx, event) => {
	if (event.type === 'fairplay.found') {
		const { findingId, pattern, people, confidence } = event.payload;
		await openCase(
			tx,
			{ kind: 'finding', findingId, people },
			{ source: 'fairplay', reasons: [pattern], checks: confidence },
		);
		return;
	}
	const { itemId, replyId, decision, confidence, reasons } = event.payload;
	if (decision === 'publish') return;
	const subject: Subject = replyId ? { kind: 'reply', itemId, replyId } : { kind: 'item', itemId };
	await openCase(tx, subject, { source: 'checks', reasons, checks: confidence });
});

/** A case goes where its item goes: to those who look after the space that it is in now. */
const move = onEvents('moderation.move', ['items.changed'], async (tx, event) => {
	if (event.payload.change !== 'moved') return;
	const { itemId } = event.payload;
	await tx
		.updateTable('moderation_cases')
		.set(({ selectFrom }) => ({
			space_id: selectFrom('items').select('space_id').where('id', '=', itemId),
		}))
		.where('item_id', '=', itemId)
		.execute();
});

export const moderationHandlers: Handler[] = [log, open, move];
