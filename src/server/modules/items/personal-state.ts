import { type Actor, isStaff, visitor } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, ReplyId, UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { accessJoins } from '../entitlements/index.ts';
import { gates, type Offered, offers } from './gate.ts';
import type { ReplyKind } from './kinds.ts';
import type { Reader } from './page-statements.ts';
import { relationsTo } from './policy.ts';
import { type OfferedOnReply, offersOnReply } from './reply-gate.ts';
import { type Subject, type SubjectRow, subjectColumns, subjectFrom } from './subject.ts';

/** What a page shows to this person only. Stays on the server: pages pass on what they show of it. */
export interface PersonalState {
	/** `replyId` null: the vote on the item itself. */
	votes: { replyId: ReplyId | null; value: -1 | 1 }[];
	reactions: { replyId: ReplyId | null; emoji: string }[];
	bookmarked: boolean;
	following: boolean;
	/** This person's own replies here that are held or hidden, the newest first; at most ten. */
	outOfSight: OutOfSight[];
	/** What the use cases would let this person do now. */
	can: Record<Offered, boolean>;
	/** What {@link replyRights} needs to know; `item` is null when there is nothing to act on. */
	standing: { userId: UserId | null; actor: Actor; item: Subject | null };
}

/** A reply that only its author and who looks after the place see. */
export interface OutOfSight {
	id: ReplyId;
	kind: ReplyKind;
	status: 'held' | 'hidden';
	revision: number;
	html: string;
	/** ISO 8601. */
	at: string;
}

interface Row extends SubjectRow {
	votes: [ReplyId | null, -1 | 1][];
	reactions: [ReplyId | null, string][];
	bookmarked: boolean;
	following: boolean;
	out_of_sight: OutOfSight[];
}

export const stateOf = statement<Reader, Row>(
	`select ${subjectColumns},
			(select coalesce(json_agg(json_build_array(v.reply_id, v.value)), '[]') from votes v
				where v.user_id = :user::bigint and v.item_id = i.id) as votes,
			(select coalesce(json_agg(json_build_array(r.reply_id, r.emoji)), '[]') from reactions r
				where r.user_id = :user::bigint and r.item_id = i.id) as reactions,
			(select coalesce(json_agg(o order by o.id desc), '[]') from (select r.id, r.kind, r.status, r.revision, r.html, r.created_at as at
				from replies r where r.item_id = i.id and r.status <> 'published' and r.status <> 'deleted'
				and r.author_id = :user::bigint order by r.id desc limit 10) o) as out_of_sight,
			exists (select from bookmarks b where b.user_id = :user::bigint and b.item_id = i.id) as bookmarked,
			exists (select from follows f where f.user_id = :user::bigint and f.item_id = i.id) as following
		from items i ${accessJoins} where i.id = :id::bigint`,
);

const offered = Object.keys(gates) as Offered[];

function nothing(actor: Actor): PersonalState {
	return {
		votes: [],
		reactions: [],
		bookmarked: false,
		following: false,
		outOfSight: [],
		can: Object.fromEntries(offered.map((name) => [name, false])) as Record<Offered, boolean>,
		standing: { userId: actor.userId, actor, item: null },
	};
}

// One for all visitors, so nobody may change it.
const nobody = Object.freeze(nothing(visitor));
Object.freeze(nobody.can);

/**
 * What this person has done on a page and may do there, by the same gate that the use cases ask. One statement; none
 * for a visitor.
 */
export async function personalState(db: Db, actor: Actor, itemId: ItemId): Promise<PersonalState> {
	if (actor.userId === null) return nobody;
	const [row] = await stateOf(db, { id: itemId, user: actor.userId, staff: isStaff(actor), now: now() });
	if (!row || row.access === 'none') return nothing(actor);
	const item = subjectFrom(actor, row);
	const can = {} as Record<Offered, boolean>;
	for (const name of offered) can[name] = offers(actor, item, name);
	// A mark that stands is offered to be taken away, and the other way round.
	if (item.lockedAt) can.lock = false;
	else can.unlock = false;
	if (item.pinnedAt) can.pin = false;
	else can.unpin = false;
	return {
		votes: row.votes.map(([replyId, value]) => ({ replyId, value })),
		reactions: row.reactions.map(([replyId, emoji]) => ({ replyId, emoji })),
		bookmarked: row.bookmarked,
		following: row.following,
		outOfSight: row.out_of_sight,
		can,
		standing: { userId: actor.userId, actor, item },
	};
}

/** What a person may do to one reply. */
export interface ReplyRights {
	edit: boolean;
	delete: boolean;
	hide: boolean;
	vote: boolean;
	react: boolean;
	accept: boolean;
	unaccept: boolean;
}

/** What this person may do to one reply of the page, by the same gate that the use cases ask. */
export function replyRights(
	{ standing: { actor, item }, can }: PersonalState,
	reply: { id: ReplyId; kind: string; author: { id: UserId } | null; communityWiki: boolean },
): ReplyRights {
	if (!item)
		return {
			edit: false,
			delete: false,
			hide: false,
			vote: false,
			react: false,
			accept: false,
			unaccept: false,
		};
	const authorId = reply.author?.id ?? null;
	const facts = {
		id: reply.id,
		kind: reply.kind,
		authorId,
		status: 'published' as const,
		communityWiki: reply.communityWiki,
		deletedBy: null,
		relations: relationsTo(actor, authorId, item.role),
	};
	const allows = (name: OfferedOnReply) => offersOnReply(actor, item, facts, name);
	const accepted = reply.id === item.acceptedReplyId;
	return {
		edit: allows('edit'),
		delete: allows('delete'),
		hide: allows('hide'),
		vote: allows('vote'),
		react: allows('react'),
		accept: can.accept && reply.kind === 'answer' && !accepted,
		unaccept: can.accept && accepted,
	};
}
