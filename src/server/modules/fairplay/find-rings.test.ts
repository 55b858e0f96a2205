import { describe, expect, test } from 'vitest';
import { findFarms } from './farming.ts';
import { findRings } from './find-rings.ts';
import { findReferrals } from './referral.ts';
import { honestVotes, plantRing, randomFrom, type Strategy, syntheticBase } from './testing/community.ts';
import { graphFrom } from './vote-graph.ts';

// Weights and thresholds were chosen on seeds 1 to 40.
const seeds = [101, 102, 103];

function flaggedIn(seed: number, strategy: Strategy | null) {
	const base = syntheticBase(randomFrom(seed));
	const honest = honestVotes(base, randomFrom(seed + 1000));
	const ring = strategy && plantRing(base, honest, strategy, randomFrom(seed + 2000));
	const joined = new Map(base.people.map(({ id, joinedAt }) => [id, joinedAt]));
	for (const [id, at] of ring?.joinedAt ?? []) joined.set(id, at);
	const graph = graphFrom([...honest.votes, ...(ring?.votes ?? [])]);
	const rings = findRings(graph, { joinedAt: (id) => joined.get(id)! });
	const flagged = new Set(rings.flatMap(({ voters }) => voters));
	return {
		planted: [...flagged].filter((id) => ring?.members.has(id)).length,
		honest: [...flagged].filter((id) => !ring?.members.has(id)).length / base.people.length,
		rings,
	};
}

describe('among 2,500 people with fans, friends and a class that votes for its teacher', () => {
	test.each(seeds)('nobody is flagged where there is no ring (seed %i)', (seed) => {
		expect(flaggedIn(seed, null).rings).toEqual([]);
	});

	test.each(['master', 'reciprocal', 'camouflaged', 'slow'] as const)(
		'a ring of 30 is found that is %s, with at most one honest account in a thousand',
		(strategy) => {
			const runs = seeds.map((seed) => flaggedIn(seed, strategy));
			for (const { planted } of runs) expect(planted).toBeGreaterThanOrEqual(24);
			const wrong = runs.reduce((sum, { honest }) => sum + honest, 0) / runs.length;
			expect(wrong).toBeLessThanOrEqual(0.001);
		},
	);
});

test('a search around an author finds the ring of that author alone', () => {
	const base = syntheticBase(randomFrom(101));
	const honest = honestVotes(base, randomFrom(1101));
	const ring = plantRing(base, honest, 'master', randomFrom(2101));
	const graph = graphFrom([...honest.votes, ...ring.votes]);
	const around = (id: number) => findRings(graph, { joinedAt: () => 0, around: [id] });
	expect(around(ring.master!)).toHaveLength(1);
	const other = base.people.find(({ id }) => id !== ring.master)!;
	expect(around(other.id)).toEqual([]);
	expect(around(999_999)).toEqual([]);
});

test('a small place in which everybody votes for everybody is no ring, and neither is a core of regulars', () => {
	const base = syntheticBase(randomFrom(104), { people: 30, posts: 200, topics: 4 });
	const votes = base.posts.flatMap((post) =>
		base.people
			.filter(({ id }) => id !== post.author && (id * 7 + post.target) % 10 < 7)
			.map(({ id }) => ({
				from: id,
				to: post.author,
				target: post.target,
				topic: post.topic,
				at: post.at + id,
			})),
	);
	expect(findRings(graphFrom(votes), { joinedAt: () => 0 })).toEqual([]);
	const place = syntheticBase(randomFrom(105), { people: 300, posts: 600, topics: 8 });
	const honest = honestVotes(place, randomFrom(1105));
	expect(honest.groups.regulars.size).toBe(12);
	expect(findRings(graphFrom(honest.votes), { joinedAt: () => 0 })).toEqual([]);
});

test('no votes at all, and one vote, are no ring', () => {
	expect(findRings(graphFrom([]), { joinedAt: () => 0 })).toEqual([]);
	expect(
		findRings(graphFrom([{ from: 1, to: 2, target: 2, topic: 0, at: 0 }]), { joinedAt: () => 0 }),
	).toEqual([]);
});

const others = Array.from({ length: 200 }, (_, n) => ({
	asker: 1000 + (n % 60),
	answerer: 2000 + (n % 25),
	waited: 3600 * (1 + (n % 30)),
	length: 900,
}));

test('who asks so that one other is accepted at once, with next to nothing, farms; a faithful learner does not', () => {
	const farm = Array.from({ length: 8 }, () => ({ asker: 1, answerer: 2, waited: 90, length: 40 }));
	const faithful = Array.from({ length: 8 }, () => ({ asker: 3, answerer: 4, waited: 20_000, length: 1500 }));
	expect(
		findFarms([...others, ...farm, ...faithful]).map(({ asker, answerer }) => [asker, answerer]),
	).toEqual([[1, 2]]);
});

test('an affiliate who buys through accounts made for it is found; one whose friends share a network is not', () => {
	const plain = { justJoined: false, onlyHere: true, votes: false, network: false };
	const honest = Array.from({ length: 60 }, (_, n) => ({
		affiliate: 10 + (n % 6),
		buyer: 100 + n,
		...plain,
		network: n % 5 === 0,
	}));
	const own = Array.from({ length: 6 }, (_, n) => ({
		affiliate: 1,
		buyer: 500 + n,
		...plain,
		justJoined: true,
		network: true,
	}));
	const found = findReferrals([...honest, ...own]);
	expect(found.map(({ affiliate, tied }) => [affiliate, tied])).toEqual([[1, 6]]);
});
