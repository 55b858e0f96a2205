import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import { type Db, sql, type Tx } from '../../platform/db/index.ts';
import type { NotificationKind } from './notification.ts';

/** What people are told: of which kind, by whom it came about, and of what. */
export interface Notification {
	kind: NotificationKind;
	actorId: UserId | null;
	itemId?: number | null;
	replyId?: number | null;
	/** Where it leads when that is no item, and what is there called. */
	path?: string;
	subject?: string;
	/** Code and parameters of the error that says why. */
	reason?: { code: string; params: Record<string, string | number> };
	eventId: number;
}

/**
 * Tells people, once per event and kind. Nobody is told what they did themselves, and nobody of an item in a
 * private space that they do not belong to.
 */
export async function tellPeople(
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
				created_at: now(),
				data: JSON.stringify({
					path: notification.path,
					subject: notification.subject,
					reason: notification.reason,
				}),
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
