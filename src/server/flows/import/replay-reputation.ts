import { openTally, type Rules } from '../../modules/growth/index.ts';
import type { Progress } from '../../platform/progress.ts';
import { openDump, readTable } from './stack-exchange/read-dump.ts';
import { VOTE } from './stack-exchange/tally-votes.ts';

/** What a person of the dump has, by the dump and by the votes in it. */
interface Person {
	/** What Users says. */
	said: number;
	/** What the votes come to, by the rules. */
	computed: number;
	/** Votes that the dump says they cast down, on whatever. */
	downCast: number;
	/** Their texts got votes, acceptances or bounties, or they offered one. */
	touched: boolean;
}

/** Why what was computed is not what the dump says, as far as the dump can show; each person is in one of them. */
export const explanations = [
	'equal',
	'association-bonus',
	'downvotes-cast',
	'suggested-edits',
	'several',
	'less-than-votes',
	'more-than-votes',
] as const;
export type Explanation = (typeof explanations)[number];

export interface Replay {
	people: number;
	/** Of all people, and of those whose standing has anything to do with votes in the dump. */
	all: Record<Explanation, number>;
	touched: Record<Explanation, number>;
	touchedPeople: number;
	/** Sums of reputation over the touched: what the dump says, and what was computed. */
	said: number;
	computed: number;
	/** Half of the touched are nearer than this to what the dump says, after the bonus of association. */
	medianOff: number;
	votes: { weighed: number; onCommunityWiki: number; onMissingPosts: number; ofNobody: number };
	/** Edits that were approved, whose makers the dump does not name. */
	editsApproved: number;
	/** So many of them at least are needed for what they are said to explain: it must not be more than there were. */
	editsNeeded: number;
	capped: number;
	lastVote: string | null;
}

/** Votes of a dump that say that a suggested edit was approved. */
const APPROVED_EDIT = 16;
/** What who is trusted on one site of the network begins with on another; everybody begins with 1. */
const BONUS = 100;
const START = 1;
/** What an approved edit brings. */
const EDIT = 2;

/**
 * Computes everybody's reputation anew from the votes of a Stack Exchange dump, by the given rules, and says how far
 * it agrees with what the dump says they had, and why not.
 *
 * @param rulesAt chooses the rules by the day of the dump's last vote
 */
export async function replayReputation(
	dir: string,
	rulesAt: (last: Date) => Rules,
	progress: Progress,
): Promise<Replay> {
	const dump = await openDump(dir);
	const posts = new Map<
		number,
		{ kind: 'question' | 'answer'; owner: number | null; parent: number | null; wikiFrom: number }
	>();
	let step = progress.step('read posts', 'rows');
	for await (const post of readTable(dump, 'posts')) {
		step.advance(1);
		if (post.type !== 1 && post.type !== 2) continue;
		posts.set(post.id, {
			kind: post.type === 1 ? 'question' : 'answer',
			owner: post.ownerId ?? null,
			parent: post.parentId ?? null,
			wikiFrom: post.communityOwnedAt?.getTime() ?? Number.POSITIVE_INFINITY,
		});
	}
	step.finish();
	step = progress.step('read votes', 'rows');
	const votes = [];
	let last: Date | null = null;
	for await (const vote of readTable(dump, 'votes')) {
		step.advance(1);
		votes.push(vote);
		if (vote.createdAt && (!last || vote.createdAt > last)) last = vote.createdAt;
	}
	step.finish();

	const rules = rulesAt(last ?? new Date());
	const uncapped = openTally({ ...rules, reputation: { ...rules.reputation, perDay: {} } });
	const tally = openTally(rules);
	const moved = new Map<number, number>();
	const touched = new Set<number>();
	const counts = { weighed: 0, onCommunityWiki: 0, onMissingPosts: 0, ofNobody: 0 };
	let editsApproved = 0;
	// In the order of days, as caps ask; within a day as they stand in the dump.
	for (const vote of votes.sort(
		(a, b) => (a.createdAt?.getTime() ?? 0) - (b.createdAt?.getTime() ?? 0) || a.id - b.id,
	)) {
		const at = vote.createdAt ?? new Date(0);
		if (vote.type === APPROVED_EDIT) editsApproved++;
		const post = posts.get(vote.postId);
		if (vote.type === VOTE.bountyStart && vote.userId !== undefined && vote.bounty) {
			moved.set(vote.userId, (moved.get(vote.userId) ?? 0) - vote.bounty);
			touched.add(vote.userId);
			continue;
		}
		const counted = [VOTE.up, VOTE.down, VOTE.accepted, VOTE.bountyClose] as number[];
		if (!counted.includes(vote.type)) continue;
		if (!post) {
			counts.onMissingPosts++;
			continue;
		}
		if (post.owner === null || post.owner < 0) {
			counts.ofNobody++;
			continue;
		}
		if (vote.type === VOTE.bountyClose) {
			if (vote.bounty && post.kind === 'answer') {
				moved.set(post.owner, (moved.get(post.owner) ?? 0) + vote.bounty);
				touched.add(post.owner);
			}
			continue;
		}
		if (at.getTime() >= post.wikiFrom) {
			counts.onCommunityWiki++;
			continue;
		}
		counts.weighed++;
		const happening = (cause: 'up' | 'down' | 'accepted' | 'accepting', userId: number) => {
			touched.add(userId);
			for (const one of [tally, uncapped])
				one.add(
					{
						cause,
						of: post.kind,
						userId,
						giverId: null,
						itemId: vote.postId,
						replyId: null,
						undone: false,
						once: null,
					},
					at,
				);
		};
		if (vote.type === VOTE.up) happening('up', post.owner);
		else if (vote.type === VOTE.down) happening('down', post.owner);
		else {
			const asker = post.parent === null ? null : (posts.get(post.parent)?.owner ?? null);
			// Accepting one's own answer earns nothing.
			if (asker === post.owner) continue;
			happening('accepted', post.owner);
			if (asker !== null && asker >= 0) happening('accepting', asker);
		}
	}

	step = progress.step('compare people', 'rows');
	const people: Person[] = [];
	let capped = 0;
	for await (const user of readTable(dump, 'users')) {
		step.advance(1);
		if (user.id < 0) continue;
		const got = tally.people.get(user.id)?.reputation ?? 0;
		if ((uncapped.people.get(user.id)?.reputation ?? 0) !== got) capped++;
		people.push({
			said: user.reputation,
			computed: Math.max(START, START + got + (moved.get(user.id) ?? 0)),
			downCast: user.downVotes,
			touched: touched.has(user.id),
		});
	}
	step.finish();
	const ofTouched = people.filter((person) => person.touched);
	const offs = ofTouched
		.map(({ said, computed }) => Math.min(Math.abs(said - computed), Math.abs(said - computed - BONUS)))
		.sort((a, b) => a - b);
	const count = (of: Person[]) => {
		const found = Object.fromEntries(explanations.map((name) => [name, 0])) as Record<Explanation, number>;
		for (const person of of) found[explain(person, editsApproved)]++;
		return found;
	};
	return {
		people: people.length,
		all: count(people),
		touched: count(ofTouched),
		touchedPeople: ofTouched.length,
		said: ofTouched.reduce((sum, person) => sum + person.said, 0),
		computed: ofTouched.reduce((sum, person) => sum + person.computed, 0),
		medianOff: offs[Math.floor(offs.length / 2)] ?? 0,
		votes: counts,
		editsApproved,
		editsNeeded: people.reduce((sum, person) => sum + editsNeededBy(person, editsApproved), 0),
		capped,
		lastVote: last?.toISOString().slice(0, 10) ?? null,
	};
}

/**
 * Which of what a dump does not show explains the difference. Only what could be true of this very person: no more
 * votes cast than Users says, no more edits than were approved on the whole site.
 */
export function explain(
	{ said, computed, downCast }: Pick<Person, 'said' | 'computed' | 'downCast'>,
	editsApproved: number,
): Explanation {
	const off = said - computed;
	if (off === 0) return 'equal';
	if (off === BONUS) return 'association-bonus';
	for (const rest of [off, off - BONUS]) if (rest < 0 && -rest <= downCast) return 'downvotes-cast';
	// With the bonus or without it, whichever leaves less to be explained.
	const rest = leftOver(off);
	if (rest > 0 && rest % EDIT === 0 && rest / EDIT <= editsApproved) return 'suggested-edits';
	if (rest >= -downCast && rest <= EDIT * editsApproved) return 'several';
	return rest < 0 ? 'less-than-votes' : 'more-than-votes';
}

const leftOver = (off: number) => (Math.abs(off) <= Math.abs(off - BONUS) ? off : off - BONUS);

function editsNeededBy(person: Person, editsApproved: number): number {
	const why = explain(person, editsApproved);
	if (why !== 'suggested-edits' && why !== 'several') return 0;
	return Math.max(0, Math.ceil(leftOver(person.said - person.computed) / EDIT));
}
