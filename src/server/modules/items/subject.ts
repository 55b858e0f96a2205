import { type Actor, isStaff } from '../../contracts/actor.ts';
import type { Relation } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, ReplyId, SpaceId, UserId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { type Access, accessJoins, accessLevel, belongs } from '../entitlements/index.ts';
import { looksAfter, type SpaceRole } from '../spaces/index.ts';
import { itemError } from './errors.ts';
import type { ItemStatus } from './item.ts';
import type { ReplyKind } from './kinds.ts';
import type { Reader } from './page-statements.ts';
import { relationsTo } from './policy.ts';

/** An item and how the actor stands to it: what the gate decides on. */
export interface Subject {
	id: ItemId;
	kind: string;
	title: string;
	slug: string;
	spaceId: SpaceId;
	authorId: UserId | null;
	status: ItemStatus;
	revision: number;
	acceptedReplyId: ReplyId | null;
	/** Points of the bounty that runs now, and who offered them. */
	bountyAmount: number | null;
	bountyBy: UserId | null;
	closedAt: Date | null;
	lockedAt: Date | null;
	pinnedAt: Date | null;
	partOf: ItemId | null;
	communityWiki: boolean;
	/** Who deleted it; null when it is not deleted. */
	deletedBy: UserId | null;
	/** What it was before it was deleted; null when it is not deleted. */
	deletedFrom: string | null;
	/** The place was told of it; not yet when it was held or hidden as it was written. */
	announced: boolean;
	/** Asked for the author only: others have given answers that were voted up or accepted. */
	helped: boolean;
	role: SpaceRole | null;
	access: Access;
	belongs: boolean;
	relations: Relation[];
	/** Looks after the space or the place: locks and closures do not stop them. */
	moderator: boolean;
	/** The decision of the moderation queue that the actor carries out. */
	decisionId?: number;
}

export type SubjectRow = Omit<Subject, 'relations' | 'moderator' | 'decisionId'>;

/** The columns of a subject, over `items i` and the joins of access. */
export const subjectColumns = `i.id, i.kind, i.title, i.slug, i.space_id as "spaceId", i.author_id as "authorId", i.status, i.revision,
	i.accepted_reply_id as "acceptedReplyId", i.closed_at as "closedAt", i.locked_at as "lockedAt", i.pinned_at as "pinnedAt",
	i.part_of as "partOf", i.community_wiki as "communityWiki", i.deleted_by as "deletedBy", i.deleted_from as "deletedFrom", i.announced, m.role,
	case when i.bounty_ends_at > :now::timestamptz then i.bounty_amount end as "bountyAmount",
	case when i.bounty_ends_at > :now::timestamptz then (select b.offered_by from bounties b where b.item_id = i.id
		and b.awarded_at is null and b.ends_at > :now::timestamptz limit 1) end as "bountyBy",
	case when i.author_id = :user::bigint and i.answer_count > 0 then exists (select from replies r where r.item_id = i.id
		and r.kind <> 'comment' and r.status = 'published' and r.author_id is distinct from i.author_id
		and (r.score > 0 or r.id = i.accepted_reply_id)) else false end as helped,
	${accessLevel} as access, ${belongs} as belongs`;

const subjectOf = statement<Reader, SubjectRow>(
	`select ${subjectColumns} from items i ${accessJoins} where i.id = :id::bigint for no key update of i`,
);

/** Adds what follows from a row and the actor. */
export function subjectFrom(actor: Actor, row: SubjectRow): Subject {
	return {
		...row,
		relations: relationsTo(actor, row.authorId, row.role),
		moderator: looksAfter(row.role) || isStaff(actor),
		...carriedOut(actor),
	};
}

const carriedOut = ({ office }: Actor) => (office ? { decisionId: office.decisionId } : {});

/**
 * Locks an item for the rest of the transaction. Every use case that changes a page begins here, so writers of one
 * page take turns and never wait for each other in a circle.
 *
 * @throws items.not_found when it does not exist or the actor may not know of it
 */
export async function lockItemRow(tx: Tx, actor: Actor, id: ItemId): Promise<Subject> {
	const [row] = await subjectOf(tx, { id, user: actor.userId, staff: isStaff(actor), now: now() });
	if (!row || row.access === 'none') throw itemError('not_found', { detail: `There is no item ${id} here.` });
	return subjectFrom(actor, row);
}

/** The reply that a use case acts on; its item is locked. */
export interface ReplySubject {
	id: ReplyId;
	kind: ReplyKind;
	rootId: ReplyId | null;
	parentId: ReplyId | null;
	authorId: UserId | null;
	status: 'published' | 'held' | 'hidden' | 'deleted';
	revision: number;
	source: string;
	commentCount: number;
	communityWiki: boolean;
	deletedBy: UserId | null;
	deletedFrom: string | null;
	/** The place was told of it. */
	announced: boolean;
	/** The answer it stands under is published; true for what stands under none. */
	rootInSight: boolean;
	/** The highest number in its history: an import may bring one that goes further than what it shows. */
	lastRevision: number;
	relations: Relation[];
	decisionId?: number;
}

const replySubjectOf = statement<
	{ id: ReplyId; item: ItemId },
	Omit<ReplySubject, 'relations' | 'decisionId'>
>(
	`select r.id, r.kind, r.root_id as "rootId", r.parent_id as "parentId", r.author_id as "authorId", r.status, r.revision, r.source,
			r.comment_count as "commentCount", r.community_wiki as "communityWiki", r.deleted_by as "deletedBy", r.deleted_from as "deletedFrom", r.announced,
			coalesce(root.status, 'published') = 'published' as "rootInSight",
			greatest(r.revision, (select max(v.number) from revisions v where v.item_id = r.item_id and v.reply_id = r.id)) as "lastRevision"
		from replies r left join replies root on root.id = r.root_id where r.id = :id::bigint and r.item_id = :item::bigint`,
);

/** @throws items.reply_not_found when it is not on this item, or is removed and not the actor's affair */
export async function replyOf(tx: Tx, actor: Actor, item: Subject, id: ReplyId): Promise<ReplySubject> {
	const [row] = await replySubjectOf(tx, { id, item: item.id });
	const relations = relationsTo(actor, row?.authorId ?? null, item.role);
	if (!row || (row.status !== 'published' && !item.moderator && !relations.includes('author'))) {
		throw itemError('reply_not_found', { detail: `There is no reply ${id} on item ${item.id}.` });
	}
	return { ...row, relations, ...carriedOut(actor) };
}
