/** What an item's quality is made of; each part from 0 to 1, `upheld` a number of cases. */
export interface QualityParts {
	/** Lower bound of the share of up-votes. */
	votes: number;
	/** How many of those who read it kept it: bookmarks, follows. */
	kept: number;
	/** A question: whether it has an accepted answer, an answer, or none. Other kinds: in the middle. */
	solved: number;
	/** Whether it is talked about. */
	replies: number;
	/** The author's reputation, on a logarithmic scale. */
	author: number;
	/** Reports that were upheld against it. */
	upheld: number;
}

/** How much each part weighs; together 1. The author's standing is small: good work of a newcomer is good work. */
export const weights = { votes: 0.5, kept: 0.2, solved: 0.15, replies: 0.1, author: 0.05 } as const;
/** What each upheld report leaves of the score. */
export const UPHELD_LEAVES = 0.5;
/** What an item has of which nothing is known yet: lists treat one without a score as one of this. */
export const NEUTRAL = 0.5;

/**
 * Lower bound of Wilson's score interval of the share of successes: what the share is at least, with a confidence of 90 %
 * on one side. Few votes say little, so three of three is less than ninety of a hundred.
 *
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927), 209–212.
 *
 * @param successes may be a fraction, as pseudo-counts are
 */
export function wilsonLower(successes: number, trials: number, z = 1.2816): number {
	if (trials <= 0) return 0;
	const share = successes / trials;
	const centre = share + (z * z) / (2 * trials);
	const spread = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * trials)) / trials);
	return Math.max(0, (centre - spread) / (1 + (z * z) / trials));
}

/** What is known of an item. */
export interface QualityFacts {
	kind: string;
	up: number;
	down: number;
	views: number;
	bookmarks: number;
	followers: number;
	answers: number;
	replies: number;
	accepted: boolean;
	reputation: number;
	upheld: number;
}

const between = (value: number) => Math.min(1, Math.max(0, value));

/** The parts of an item's score. */
export function partsOf(facts: QualityFacts): QualityParts {
	// Two votes of nobody, one up and one down, stand for what is not known; scaled so that no vote is the middle.
	const none = wilsonLower(1, 2);
	const lower = wilsonLower(facts.up + 1, facts.up + facts.down + 2);
	const votes = lower >= none ? 0.5 + (0.5 * (lower - none)) / (1 - none) : (0.5 * lower) / none;
	// One in twenty who keeps it is very good. Fifty readers who are not there stand for what is not known.
	const keepers = facts.bookmarks + facts.followers;
	const kept = between((keepers + 1.25) / (facts.views + 50) / 0.05);
	const solved = facts.kind === 'question' ? (facts.accepted ? 1 : facts.answers > 0 ? 0.6 : 0.3) : 0.5;
	return {
		votes: between(votes),
		kept,
		solved,
		replies: between(0.3 + 0.7 * (Math.log1p(facts.replies) / Math.log(21))),
		author: between(Math.log10(1 + Math.max(0, facts.reputation)) / 4),
		upheld: facts.upheld,
	};
}

/** The score, from 0 to 1: the weighted mean of the parts, halved for each upheld report. */
export function scoreOf(parts: QualityParts): number {
	const mean = (Object.keys(weights) as (keyof typeof weights)[]).reduce(
		(sum, part) => sum + weights[part] * parts[part],
		0,
	);
	return between(mean * UPHELD_LEAVES ** parts.upheld);
}
