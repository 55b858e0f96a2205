import type { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, ReplyId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { announceLateReply } from './announce.ts';
import { aboutModeration } from './change-item.ts';
import { countReply, renderingOf } from './reply.ts';
import { demandOnReply } from './reply-gate.ts';
import { noNewerThan, tellNewlyMentioned } from './revise-item.ts';
import { replyChangeSchema } from './schemas.ts';
import { lockItemRow, type ReplySubject, replyOf, type Subject } from './subject.ts';
import { renderText } from './text.ts';
import { checkText, lookAhead, refuseStopping, statusAfter, type TextStatus } from './text-check.ts';
import { type TransitionName, transitionOf } from './transitions.ts';

export type ReplyChange = z.input<typeof replyChangeSchema>;

/**
 * Writes a new revision of a reply; see `reviseItem` for what `revision` is for.
 *
 * @returns the revision that now stands, and where; see `reviseItem`
 * @throws items.edit_conflict, items.not_found, items.reply_not_found, items.locked, items.deleted; refusals of the policy
 */
export async function reviseReply(
	db: Db,
	actor: Actor,
	input: ReplyChange,
): Promise<{ revision: number; status: TextStatus }> {
	const given = validate(replyChangeSchema, input);
	const ahead = await lookAhead(db, actor, { title: '', source: given.source });
	return inTransaction(db, async (tx) => {
		const item = await lockItemRow(tx, actor, given.itemId);
		const target = await replyOf(tx, actor, item, given.replyId);
		const member = demandOnReply(actor, item, target, 'edit');
		noNewerThan(target.revision, given.revision);
		const before = target.status as TextStatus;
		if (given.source === target.source) return { revision: target.revision, status: before };
		const verdict = await checkText(
			tx,
			{
				what: target.kind,
				itemId: item.id,
				replyId: target.id,
				spaceId: item.spaceId,
				title: '',
				source: given.source,
				writer: member,
				trusted: item.moderator,
				before: { title: '', source: target.source, status: before },
			},
			ahead,
		);
		refuseStopping(verdict.decision, target.authorId, member.userId, item.moderator);
		const status = statusAfter(verdict.decision, before);
		const body = await renderText(tx, given.source, renderingOf(target.kind));
		const at = now();
		const revision = target.lastRevision + 1;
		await tx
			.updateTable('replies')
			.set({ source: given.source, html: body.html, has_math: body.hasMath, revision, edited_at: at, status })
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
		await verdict.settle?.(tx, { itemId: item.id, replyId: target.id, revision });
		if (target.kind !== 'comment' && status === 'published')
			await tx.updateTable('items').set({ last_activity_at: at }).where('id', '=', item.id).execute();
		await emit(tx, member.userId, 'items.reply-revised', { itemId: item.id, replyId: target.id });
		await moveReply(tx, item, target, before, status, member.userId);
		if (status === 'published' && target.announced)
			await tellNewlyMentioned(tx, member.userId, item.id, target.id, target.source, body.mentions);
		return { revision, status };
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
	await inTransaction(db, async (tx) => {
		const item = await lockItemRow(tx, actor, key.itemId);
		const target = await replyOf(tx, actor, item, key.replyId);
		const member = demandOnReply(actor, item, target, name);
		const { to, change } = transitionOf(name, target.deletedFrom);
		await tx
			.updateTable('replies')
			.set({
				status: to,
				deleted_from: to === 'deleted' ? target.status : null,
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
		if (to === 'published' && !target.announced) await announceLateReply(tx, target.id);
	});
}

/** What follows when a new revision brings a reply out of sight or into it. */
export async function moveReply(
	tx: Tx,
	item: Subject,
	target: ReplySubject,
	from: TextStatus,
	to: TextStatus,
	userId: number | null,
): Promise<void> {
	if (from === to) return;
	if (to === 'published') await count(tx, item, target, 1);
	if (from === 'published') {
		await count(tx, item, target, -1);
		if (item.acceptedReplyId === target.id) await unaccept(tx, item, target, userId);
	}
	const change = to === 'published' ? 'released' : to;
	await emit(tx, userId, 'items.reply-changed', { itemId: item.id, replyId: target.id, change });
	if (to === 'published' && !target.announced) await announceLateReply(tx, target.id);
}

// What stands under an answer goes and comes with it; under one that is out of sight, only its own count moves.
async function count(tx: Tx, item: Subject, target: ReplySubject, by: 1 | -1): Promise<void> {
	const seen = target.rootInSight ? by * (1 + target.commentCount) : 0;
	await countReply(tx, item.id, target.kind, target.rootId, by, null, seen);
}

async function unaccept(tx: Tx, item: Subject, target: ReplySubject, userId: number | null): Promise<void> {
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

/** Brings what the checks held into sight, and tells of it if nobody was told before. */
export function releaseReply(db: Db, actor: Actor, key: ReplyKey, reason?: string): Promise<void> {
	return changeStatus(db, actor, key, 'release', reason);
}

export function unhideReply(db: Db, actor: Actor, key: ReplyKey): Promise<void> {
	return changeStatus(db, actor, key, 'unhide');
}
