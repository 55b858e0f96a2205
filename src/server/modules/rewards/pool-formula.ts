import { z } from 'zod';
import { whole } from './schemas.ts';

/**
 * How the pool is shared, as numbers that everybody reads on its page:
 *
 * quality of a work = vote × Σ (one for each person who voted for it, `repeat`^k for the author's k-th work that the same
 * person voted for this month) + solved × (1 when it was accepted) + view × ln(1 + views), less down × people against it;
 * never below nothing. Voters who are new count nothing.
 *
 * share of an author = points × their quality ÷ everybody's quality, at most `mostPercent` of the pool, nothing below
 * `least` points.
 */
export const formulaSchema = z.strictObject({
	vote: z.coerce.number('rewards.formula').min(0, 'rewards.formula').max(100, 'rewards.formula').default(1),
	/** What each further vote of the same person for the same author counts, of the one before: 0 to 1. */
	repeat: z.coerce.number('rewards.formula').min(0, 'rewards.formula').max(1, 'rewards.formula').default(0.5),
	down: z.coerce.number('rewards.formula').min(0, 'rewards.formula').max(100, 'rewards.formula').default(1),
	solved: z.coerce
		.number('rewards.formula')
		.min(0, 'rewards.formula')
		.max(1000, 'rewards.formula')
		.default(3),
	view: z.coerce.number('rewards.formula').min(0, 'rewards.formula').max(100, 'rewards.formula').default(0.2),
	/** Votes of people who joined less than so many days before count nothing. */
	voterDays: whole(0, 365).default(7),
	mostPercent: whole(1, 100).default(20),
	least: whole(1, 10_000).default(5),
});
export type Formula = z.output<typeof formulaSchema>;

/** A work of the month as the formula looks at it. */
export interface WorkOfMonth {
	itemId: number;
	replyId: number | null;
	authorId: number;
	/** Who voted for it, in the order of voting. */
	voters: number[];
	against: number;
	solved: boolean;
	views: number;
}

export interface WorkQuality {
	itemId: number;
	replyId: number | null;
	quality: number;
	voters: number;
	solved: boolean;
	views: number;
}

/** The quality of the works of one author, the best first. Pure. */
export function qualityOf(works: readonly WorkOfMonth[], formula: Formula): WorkQuality[] {
	const given = new Map<number, number>();
	return works
		.map(({ itemId, replyId, voters, against, solved, views }) => {
			let votes = 0;
			for (const voter of new Set(voters)) {
				const before = given.get(voter) ?? 0;
				votes += formula.repeat ** before;
				given.set(voter, before + 1);
			}
			const quality =
				formula.vote * votes +
				(solved ? formula.solved : 0) +
				formula.view * Math.log1p(views) -
				formula.down * against;
			return { itemId, replyId, quality: Math.max(0, quality), voters: new Set(voters).size, solved, views };
		})
		.sort((a, b) => b.quality - a.quality || a.itemId - b.itemId || (a.replyId ?? 0) - (b.replyId ?? 0));
}

/**
 * Shares points by quality, in whole points: what rounding leaves goes to the largest remainders (Hamilton), so that the
 * sum is the pool's unless somebody is at the most that one may have, or below the least. What these leave stays in the
 * pool: nobody's share grows because another one's was cut.
 *
 * @param qualities by author, in any order; the outcome does not depend on it
 * @returns by author; who gets nothing is left out
 */
export function shareOut(
	points: number,
	qualities: ReadonlyMap<number, number>,
	{ mostPercent, least }: Pick<Formula, 'mostPercent' | 'least'>,
): Map<number, number> {
	const authors = [...qualities].filter(([, quality]) => quality > 0).sort(([a], [b]) => a - b);
	const sum = authors.reduce((all, [, quality]) => all + quality, 0);
	if (sum === 0 || points <= 0) return new Map();
	const exact = authors.map(([id, quality]) => ({ id, share: (points * quality) / sum }));
	let left = points - exact.reduce((all, { share }) => all + Math.floor(share), 0);
	const byRemainder = [...exact].sort(
		(a, b) => b.share - Math.floor(b.share) - (a.share - Math.floor(a.share)) || a.id - b.id,
	);
	const most = Math.floor((points * mostPercent) / 100);
	const shares = new Map<number, number>();
	for (const { id, share } of byRemainder) {
		const extra = left > 0 ? 1 : 0;
		left -= extra;
		const whole = Math.min(Math.floor(share) + extra, most);
		if (whole >= least) shares.set(id, whole);
	}
	return shares;
}
