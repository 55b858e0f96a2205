import { type Actor, isStaff } from '../../contracts/actor.ts';
import type { ItemId, ReplyId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { requireLooking } from './policy.ts';
import type { CheckReason } from './reason.ts';

/** What was last decided of a text, and why. */
export interface TextChecked {
	itemId: ItemId;
	replyId: ReplyId | null;
	decision: 'publish' | 'hold' | 'hide';
	reasons: CheckReason[];
	createdAt: Date;
}

const lastOf = statement<{ item: ItemId; user: number | null; staff: boolean }, TextChecked>(
	`select distinct on (coalesce(c.reply_id, 0)) c.item_id as "itemId", c.reply_id as "replyId", c.decision, c.reasons,
			c.created_at as "createdAt"
		from text_checks c join items i on i.id = c.item_id
			left join space_members m on m.space_id = i.space_id and m.user_id = :user::bigint
			left join replies r on r.id = c.reply_id
		where c.item_id = :item::bigint and (:staff::boolean or m.role in ('owner', 'moderator')
			or (case when c.reply_id is null then i.author_id else r.author_id end) = :user::bigint)
		order by coalesce(c.reply_id, 0), c.id desc limit 200`,
);

/**
 * Why the texts of a page stand as they do: of an item and its replies, to whoever wrote them and to who looks after the
 * place. One statement; none for a visitor.
 */
export async function reasonsOn(db: Db, actor: Actor, itemId: ItemId): Promise<TextChecked[]> {
	if (actor.userId === null) return [];
	return lastOf(db, { item: itemId, user: actor.userId, staff: isStaff(actor) });
}

/** One line of what the checks stopped. */
export interface Stopped extends TextChecked {
	id: number;
	title: string;
	kind: string;
	slug: string;
	status: string;
	author: { handle: string; name: string } | null;
	again: boolean;
}

/** What the checks held or hid, the newest first. One statement. @throws common.forbidden */
export async function listStopped(
	db: Db,
	actor: Actor,
	page: { cursor?: string | null; limit?: number } = {},
): Promise<Page<Stopped>> {
	requireLooking(actor);
	const limit = Math.min(Math.max(page.limit ?? 20, 1), 100);
	const after = decodeCursor(page.cursor, ['integer']);
	const rows = await db
		.selectFrom('text_checks as c')
		.innerJoin('items as i', 'i.id', 'c.item_id')
		.leftJoin('replies as r', 'r.id', 'c.reply_id')
		.leftJoin('users as u', 'u.id', 'c.author_id')
		.select(['c.id', 'c.item_id as itemId', 'c.reply_id as replyId', 'c.decision', 'c.reasons', 'c.again'])
		.select(['c.created_at as createdAt', 'i.title', 'i.kind', 'i.slug', 'u.handle', 'u.name'])
		.select(sql<string>`coalesce(r.status, i.status)`.as('status'))
		.where('c.decision', '<>', 'publish')
		.$if(after !== null, (query) => query.where('c.id', '<', after![0] as number))
		.orderBy('c.id', 'desc')
		.limit(limit + 1)
		.execute();
	const lines = rows.map(({ handle, name, reasons, decision, ...row }) => ({
		...row,
		decision: decision as Stopped['decision'],
		reasons: reasons as unknown as CheckReason[],
		author: handle === null ? null : { handle, name: name ?? '' },
	}));
	return cutPage(lines, limit, (row) => [row.id]);
}

/** One week of what was written. */
export interface WeekOfTexts {
	/** Its Monday, `2026-03-02`. */
	week: string;
	texts: number;
	/** Held or hidden as they were written. */
	stopped: number;
	/** Of texts that a model of sentiment looked at: how many, and the share that sounds content. */
	judged: number;
	content: number | null;
	/** Mean probabilities. */
	spam: number | null;
	toxic: number | null;
}

/**
 * How what is written sounds, by week, the oldest first: of the whole place or one space. One statement.
 *
 * @param weeks 1..52
 * @throws common.forbidden
 */
export async function readMood(
	db: Db,
	actor: Actor,
	{ weeks = 12, spaceId = null }: { weeks?: number; spaceId?: number | null } = {},
): Promise<WeekOfTexts[]> {
	requireLooking(actor);
	const count = Math.min(Math.max(Math.trunc(weeks), 1), 52);
	const { rows } =
		await sql<WeekOfTexts>`select to_char(w.week, 'YYYY-MM-DD') as week, count(c.id)::int as texts,
			count(*) filter (where c.decision <> 'publish')::int as stopped, count(c.sentiment)::int as judged,
			avg((c.sentiment >= 0.5)::int)::float8 as content, avg(c.spam)::float8 as spam, avg(c.toxic)::float8 as toxic
		from generate_series(date_trunc('week', now() at time zone 'utc') - make_interval(weeks => ${count - 1}::int),
			date_trunc('week', now() at time zone 'utc'), interval '1 week') as w (week)
		left join lateral (select t.* from text_checks t join items i on i.id = t.item_id
			where t.created_at >= w.week at time zone 'utc' and t.created_at < (w.week + interval '1 week') at time zone 'utc' and not t.again
			and (${spaceId}::bigint is null or i.space_id = ${spaceId}::bigint)) c on true
		group by w.week order by w.week`.execute(db);
	return rows;
}
