import type { Actor } from '../../contracts/actor.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { demand } from './gate.ts';
import { demandOnReply } from './reply-gate.ts';
import { type VoteInput, voteSchema } from './schemas.ts';
import { lockItemRow, replyOf } from './subject.ts';

type Value = -1 | 0 | 1;

/**
 * Votes for an item or one of its replies; 0 takes the vote back. Voting the same again changes nothing and tells
 * nothing.
 *
 * @returns the score after the vote, and the vote that now stands
 * @throws items.not_found, items.reply_not_found, items.own_vote, items.held, items.locked; refusals of the policy
 */
export async function vote(db: Db, actor: Actor, input: VoteInput): Promise<{ score: number; value: Value }> {
	const { itemId, replyId, value } = validate(voteSchema, input);
	return inTransaction(db, async (tx) => {
		const item = await lockItemRow(tx, actor, itemId);
		const answer = replyId === null ? null : await replyOf(tx, actor, item, replyId);
		const member = answer ? demandOnReply(actor, item, answer, 'vote') : demand(actor, item, 'vote');

		const before = await sql<{ value: Value }>`select value from votes
			where user_id = ${member.userId} and item_id = ${itemId} and reply_id is not distinct from ${replyId}::bigint`.execute(
			tx,
		);
		const from = before.rows[0]?.value ?? 0;
		if (from !== value) await recordVote(tx, member.userId, itemId, replyId, value);
		const up = Number(value === 1) - Number(from === 1);
		const down = Number(value === -1) - Number(from === -1);
		const table = replyId === null ? sql.table('items') : sql.table('replies');
		const counted =
			from === value
				? await sql<{ score: number }>`select score from ${table} where id = ${replyId ?? itemId}`.execute(tx)
				: await sql<{
						score: number;
					}>`update ${table} set score = score + ${value - from}::int, up_count = up_count + ${up}::int,
					down_count = down_count + ${down}::int where id = ${replyId ?? itemId} returning score`.execute(tx);
		if (from !== value) {
			await emit(tx, member.userId, 'items.voted', {
				itemId,
				replyId,
				authorId: (answer ?? item).authorId,
				from,
				to: value,
			});
		}
		return { score: counted.rows[0]!.score, value };
	});
}

async function recordVote(
	tx: Db,
	userId: number,
	itemId: number,
	replyId: number | null,
	value: Value,
): Promise<void> {
	if (value === 0) {
		await sql`delete from votes where user_id = ${userId} and item_id = ${itemId} and reply_id is not distinct from ${replyId}::bigint`.execute(
			tx,
		);
		return;
	}
	await tx
		.insertInto('votes')
		.values({ user_id: userId, item_id: itemId, reply_id: replyId, value })
		.onConflict((conflict) => conflict.columns(['user_id', 'item_id', 'reply_id']).doUpdateSet({ value }))
		.execute();
}
