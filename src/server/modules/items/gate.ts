import type { Actor, Member } from '../../contracts/actor.ts';
import { isObstacle, type Obstacle, obstacle, obstacleError, type Relation } from '../../contracts/policy.ts';
import { type AppError, commonError } from '../../kernel/errors.ts';
import { type ItemErrorCode, itemError } from './errors.ts';
import { kinds } from './kinds.ts';
import { type ItemAction, itemPolicy, withPrivileges } from './policy.ts';
import type { Subject } from './subject.ts';

/*
 * The one gate for acting. A use case demands, a page asks what to offer, and both get their answer here: first what
 * stops this actor anywhere, then the table of rights in policy.ts, then what the state of the thing allows.
 */

/** What can be done with an item, as a page offers it. */
export type Offered =
	| 'answer'
	| 'comment'
	| 'vote'
	| 'react'
	| 'bookmark'
	| 'follow'
	| 'edit'
	| 'retag'
	| 'delete'
	| 'restore'
	| 'accept'
	| 'offerBounty'
	| 'awardBounty'
	| 'close'
	| 'reopen'
	| 'voteToClose'
	| 'voteToReopen'
	| 'lock'
	| 'unlock'
	| 'pin'
	| 'unpin'
	| 'hide'
	| 'release'
	| 'unhide'
	| 'move'
	| 'arrange'
	| 'moderate';

/** The code of what is in the way, or null. */
type Need = (item: Subject) => ItemErrorCode | null;

const published: Need = (item) => (item.status === 'published' ? null : 'deleted');
const shown: Need = (item) => (item.status === 'published' ? null : 'wrong_status');
const standing: Need = (item) =>
	item.status === 'published' || item.status === 'held' || item.status === 'hidden' ? null : 'wrong_status';
const notHidden: Need = (item) =>
	item.status === 'published' || item.status === 'held' ? null : 'wrong_status';
const waiting: Need = (item) => (item.status === 'held' ? null : 'wrong_status');
const hidden: Need = (item) => (item.status === 'hidden' ? null : 'wrong_status');
const deleted: Need = (item) => (item.status === 'deleted' ? null : 'wrong_status');
const whole: Need = (item) => (item.access === 'full' ? null : 'held');
const inSpace: Need = (item) => (item.belongs ? null : 'not_in_space');
const unlocked: Need = (item) => (item.lockedAt ? 'locked' : null);
const open: Need = (item) => (item.closedAt ? 'closed' : null);
const closed: Need = (item) => (item.closedAt ? null : 'wrong_status');
const notOwn: Need = (item) => (item.relations.includes('author') ? 'own_vote' : null);
const ownDeletion: Need = (item) =>
	item.deletedBy !== null && item.deletedBy === item.authorId ? null : 'removed_by_moderator';
const nobodyHelped: Need = (item) => (item.helped ? 'has_answers' : null);
const takesRoots: Need = (item) =>
	kinds.get(item.kind)?.replyKinds.some((kind) => kind !== 'comment') ? null : 'kind_takes_no_reply';
const takesComments: Need = (item) =>
	kinds.get(item.kind)?.replyKinds.includes('comment') ? null : 'kind_takes_no_reply';
const accepting: Need = (item) => (kinds.get(item.kind)?.acceptsAnswer ? null : 'kind_takes_no_reply');
const aColumn: Need = (item) => (item.kind === 'column' ? null : 'column_kind');
const noBounty: Need = (item) => (item.bountyAmount === null ? null : 'wrong_status');
const aBounty: Need = (item) => (item.bountyAmount === null ? 'wrong_status' : null);

interface Gate {
	right: ItemAction;
	/** What must hold for everybody. */
	needs: readonly Need[];
	/** What stops everybody but who looks after the space or the place. */
	unlessModerator?: readonly Need[];
}

export const gates: Readonly<Record<Offered, Gate>> = {
	answer: {
		right: 'reply',
		needs: [takesRoots, published, whole],
		unlessModerator: [inSpace, unlocked, open],
	},
	comment: { right: 'reply', needs: [takesComments, published, whole], unlessModerator: [inSpace, unlocked] },
	vote: { right: 'vote', needs: [notOwn, published, whole], unlessModerator: [unlocked] },
	react: { right: 'react', needs: [published, whole], unlessModerator: [unlocked] },
	bookmark: { right: 'bookmark', needs: [published] },
	follow: { right: 'follow', needs: [published] },
	edit: { right: 'edit', needs: [standing], unlessModerator: [unlocked] },
	retag: { right: 'retag', needs: [published], unlessModerator: [unlocked] },
	delete: { right: 'delete', needs: [standing], unlessModerator: [unlocked, nobodyHelped] },
	restore: { right: 'restore', needs: [deleted], unlessModerator: [unlocked, ownDeletion] },
	accept: { right: 'accept', needs: [accepting, published], unlessModerator: [unlocked] },
	offerBounty: { right: 'offerBounty', needs: [accepting, published, whole, open, noBounty, unlocked] },
	awardBounty: { right: 'awardBounty', needs: [accepting, published, aBounty], unlessModerator: [unlocked] },
	close: { right: 'close', needs: [accepting, published, open], unlessModerator: [unlocked] },
	reopen: { right: 'reopen', needs: [accepting, published, closed] },
	voteToClose: { right: 'voteToClose', needs: [accepting, published, open, unlocked] },
	voteToReopen: { right: 'voteToClose', needs: [accepting, published, closed, unlocked] },
	lock: { right: 'lock', needs: [shown] },
	unlock: { right: 'lock', needs: [shown] },
	pin: { right: 'pin', needs: [shown] },
	unpin: { right: 'pin', needs: [shown] },
	hide: { right: 'hide', needs: [notHidden] },
	release: { right: 'hide', needs: [waiting] },
	unhide: { right: 'hide', needs: [hidden] },
	move: { right: 'move', needs: [shown] },
	arrange: { right: 'arrange', needs: [aColumn, standing] },
	moderate: { right: 'moderate', needs: [] },
};

export type Refusal = Obstacle | 'forbidden' | ItemErrorCode;

// A community wiki is everybody's to edit who belongs where it stands; a bounty's "author" is who offered it.
function relationsFor(actor: Actor, item: Subject, offered: Offered): Relation[] {
	if (
		offered === 'edit' &&
		item.communityWiki &&
		item.belongs &&
		item.access === 'full' &&
		actor.userId !== null
	) {
		return [...item.relations, 'author'];
	}
	if (offered === 'awardBounty') {
		const others = item.relations.filter((relation) => relation !== 'author');
		return item.bountyBy !== null && item.bountyBy === actor.userId ? [...others, 'author'] : others;
	}
	const { right } = gates[offered];
	// A level gives no say where one does not belong, and none over what is its author's alone: an article, a course.
	const concerned = item.belongs && item.access === 'full' && (right !== 'edit' || isShared(item.kind));
	return concerned ? withPrivileges(actor, right, item.relations) : item.relations;
}

/** Questions and discussions are made by all who write under them; other kinds are their author's own work. */
export function isShared(kind: string): boolean {
	return kinds.get(kind)?.replyKinds.some((reply) => reply !== 'comment') ?? false;
}

function refusalOf(actor: Actor, item: Subject, offered: Offered): Refusal | null {
	const gate = gates[offered];
	const barred = obstacle(actor, itemPolicy.table[gate.right][0]);
	if (barred) return barred;
	if (!itemPolicy.permits(gate.right, relationsFor(actor, item, offered))) return 'forbidden';
	for (const need of gate.needs) {
		const missing = need(item);
		if (missing) return missing;
	}
	if (item.moderator) return null;
	for (const need of gate.unlessModerator ?? []) {
		const missing = need(item);
		if (missing) return missing;
	}
	return null;
}

/** Whether a page offers it. */
export function offers(actor: Actor, item: Subject, offered: Offered): boolean {
	return refusalOf(actor, item, offered) === null;
}

/** Lets a use case go on, or throws why not. */
export function demand(actor: Actor, item: Subject, offered: Offered): Member {
	const refusal = refusalOf(actor, item, offered);
	if (refusal) throw refusalError(refusal, `${offered} item ${item.id}`, item.status, actor);
	return actor as Member;
}

/** The error that a refusal is. */
export function refusalError(refusal: Refusal, what: string, status: string, actor?: Actor): AppError {
	if (refusal === 'forbidden') return commonError('forbidden', { detail: `This actor may not ${what}.` });
	if (isObstacle(refusal)) return obstacleError(refusal, actor);
	return itemError(refusal, { params: { status }, detail: `Cannot ${what}: ${refusal}.` });
}
