import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, SpaceId } from '../../kernel/ids.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { announceLateItem } from './announce.ts';
import { spaceToPostIn } from './checks.ts';
import { demand } from './gate.ts';
import { lockItemRow } from './subject.ts';
import { type MarkName, marks, type TransitionName, transitionOf } from './transitions.ts';

/**
 * Moves an item along one of the {@link transitions}. What it stood in (lists, counters, tags) follows by triggers.
 *
 * @param reason shown in the moderation log when a moderator does it to another's item
 * @throws items.not_found, items.wrong_status, items.locked, items.has_answers, items.removed_by_moderator;
 *   refusals of the policy
 */
async function changeStatus(
	db: Db,
	actor: Actor,
	id: ItemId,
	name: TransitionName,
	reason = '',
): Promise<void> {
	await inTransaction(db, async (tx) => {
		const item = await lockItemRow(tx, actor, id);
		const member = demand(actor, item, name);
		const { to, change } = transitionOf(name, item.deletedFrom);
		await tx
			.updateTable('items')
			.set({
				status: to,
				deleted_from: to === 'deleted' ? item.status : null,
				deleted_at: to === 'deleted' ? now() : null,
				deleted_by: to === 'deleted' ? member.userId : null,
			})
			.where('id', '=', id)
			.execute();
		await emit(tx, member.userId, 'items.changed', { itemId: id, change, ...aboutModeration(item, reason) });
		if (to === 'published' && !item.announced) await announceLateItem(tx, id);
	});
}

export function aboutModeration(
	subject: { relations: readonly string[]; decisionId?: number },
	reason: string,
) {
	const byModerator = !subject.relations.includes('author');
	const { decisionId } = subject;
	return byModerator
		? {
				byModerator,
				...(reason ? { reason: reason.slice(0, 500) } : {}),
				...(decisionId === undefined ? {} : { decisionId }),
			}
		: {};
}

/** Soft: everything stays, and {@link restoreItem} brings it back. */
export function deleteItem(db: Db, actor: Actor, id: ItemId, reason?: string): Promise<void> {
	return changeStatus(db, actor, id, 'delete', reason);
}

/** An author restores what they deleted themselves, a moderator anything. */
export function restoreItem(db: Db, actor: Actor, id: ItemId): Promise<void> {
	return changeStatus(db, actor, id, 'restore');
}

/** Takes an item out of sight without deleting it; its author still sees it. */
export function hideItem(db: Db, actor: Actor, id: ItemId, reason?: string): Promise<void> {
	return changeStatus(db, actor, id, 'hide', reason);
}

/** Brings what the checks held into sight, and tells of it if nobody was told before. */
export function releaseItem(db: Db, actor: Actor, id: ItemId, reason?: string): Promise<void> {
	return changeStatus(db, actor, id, 'release', reason);
}

export function unhideItem(db: Db, actor: Actor, id: ItemId): Promise<void> {
	return changeStatus(db, actor, id, 'unhide');
}

/** Sets or takes away one of the {@link marks}; doing it twice is doing it once. */
async function mark(db: Db, actor: Actor, id: ItemId, name: MarkName, reason = ''): Promise<void> {
	const { column, set, change } = marks[name];
	await inTransaction(db, async (tx) => {
		const item = await lockItemRow(tx, actor, id);
		const member = demand(actor, item, name);
		const stands = column === 'locked_at' ? item.lockedAt : item.pinnedAt;
		if ((stands !== null) === set) return;
		await tx
			.updateTable('items')
			.set({ [column]: set ? now() : null })
			.where('id', '=', id)
			.execute();
		await emit(tx, member.userId, 'items.changed', { itemId: id, change, ...aboutModeration(item, reason) });
	});
}

/** No replies, votes or edits but by moderators. */
export function lockItem(db: Db, actor: Actor, id: ItemId, reason?: string): Promise<void> {
	return mark(db, actor, id, 'lock', reason);
}

export function unlockItem(db: Db, actor: Actor, id: ItemId): Promise<void> {
	return mark(db, actor, id, 'unlock');
}

/** Leads the first page of its space's lists; the five pinned last are shown. */
export function pinItem(db: Db, actor: Actor, id: ItemId): Promise<void> {
	return mark(db, actor, id, 'pin');
}

export function unpinItem(db: Db, actor: Actor, id: ItemId): Promise<void> {
	return mark(db, actor, id, 'unpin');
}

/**
 * Moves an item to another space, with everything that hangs on it. The actor must look after the space it leaves and
 * be able to post in the one it comes to.
 *
 * @throws items.not_found, items.space_not_found, items.space_archived, items.not_in_space; refusals of the policy
 */
export async function moveItem(db: Db, actor: Actor, id: ItemId, spaceId: SpaceId): Promise<void> {
	await inTransaction(db, async (tx) => {
		const item = await lockItemRow(tx, actor, id);
		const member = demand(actor, item, 'move');
		const target = await spaceToPostIn(tx, actor, spaceId);
		if (target.id === item.spaceId) return;
		await tx
			.updateTable('items')
			.set({ space_id: target.id, pinned_at: null })
			.where('id', '=', id)
			.execute();
		await emit(tx, member.userId, 'items.changed', {
			itemId: id,
			change: 'moved',
			...aboutModeration(item, ''),
		});
	});
}
