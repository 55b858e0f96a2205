/** One round of a count, as it is published. */
export interface Round {
	/** By candidate, in votes with five places after the point. */
	votes: Record<string, number>;
	/** Votes that name nobody who still stands. */
	spent: number;
	elected: string[];
	excluded: string[];
	/** Whether the lot decided who goes first. */
	byLot: boolean;
}

export interface Count {
	quota: number;
	elected: string[];
	rounds: Round[];
}

const grain = 100_000;
/** Cut, not rounded, to five places, as the rules say. */
const cut = (value: number): number => Math.floor(value * grain + 1e-6) / grain;

interface Paper {
	/** Places of the candidates it names, the favourite first. */
	names: readonly string[];
	value: number;
	/** Which of its names it counts for now. */
	at: number;
}

/**
 * Counts ranked ballots by the single transferable vote as Scotland's councils are elected (The Scottish Local Government
 * Elections Order 2007, Schedule 1, Part III): Droop quota, all papers of an elected candidate go on at a
 * part of their value (weighted inclusive Gregory), the last is excluded, ties are decided by the latest round in which they
 * were not tied, and by the lot that was drawn before the count.
 *
 * @param ballots candidates, the favourite first; unknown names and repeated ones are passed over
 * @param lot all candidates in the order of a lot, drawn and published before the count: the earlier one wins a tie
 * @param seats how many are elected
 */
export function countBallots(
	ballots: readonly (readonly string[])[],
	lot: readonly string[],
	seats: number,
): Count {
	const standing = new Set(lot);
	const papers = ballots
		.map(
			(names): Paper => ({
				names: [...new Set(names)].filter((name) => standing.has(name)),
				value: 1,
				at: 0,
			}),
		)
		.filter(({ names }) => names.length > 0);
	const quota = Math.floor(papers.length / (seats + 1)) + 1;
	const piles = new Map(lot.map((name) => [name, [] as Paper[]]));
	const elected: string[] = [];
	const rounds: Round[] = [];
	let spent = 0;
	for (const paper of papers) piles.get(paper.names[0]!)!.push(paper);
	const totals = () =>
		new Map(lot.map((name) => [name, cut(piles.get(name)!.reduce((sum, { value }) => sum + value, 0))]));
	const surplus = new Map<string, number>();

	/** Of tied candidates the one ahead: by the latest round in which they differ, else by lot. */
	const compare = (one: string, other: string): { order: number; byLot: boolean } => {
		for (const { votes } of [...rounds].reverse())
			if (votes[one] !== votes[other]) return { order: votes[other]! - votes[one]!, byLot: false };
		return { order: lot.indexOf(one) - lot.indexOf(other), byLot: true };
	};
	const pass = (paper: Paper) => {
		while (paper.at < paper.names.length && !standing.has(paper.names[paper.at]!)) paper.at++;
		const next = paper.names[paper.at];
		if (next === undefined) spent = cut(spent + paper.value);
		else piles.get(next)!.push(paper);
	};

	while (elected.length < seats && standing.size > 0) {
		const votes = totals();
		const round: Round = {
			votes: Object.fromEntries([...votes].filter(([name]) => standing.has(name) || surplus.has(name))),
			spent,
			elected: [],
			excluded: [],
			byLot: false,
		};
		rounds.push(round);
		const byVotes = [...standing].sort(
			(one, other) => votes.get(other)! - votes.get(one)! || compare(one, other).order,
		);
		const left = seats - elected.length;
		const enough =
			standing.size <= left ? byVotes : byVotes.filter((name) => votes.get(name)! >= quota).slice(0, left);
		for (const name of enough) {
			standing.delete(name);
			elected.push(name);
			round.elected.push(name);
			surplus.set(name, Math.max(0, votes.get(name)! - quota));
		}
		if (elected.length >= seats || standing.size === 0) break;
		const largest = [...surplus]
			.filter(([, over]) => over > 0)
			.sort(([one, a], [other, b]) => b - a || compare(one, other).order)[0];
		if (largest) {
			const [name, over] = largest;
			const total = votes.get(name)!;
			surplus.set(name, 0);
			const moving = piles.get(name)!;
			piles.set(name, [{ names: [name], value: quota, at: 0 }]);
			for (const paper of moving) {
				paper.value = cut((over * paper.value) / total);
				pass(paper);
			}
			continue;
		}
		if (enough.length > 0) continue;
		const last = byVotes.at(-1)!;
		const tied = byVotes.filter((name) => votes.get(name) === votes.get(last));
		round.byLot = tied.length > 1 && tied.some((name) => name !== last && compare(name, last).byLot);
		round.excluded.push(last);
		standing.delete(last);
		for (const paper of piles.get(last)!.splice(0)) pass(paper);
	}
	return { quota, elected, rounds };
}
