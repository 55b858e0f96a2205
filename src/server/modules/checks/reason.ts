import type { CheckAction, CheckName } from './rules.ts';

/** Why a check speaks against a text. Kept as it is, and shown to its author. */
export type CheckReason = { action: Exclude<CheckAction, 'off'> /** 0 to 1. */; sure: number } & (
	| { check: 'words'; list: string; words: string[] }
	| { check: 'domains'; domains: string[] }
	| { check: 'links' | 'mentions' | 'invisible'; count: number; most: number }
	| { check: 'first'; most: number }
	| { check: 'again' | 'copied'; likeness: number; itemId: number; replyId: number | null }
	| { check: 'spam' | 'toxic'; probability: number; words: string[]; version: number }
	| { check: 'outside'; probability: number; categories: string[] }
	/** A moderator looked, and let it stand. */
	| { check: 'person' }
);

export type ReasonName = CheckReason['check'];
/** What may speak against a text: the checks of the table that look at it, watched words, and a person. */
export type ReasonCheck = Extract<CheckName, ReasonName> | 'words' | 'person';

const weights = { note: 0, hold: 1, hide: 2, refuse: 3 } as const;

/** What is done with a text: the strictest of what its reasons ask for. */
export function strictest(reasons: readonly CheckReason[]): 'publish' | 'hold' | 'hide' | 'refuse' {
	const most = reasons.reduce((sum, { action }) => Math.max(sum, weights[action]), 0);
	return (['publish', 'hold', 'hide', 'refuse'] as const)[most]!;
}

/** How sure the checks are: of reasons that do not know of each other, that not all are wrong. */
export function confidenceOf(reasons: readonly CheckReason[]): number {
	return 1 - reasons.reduce((doubt, { sure }) => doubt * (1 - sure), 1);
}
