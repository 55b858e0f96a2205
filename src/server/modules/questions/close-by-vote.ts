import type { Actor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { demand } from '../items/index.ts';
import { lockQuestion } from './accept-answer.ts';
import { closeFor, originalOf, reopenFor } from './close-question.ts';
import { questionError } from './errors.ts';
import { type CloseInput, closeSchema } from './schemas.ts';

/** How a vote on closing or reopening stands. */
export interface ClosingVotes {
	votes: number;
	needed: number;
	/** This vote was the last one that was needed. */
	done: boolean;
}

/**
 * Votes to close a question to answers; with the vote that makes `needed` it is closed, for the reason that most of
 * them gave. Voting again changes one's reason. Votes older than two weeks count no more.
 *
 * @param needed from the rules of standing in force
 * @throws items.not_found, items.locked, questions.not_a_question, questions.already_closed, questions.duplicate_missing,
 *   questions.duplicate_of_itself, questions.duplicate_unknown; common.invalid_input; refusals of the policy
 */
export async function voteToClose(
	db: Db,
	actor: Actor,
	input: CloseInput,
	needed: number,
): Promise<ClosingVotes> {
	const { itemId, reason, duplicateOf } = validate(closeSchema, input);
	return inTransaction(db, async (tx) => {
		const item = await lockQuestion(tx, actor, itemId);
		if (item.closedAt) throw questionError('already_closed', { detail: 'The question is closed already.' });
		const member = demand(actor, item, 'voteToClose');
		const original = reason === 'duplicate' ? await originalOf(tx, actor, itemId, duplicateOf) : null;
		const one = { reason, duplicate_of: original };
		const votes = await count(tx, itemId, member.userId, 'close', one);
		if (votes.length < needed) return { votes: votes.length, needed, done: false };
		const { reason: most, duplicate_of } = prevailing(votes);
		await closeFor(tx, member.userId, itemId, most as CloseInput['reason'], duplicate_of);
		await forget(tx, itemId);
		return { votes: votes.length, needed, done: true };
	});
}

/** The same for opening it again. @throws items.not_found, questions.not_closed; refusals of the policy */
export async function voteToReopen(
	db: Db,
	actor: Actor,
	itemId: ItemId,
	needed: number,
): Promise<ClosingVotes> {
	return inTransaction(db, async (tx) => {
		const item = await lockQuestion(tx, actor, itemId);
		if (!item.closedAt) throw questionError('not_closed', { detail: 'The question is open.' });
		const member = demand(actor, item, 'voteToReopen');
		const votes = await count(tx, itemId, member.userId, 'reopen', { reason: '', duplicate_of: null });
		if (votes.length < needed) return { votes: votes.length, needed, done: false };
		await reopenFor(tx, member.userId, itemId);
		await forget(tx, itemId);
		return { votes: votes.length, needed, done: true };
	});
}

/** How many votes stand, and whether this person's is among them. One statement. */
export async function readClosingVotes(
	db: Db,
	actor: Actor,
	itemId: ItemId,
	direction: 'close' | 'reopen',
): Promise<{ votes: number; own: boolean }> {
	const rows = await db
		.selectFrom('closing_votes')
		.select('user_id')
		.where('item_id', '=', itemId)
		.where('direction', '=', direction)
		.where('created_at', '>', twoWeeksAgo())
		.execute();
	return { votes: rows.length, own: rows.some((row) => row.user_id === actor.userId) };
}

const twoWeeksAgo = () => new Date(now().getTime() - 14 * 86_400_000);

interface Vote {
	reason: string;
	duplicate_of: ItemId | null;
}

async function count(
	tx: Tx,
	itemId: ItemId,
	userId: number,
	direction: 'close' | 'reopen',
	vote: Vote,
): Promise<Vote[]> {
	const set = { ...vote, created_at: now() };
	await tx
		.insertInto('closing_votes')
		.values({ item_id: itemId, user_id: userId, direction, ...set })
		.onConflict((conflict) => conflict.columns(['item_id', 'user_id', 'direction']).doUpdateSet(set))
		.execute();
	return tx
		.selectFrom('closing_votes')
		.select(['reason', 'duplicate_of'])
		.where('item_id', '=', itemId)
		.where('direction', '=', direction)
		.where('created_at', '>', twoWeeksAgo())
		.orderBy('created_at')
		.execute();
}

// The reason given most often; of two, the one given first.
function prevailing(votes: Vote[]): Vote {
	const counts = new Map<string, number>();
	for (const { reason } of votes) counts.set(reason, (counts.get(reason) ?? 0) + 1);
	const most = Math.max(...counts.values());
	return votes.find(({ reason }) => counts.get(reason) === most)!;
}

async function forget(tx: Tx, itemId: ItemId): Promise<void> {
	await tx.deleteFrom('closing_votes').where('item_id', '=', itemId).execute();
}
