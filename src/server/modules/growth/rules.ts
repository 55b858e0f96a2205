/** What moves somebody's reputation. Amounts are points; a removed cause takes its points back. */
export const reputationRules = {
	questionUp: 5,
	itemUp: 10,
	answerUp: 10,
	postUp: 5,
	commentUp: 0,
	down: -2,
	accepted: 15,
	/** For choosing an answer: asking well includes coming back. */
	accepting: 2,
	/** At most so much a day from votes; acceptances and bounties are not capped. */
	votesPerDay: 200,
} as const;

/**
 * What a vote is worth to the author of what was voted on.
 *
 * @param target the kind of the item, or of the reply when a reply was voted on
 */
export function voteWorth(target: string, value: -1 | 0 | 1): number {
	if (value === 0) return 0;
	if (target === 'comment') return 0;
	if (value === -1) return reputationRules.down;
	if (target === 'question') return reputationRules.questionUp;
	if (target === 'answer') return reputationRules.answerUp;
	if (target === 'post') return reputationRules.postUp;
	return reputationRules.itemUp;
}

/**
 * How much of a gain still counts today.
 *
 * @param today sum of today's points from votes
 */
export function capped(gain: number, today: number): number {
	if (gain <= 0) return gain;
	return Math.max(0, Math.min(gain, reputationRules.votesPerDay - today));
}
