import type { UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import { assignmentHandlers } from './assignment-handlers.ts';
import { checkHandlers } from './check-handlers.ts';
import { courseHandlers } from './course-handlers.ts';
import { credentialHandlers } from './credential-handlers.ts';
import { dealHandlers } from './deal-handlers.ts';
import { expertHandlers } from './expert-handlers.ts';
import { governanceHandlers } from './governance-handlers.ts';
import { mediaHandlers } from './media-handlers.ts';
import { mentoringHandlers } from './mentoring-handlers.ts';
import { moderationNotices } from './moderation-handlers.ts';
import { moneyHandlers } from './money-handlers.ts';
import { organisationHandlers } from './organisation-handlers.ts';
import { refundHandlers } from './refund-handlers.ts';
import { rewardHandlers } from './reward-handlers.ts';
import { standingHandlers } from './standing-handlers.ts';
import { tellPeople } from './tell-people.ts';

const itemAuthor = async (tx: Db, itemId: number) =>
	(await tx.selectFrom('items').select('author_id').where('id', '=', itemId).executeTakeFirst())?.author_id;

async function mentioned(tx: Db, handles: string[]): Promise<UserId[]> {
	if (handles.length === 0) return [];
	const rows = await tx
		.selectFrom('users')
		.select('id')
		.where('handle', 'in', handles.slice(0, 20))
		.execute();
	return rows.map((row) => row.id);
}

/** Tells people in the app what concerns them. */
export const notificationHandlers: Handler[] = [
	...courseHandlers,
	...dealHandlers,
	...refundHandlers,
	...moneyHandlers,
	...credentialHandlers,
	...mediaHandlers,
	...checkHandlers,
	...mentoringHandlers,
	...governanceHandlers,
	...expertHandlers,
	...organisationHandlers,
	...assignmentHandlers,
	...standingHandlers,
	...moderationNotices,
	...rewardHandlers,
	onEvents(
		'notifications.tell',
		[
			'items.replied',
			'items.mentioned',
			'questions.accepted',
			'questions.closed',
			'accounts.followed',
			'orders.paid',
		],
		async (tx, event) => {
			const about = { actorId: event.actorId, eventId: event.id };
			switch (event.type) {
				case 'items.replied': {
					const { itemId, replyId, kind, parentId, mentions } = event.payload;
					const names = await mentioned(tx, mentions);
					await tellPeople(tx, names, { ...about, kind: 'mentioned', itemId, replyId });
					const followers = await tx
						.selectFrom('follows')
						.select('user_id')
						.where('item_id', '=', itemId)
						.limit(5000)
						.execute();
					const parent = parentId
						? await tx.selectFrom('replies').select('author_id').where('id', '=', parentId).executeTakeFirst()
						: undefined;
					const people =
						kind === 'comment'
							? [parent?.author_id, ...(parentId ? [] : [await itemAuthor(tx, itemId)])]
							: [await itemAuthor(tx, itemId), ...followers.map((row) => row.user_id)];
					// Who was mentioned has been told already.
					const known = new Set(names);
					await tellPeople(
						tx,
						people.filter((id) => id && !known.has(id)),
						{ ...about, kind: kind === 'comment' ? 'commented' : 'answered', itemId, replyId },
					);
					return;
				}
				case 'items.mentioned': {
					const { itemId, replyId, handles } = event.payload;
					return tellPeople(tx, await mentioned(tx, handles), {
						...about,
						kind: 'mentioned',
						itemId,
						replyId,
					});
				}
				case 'questions.accepted': {
					const { itemId, replyId, answerAuthorId } = event.payload;
					return tellPeople(tx, [answerAuthorId], { ...about, kind: 'accepted', itemId, replyId });
				}
				case 'questions.closed':
					return tellPeople(tx, [await itemAuthor(tx, event.payload.itemId)], {
						...about,
						kind: 'closed',
						itemId: event.payload.itemId,
					});
				case 'accounts.followed':
					return tellPeople(tx, [event.payload.personId], { ...about, kind: 'followed' });
				case 'orders.paid': {
					const { itemId, spaceId, userId, sells, gift } = event.payload;
					// What is held is not sold yet, and a gift is told of by its own facts.
					if (gift || !['item', 'space', 'bundle', 'tier', 'seats', undefined].includes(sells)) return;
					const seller = itemId
						? await itemAuthor(tx, itemId)
						: (await tx.selectFrom('spaces').select('owner_id').where('id', '=', spaceId!).executeTakeFirst())
								?.owner_id;
					await tellPeople(tx, [seller], { ...about, actorId: userId, kind: 'sold', itemId });
					return tellPeople(tx, [userId], { ...about, actorId: null, kind: 'bought', itemId });
				}
			}
		},
	),
];
