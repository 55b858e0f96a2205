import { type Actor, isStaff } from '../../contracts/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { ReplyId, UserId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import type { Db } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { accessJoins, accessLevel } from '../entitlements/index.ts';
import { hrefOf } from './kinds.ts';

/** What somebody wrote under another's item, as it stands on their own page. */
export interface ReplyCard {
	id: ReplyId;
	kind: 'answer' | 'post';
	/** Its first words, without markup. */
	excerpt: string;
	score: number;
	accepted: boolean;
	createdAt: Date;
	item: { title: string; href: string; kind: string; language: string };
}

interface Row {
	id: ReplyId;
	kind: 'answer' | 'post';
	html: string;
	score: number;
	accepted: boolean;
	created_at: Date;
	item_id: number;
	item_kind: string;
	slug: string;
	title: string;
	language: string;
}

// The joined rows are read one by one along the index on (author_id, id): a limit that the planner sees ends the walk.
const written = statement<
	{ author: UserId; after: number | null; user: number | null; staff: boolean; now: Date },
	Row
>(
	`select r.id, r.kind, left(r.html, 1500) as html, r.score, i.accepted_reply_id = r.id as accepted, r.created_at, i.id as item_id,
			i.kind as item_kind, i.slug, i.title, i.language
		from replies r join items i on i.id = r.item_id ${accessJoins}
		where r.author_id = :author::bigint and r.kind <> 'comment' and r.status = 'published' and i.status = 'published'
			and (:after::bigint is null or r.id < :after::bigint) and ${accessLevel} = 'full'
		order by r.id desc limit 51`,
);

/**
 * The answers and posts that somebody wrote and the actor may read, the newest first. One statement.
 *
 * @param page.limit 1..50, default 20
 */
export async function listRepliesBy(
	db: Db,
	actor: Actor,
	authorId: UserId,
	page: { cursor?: string | null; limit?: number } = {},
): Promise<Page<ReplyCard>> {
	const limit = Math.min(Math.max(page.limit ?? 20, 1), 50);
	const after = decodeCursor(page.cursor, ['integer']);
	const rows = await written(db, {
		author: authorId,
		after: (after?.[0] as number | undefined) ?? null,
		user: actor.userId,
		staff: isStaff(actor),
		now: now(),
	});
	const cut = cutPage(rows, limit, (row) => [row.id]);
	return {
		next: cut.next,
		items: cut.items.map((row) => ({
			id: row.id,
			kind: row.kind,
			excerpt: wordsOf(row.html),
			score: row.score,
			accepted: row.accepted === true,
			createdAt: row.created_at,
			item: {
				title: row.title,
				href: hrefOf({ kind: row.item_kind, id: row.item_id, slug: row.slug }),
				kind: row.item_kind,
				language: row.language,
			},
		})),
	};
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

function wordsOf(html: string): string {
	const text = html
		.replace(/<(pre|style|math)\b[\s\S]*?(?:<\/\1>|$)/g, ' ')
		.replace(/<[^>]*(?:>|$)/g, ' ')
		.replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => entities[name] as string)
		.replace(/\s+/g, ' ')
		.trim();
	return text.length > 200 ? `${text.slice(0, 200).toWellFormed()}…` : text;
}

/** How much somebody has published, in what is open to everybody. */
export interface AuthorStats {
	/** Items by kind. */
	items: Record<string, number>;
	answers: number;
	accepted: number;
}

const counted = statement<
	{ author: UserId },
	{ items: Record<string, number>; answers: number; accepted: number }
>(
	`select (select coalesce(json_object_agg(k.kind, k.n), '{}') from (select kind, count(*)::int as n from items
			where author_id = :author::bigint and status = 'published' and listed group by kind) k) as items,
		a.answers, a.accepted from (select count(*)::int as answers, count(*) filter (where i.accepted_reply_id = r.id)::int as accepted
			from replies r join items i on i.id = r.item_id
			where r.author_id = :author::bigint and r.kind = 'answer' and r.status = 'published' and i.status = 'published' and i.listed) a`,
);

/** One statement. */
export async function authorStats(db: Db, authorId: UserId): Promise<AuthorStats> {
	const [row] = await counted(db, { author: authorId });
	return { items: row?.items ?? {}, answers: row?.answers ?? 0, accepted: row?.accepted ?? 0 };
}

/** Whether the actor follows a person or a space. One statement; none for a visitor. */
export async function isFollowing(
	db: Db,
	actor: Actor,
	target: { personId: number } | { spaceId: number },
): Promise<boolean> {
	if (actor.userId === null) return false;
	const [column, id] =
		'personId' in target
			? (['person_id', target.personId] as const)
			: (['space_id', target.spaceId] as const);
	const row = await db
		.selectFrom('follows')
		.select('user_id')
		.where('user_id', '=', actor.userId)
		.where(column, '=', id)
		.executeTakeFirst();
	return row !== undefined;
}
