import { type Actor, requireMember } from '../../contracts/actor.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import type { Db } from '../../platform/db/index.ts';
import { personCards } from '../accounts/index.ts';
import { may } from '../entitlements/index.ts';
import type { NotificationCard, NotificationKind } from './notification.ts';

/** What concerns the asking person, newest first. `item` is null when the person may not know of it any more. */
export async function listNotifications(
	db: Db,
	actor: Actor,
	filter: { unread?: boolean; cursor?: string | null; limit?: number } = {},
): Promise<Page<NotificationCard>> {
	const { userId } = requireMember(actor);
	const limit = Math.min(filter.limit ?? 30, 100);
	const after = decodeCursor(filter.cursor, ['integer']);
	let query = db
		.selectFrom('notifications')
		.leftJoin('items', 'items.id', 'notifications.item_id')
		.select([
			'notifications.id',
			'notifications.kind',
			'notifications.actor_id',
			'notifications.item_id',
			'notifications.reply_id',
			'notifications.created_at',
			'notifications.read_at',
			'notifications.data',
		])
		.select(['items.kind as item_kind', 'items.slug', 'items.title'])
		.where('notifications.user_id', '=', userId)
		.orderBy('notifications.id', 'desc')
		.limit(limit + 1);
	if (after) query = query.where('notifications.id', '<', after[0] as number);
	if (filter.unread) query = query.where('notifications.read_at', 'is', null);
	const page = cutPage(await query.execute(), limit, (row) => [row.id]);
	// What was told of may have gone out of this person's sight since: hidden, deleted, or in a space they left.
	const seen = await may(
		db,
		actor,
		'read',
		page.items.flatMap(({ item_id }) => (item_id === null ? [] : [{ id: item_id }])),
	);
	const people = new Map(
		(
			await personCards(
				db,
				page.items.flatMap((row) => (row.actor_id ? [row.actor_id] : [])),
			)
		).map((person) => [person.id, person]),
	);
	return {
		next: page.next,
		items: page.items.map((row) => ({
			id: row.id,
			kind: row.kind as NotificationKind,
			actor: row.actor_id ? (people.get(row.actor_id) ?? null) : null,
			item:
				row.item_id &&
				seen.get(row.item_id) !== 'none' &&
				row.item_kind &&
				row.slug !== null &&
				row.title !== null
					? { id: row.item_id, kind: row.item_kind, slug: row.slug, title: row.title }
					: null,
			replyId: row.reply_id,
			...toldOf(row.data),
			createdAt: row.created_at,
			read: row.read_at !== null,
		})),
	};
}

function toldOf(data: unknown): Pick<NotificationCard, 'path' | 'subject' | 'reason'> {
	const told = data as Partial<Pick<NotificationCard, 'path' | 'subject' | 'reason'>>;
	return { path: told.path ?? null, subject: told.subject ?? null, reason: told.reason ?? null };
}
