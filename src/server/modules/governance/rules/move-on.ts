import { now } from '../../../kernel/clock.ts';
import { type Db, inTransaction, type Tx } from '../../../platform/db/index.ts';
import { emit } from '../../../platform/events/index.ts';
import { byTheClock } from '../system.ts';
import { type Choice, type Proposal, type ProposalStatus, resultOf } from './proposal.ts';
import { renderRules } from './propose.ts';
import { countVotes, rulesInForce } from './queries.ts';
import { lockProposal } from './vote.ts';

/**
 * Moves proposals on whose time has come: to the vote, to its result, into force. One whose rules were changed meanwhile is
 * outdated: nobody voted on what would come of both.
 *
 * @returns how many steps were made
 */
export async function moveProposalsOn(db: Db): Promise<number> {
	let steps = 0;
	for (let more = true; more; ) {
		const at = now();
		const due = await db
			.selectFrom('rule_proposals')
			.select('id')
			.where((eb) =>
				eb.or([
					eb.and([eb('status', '=', 'discussion'), eb('discussion_ends_at', '<=', at)]),
					eb.and([eb('status', '=', 'vote'), eb('vote_ends_at', '<=', at)]),
					eb.and([eb('status', '=', 'accepted'), eb('in_force_at', '<=', at)]),
				]),
			)
			.orderBy('id')
			.limit(50)
			.execute();
		more = false;
		for (const { id } of due)
			if (await inTransaction(db, async (tx) => step(tx, await lockProposal(tx, byTheClock, id), at))) {
				steps++;
				more = true;
			}
	}
	return steps;
}

async function step(tx: Tx, proposal: Proposal, at: Date): Promise<boolean> {
	const { status } = proposal;
	const outdated = ((await rulesInForce(tx))?.version ?? 0) !== proposal.baseVersion;
	if (status === 'discussion' && proposal.discussionEndsAt <= at) {
		await set(tx, proposal, outdated ? 'outdated' : 'vote');
		return true;
	}
	if (status === 'vote' && proposal.voteEndsAt <= at) {
		const votes = await countVotes(tx, proposal.id);
		const result = outdated ? 'outdated' : resultOf(votes, proposal.quorum, proposal.majority);
		await set(tx, proposal, result, {
			...votes,
			decided_at: at,
			...(result === 'accepted'
				? { in_force_at: new Date(proposal.voteEndsAt.getTime() + proposal.inForceDays * 86_400_000) }
				: {}),
		});
		return true;
	}
	if (status === 'accepted' && proposal.inForceAt !== null && proposal.inForceAt <= at) {
		if (outdated) {
			await set(tx, proposal, 'outdated');
			return true;
		}
		const htmls = await renderRules(proposal.texts);
		await tx
			.insertInto('rule_versions')
			.values({
				version: proposal.baseVersion + 1,
				texts: JSON.stringify(proposal.texts),
				htmls: JSON.stringify(htmls),
				proposal_id: proposal.id,
				made_by: proposal.proposer?.id ?? null,
				in_force_at: proposal.inForceAt,
			})
			.execute();
		await set(tx, proposal, 'in_force');
		return true;
	}
	return false;
}

async function set(
	tx: Tx,
	proposal: Proposal,
	status: ProposalStatus,
	more: Partial<Record<Choice, number>> & { decided_at?: Date; in_force_at?: Date } = {},
): Promise<void> {
	await tx
		.updateTable('rule_proposals')
		.set({ status, ...more })
		.where('id', '=', proposal.id)
		.execute();
	await emit(tx, null, 'governance.changed', {
		what: 'proposal',
		id: proposal.id,
		change: status,
		title: proposal.title,
		people: proposal.proposer ? [proposal.proposer.id] : [],
	});
}
