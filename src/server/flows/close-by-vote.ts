import type { Actor } from '../contracts/actor.ts';
import type { ItemId } from '../kernel/ids.ts';
import { activeRules } from '../modules/growth/index.ts';
import {
	type CloseInput,
	type ClosingVotes,
	readClosingVotes,
	voteToClose,
	voteToReopen,
} from '../modules/questions/index.ts';
import type { Db } from '../platform/db/index.ts';

/** Votes to close or to reopen a question; how many votes it takes is said by the rules of standing. */
export async function voteOnClosing(
	db: Db,
	actor: Actor,
	input: ({ direction: 'close' } & CloseInput) | { direction: 'reopen'; itemId: ItemId },
): Promise<ClosingVotes> {
	const { closingVotes } = (await activeRules(db)).rules;
	if (input.direction === 'reopen') return voteToReopen(db, actor, input.itemId, closingVotes);
	const { direction: _, ...close } = input;
	return voteToClose(db, actor, close, closingVotes);
}

/** How such a vote stands. Two statements. */
export async function closingVotesOn(
	db: Db,
	actor: Actor,
	itemId: ItemId,
	direction: 'close' | 'reopen',
): Promise<{ votes: number; own: boolean; needed: number }> {
	const [votes, { rules }] = await Promise.all([
		readClosingVotes(db, actor, itemId, direction),
		activeRules(db),
	]);
	return { ...votes, needed: rules.closingVotes };
}
