import type { ItemId, ReplyId, SpaceId, UserId } from '../../../kernel/ids.ts';

export type JuryStatus = 'sealed' | 'decided' | 'failed' | 'cancelled';
export type Outcome = 'upheld' | 'dismissed';
export type JuryVote = 'uphold' | 'dismiss';

/** What is judged, as it was when the jury was called: later edits change nothing of it. */
export interface Evidence {
	/** The text, as Markdown; shown as plain text. */
	text: string;
	itemId: ItemId | null;
	replyId: ReplyId | null;
	/** Who wrote it, or who was reported. */
	personId: UserId | null;
	/** What it is reported for: `spam`, `abuse` … */
	category: string | null;
	/** What reporters said, without who they are. */
	reports: string[];
}

/** A jury as everybody may know of it who may know of its case. */
export interface Jury {
	id: number;
	caseId: number;
	title: string;
	spaceId: SpaceId | null;
	status: JuryStatus;
	size: number;
	quorum: number;
	closesAt: Date;
	createdAt: Date;
	closedAt: Date | null;
	/** How many have voted. */
	voted: number;
	seedHash: string;
	poolSize: number;
	outcome: Outcome | null;
	upheldVotes: number | null;
	dismissedVotes: number | null;
	statement: string;
}

/** Who is trusted enough to judge. */
export const JUROR_LEVEL = 3;
/** So often somebody is summoned in thirty days. */
export const SUMMONS_PER_MONTH = 3;
/** Who gave a party so many votes in a year, or got them, is a friend (or a foe). */
export const FRIENDLY_VOTES = 5;
/** So many of the draw are asked for their level before one gives up looking for jurors. */
export const MOST_ASKED = 2000;

/**
 * What votes come to. A majority of those cast decides; a tie is for who is accused; fewer than the quorum decide nothing.
 */
export function outcomeOf(votes: readonly JuryVote[], quorum: number): Outcome | null {
	if (votes.length < quorum) return null;
	const upheld = votes.filter((vote) => vote === 'uphold').length;
	return upheld * 2 > votes.length ? 'upheld' : 'dismissed';
}
