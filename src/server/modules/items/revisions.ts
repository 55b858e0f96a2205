import { type Actor, isStaff } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ItemId, ReplyId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { accessJoins, accessLevel } from '../entitlements/index.ts';
import type { Reader } from './page-statements.ts';

/** One revision in the history of an item or a reply. */
export interface RevisionCard {
	number: number;
	editor: { handle: string; name: string } | null;
	editorName: string;
	comment: string;
	createdAt: Date;
}

/** A revision with what was written. */
export interface Revision extends RevisionCard {
	title: string | null;
	source: string;
	tags: string[] | null;
	/** What only this kind has, e.g. the code of a snippet. */
	data: unknown;
}

interface Row {
	number: number;
	handle: string | null;
	name: string | null;
	editor_name: string | null;
	comment: string;
	created_at: Date;
	title: string | null;
	source: string;
	tags: string[] | null;
	data: unknown;
}

type Asked = Reader & {
	reply: number | null;
	before: number | null;
	numbers: number[] | null;
};

const readable = `i.id = :id::bigint and i.status <> 'draft' and ${accessLevel} = 'full'
	and (:reply::bigint is null or exists (select from replies r where r.id = :reply::bigint and (r.status = 'published'
		or r.author_id = :user::bigint or :staff::boolean or m.role in ('owner', 'moderator'))))`;
const joins = `from items i ${accessJoins} join revisions v on v.item_id = i.id and v.reply_id is not distinct from :reply::bigint
	left join users u on u.id = v.editor_id`;
const columns = 'v.number, u.handle, u.name, v.editor_name, v.comment, v.created_at';

const history = statement<Asked, Row>(
	`select ${columns} ${joins} where ${readable} and (:before::bigint is null or v.number < :before::bigint)
		order by v.number desc limit 101`,
);

const chosen = statement<Asked, Row>(
	`select ${columns}, v.title, v.source, v.tag_slugs as tags, v.data ${joins} where ${readable} and v.number = any(:numbers::int[])
		order by v.number`,
);

function asked(actor: Actor, id: ItemId, reply: ReplyId | null | undefined, rest: Partial<Asked>): Asked {
	return {
		id,
		user: actor.userId,
		staff: isStaff(actor),
		now: now(),
		reply: reply ?? null,
		before: null,
		numbers: null,
		...rest,
	};
}

function cardOf(row: Row): RevisionCard {
	return {
		number: row.number,
		editor: row.handle === null ? null : { handle: row.handle, name: row.name ?? '' },
		editorName: row.name ?? row.editor_name ?? '',
		comment: row.comment,
		createdAt: row.created_at,
	};
}

/**
 * The history of an item, or with `replyId` of a reply, the newest first. Empty for who may not read all of the text.
 * One statement.
 */
export async function listRevisions(
	db: Db,
	actor: Actor,
	itemId: ItemId,
	replyId?: ReplyId | null,
	page: { cursor?: string | null; limit?: number } = {},
): Promise<Page<RevisionCard>> {
	const limit = Math.min(Math.max(page.limit ?? 30, 1), 100);
	const after = decodeCursor(page.cursor, ['integer']);
	const before = (after?.[0] as number | undefined) ?? null;
	const rows = await history(db, asked(actor, itemId, replyId, { before }));
	return cutPage(rows.map(cardOf), limit, (row) => [row.number]);
}

// What an address names may be any number, or none; a revision's is an integer of the database.
const isNumber = (number: number) => Number.isInteger(number) && number > 0 && number < 2 ** 31;

/**
 * Some revisions with their texts, by number; those that do not exist or may not be read are left out. One statement.
 *
 * @param numbers at most 10
 */
export async function readRevisions(
	db: Db,
	actor: Actor,
	input: { itemId: ItemId; replyId?: ReplyId | null; numbers: readonly number[] },
): Promise<Revision[]> {
	const rows = await chosen(
		db,
		asked(actor, input.itemId, input.replyId, { numbers: input.numbers.filter(isNumber).slice(0, 10) }),
	);
	return rows.map((row) => ({
		...cardOf(row),
		title: row.title,
		source: row.source,
		tags: row.tags,
		data: row.data,
	}));
}
