import { rowsOf, type VoteGraph } from './vote-graph.ts';

/** Voters who, together, voted for one author more than people of the same interests do. Indexes of the graph. */
export interface Excess {
	author: number;
	voters: { voter: number; observed: number; expected: number }[];
	observed: number;
	expected: number;
	/** ln of the likelihood ratio, less what it costs to have searched among so many sets. */
	score: number;
}

/** Votes of a topic, and each voter's of each topic: what the expectation is made of. */
export interface Interests {
	/** Votes of a topic, by topic. */
	topics: Map<number, number>;
	/** Topics of a voter with how many votes. */
	of: (voter: number) => Map<number, number>;
}

export function interestsOf(graph: VoteGraph): Interests {
	const topics = new Map<number, number>();
	for (const topic of graph.topic) topics.set(topic, (topics.get(topic) ?? 0) + 1);
	const kept = new Map<number, Map<number, number>>();
	return {
		topics,
		of(voter) {
			let own = kept.get(voter);
			if (!own) {
				own = new Map();
				for (const row of rowsOf(graph.byVoter, voter))
					own.set(graph.topic[row]!, (own.get(graph.topic[row]!) ?? 0) + 1);
				kept.set(voter, own);
			}
			return own;
		},
	};
}

/** The likelihood ratio of so many votes where so many are expected, less the price of having searched. */
export function excessScore(
	observed: number,
	expected: number,
	size: number,
	all: number,
	authors: number,
): number {
	if (observed <= expected) return Number.NEGATIVE_INFINITY;
	const ratio = observed * Math.log(observed / expected) - (observed - expected);
	return ratio - size * Math.log((Math.E * all) / size) - Math.log(authors);
}

/**
 * Finds the set of voters that one author's votes stand out by most.
 *
 * How many votes of somebody for this author are expected: of their votes in each topic, the share that people outside the
 * set give this author there, mixed half and half with the share of all their votes: where one author is most of a topic,
 * interest alone would explain anything (interpolation, Jelinek and Mercer 1980). The set with the largest Poisson likelihood ratio E ln(E / M) - (E - M) is found among all
 * sets in the time of sorting: ordered by observed / expected, it is a beginning of that order (linear-time subset scanning,
 * Neill 2012, J. R. Stat. Soc. B 74(2); the statistic: Kulldorff 1997, Comm. Stat. 26(6)). Because the expectation is made
 * without the set, it is searched again with the set that was found, until it stays.
 *
 * Having looked at every set of k of n voters, and at every author, is paid for: ln C(n, k) <= k ln(e n / k), and ln of the
 * number of authors, are taken off (Bonferroni).
 *
 * @param least votes for this author from which on somebody can be in the set
 * @returns null where nothing stands out
 */
export function scanAuthor(
	graph: VoteGraph,
	interests: Interests,
	author: number,
	{
		least,
		smallest,
		voters: all,
		authors,
	}: { least: number; smallest: number; voters: number; authors: number },
): Excess | null {
	const rows = rowsOf(graph.byAuthor, author);
	const observed = new Map<number, number>();
	const topicOfAuthor = new Map<number, number>();
	for (const row of rows) {
		observed.set(graph.from[row]!, (observed.get(graph.from[row]!) ?? 0) + 1);
		topicOfAuthor.set(graph.topic[row]!, (topicOfAuthor.get(graph.topic[row]!) ?? 0) + 1);
	}
	const candidates = [...observed].filter(([, n]) => n >= least).map(([voter]) => voter);
	if (candidates.length < smallest) return null;
	let set = new Set(candidates);
	let found: Excess | null = null;
	for (let round = 0; round < 6; round++) {
		// What people outside the set give this author, in each of the author's topics.
		const rate = new Map<number, number>();
		const [inAuthor, inTopic] = votesOfSet(graph, interests, set, author);
		const theirs = [...inTopic.values()].reduce((sum, n) => sum + n, 0);
		const forAuthor = [...inAuthor.values()].reduce((sum, n) => sum + n, 0);
		const ofAll = (rows.length - forAuthor + 0.5) / (graph.from.length - theirs + 1);
		for (const [topic, n] of topicOfAuthor) {
			const outside = n - (inAuthor.get(topic) ?? 0);
			const total = interests.topics.get(topic)! - (inTopic.get(topic) ?? 0);
			rate.set(topic, 0.5 * ((outside + 0.5) / (total + 1)) + 0.5 * ofAll);
		}
		const ordered = candidates
			.map((voter) => {
				let expected = 0;
				for (const [topic, n] of interests.of(voter)) expected += n * (rate.get(topic) ?? 0);
				return { voter, observed: observed.get(voter)!, expected: Math.max(expected, 1e-6) };
			})
			.sort((a, b) => b.observed / b.expected - a.observed / a.expected);
		let best: Excess | null = null;
		let [o, e] = [0, 0];
		for (const [at, one] of ordered.entries()) {
			o += one.observed;
			e += one.expected;
			const k = at + 1;
			if (k < smallest || o <= e) continue;
			const score = excessScore(o, e, k, all, authors);
			if (!best || score > best.score) best = { author, voters: [], observed: o, expected: e, score };
			if (best.score === score) best.voters = ordered.slice(0, k);
		}
		found = best;
		if (!best) break;
		const next = new Set(best.voters.map(({ voter }) => voter));
		if (next.size === set.size && [...next].every((voter) => set.has(voter))) break;
		set = next;
	}
	return found && found.score > 0 ? found : null;
}

function votesOfSet(graph: VoteGraph, interests: Interests, set: Set<number>, author: number) {
	const inAuthor = new Map<number, number>();
	const inTopic = new Map<number, number>();
	for (const row of rowsOf(graph.byAuthor, author))
		if (set.has(graph.from[row]!))
			inAuthor.set(graph.topic[row]!, (inAuthor.get(graph.topic[row]!) ?? 0) + 1);
	for (const voter of set)
		for (const [topic, n] of interests.of(voter)) inTopic.set(topic, (inTopic.get(topic) ?? 0) + n);
	return [inAuthor, inTopic] as const;
}
