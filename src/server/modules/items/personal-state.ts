import { type Actor, isStaff } from '../../contracts/actor.ts';
import { obstacle, type Relation } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, ReplyId, UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { type Access, accessJoins, accessLevel, belongs } from '../entitlements/index.ts';
import { looksAfter, type SpaceRole } from '../spaces/index.ts';
import type { ItemStatus } from './item.ts';
import { kinds } from './kinds.ts';
import type { Reader } from './page-statements.ts';
import { type ItemAction, itemPolicy, relationsTo } from './policy.ts';

/** What a page shows to this person only. */
export interface PersonalState {
	/** `replyId` null: the vote on the item itself. */
	votes: { replyId: ReplyId | null; value: -1 | 1 }[];
	reactions: { replyId: ReplyId | null; emoji: string }[];
	bookmarked: boolean;
	following: boolean;
	can: Record<Offered, boolean>;
	/** What {@link replyRights} needs to know. */
	standing: { userId: UserId | null; held: Relation[]; open: boolean; acceptedReplyId: ReplyId | null };
}

/** What a page offers to do with its item. `answer` and `comment` are both the action "reply". */
export type Offered =
	| 'answer'
	| 'comment'
	| 'vote'
	| 'react'
	| 'bookmark'
	| 'follow'
	| 'edit'
	| 'delete'
	| 'restore'
	| 'accept'
	| 'offerBounty'
	| 'awardBounty'
	| 'close'
	| 'reopen'
	| 'lock'
	| 'unlock'
	| 'pin'
	| 'unpin'
	| 'hide'
	| 'move'
	| 'arrange'
	| 'moderate';

interface Row {
	kind: string;
	status: ItemStatus;
	author_id: number | null;
	role: SpaceRole | null;
	level: Access;
	belongs: boolean;
	closed: boolean;
	locked: boolean;
	pinned: boolean;
	bounty: boolean;
	answers: number;
	votes: [ReplyId | null, -1 | 1][];
	reactions: [ReplyId | null, string][];
	bookmarked: boolean;
	following: boolean;
	accepted: ReplyId | null;
}

export const stateOf = statement<Reader, Row>(
	`select i.kind, i.status, i.author_id, m.role, ${accessLevel} as level, ${belongs} as belongs, i.closed_at is not null as closed,
			i.locked_at is not null as locked, i.pinned_at is not null as pinned,
			i.bounty_amount is not null and i.bounty_ends_at > :now::timestamptz as bounty, i.answer_count as answers, i.accepted_reply_id as accepted,
			(select coalesce(json_agg(json_build_array(v.reply_id, v.value)), '[]') from votes v where v.user_id = :user::bigint and v.item_id = i.id) as votes,
			(select coalesce(json_agg(json_build_array(r.reply_id, r.emoji)), '[]') from reactions r where r.user_id = :user::bigint and r.item_id = i.id) as reactions,
			exists (select from bookmarks b where b.user_id = :user::bigint and b.item_id = i.id) as bookmarked,
			exists (select from follows f where f.user_id = :user::bigint and f.item_id = i.id) as following
		from items i ${accessJoins} where i.id = :id::bigint`,
);

const nothing: Record<Offered, boolean> = Object.freeze({
	answer: false,
	comment: false,
	vote: false,
	react: false,
	bookmark: false,
	follow: false,
	edit: false,
	delete: false,
	restore: false,
	accept: false,
	offerBounty: false,
	awardBounty: false,
	close: false,
	reopen: false,
	lock: false,
	unlock: false,
	pin: false,
	unpin: false,
	hide: false,
	move: false,
	arrange: false,
	moderate: false,
});

/**
 * What this person has done on a page and may do there, by the same gate that the use cases ask. One statement; none
 * for a visitor.
 */
export async function personalState(db: Db, actor: Actor, itemId: ItemId): Promise<PersonalState> {
	const empty: PersonalState = {
		votes: [],
		reactions: [],
		bookmarked: false,
		following: false,
		can: { ...nothing },
		standing: { userId: actor.userId, held: [], open: false, acceptedReplyId: null },
	};
	if (actor.userId === null) return empty;
	const [row] = await stateOf(db, { id: itemId, user: actor.userId, staff: isStaff(actor), now: now() });
	if (!row || row.level === 'none') return empty;
	return {
		votes: row.votes.map(([replyId, value]) => ({ replyId, value })),
		reactions: row.reactions.map(([replyId, emoji]) => ({ replyId, emoji })),
		bookmarked: row.bookmarked,
		following: row.following,
		...offered(actor, row),
	};
}

function offered(actor: Actor, row: Row): Pick<PersonalState, 'can' | 'standing'> {
	const held: Relation[] = relationsTo(actor, row.author_id, row.role);
	const allows = (action: ItemAction) => itemPolicy.allows(actor, action, held);
	const kind = kinds.get(row.kind);
	const live = row.status === 'published';
	const moderator = looksAfter(row.role) || isStaff(actor);
	const full = row.level === 'full';
	const open = live && full && (moderator || (row.belongs && !row.locked));
	const own = row.author_id === actor.userId;
	const question = kind?.acceptsAnswer ?? false;
	const rootKind = kind?.replyKinds.some((name) => name !== 'comment') ?? false;
	const can = {
		answer: open && rootKind && (moderator || !row.closed) && allows('reply'),
		comment: open && (kind?.replyKinds.includes('comment') ?? false) && allows('reply'),
		vote: live && full && !own && (moderator || !row.locked) && allows('vote'),
		react: live && full && (moderator || !row.locked) && allows('react'),
		bookmark: live && allows('bookmark'),
		follow: live && allows('follow'),
		edit: row.status !== 'deleted' && (moderator || !row.locked) && allows('edit'),
		delete: row.status !== 'deleted' && (moderator || !row.locked) && allows('delete'),
		restore: row.status === 'deleted' && allows('restore'),
		accept: live && question && (moderator || !row.locked) && allows('accept'),
		offerBounty: live && question && !row.bounty && !row.closed && !row.locked && allows('offerBounty'),
		awardBounty: live && question && row.bounty && allows('awardBounty'),
		close: live && question && !row.closed && allows('close'),
		reopen: live && question && row.closed && allows('reopen'),
		lock: live && !row.locked && allows('lock'),
		unlock: live && row.locked && allows('lock'),
		pin: live && !row.pinned && allows('pin'),
		unpin: live && row.pinned && allows('pin'),
		hide: row.status !== 'deleted' && allows('hide'),
		move: live && allows('move'),
		arrange: live && row.kind === 'column' && allows('arrange'),
		moderate: allows('moderate'),
	};
	const touchable = live && full && (moderator || !row.locked) && !obstacle(actor, 'public');
	return { can, standing: { userId: actor.userId, held, open: touchable, acceptedReplyId: row.accepted } };
}

/** What this person may do to one reply of the page, by the same gate that the use cases ask. */
export function replyRights(
	state: PersonalState,
	reply: { id: ReplyId; kind: string; author: { id: UserId } | null; communityWiki: boolean },
): { edit: boolean; delete: boolean; hide: boolean; vote: boolean; accept: boolean; unaccept: boolean } {
	const { userId, held, open, acceptedReplyId } = state.standing;
	const own = userId !== null && reply.author?.id === userId;
	const relations: Relation[] = held.filter((relation) => relation !== 'author');
	if (own) relations.push('author');
	const permits = (action: ItemAction) => open && itemPolicy.permits(action, relations);
	const accepted = reply.id === acceptedReplyId;
	return {
		edit: permits('edit') || (reply.communityWiki && state.can.comment),
		delete: permits('delete'),
		hide: permits('hide'),
		vote: !own && permits('vote'),
		accept: state.can.accept && reply.kind === 'answer' && !accepted,
		unaccept: state.can.accept && accepted,
	};
}
