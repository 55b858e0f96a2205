import type { UserId } from '../../kernel/ids.ts';

export const patterns = ['ring', 'farming', 'referral'] as const;
export type Pattern = (typeof patterns)[number];

export type FindingStatus = 'open' | 'confirmed' | 'dismissed';

/** What people may make of a finding; a decision may be reversed, also more than once. */
export const findingTransitions: Record<FindingStatus, readonly FindingStatus[]> = {
	open: ['confirmed', 'dismissed'],
	confirmed: ['dismissed'],
	dismissed: ['confirmed'],
};

/** What somebody does in a finding: gives (votes, accepts, buys), takes, or both. */
export type Part = 'giver' | 'taker' | 'both';

/** One act between two people of a finding. */
export interface Act {
	from: UserId;
	to: UserId;
	itemId: number | null;
	replyId: number | null;
	at: Date;
}

/** What a search found, before it is kept. */
export interface Found {
	pattern: Pattern;
	givers: UserId[];
	takers: UserId[];
	confidence: number;
	marks: Record<string, number>;
}

export const partOf = ({ givers, takers }: Pick<Found, 'givers' | 'takers'>): Map<UserId, Part> => {
	const parts = new Map<UserId, Part>(givers.map((id) => [id, 'giver']));
	for (const id of takers) parts.set(id, parts.has(id) ? 'both' : 'taker');
	return parts;
};
