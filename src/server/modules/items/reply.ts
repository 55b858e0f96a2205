import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ReplyId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { takeTurn } from '../accounts/index.ts';
import { announceReply } from './announce.ts';
import { kindNamed } from './checks.ts';
import { itemError } from './errors.ts';
import { demand } from './gate.ts';
import type { ReplyKind } from './kinds.ts';
import { type NewReply, newReplySchema } from './schemas.ts';
import { lockItemRow, replyOf } from './subject.ts';
import { renderText, replyIdPrefix } from './text.ts';
import { checkText, lookAhead, statusAfter, type TextStatus } from './text-check.ts';

/**
 * Answers, posts or comments. A comment's `parentId` is what it replies to: an answer, a post, another comment, or
 * nothing for the item itself. What the checks hold or hide is neither counted nor told of until it is shown.
 *
 * @throws items.not_found, items.reply_not_found, items.kind_takes_no_reply, items.locked, items.closed, items.held,
 *   items.not_in_space; refusals of the policy
 */
export async function reply(
	db: Db,
	actor: Actor,
	input: NewReply,
): Promise<{ id: ReplyId; status: TextStatus }> {
	const given = validate(newReplySchema, input);
	const body = await renderText(db, given.source, renderingOf(given.kind));
	const ahead = await lookAhead(db, actor, { title: '', source: given.source });
	return inTransaction(db, async (tx) => {
		const item = await lockItemRow(tx, actor, given.itemId);
		const member = demand(actor, item, given.kind === 'comment' ? 'comment' : 'answer');
		if (!kindNamed(item.kind).replyKinds.includes(given.kind)) {
			throw itemError('kind_takes_no_reply', {
				params: { kind: given.kind },
				detail: `A ${item.kind} takes no ${given.kind}.`,
			});
		}
		let rootId: ReplyId | null = null;
		if (given.parentId !== null) {
			if (given.kind !== 'comment')
				throw itemError('kind_takes_no_reply', { detail: 'Only comments stand under a reply.' });
			const parent = await replyOf(tx, actor, item, given.parentId);
			if (parent.status !== 'published' || !parent.rootInSight)
				throw itemError('reply_not_found', { detail: `Reply ${parent.id} is not in sight.` });
			rootId = parent.kind === 'comment' ? parent.rootId : parent.id;
		}
		await takeTurn(tx, actor);
		const verdict = await checkText(
			tx,
			{
				what: given.kind,
				itemId: item.id,
				replyId: null,
				spaceId: item.spaceId,
				title: '',
				source: given.source,
				writer: member,
				trusted: item.moderator,
				before: null,
			},
			ahead,
		);
		const status = statusAfter(verdict.decision, null);
		const at = now();
		const { id } = await tx
			.insertInto('replies')
			.values({
				item_id: item.id,
				kind: given.kind,
				root_id: rootId,
				parent_id: given.parentId,
				author_id: member.userId,
				source: given.source,
				html: body.html,
				has_math: body.hasMath,
				status,
				announced: status === 'published',
				created_at: at,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		await tx
			.insertInto('revisions')
			.values({
				item_id: item.id,
				reply_id: id,
				number: 1,
				source: given.source,
				editor_id: member.userId,
				created_at: at,
			})
			.execute();
		await verdict.settle?.(tx, { itemId: item.id, replyId: id, revision: 1 });
		if (status === 'published') {
			await countReply(tx, item.id, given.kind, rootId, 1, at);
			const { kind, parentId } = given;
			await announceReply(
				tx,
				{ itemId: item.id, id, kind, parentId, authorId: member.userId },
				body.mentions,
			);
		}
		return { id, status };
	});
}

/** Comments are plain; answers and posts may have all that a body may. */
export function renderingOf(kind: ReplyKind): { base: 'post' | 'comment'; idPrefix?: string } {
	return kind === 'comment' ? { base: 'comment' } : { base: 'post', idPrefix: replyIdPrefix() };
}

/**
 * Moves the counters by one reply; with `activityAt`, the item rises in the list of what is active.
 *
 * @param seen how many replies come into or go out of sight with it; 1 or -1 unless it carries comments
 */
export async function countReply(
	tx: Db,
	itemId: number,
	kind: ReplyKind,
	rootId: ReplyId | null,
	by: 1 | -1,
	activityAt: Date | null,
	seen: number = by,
): Promise<void> {
	const roots = kind === 'comment' ? 0 : by;
	const own = kind === 'comment' && rootId === null ? by : 0;
	await sql`update items set reply_count = reply_count + ${seen}::int, answer_count = answer_count + ${roots}::int,
		comment_count = comment_count + ${own}::int, last_activity_at = coalesce(${activityAt}::timestamptz, last_activity_at)
		where id = ${itemId}`.execute(tx);
	if (rootId !== null)
		await sql`update replies set comment_count = comment_count + ${by}::int where id = ${rootId}`.execute(tx);
}
