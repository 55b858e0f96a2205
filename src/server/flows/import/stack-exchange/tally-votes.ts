import type { Importing } from './import-phase.ts';
import { readTable } from './read-dump.ts';

/** Kinds of votes in a dump; the others (flags, reviews, spam) leave no trace on a post. */
export const VOTE = { accepted: 1, up: 2, down: 3, favourite: 5, bountyStart: 8, bountyClose: 9 } as const;

export interface VoteCounts {
	up: number;
	down: number;
	favourites: number;
}

/** How many votes of each kind every post has. Dumps do not say who voted, so nobody is made to have. */
export interface VoteTally {
	of(postId: number): VoteCounts;
}

const PAGE = 1 << 12;

/**
 * Counts votes by post: 12 bytes for each id in use, in pages, so that neither a large site nor a stray id takes
 * more memory than its posts are worth.
 */
export async function tallyVotes(importing: Importing): Promise<VoteTally> {
	const pages = new Map<number, Int32Array>();
	const of = (postId: number): VoteCounts => {
		const page = pages.get(Math.floor(postId / PAGE));
		const at = (((postId % PAGE) + PAGE) % PAGE) * 3;
		return { up: page?.[at] ?? 0, down: page?.[at + 1] ?? 0, favourites: page?.[at + 2] ?? 0 };
	};
	if (!importing.dump.files.votes) return { of };
	const position = { bytes: 0, totalBytes: 0 };
	const step = importing.progress.step('count votes', 'rows');
	let seen = 0;
	for await (const vote of readTable(importing.dump, 'votes', position)) {
		const slot =
			vote.type === VOTE.up ? 0 : vote.type === VOTE.down ? 1 : vote.type === VOTE.favourite ? 2 : -1;
		if (slot >= 0) {
			const number = Math.floor(vote.postId / PAGE);
			const page = pages.get(number) ?? new Int32Array(PAGE * 3);
			pages.set(number, page);
			page[(((vote.postId % PAGE) + PAGE) % PAGE) * 3 + slot]!++;
		}
		if (++seen % 1000 === 0) step.advance(1000, position.bytes / position.totalBytes);
	}
	step.advance(seen % 1000);
	step.finish();
	return { of };
}

/**
 * Up and down counts whose difference is exactly the post's score. Where the votes of a dump say something else
 * (some were removed with their voters) the score is right and the larger side is moved.
 */
export function splitScore(score: number, votes: { up: number; down: number }): { up: number; down: number } {
	const off = score - (votes.up - votes.down);
	return off >= 0 ? { up: votes.up + off, down: votes.down } : { up: votes.up, down: votes.down - off };
}
