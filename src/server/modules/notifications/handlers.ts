import type { UserId } from '../../kernel/ids.ts';
import { type Db, sql, type Tx } from '../../platform/db/index.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';

/** What a notification tells of. */
export type NotificationKind =
	| 'answered'
	| 'commented'
	| 'mentioned'
	| 'accepted'
	| 'followed'
	| 'closed'
	| 'sold'
	| 'bought';

interface Notification {
	kind: NotificationKind;
	actorId: UserId | null;
	itemId?: number | null;
	replyId?: number | null;
	eventId: number;
}

/**
 * Tells people, once per event and kind. Nobody is told what they did themselves, and nobody of an item in a
 * private space that they do not belong to.
 */
async function tell(
	tx: Tx,
	people: Iterable<UserId | null | undefined>,
	notification: Notification,
): Promise<void> {
	const wanted = [...new Set(people)].filter(
		(id): id is UserId => typeof id === 'number' && id !== notification.actorId,
	);
	if (wanted.length === 0) return;
	const recipients = notification.itemId ? await ableToSee(tx, wanted, notification.itemId) : wanted;
	if (recipients.length === 0) return;
	const told = await tx
		.insertInto('notifications')
		.values(
			recipients.map((id) => ({
				user_id: id,
				kind: notification.kind,
				actor_id: notification.actorId,
				item_id: notification.itemId ?? null,
				reply_id: notification.replyId ?? null,
				event_id: notification.eventId,
			})),
		)
		.onConflict((conflict) => conflict.doNothing())
		.returning('user_id')
		.execute();
	if (told.length === 0) return;
	// In the order of ids, so that two events for the same people never wait for each other in a circle.
	await sql`update users set unread_count = unread_count + 1 where id in
		(select id from users where id = any(${told.map((row) => row.user_id)}::bigint[]) order by id for no key update)`.execute(
		tx,
	);
}

async function ableToSee(tx: Db, people: UserId[], itemId: number): Promise<UserId[]> {
	const { rows } = await sql<{ id: UserId }>`select u.id from users u, items i
		where i.id = ${itemId} and u.id = any(${people}::bigint[])
			and (i.listed or u.role in ('moderator', 'admin')
				or exists (select from space_members m where m.space_id = i.space_id and m.user_id = u.id))`.execute(
		tx,
	);
	return rows.map((row) => row.id);
}

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
					await tell(tx, names, { ...about, kind: 'mentioned', itemId, replyId });
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
					await tell(
						tx,
						people.filter((id) => id && !known.has(id)),
						{ ...about, kind: kind === 'comment' ? 'commented' : 'answered', itemId, replyId },
					);
					return;
				}
				case 'items.mentioned': {
					const { itemId, replyId, handles } = event.payload;
					return tell(tx, await mentioned(tx, handles), { ...about, kind: 'mentioned', itemId, replyId });
				}
				case 'questions.accepted': {
					const { itemId, replyId, answerAuthorId } = event.payload;
					return tell(tx, [answerAuthorId], { ...about, kind: 'accepted', itemId, replyId });
				}
				case 'questions.closed':
					return tell(tx, [await itemAuthor(tx, event.payload.itemId)], {
						...about,
						kind: 'closed',
						itemId: event.payload.itemId,
					});
				case 'accounts.followed':
					return tell(tx, [event.payload.personId], { ...about, kind: 'followed' });
				case 'orders.paid': {
					const { itemId, spaceId, userId } = event.payload;
					const seller = itemId
						? await itemAuthor(tx, itemId)
						: (await tx.selectFrom('spaces').select('owner_id').where('id', '=', spaceId!).executeTakeFirst())
								?.owner_id;
					await tell(tx, [seller], { ...about, actorId: userId, kind: 'sold', itemId });
					return tell(tx, [userId], { ...about, actorId: null, kind: 'bought', itemId });
				}
			}
		},
	),
];
