import { confidenceOf } from './judge.ts';
import { type Marks, measure, type Usual, usualOf } from './marks.ts';
import { type Excess, excessScore, interestsOf, scanAuthor } from './subset-scan.ts';
import { lnBinomialTail } from './tails.ts';
import { rowsOf, type VoteGraph } from './vote-graph.ts';

/** Accounts that stand out by voting together. Ids of people. */
export interface Group {
	voters: number[];
	authors: number[];
	/** ln of the likelihood ratio after paying for the search. */
	score: number;
	marks: Marks;
}

export interface RingSearch {
	/** When a person joined, in seconds since 1970. */
	joinedAt: (id: number) => number;
	/** Votes for one author from which on somebody can be in a set. */
	least?: number;
	smallest?: number;
	/** Only around these authors; all by default. */
	around?: readonly number[];
	onProgress?: (done: number, total: number) => void;
}

/** A set with more than this share of all who vote is a place, not a ring. */
export const MOST_OF_ALL = 1 / 3;

/** All sets that stand out, the strongest first, with what is measured of each. No judgement yet. */
export function findGroups(graph: VoteGraph, search: RingSearch): Group[] {
	const { least = 2, smallest = 4 } = search;
	const interests = interestsOf(graph);
	const indexes = new Map(graph.ids.map((id, index) => [id, index]));
	const around = search.around
		? search.around.flatMap((id) => indexes.get(id) ?? [])
		: graph.ids.map((_, index) => index);
	const candidates = around.filter((author) => rowsOf(graph.byAuthor, author).length >= least * smallest);
	let voters = 0;
	for (let person = 0; person < graph.ids.length; person++)
		if (rowsOf(graph.byVoter, person).length > 0) voters++;
	const scan = { least, smallest, voters, authors: candidates.length };
	const found: Excess[] = [];
	candidates.forEach((author, n) => {
		const one = scanAuthor(graph, interests, author, scan);
		if (one) found.push(one);
		if (n % 500 === 0) search.onProgress?.(n, candidates.length);
	});
	// Where most who vote are in the set, there is nobody to compare them with: in a small place everybody votes for everybody.
	const comparable = ({ voters: set }: { voters: unknown[] }) => set.length <= voters * MOST_OF_ALL;
	const usual = usualOf(graph);
	const joined = graph.ids.map((id) => search.joinedAt(id)).sort((a, b) => a - b);
	return joinOverlapping(found.filter(comparable))
		.map((group) => withoutAdmirers(graph, group))
		.filter((group) => group.voters.length >= smallest && comparable(group))
		.map((group) => ({
			...group,
			score: excessScore(
				sum(group.voters, 'observed'),
				sum(group.voters, 'expected'),
				group.voters.length,
				voters,
				candidates.length,
			),
		}))
		.filter(({ score }) => score > 0)
		.map((group) => describe(graph, usual, group, search, joined))
		.sort((a, b) => b.score - a.score);
}

interface Joined {
	voters: Excess['voters'];
	authors: number[];
}

const sum = (voters: Excess['voters'], what: 'observed' | 'expected') =>
	voters.reduce((total, one) => total + one[what], 0);

/** Sets of numbers that hang together, by links between them. */
function unions(count: number) {
	const parent = Array.from({ length: count }, (_, n) => n);
	const root = (n: number): number => {
		while (parent[n] !== n) {
			parent[n] = parent[parent[n]!]!;
			n = parent[n]!;
		}
		return n;
	};
	const link = (a: number, b: number): void => {
		parent[root(b)] = root(a);
	};
	return { root, link };
}

/** Sets that are mostly the same people are one: two in five of both together are in both (Jaccard 1901). */
function joinOverlapping(found: Excess[]): Joined[] {
	const { root, link } = unions(found.length);
	const having = new Map<number, number[]>();
	found.forEach(({ voters }, n) => {
		for (const { voter } of voters) {
			const those = having.get(voter);
			if (those) those.push(n);
			else having.set(voter, [n]);
		}
	});
	found.forEach(({ voters }, n) => {
		const shared = new Map<number, number>();
		for (const { voter } of voters)
			for (const other of having.get(voter)!) if (other > n) shared.set(other, (shared.get(other) ?? 0) + 1);
		for (const [other, count] of shared)
			if (count >= 0.4 * (voters.length + found[other]!.voters.length - count)) link(n, other);
	});
	const groups = new Map<number, Excess[]>();
	found.forEach((one, n) => {
		const those = groups.get(root(n));
		if (those) those.push(one);
		else groups.set(root(n), [one]);
	});
	return [...groups.values()].map((those) => {
		const all = new Map<number, { voter: number; observed: number; expected: number; times: number }>();
		for (const { voters } of those)
			for (const { voter, observed, expected } of voters) {
				const one = all.get(voter) ?? { voter, observed: 0, expected: 0, times: 0 };
				all.set(voter, {
					voter,
					observed: one.observed + observed,
					expected: one.expected + expected,
					times: one.times + 1,
				});
			}
		return {
			// Who is in few of many sets only brushed the others.
			voters: [...all.values()].filter(({ times }) => times * 4 >= those.length),
			authors: those.map(({ author }) => author),
		};
	});
}

/**
 * Whoever likes an author is drawn into the set of those who prop that author up. They go who vote for less of what
 * it was possible to vote for than chance makes of the middle voter's share: one in ten by chance for whom somebody
 * outside ever stood up, one in a hundred for whom nobody did.
 */
function withoutAdmirers(graph: VoteGraph, group: Joined): Joined {
	const circle = new Set([...group.voters.map(({ voter }) => voter), ...group.authors]);
	const targets = new Map<number, { author: number; last: number }>();
	for (const author of group.authors)
		for (const row of rowsOf(graph.byAuthor, author)) {
			const last = Math.max(targets.get(graph.target[row]!)?.last ?? 0, graph.at[row]!);
			targets.set(graph.target[row]!, { author, last });
		}
	const covered = group.voters.map(({ voter, observed }) => {
		let first = Number.POSITIVE_INFINITY;
		for (const row of rowsOf(graph.byVoter, voter)) first = Math.min(first, graph.at[row]!);
		let open = 0;
		for (const { author, last } of targets.values()) if (author !== voter && last >= first) open++;
		return { own: observed, open: Math.max(observed, open) };
	});
	const shares = covered.map(({ own, open }) => own / open).sort((a, b) => a - b);
	// Nobody misses something once in a while only because the middle one never did.
	const usual = Math.min(0.95, shares[shares.length >> 1]!);
	return {
		authors: group.authors,
		voters: group.voters.filter(({ voter }, n) => {
			const known = rowsOf(graph.byAuthor, voter).some((row) => !circle.has(graph.from[row]!));
			const { own, open } = covered[n]!;
			return lnBinomialTail(open - own, open, 1 - usual) >= Math.log(known ? 0.1 : 0.01);
		}),
	};
}

function describe(
	graph: VoteGraph,
	usual: Usual,
	group: Joined & { score: number },
	search: RingSearch,
	joined: number[],
): Group {
	const before = (time: number) => {
		let [low, high] = [0, joined.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (joined[middle]! < time) low = middle + 1;
			else high = middle;
		}
		return low;
	};
	const people = group.voters.map(({ voter }) => voter);
	const marks = measure(
		graph,
		usual,
		{
			joinedAt: (person) => search.joinedAt(graph.ids[person]!),
			joinedWithin: (from, to) => (before(to + 1) - before(from)) / joined.length,
		},
		people,
		group.authors,
		sum(group.voters, 'expected'),
	);
	return {
		voters: people.map((index) => graph.ids[index]!),
		authors: group.authors.map((index) => graph.ids[index]!),
		score: group.score,
		marks,
	};
}

/** From this confidence on, and this many voters, a set is a finding. */
export const SURE = 0.8;
export const SMALLEST = 5;

export interface Ring extends Group {
	confidence: number;
}

/** The sets that look as if they were run as one, the surest first. */
export function findRings(graph: VoteGraph, search: RingSearch): Ring[] {
	return findGroups(graph, search)
		.map((group) => ({ ...group, confidence: confidenceOf(group.marks, group.score) }))
		.filter(({ confidence, voters }) => confidence >= SURE && voters.length >= SMALLEST)
		.sort((a, b) => b.confidence - a.confidence);
}
