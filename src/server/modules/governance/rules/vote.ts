import { type Actor, isStaff } from '../../../contracts/actor.ts';
import { requireActing } from '../../../contracts/policy.ts';
import { now } from '../../../kernel/clock.ts';
import { commonError } from '../../../kernel/errors.ts';
import { validate } from '../../../kernel/validate.ts';
import { type Db, inTransaction, type Tx } from '../../../platform/db/index.ts';
import { emit } from '../../../platform/events/index.ts';
import { governanceError } from '../errors.ts';
import { choiceSchema, vetoSchema } from '../schemas.ts';
import { type Proposal, proposalTransitions } from './proposal.ts';
import { countVotes, findProposal, mayVoteNow } from './queries.ts';

/** One proposal, locked for the rest of the transaction. @throws governance.proposal_not_found */
export async function lockProposal(tx: Tx, actor: Actor, id: number): Promise<Proposal> {
	await tx.selectFrom('rule_proposals').select('id').where('id', '=', id).forUpdate().execute();
	return findProposal(tx, actor, id);
}

/**
 * Votes on a proposal, or changes one's vote, while the vote goes on. Whoever had an account when it was made may.
 *
 * @throws governance.proposal_not_found, governance.vote_closed, governance.not_on_roll
 */
export async function voteOnRules(db: Db, actor: Actor, proposalId: number, input: unknown): Promise<void> {
	const { userId } = requireActing(actor, 'public');
	const { choice } = validate(choiceSchema, input);
	await inTransaction(db, async (tx) => {
		const proposal = await lockProposal(tx, actor, proposalId);
		const at = now();
		if (!mayVoteNow(proposal, at)) throw governanceError('vote_closed');
		const voter = await tx
			.selectFrom('users')
			.select('created_at')
			.where('id', '=', userId)
			.executeTakeFirstOrThrow();
		// Accounts made for the vote have none.
		if (voter.created_at > proposal.createdAt) throw governanceError('not_on_roll');
		await tx
			.insertInto('rule_votes')
			.values({ proposal_id: proposalId, user_id: userId, choice, at })
			.onConflict((conflict) => conflict.columns(['proposal_id', 'user_id']).doUpdateSet({ choice, at }))
			.execute();
	});
}

/**
 * Takes a proposal back while it is only talked over: its proposer, or staff.
 *
 * @throws governance.proposal_not_found, governance.wrong_phase, common.forbidden
 */
export async function withdrawProposal(db: Db, actor: Actor, proposalId: number): Promise<void> {
	const { userId } = requireActing(actor);
	await inTransaction(db, async (tx) => {
		const proposal = await lockProposal(tx, actor, proposalId);
		if (proposal.proposer?.id !== userId && !isStaff(actor)) throw commonError('forbidden');
		if (!proposalTransitions[proposal.status].includes('withdrawn') || now() >= proposal.discussionEndsAt)
			throw governanceError('wrong_phase');
		await tx
			.updateTable('rule_proposals')
			.set({ status: 'withdrawn' })
			.where('id', '=', proposalId)
			.execute();
	});
}

/**
 * Stops a proposal before it is in force, with a reason that everybody reads. What was voted stays to be seen.
 *
 * @throws governance.proposal_not_found, governance.veto_late, common.forbidden
 */
export async function vetoProposal(db: Db, actor: Actor, proposalId: number, input: unknown): Promise<void> {
	const { userId } = requireActing(actor, 'public');
	if (actor.role !== 'admin') throw commonError('forbidden', { detail: 'Administrators may veto.' });
	const { reason } = validate(vetoSchema, input);
	await inTransaction(db, async (tx) => {
		const proposal = await lockProposal(tx, actor, proposalId);
		if (!proposalTransitions[proposal.status].includes('vetoed')) throw governanceError('veto_late');
		await tx
			.updateTable('rule_proposals')
			.set({
				status: 'vetoed',
				vetoed_by: userId,
				veto_reason: reason,
				decided_at: proposal.decidedAt ?? now(),
				...(proposal.decidedAt === null ? await countVotes(tx, proposalId) : {}),
			})
			.where('id', '=', proposalId)
			.execute();
		await emit(tx, userId, 'governance.changed', {
			what: 'proposal',
			id: proposalId,
			change: 'vetoed',
			title: proposal.title,
			people: proposal.proposer ? [proposal.proposer.id] : [],
		});
	});
}
