import type { ItemId, UserId } from '../../../kernel/ids.ts';

export type ProposalStatus =
	| 'discussion'
	| 'vote'
	| 'accepted'
	| 'in_force'
	| 'rejected'
	| 'no_quorum'
	| 'outdated'
	| 'vetoed'
	| 'withdrawn';

/** From which status a proposal may go to which. */
export const proposalTransitions: Record<ProposalStatus, readonly ProposalStatus[]> = {
	discussion: ['vote', 'outdated', 'vetoed', 'withdrawn'],
	vote: ['accepted', 'rejected', 'no_quorum', 'outdated', 'vetoed'],
	accepted: ['in_force', 'vetoed', 'outdated'],
	in_force: [],
	rejected: [],
	no_quorum: [],
	outdated: [],
	vetoed: [],
	withdrawn: [],
};

export type Choice = 'yes' | 'no' | 'abstain';

/** The rules in a language, as Markdown; a missing language falls back to the other. */
export type RuleTexts = Record<'zh-CN' | 'en', string>;

/** Who may propose: so long here, with so much reputation; staff always. */
export const PROPOSE = { days: 30, reputation: 100 };
/** Proposals that are talked over or voted on at once: of one person, of all. */
export const OWN_OPEN = 1;
export const MOST_OPEN = 10;
/** Of yes and no, so many hundredths must be yes. */
export const MAJORITY = 60;
/** So many must vote at least; and of those who were seen in 90 days, so many hundredths. */
export const LEAST_QUORUM = 3;
export const QUORUM_PERCENT = 5;

/**
 * What a vote comes to. Who abstains counts for the quorum, and for neither side.
 *
 * @param majority hundredths of yes and no that must be yes
 */
export function resultOf(
	votes: Record<Choice, number>,
	quorum: number,
	majority: number,
): 'accepted' | 'rejected' | 'no_quorum' {
	if (votes.yes + votes.no + votes.abstain < quorum) return 'no_quorum';
	const spoken = votes.yes + votes.no;
	return spoken > 0 && votes.yes * 100 >= majority * spoken ? 'accepted' : 'rejected';
}

/** How many must vote, of so many who were seen lately. */
export const quorumOf = (active: number): number =>
	Math.max(LEAST_QUORUM, Math.ceil((active * QUORUM_PERCENT) / 100));

export interface Proposal {
	id: number;
	title: string;
	html: string;
	baseVersion: number;
	texts: RuleTexts;
	discussion: { id: ItemId; kind: string; slug: string; title: string } | null;
	status: ProposalStatus;
	discussionEndsAt: Date;
	voteEndsAt: Date;
	inForceDays: number;
	inForceAt: Date | null;
	quorum: number;
	majority: number;
	/** Told when the vote is over; null while it goes on. */
	votes: Record<Choice, number> | null;
	/** How many have voted so far. */
	voters: number;
	proposer: { id: UserId; handle: string; name: string } | null;
	veto: { by: { handle: string; name: string } | null; reason: string } | null;
	createdAt: Date;
	decidedAt: Date | null;
}

export interface RuleVersion {
	version: number;
	texts: RuleTexts;
	htmls: RuleTexts;
	inForceAt: Date;
	proposal: { id: number; title: string } | null;
}
