import type { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, ReplyId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { aboutModeration } from './change-item.ts';
import { countReply, renderingOf } from './reply.ts';
import { demandOnReply } from './reply-gate.ts';
import { noNewerThan, tellNewlyMentioned } from './revise-item.ts';
import { replyChangeSchema } from './schemas.ts';
import { lockItemRow, type ReplySubject, replyOf, type Subject } from './subject.ts';
import { renderText } from './text.ts';
import { type TransitionName, transitions } from './transitions.ts';

export type ReplyChange = z.input<typeof replyChangeSchema>;

/**
 * Writes a new revision of a reply; see `reviseItem` for what `revision` is for.
 *
 * @returns the revision that now stands
 * @throws items.edit_conflict, items.not_found, items.reply_not_found, items.locked, items.deleted; refusals of the policy
 */
export async function reviseReply(db: Db, actor: Actor, input: ReplyChange): Promise<{ revision: number }> {
	const given = validate(replyChangeSchema, input);
	return inTransaction(db, async (tx) => {
		const item = await lockItemRow(tx, actor, given.itemId);
		const target = await replyOf(tx, actor, item, given.replyId);
		const member = demandOnReply(actor, item, target, 'edit');
		noNewerThan(target.revision, given.revision);
		if (given.source === target.source) return { revision: target.revision };
		const body = await renderText(tx, given.source, renderingOf(target.kind));
		const at = now();
		const revision = target.lastRevision + 1;
		await tx
			.updateTable('replies')
			.set({ source: given.source, html: body.html, has_math: body.hasMath, revision, edited_at: at })
			.where('id', '=', target.id)
			.execute();
		await tx
			.insertInto('revisions')
			.values({
				item_id: item.id,
				reply_id: target.id,
				number: revision,
				source: given.source,
				editor_id: member.userId,
				comment: given.comment,
				created_at: at,
			})
			.execute();
		if (target.kind !== 'comment')
			await tx.updateTable('items').set({ last_activity_at: at }).where('id', '=', item.id).execute();
		await emit(tx, member.userId, 'items.reply-revised', { itemId: item.id, replyId: target.id });
		await tellNewlyMentioned(tx, member.userId, item.id, target.id, target.source, body.mentions);
		return { revision };
	});
}

export interface ReplyKey {
	itemId: ItemId;
	replyId: ReplyId;
}

/**
 * Moves a reply along one of the transitions, and the counters with it. An accepted answer that goes is accepted no
 * more; it does not come back accepted.
 */
async function changeStatus(
	db: Db,
	actor: Actor,
	key: ReplyKey,
	name: TransitionName,
	reason = '',
): Promise<void> {
	const { to, change } = transitions[name];
	await inTransaction(db, async (tx) => {
		const item = await lockItemRow(tx, actor, key.itemId);
		const target = await replyOf(tx, actor, item, key.replyId);
		const member = demandOnReply(actor, item, target, name);
		await tx
			.updateTable('replies')
			.set({
				status: to,
				deleted_at: to === 'deleted' ? now() : null,
				deleted_by: to === 'deleted' ? member.userId : null,
			})
			.where('id', '=', target.id)
			.execute();
		if (to === 'published') await count(tx, item, target, 1);
		if (target.status === 'published') {
			await count(tx, item, target, -1);
			if (item.acceptedReplyId === target.id) await unaccept(tx, item, target, member.userId);
		}
		await emit(tx, member.userId, 'items.reply-changed', {
			itemId: item.id,
			replyId: target.id,
			change,
			...aboutModeration(target, reason),
		});
	});
}

// What stands under an answer goes and comes with it; under one that is out of sight, only its own count moves.
async function count(tx: Tx, item: Subject, target: ReplySubject, by: 1 | -1): Promise<void> {
	const seen = target.rootInSight ? by * (1 + target.commentCount) : 0;
	await countReply(tx, item.id, target.kind, target.rootId, by, null, seen);
}

async function unaccept(tx: Tx, item: Subject, target: ReplySubject, userId: number): Promise<void> {
	await tx.updateTable('items').set({ accepted_reply_id: null }).where('id', '=', item.id).execute();
	await emit(tx, userId, 'questions.unaccepted', {
		itemId: item.id,
		replyId: target.id,
		answerAuthorId: target.authorId,
		askerId: item.authorId,
	});
}

/** @throws items.not_found, items.reply_not_found, items.wrong_status, items.locked; refusals of the policy */
export function deleteReply(db: Db, actor: Actor, key: ReplyKey, reason?: string): Promise<void> {
	return changeStatus(db, actor, key, 'delete', reason);
}

/** @throws as {@link deleteReply}, and items.removed_by_moderator */
export function restoreReply(db: Db, actor: Actor, key: ReplyKey): Promise<void> {
	return changeStatus(db, actor, key, 'restore');
}

export function hideReply(db: Db, actor: Actor, key: ReplyKey, reason?: string): Promise<void> {
	return changeStatus(db, actor, key, 'hide', reason);
}

export function unhideReply(db: Db, actor: Actor, key: ReplyKey): Promise<void> {
	return changeStatus(db, actor, key, 'unhide');
}
