import type { Actor, Member } from '../../contracts/actor.ts';
import { obstacle, type Relation } from '../../contracts/policy.ts';
import type { ItemErrorCode } from './errors.ts';
import { isShared, type Refusal, refusalError } from './gate.ts';
import { type ItemAction, itemPolicy, withPrivileges } from './policy.ts';
import type { ReplySubject, Subject } from './subject.ts';

/*
 * The gate of gate.ts for replies: the same table of rights, and what the states of the reply and of its item allow.
 */

export type OfferedOnReply = 'edit' | 'delete' | 'restore' | 'hide' | 'release' | 'unhide' | 'vote' | 'react';

/** What the gate knows of a reply. */
export type ReplyFacts = Pick<
	ReplySubject,
	'id' | 'authorId' | 'status' | 'communityWiki' | 'deletedBy' | 'relations'
> & { kind: string };

type Need = (reply: ReplyFacts, item: Subject) => ItemErrorCode | null;

const itemPublished: Need = (_, item) => (item.status === 'published' ? null : 'deleted');
const itemStanding: Need = (_, item) =>
	item.status === 'published' || item.status === 'held' || item.status === 'hidden' ? null : 'deleted';
const itemWhole: Need = (_, item) => (item.access === 'full' ? null : 'held');
const itemUnlocked: Need = (_, item) => (item.lockedAt ? 'locked' : null);
const published: Need = (reply) => (reply.status === 'published' ? null : 'deleted');
const notHidden: Need = (reply) =>
	reply.status === 'published' || reply.status === 'held' ? null : 'wrong_status';
const waiting: Need = (reply) => (reply.status === 'held' ? null : 'wrong_status');
const hidden: Need = (reply) => (reply.status === 'hidden' ? null : 'wrong_status');
const deleted: Need = (reply) => (reply.status === 'deleted' ? null : 'wrong_status');
const standing: Need = (reply) => (reply.status === 'deleted' ? 'wrong_status' : null);
const notOwn: Need = (reply) => (reply.relations.includes('author') ? 'own_vote' : null);
const ownDeletion: Need = (reply) =>
	reply.deletedBy !== null && reply.deletedBy === reply.authorId ? null : 'removed_by_moderator';

interface Gate {
	right: ItemAction;
	needs: readonly Need[];
	unlessModerator: readonly Need[];
}

const gates: Readonly<Record<OfferedOnReply, Gate>> = {
	edit: { right: 'edit', needs: [standing, itemStanding], unlessModerator: [itemUnlocked] },
	delete: { right: 'delete', needs: [standing], unlessModerator: [itemUnlocked] },
	restore: { right: 'restore', needs: [deleted], unlessModerator: [itemUnlocked, ownDeletion] },
	hide: { right: 'hide', needs: [notHidden], unlessModerator: [] },
	release: { right: 'hide', needs: [waiting], unlessModerator: [] },
	unhide: { right: 'hide', needs: [hidden], unlessModerator: [] },
	vote: {
		right: 'vote',
		needs: [notOwn, published, itemPublished, itemWhole],
		unlessModerator: [itemUnlocked],
	},
	react: { right: 'react', needs: [published, itemPublished, itemWhole], unlessModerator: [itemUnlocked] },
};

function relationsFor(
	actor: Actor,
	reply: ReplyFacts,
	item: Subject,
	offered: OfferedOnReply,
): readonly Relation[] {
	const everybodys = offered === 'edit' && reply.communityWiki && item.belongs && item.access === 'full';
	if (everybodys && !reply.relations.includes('visitor')) return [...reply.relations, 'author'];
	// By level, answers and posts, not what somebody remarks beside them.
	const shared =
		offered === 'edit' &&
		reply.kind !== 'comment' &&
		item.belongs &&
		item.access === 'full' &&
		isShared(item.kind);
	return shared ? withPrivileges(actor, 'edit', reply.relations) : reply.relations;
}

function refusalOf(actor: Actor, item: Subject, reply: ReplyFacts, offered: OfferedOnReply): Refusal | null {
	const gate = gates[offered];
	const barred = obstacle(actor, itemPolicy.table[gate.right][0]);
	if (barred) return barred;
	if (!itemPolicy.permits(gate.right, relationsFor(actor, reply, item, offered))) return 'forbidden';
	for (const need of item.moderator ? gate.needs : [...gate.needs, ...gate.unlessModerator]) {
		const missing = need(reply, item);
		if (missing) return missing;
	}
	return null;
}

/** Whether a page offers it. */
export function offersOnReply(
	actor: Actor,
	item: Subject,
	reply: ReplyFacts,
	offered: OfferedOnReply,
): boolean {
	return refusalOf(actor, item, reply, offered) === null;
}

/** Lets a use case go on, or throws why not. */
export function demandOnReply(
	actor: Actor,
	item: Subject,
	reply: ReplyFacts,
	offered: OfferedOnReply,
): Member {
	const refusal = refusalOf(actor, item, reply, offered);
	if (refusal) throw refusalError(refusal, `${offered} reply ${reply.id}`, reply.status);
	return actor as Member;
}
