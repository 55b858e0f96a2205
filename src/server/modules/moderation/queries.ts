import { type Actor, isStaff } from '../../contracts/actor.ts';
import type { ItemId, ReplyId, SpaceId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';

/** One line of the public log. */
export interface ModerationAction {
	id: number;
	/** `item:deleted`, `reply:hidden`, `suspend`, `role:moderator`, … */
	action: string;
	/** Who did it; null when the account is gone. */
	actor: { handle: string; name: string } | null;
	itemId: ItemId | null;
	replyId: ReplyId | null;
	spaceId: SpaceId | null;
	/** Whom it was done to, where it was done to a person. */
	person: { handle: string; name: string } | null;
	reason: string;
	/** By which decision of the queue: the rule, whether a jury made it, and what an appeal of it came to. */
	decision: {
		id: number;
		category: string | null;
		jury: boolean;
		appeal: 'open' | 'upheld' | 'reversed' | null;
	} | null;
	createdAt: Date;
}

/** What is asked of the log. */
export interface LogFilter {
	cursor?: string | null;
	/** 1 to 100, 30 when left out. */
	limit?: number;
	/** What was done: `item`, `reply`, `person`, `case`, `appeal`; all when left out. */
	about?: string | null;
	/** The rule, as deciders name it. */
	category?: string | null;
	/** Handle of who did it. */
	by?: string | null;
	/** Only what was appealed. */
	appealed?: boolean;
}

const abouts: Readonly<Record<string, string>> = {
	item: "a.action like 'item:%'",
	reply: "a.action like 'reply:%'",
	person: 'a.user_id is not null',
	case: "a.action like 'case:%'",
	appeal: "a.action like 'appeal:%'",
};

/**
 * What moderators did, the newest first. Everybody may read it but for what was done in private spaces, which their
 * members and those who look after the whole place see. One statement.
 *
 * @param page.limit 1..100, default 30
 */
export async function listModerationActions(
	db: Db,
	actor: Actor,
	page: LogFilter = {},
): Promise<Page<ModerationAction>> {
	const limit = Math.min(Math.max(page.limit ?? 30, 1), 100);
	const after = decodeCursor(page.cursor, ['integer']);
	const rows = await db
		.selectFrom('moderation_actions as a')
		.leftJoin('users as by', 'by.id', 'a.actor_id')
		.leftJoin('users as of', 'of.id', 'a.user_id')
		.leftJoin('items as i', 'i.id', 'a.item_id')
		.leftJoin('moderation_decisions as d', 'd.id', 'a.decision_id')
		.leftJoin('moderation_appeals as p', 'p.decision_id', 'd.id')
		.leftJoin('spaces as s', (join) => join.on(sql<boolean>`s.id = coalesce(a.space_id, i.space_id)`))
		.select([
			'd.id as decision_id',
			'd.category',
			'd.jury_id',
			'd.reason as decision_reason',
			'p.status as appeal',
		])
		.select(['a.id', 'a.action', 'a.reason', 'a.item_id', 'a.reply_id', 's.id as space_id', 'a.created_at'])
		.select(['by.handle as by_handle', 'by.name as by_name', 'of.handle as of_handle', 'of.name as of_name'])
		.$if(!isStaff(actor), (query) =>
			query.where(sql<boolean>`(s.access is distinct from 'private' or exists (select from space_members m
				where m.space_id = s.id and m.user_id = ${actor.userId}::bigint))`),
		)
		.$if(Boolean(page.about), (query) =>
			query.where(sql<boolean>`${sql.raw(abouts[page.about ?? ''] ?? 'true')}`),
		)
		.$if(Boolean(page.category), (query) => query.where('d.category', '=', page.category as string))
		.$if(Boolean(page.by), (query) => query.where('by.handle', '=', (page.by as string).toLowerCase()))
		.$if(page.appealed === true, (query) => query.where('p.id', 'is not', null))
		.$if(after !== null, (query) => query.where('a.id', '<', after![0] as number))
		.orderBy('a.id', 'desc')
		.limit(limit + 1)
		.execute();
	const actions = rows.map((row) => ({
		id: row.id,
		action: row.action,
		actor: row.by_handle === null ? null : { handle: row.by_handle, name: row.by_name ?? '' },
		itemId: row.item_id,
		replyId: row.reply_id,
		spaceId: row.space_id,
		person: row.of_handle === null ? null : { handle: row.of_handle, name: row.of_name ?? '' },
		// Of a person without a text, what was said of them stays between them and who decided.
		reason: row.reason || (row.item_id === null ? '' : (row.decision_reason ?? '').slice(0, 500)),
		decision:
			row.decision_id === null
				? null
				: {
						id: row.decision_id,
						category: row.category,
						jury: row.jury_id !== null,
						appeal: row.appeal as 'open' | 'upheld' | 'reversed' | null,
					},
		createdAt: row.created_at,
	}));
	return cutPage(actions, limit, (row) => [row.id]);
}

/** A line of the log as a page shows it. */
export interface LoggedAction extends ModerationAction {
	/** What it was done to, or under which the reply stands; null where this reader cannot open it. */
	item: { id: ItemId; kind: string; slug: string; title: string } | null;
}

/**
 * {@link listModerationActions} with the names of the items. What was taken away goes without its title: the log
 * says that something was removed, and does not show it again. Who looks after the whole place sees it. Two statements.
 */
export async function listModerationLog(
	db: Db,
	actor: Actor,
	page: LogFilter = {},
): Promise<Page<LoggedAction>> {
	const { items: actions, next } = await listModerationActions(db, actor, page);
	const ids = [...new Set(actions.flatMap(({ itemId }) => itemId ?? []))];
	const rows = ids.length
		? await db
				.selectFrom('items')
				.select(['id', 'kind', 'slug', 'title'])
				.where('id', 'in', ids)
				.$if(!isStaff(actor), (query) => query.where('status', '=', 'published'))
				.execute()
		: [];
	const named = new Map(rows.map((row) => [row.id, row]));
	return {
		items: actions.map((one) => ({
			...one,
			item: one.itemId === null ? null : (named.get(one.itemId) ?? null),
		})),
		next,
	};
}
