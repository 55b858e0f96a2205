import type { Support } from '../vote-graph.ts';

/** What a community is made of before anybody's votes are known: people, what they wrote, and how many votes it got when. */
export interface Base {
	/** Seconds since 1970. */
	people: { id: number; joinedAt: number }[];
	posts: { target: number; author: number; topic: number; at: number; votes: number[] }[];
}

export type Random = () => number;

/** The same numbers for the same seed (Vigna's SplitMix, 32 bits). */
export function randomFrom(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x9e3779b9) >>> 0;
		let z = state;
		z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
		z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
		return ((z ^ (z >>> 16)) >>> 0) / 2 ** 32;
	};
}

export const below = (random: Random, n: number) => Math.floor(random() * n);
export const pick = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)]!;
/** In another order (Fisher and Yates). */
export function shuffled<T>(random: Random, list: readonly T[]): T[] {
	const out = [...list];
	for (let n = out.length - 1; n > 0; n--) {
		const other = below(random, n + 1);
		[out[n], out[other]] = [out[other]!, out[n]!];
	}
	return out;
}

const DAY = 86_400;

/** Draws an index by weights, from their running sums. */
function drawer(weights: readonly number[]) {
	const sums: number[] = [];
	let sum = 0;
	for (const weight of weights) {
		sum += weight;
		sums.push(sum);
	}
	return (random: Random) => {
		const wanted = random() * sum;
		let [low, high] = [0, sums.length - 1];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (sums[middle]! > wanted) high = middle;
			else low = middle + 1;
		}
		return low;
	};
}

/** People, posts and counts of a place that never was: joined over two years, posts and votes by power laws. */
export function syntheticBase(random: Random, size = { people: 2500, posts: 1500, topics: 24 }): Base {
	const start = 1_700_000_000;
	const span = 500 * DAY;
	const people = Array.from({ length: size.people }, (_, n) => ({
		id: n + 1,
		joinedAt: Math.floor(start + span * random() ** 0.8),
	}));
	const author = drawer(people.map((_, n) => 1 / (n + 8)));
	const order = shuffled(random, people);
	const topic = drawer(Array.from({ length: size.topics }, (_, n) => 1 / (n + 2)));
	const home = people.map(() => topic(random));
	const posts = Array.from({ length: size.posts }, (_, n) => {
		const who = order[author(random)]!;
		const at = Math.floor(who.joinedAt + (start + span - who.joinedAt) * random());
		const count = Math.min(150, Math.floor(2.2 * random() ** -0.75));
		return {
			target: (n + 1) * 2,
			author: who.id,
			topic: 1 + (random() < 0.7 ? home[who.id - 1]! : topic(random)),
			at,
			votes: Array.from({ length: count }, () =>
				Math.floor(Math.min(start + span, at - Math.log(1 - random()) * 4 * DAY * (random() < 0.2 ? 15 : 1))),
			),
		};
	});
	return { people, posts };
}

/** Who votes together without any harm meant, and must not be flagged for it. */
export interface Honest {
	votes: Support[];
	/** Accounts that vote in the honest way, by what makes them look alike. */
	groups: Record<'fans' | 'friends' | 'students' | 'regulars', Set<number>>;
	teacher: number;
}

/**
 * Gives each vote of a base a voter. Few vote much and many hardly (Zipf); most votes stay in what somebody is interested
 * in; some people are fans, who vote for a good part of what one author writes; some are friends, who vote for each other;
 * twelve regulars vote for half of what the others of them write; and a class votes for what its teacher writes: during lessons, from one network, having joined in the same fortnight.
 */
export function honestVotes(base: Base, random: Random): Honest {
	const people = base.people;
	const order = shuffled(random, people);
	const wrote = new Map<number, number>();
	for (const post of base.posts) wrote.set(post.author, (wrote.get(post.author) ?? 0) + 1);
	const activity = order.map((one, n) => (1 / (n + 12)) * (wrote.has(one.id) ? 3 : 1));
	const topics = [...new Set(base.posts.map(({ topic }) => topic))];
	const popular = drawer(topics.map((topic) => base.posts.filter((one) => one.topic === topic).length));
	const interests = new Map<number, Set<number>>();
	for (const { id } of people)
		interests.set(id, new Set(Array.from({ length: 1 + below(random, 3) }, () => topics[popular(random)]!)));
	for (const post of base.posts) interests.get(post.author)?.add(post.topic);

	// Circles: who is drawn to an author, and how strongly.
	const circles = new Map<number, number[]>();
	const join = (author: number, voter: number) => {
		if (author === voter) return;
		circles.set(author, [...(circles.get(author) ?? []), voter]);
	};
	const authors = [...wrote].filter(([, n]) => n >= 4).map(([id]) => id);
	const groups = {
		fans: new Set<number>(),
		friends: new Set<number>(),
		students: new Set<number>(),
		regulars: new Set<number>(),
	};
	for (let n = 0; n < people.length * 0.04; n++) {
		const fan = pick(random, people).id;
		groups.fans.add(fan);
		for (let k = 0; k <= below(random, 2); k++) join(pick(random, authors), fan);
	}
	for (let n = 0; n < people.length * 0.01; n++) {
		const circle = Array.from({ length: 2 + below(random, 3) }, () => pick(random, authors));
		for (const one of circle) {
			groups.friends.add(one);
			for (const other of circle) join(one, other);
		}
	}

	const everybody = drawer(activity);
	const byTopic = new Map(
		topics.map((topic) => {
			const those = order
				.map((one, n) => ({ id: one.id, weight: activity[n]! }))
				.filter(({ id }) => interests.get(id)!.has(topic));
			return [
				topic,
				{ ids: those.map(({ id }) => id), draw: drawer(those.map(({ weight }) => weight)) },
			] as const;
		}),
	);
	const joined = new Map(people.map((one) => [one.id, one.joinedAt]));
	const votes: Support[] = [];
	for (const post of base.posts) {
		const have = new Set<number>([post.author]);
		const circle = circles.get(post.author);
		for (const at of post.votes) {
			for (let tries = 0; tries < 12; tries++) {
				const kind = random();
				const near = byTopic.get(post.topic)!;
				const voter =
					circle && kind < Math.min(0.5, 0.08 * circle.length)
						? pick(random, circle)
						: kind < 0.75 && near.ids.length > 0
							? near.ids[near.draw(random)]!
							: order[everybody(random)]!.id;
				if (have.has(voter) || joined.get(voter)! > at) continue;
				have.add(voter);
				votes.push({ from: voter, to: post.author, target: post.target, topic: post.topic, at });
				break;
			}
		}
	}
	regulars(base, random, votes, groups.regulars, wrote);
	const teacher = classroom(base, random, votes, groups.students, authors, wrote);
	return { votes, groups, teacher };
}

/** Twelve who write most vote for half of what the others of them write, and for some of everything. */
function regulars(
	base: Base,
	random: Random,
	votes: Support[],
	core: Set<number>,
	wrote: ReadonlyMap<number, number>,
): void {
	for (const [id] of [...wrote].sort((a, b) => b[1] - a[1]).slice(0, 12)) core.add(id);
	const cast = new Set(votes.map(({ from, target }) => `${from}:${target}`));
	for (const from of core) {
		const keen = 0.3 + 0.5 * random();
		for (const post of base.posts) {
			if (post.author === from || cast.has(`${from}:${post.target}`)) continue;
			if (random() < (core.has(post.author) ? keen : keen * 0.2))
				votes.push({
					from,
					to: post.author,
					target: post.target,
					topic: post.topic,
					at: post.at + Math.floor(random() * 5 * DAY),
				});
		}
	}
}

function classroom(
	base: Base,
	random: Random,
	votes: Support[],
	students: Set<number>,
	authors: number[],
	wrote: Map<number, number>,
): number {
	const teacher = pick(
		random,
		authors.filter((id) => wrote.get(id)! >= 8),
	);
	const posts = base.posts.filter(({ author }) => author === teacher);
	const first = Math.min(...posts.map(({ at }) => at));
	// People who joined about when the course began, so that their dates are those of real people.
	const class_ = base.people
		.filter(({ id, joinedAt }) => id !== teacher && joinedAt > first - 20 * DAY)
		.sort((a, b) => a.joinedAt - b.joinedAt)
		.slice(0, 25);
	// A lesson is about some posts; who is there and liked one votes for it then.
	const lessons = posts.map((post) => post.at + Math.floor((1 + random() * 6) * DAY));
	for (const { id, joinedAt } of class_) {
		students.add(id);
		const keen = 0.1 + 0.5 * random();
		for (const [n, post] of posts.entries()) {
			const at = lessons[n]! + Math.floor(random() * 2400);
			if (at > joinedAt && random() < keen)
				votes.push({ from: id, to: teacher, target: post.target, topic: post.topic, at });
		}
		// And they read elsewhere.
		for (let k = below(random, 12); k > 0; k--) {
			const post = pick(random, base.posts);
			if (post.author !== id && post.author !== teacher)
				votes.push({
					from: id,
					to: post.author,
					target: post.target,
					topic: post.topic,
					at: Math.max(post.at, joinedAt) + Math.floor(random() * 20 * DAY),
				});
		}
	}
	return teacher;
}

export const strategies = ['master', 'reciprocal', 'camouflaged', 'slow', 'split'] as const;
export type Strategy = (typeof strategies)[number];

/** A ring, planted. */
export interface Planted {
	base: Base;
	votes: Support[];
	/** The accounts that were planted; whom they vote for, where that is somebody who was there, is not one of them. */
	members: Set<number>;
	master: number | null;
	joinedAt: Map<number, number>;
}

const SIZE = 30;

/**
 * Plants a ring of 30 accounts among honest votes.
 *
 * master: all vote within hours for all that one author writes. reciprocal: each writes two to four posts, and the others
 * vote for three in four of them. camouflaged: as master, but 70 % of each account's votes are like honest people's. slow:
 * as camouflaged with half, each vote at some time in four months, accounts that joined over a year. split: each post has
 * the votes of a third of them, another third each time.
 */
export function plantRing(
	base: Base,
	{ votes: honest, teacher }: Honest,
	strategy: Strategy,
	random: Random,
): Planted {
	const last = Math.max(...base.posts.map(({ at }) => at));
	const firstId = Math.max(...base.people.map(({ id }) => id)) + 1;
	const members = Array.from({ length: SIZE }, (_, n) => firstId + n);
	const votes: Support[] = [];
	const posts = [...base.posts];
	const counts = new Map<number, number>();
	for (const post of base.posts) counts.set(post.author, (counts.get(post.author) ?? 0) + 1);
	let master: number | null = null;
	const spread = strategy === 'slow' ? 200 * DAY : 10 * DAY;
	const earliest = Math.min(...base.posts.map(({ at }) => at));
	const begun = earliest + (last - earliest) * 0.2;
	const joinedAt = new Map(
		members.map((id) => [id, Math.floor(begun + random() * Math.min(spread, (last - begun) / 3))]),
	);
	const cast = (from: number, post: (typeof posts)[number], at: number) =>
		votes.push({ from, to: post.author, target: post.target, topic: post.topic, at: Math.floor(at) });
	if (strategy === 'reciprocal') {
		let target = Math.max(...base.posts.map((one) => one.target)) + 2;
		const topics = [...new Set(base.posts.map(({ topic }) => topic))];
		const own = members.flatMap((author) =>
			Array.from({ length: 2 + below(random, 3) }, () => {
				const post = {
					target,
					author,
					topic: pick(random, topics),
					at: Math.floor(joinedAt.get(author)! + random() * 60 * DAY),
					votes: [],
				};
				target += 2;
				return post;
			}),
		);
		posts.push(...own);
		for (const from of members)
			for (const post of own)
				if (post.author !== from && random() < 0.75)
					cast(from, post, Math.max(post.at, joinedAt.get(from)!) + random() * 3 * DAY);
	} else {
		const able = [...counts].filter(([id, n]) => id !== teacher && n >= 8 && n <= 60).map(([id]) => id);
		master = pick(
			random,
			able.length
				? able
				: [...counts]
						.sort((a, b) => b[1] - a[1])
						.slice(0, 5)
						.map(([id]) => id),
		);
		const of = base.posts.filter(({ author }) => author === master);
		for (const post of of) {
			const those = strategy === 'split' ? shuffled(random, members).slice(0, SIZE / 3) : members;
			for (const from of those) {
				if (random() < 0.08) continue;
				const since = Math.max(post.at, joinedAt.get(from)!);
				cast(from, post, since + (strategy === 'slow' ? random() * 120 * DAY : random() * 0.3 * DAY));
			}
		}
	}
	// Some write something that an honest person votes for.
	let target = Math.max(...posts.map((one) => one.target)) + 2;
	for (const author of members) {
		if (random() > 0.2) continue;
		const own = posts.find((post) => post.author === author);
		const at = (own?.at ?? joinedAt.get(author)!) + DAY;
		const liked = own ?? { target, author, topic: pick(random, posts).topic, at, votes: [] };
		if (!own) posts.push(liked);
		target += 2;
		for (let k = below(random, 3); k >= 0; k--) {
			const voter = pick(random, honest);
			if (voter.from !== author)
				votes.push({ from: voter.from, to: author, target: liked.target, topic: liked.topic, at });
		}
	}
	const share = { master: 0.1, reciprocal: 0.2, camouflaged: 0.7, slow: 0.5, split: 0.5 }[strategy];
	for (const id of members) {
		const own = votes.filter(({ from }) => from === id).length;
		const extra = Math.round((own * share) / (1 - share));
		const seen = new Set<number>();
		for (let k = 0, tries = 0; k < extra && tries < extra * 20; tries++) {
			// An honest vote is copied: what is popular is voted for more, by the same law as everybody's.
			const like = pick(random, honest);
			if (like.to === master || like.at < joinedAt.get(id)! || seen.has(like.target)) continue;
			seen.add(like.target);
			votes.push({ ...like, from: id, at: like.at + Math.floor(random() * 2 * DAY) });
			k++;
		}
	}
	return { base: { ...base, posts }, votes, members: new Set(members), master, joinedAt };
}
