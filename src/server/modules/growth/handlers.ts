import { type Handler, onEvents } from '../../platform/events/index.ts';
import { earnReputation } from './earn-reputation.ts';
import { reputationRules, voteWorth } from './rules.ts';

/** Turns votes and acceptances into reputation. */
export const growthHandlers: Handler[] = [
	onEvents(
		'growth.reputation',
		['items.voted', 'questions.accepted', 'questions.unaccepted'],
		async (tx, event) => {
			if (event.type === 'items.voted') {
				const { itemId, replyId, authorId, from, to } = event.payload;
				const target = replyId
					? await tx.selectFrom('replies').select('kind').where('id', '=', replyId).executeTakeFirst()
					: await tx.selectFrom('items').select('kind').where('id', '=', itemId).executeTakeFirst();
				if (!target) return;
				await earnReputation(tx, authorId, {
					amount: voteWorth(target.kind, to) - voteWorth(target.kind, from),
					reason: 'vote',
					itemId,
					replyId,
					eventId: event.id,
				});
				return;
			}
			const { itemId, replyId, answerAuthorId, askerId } = event.payload;
			// Accepting one's own answer earns nothing.
			if (answerAuthorId === askerId) return;
			const sign = event.type === 'questions.accepted' ? 1 : -1;
			await earnReputation(tx, answerAuthorId, {
				amount: sign * reputationRules.accepted,
				reason: 'accepted',
				itemId,
				replyId,
				eventId: event.id,
			});
			await earnReputation(tx, askerId, {
				amount: sign * reputationRules.accepting,
				reason: 'accepting',
				itemId,
				replyId,
				eventId: event.id,
			});
		},
	),
];
