import { type Actor, isStaff } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, ReplyId, SpaceId, UserId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { accessJoins, accessLevel } from '../entitlements/index.ts';
import type { Difficulty, ItemAccess } from './item.ts';
import type { ReplyKind } from './kinds.ts';
import type { Reader } from './page-statements.ts';

/** An item as it was written: what an edit form begins from. */
export interface OriginalItem {
	id: ItemId;
	kind: string;
	spaceId: SpaceId;
	revision: number;
	title: string;
	source: string;
	tags: string[];
	language: string;
	difficulty: Difficulty | null;
	access: ItemAccess;
	/** What only this kind has, e.g. the code of a snippet. */
	data: unknown;
}

/** A reply as it was written. */
export interface OriginalReply {
	id: ReplyId;
	itemId: ItemId;
	kind: ReplyKind;
	revision: number;
	source: string;
	authorId: UserId | null;
	communityWiki: boolean;
}

const originalItem = statement<Reader, OriginalItem>(
	`select i.id, i.kind, i.space_id as "spaceId", i.revision, i.title, b.source, i.tag_slugs as tags, i.language, i.difficulty, i.access,
			(select v.data from revisions v where v.item_id = i.id and v.reply_id is null and v.number = i.revision) as data
		from items i ${accessJoins} join item_bodies b on b.item_id = i.id
		where i.id = :id::bigint and ${accessLevel} = 'full'`,
);

const originalReply = statement<Reader & { reply: number }, OriginalReply>(
	`select r.id, r.item_id as "itemId", r.kind, r.revision, r.source, r.author_id as "authorId", r.community_wiki as "communityWiki"
		from items i ${accessJoins} join replies r on r.item_id = i.id and r.id = :reply::bigint
		where i.id = :id::bigint and ${accessLevel} = 'full'
			and (r.status = 'published' or r.author_id = :user::bigint or :staff::boolean or m.role in ('owner', 'moderator'))`,
);

/** The Markdown of an item; null for who may not read all of it. One statement. */
export async function readOriginal(db: Db, actor: Actor, id: ItemId): Promise<OriginalItem | null> {
	const [row] = await originalItem(db, { id, user: actor.userId, staff: isStaff(actor), now: now() });
	return row ?? null;
}

/** The Markdown of a reply; null for who may not read it. One statement. */
export async function readOriginalReply(
	db: Db,
	actor: Actor,
	itemId: ItemId,
	replyId: ReplyId,
): Promise<OriginalReply | null> {
	const [row] = await originalReply(db, {
		id: itemId,
		reply: replyId,
		user: actor.userId,
		staff: isStaff(actor),
		now: now(),
	});
	return row ?? null;
}

/** Which item a reply stands on; null when there is no such reply. Tells nothing else. One statement. */
export async function itemOfReply(db: Db, replyId: ReplyId): Promise<ItemId | null> {
	const row = await db.selectFrom('replies').select('item_id').where('id', '=', replyId).executeTakeFirst();
	return row?.item_id ?? null;
}
