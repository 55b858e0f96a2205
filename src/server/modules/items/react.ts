import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { demand } from './gate.ts';
import { demandOnReply } from './reply-gate.ts';
import { type ReactionInput, reactionSchema } from './schemas.ts';
import { lockItemRow, replyOf } from './subject.ts';

/**
 * Reacts to an item or a reply with one of a few emojis, or takes that back. Doing it twice is doing it once.
 *
 * @returns how many people now react with each emoji
 * @throws items.not_found, items.reply_not_found, items.deleted, items.held, items.locked; refusals of the policy
 */
export async function react(
	db: Db,
	actor: Actor,
	input: ReactionInput,
): Promise<{ counts: Record<string, number> }> {
	const { itemId, replyId, emoji, on } = validate(reactionSchema, input);
	return inTransaction(db, async (tx) => {
		const item = await lockItemRow(tx, actor, itemId);
		const answer = replyId === null ? null : await replyOf(tx, actor, item, replyId);
		const member = answer ? demandOnReply(actor, item, answer, 'react') : demand(actor, item, 'react');
		const changed = on
			? await sql`insert into reactions (user_id, item_id, reply_id, emoji, created_at)
				values (${member.userId}, ${itemId}, ${replyId}, ${emoji}, ${now()}) on conflict do nothing returning emoji`.execute(
					tx,
				)
			: await sql`delete from reactions where user_id = ${member.userId} and item_id = ${itemId}
				and reply_id is not distinct from ${replyId}::bigint and emoji = ${emoji} returning emoji`.execute(
					tx,
				);
		const by = changed.rows.length === 0 ? 0 : on ? 1 : -1;
		const table = sql.table(replyId === null ? 'items' : 'replies');
		const key = replyId ?? itemId;
		const counted =
			by === 0
				? await sql<{
						counts: Record<string, number>;
					}>`select reaction_counts as counts from ${table} where id = ${key}`.execute(tx)
				: await sql<{
						counts: Record<string, number>;
					}>`update ${table} set reaction_counts = jsonb_strip_nulls(reaction_counts || jsonb_build_object(
					${emoji}::text, nullif(coalesce((reaction_counts ->> ${emoji})::int, 0) + ${by}::int, 0))) where id = ${key}
					returning reaction_counts as counts`.execute(tx);
		if (by !== 0)
			await emit(tx, member.userId, 'items.reacted', {
				itemId,
				replyId,
				authorId: (answer ?? item).authorId,
				emoji,
				on,
			});
		return { counts: counted.rows[0]!.counts };
	});
}
