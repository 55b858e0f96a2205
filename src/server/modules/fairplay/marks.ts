import { lnBinomialTail, lnChiSquaredBelow, lnPoissonTail } from './tails.ts';
import { rowsOf, type VoteGraph } from './vote-graph.ts';

/** What is measured of a set of voters and the authors they vote for. Shares are from 0 to 1. */
export interface Marks {
	/** Votes of the set for the authors, and what would be expected of people of the same interests. */
	observed: number;
	expected: number;
	/** Of all votes on what the set voted for, the share that is theirs: what would be lost without them. */
	dependence: number;
	/** Of what an author wrote while a voter was about, the share that the middle voter voted for; of the authors the largest. */
	coverage: number;
	/** Of all votes of the middle voter, the share that went to the authors. */
	concentration: number;
	/** Of pairs of their votes on the same thing, the share within an hour, and the same for everybody. */
	together: number;
	togetherOfAll: number;
	lnTogether: number;
	/** The share of the set for whom nobody outside of it ever stood up. */
	unknown: number;
	unknownOfAll: number;
	lnUnknown: number;
	/** The share that joined within the same fortnight, and what is usual; ln of its probability. */
	joinedTogether: number;
	lnJoined: number;
	/** Their votes a thing, variance by mean: about 1 by chance, near 0 when somebody counts them out; ln of its probability. */
	spread: number;
	lnEven: number;
	/** Of ordered pairs within the set, the share that voted for each other. */
	mutual: number;
}

export const HOUR = 3600;
export const FORTNIGHT = 14 * 86_400;

/** Rates of the whole place that a set is compared with. */
export interface Usual {
	together: number;
	unknown: number;
}

/** Pairs of times within an hour of each other, of sorted times. */
function closePairs(times: number[]): number {
	times.sort((a, b) => a - b);
	let close = 0;
	for (let low = 0, high = 0; high < times.length; high++) {
		while (times[high]! - times[low]! > HOUR) low++;
		close += high - low;
	}
	return close;
}

export function usualOf(graph: VoteGraph): Usual {
	let [close, pairs] = [0, 0];
	for (let target = 0; target < graph.targetIds.length; target++) {
		const times = Array.from(rowsOf(graph.byTarget, target), (row) => graph.at[row]!);
		close += closePairs(times);
		pairs += (times.length * (times.length - 1)) / 2;
	}
	let [voters, unknown] = [0, 0];
	for (let person = 0; person < graph.ids.length; person++) {
		if (rowsOf(graph.byVoter, person).length < 2) continue;
		voters++;
		if (rowsOf(graph.byAuthor, person).length === 0) unknown++;
	}
	return { together: (close + 1) / (pairs + 10), unknown: (unknown + 1) / (voters + 2) };
}

const middle = (values: number[]): number => {
	if (values.length === 0) return 0;
	values.sort((a, b) => a - b);
	return values[values.length >> 1]!;
};

/** When people (by index) joined, in seconds, and the share of all that joined between two moments. */
export interface Joins {
	joinedAt: (person: number) => number;
	joinedWithin: (from: number, to: number) => number;
}

interface Touched {
	mine: number[];
	all: number;
	last: number;
	voters: Set<number>;
}

/** Measures a set of voters and the authors they vote for; all by index. */
export function measure(
	graph: VoteGraph,
	usual: Usual,
	{ joinedAt, joinedWithin }: Joins,
	voters: readonly number[],
	authors: readonly number[],
	expected: number,
): Marks {
	const set = new Set(voters);
	const circle = new Set([...voters, ...authors]);
	const byTarget = new Map<number, Touched>();
	const targets = new Map<number, Touched[]>();
	let observed = 0;
	for (const author of authors) {
		targets.set(author, []);
		for (const row of rowsOf(graph.byAuthor, author)) {
			const target = graph.target[row]!;
			let one = byTarget.get(target);
			if (!one) {
				one = { mine: [], all: 0, last: 0, voters: new Set() };
				byTarget.set(target, one);
				targets.get(author)!.push(one);
			}
			one.all++;
			one.last = Math.max(one.last, graph.at[row]!);
			if (!set.has(graph.from[row]!)) continue;
			one.mine.push(graph.at[row]!);
			one.voters.add(graph.from[row]!);
			observed++;
		}
	}
	const touched = [...byTarget.values()].filter(({ mine }) => mine.length > 0);
	const coverage = authors.map((): number[] => []);
	const concentration: number[] = [];
	const to = new Set(authors);
	let [unknown, pairs, mutual] = [0, 0, 0];
	const links = new Set<number>();
	for (const voter of voters) {
		const rows = rowsOf(graph.byVoter, voter);
		let [own, first] = [0, Number.POSITIVE_INFINITY];
		for (const row of rows) {
			first = Math.min(first, graph.at[row]!);
			if (to.has(graph.to[row]!)) own++;
			if (set.has(graph.to[row]!)) links.add(voter * graph.ids.length + graph.to[row]!);
		}
		authors.forEach((author, n) => {
			if (author === voter) return;
			const open = targets.get(author)!.filter(({ last }) => last >= first);
			const voted = open.filter(({ voters: those }) => those.has(voter)).length;
			if (open.length > 0) coverage[n]!.push(voted / open.length);
		});
		concentration.push(own / rows.length);
		if (rowsOf(graph.byAuthor, voter).every((row) => circle.has(graph.from[row]!))) unknown++;
	}
	for (const a of voters)
		for (const b of voters) {
			if (a === b) continue;
			pairs++;
			if (links.has(a * graph.ids.length + b) && links.has(b * graph.ids.length + a)) mutual++;
		}
	let [close, sharedPairs] = [0, 0];
	for (const { mine } of touched) {
		close += closePairs(mine);
		sharedPairs += (mine.length * (mine.length - 1)) / 2;
	}
	const counts = [...byTarget.values()].map(({ mine }) => mine.length);
	const mean = observed / Math.max(1, counts.length);
	const dispersion = counts.reduce((total, n) => total + (n - mean) ** 2, 0) / Math.max(1e-9, mean);
	const joins = voters.map(joinedAt).sort((a, b) => a - b);
	let [most, at] = [0, 0];
	for (let low = 0, high = 0; high < joins.length; high++) {
		while (joins[high]! - joins[low]! > FORTNIGHT) low++;
		if (high - low + 1 > most) [most, at] = [high - low + 1, joins[low]!];
	}
	return {
		observed,
		expected,
		dependence:
			observed /
			Math.max(
				1,
				touched.reduce((sum, { all }) => sum + all, 0),
			),
		coverage: Math.max(0, ...coverage.map(middle)),
		concentration: middle(concentration),
		together: close / Math.max(1, sharedPairs),
		togetherOfAll: usual.together,
		lnTogether: lnPoissonTail(close, sharedPairs * usual.together),
		unknown: unknown / voters.length,
		lnUnknown: lnBinomialTail(unknown, voters.length, usual.unknown),
		unknownOfAll: usual.unknown,
		joinedTogether: most / voters.length,
		lnJoined: lnBinomialTail(most, voters.length, Math.max(1e-6, joinedWithin(at, at + FORTNIGHT))),
		spread: dispersion / Math.max(1, counts.length - 1),
		lnEven:
			counts.length < 3 ? 0 : Math.max(-50, lnChiSquaredBelow(Math.max(dispersion, 1e-6), counts.length - 1)),
		mutual: pairs === 0 ? 0 : mutual / pairs,
	};
}
