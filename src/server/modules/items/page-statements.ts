import type { Currency } from '../../kernel/money.ts';
import { statement } from '../../platform/db/statement.ts';
import { type Access, accessJoins, accessLevel } from '../entitlements/index.ts';
import { type CardRow, cardColumns, cardJoins, type PersonRow, personColumns } from './card.ts';
import type { Heading, ItemStatus, Source } from './item.ts';
import type { ReplyKind } from './kinds.ts';

export interface Reader {
	id: number;
	user: number | null;
	staff: boolean;
	now: Date;
}

/** How many comments stand under the item and under each answer before "more". */
export const commentsShown = { item: 30, root: 10 } as const;

/** Answers or posts on one page. */
export const repliesShown = 20;

/** What changes without a new version, and what this reader gets. All that an unchanged page costs. */
export const glance = statement<
	Reader,
	{ version: number; view_count: number; status: ItemStatus; level: Access }
>(
	`select i.version, i.view_count, i.status, ${accessLevel} as level from items i ${accessJoins} where i.id = :id::bigint`,
);

export interface BodyRow extends CardRow {
	level: Access;
	html: string;
	headings: Heading[];
	words: number;
	has_math: boolean;
	has_mermaid: boolean;
	revision: number;
	version: number;
	part_of: number | null;
	cash_amount: number | null;
	cash_currency: Currency | null;
	group_amount: number | null;
	group_size: number | null;
	tips: boolean;
	reaction_counts: Record<string, number>;
	related: CardRow[];
	closure: {
		reason: string;
		createdAt: string;
		duplicateOf: { id: number; kind: string; slug: string; title: string } | null;
		actor: { handle: string; name: string } | null;
	} | null;
	source: Source | null;
}

const sourceOf = (
	column: string,
	id: string,
) => `(select json_build_object('site', o.site, 'url', o.url, 'authorName', o.author_name,
	'authorUrl', o.author_url, 'licence', o.licence, 'licenceUrl', o.licence_url) from sources o where o.${column} = ${id})`;

// Linked items first, then those that share tags; a tag that few items have says more than one that many have. From
// each tag only its hottest dozen are looked at, so a tag with half a million items costs no more than a small one.
const related = `(select coalesce(json_agg(c), '[]') from (select ${cardColumns} from (
		select near.item_id, sum(near.weight) as weight from (
			select l.target_id as item_id, 10.0 as weight from item_links l where l.item_id = :id::bigint
			union all select l.item_id, 10.0 from item_links l where l.target_id = :id::bigint
			union all select n.item_id, 1 / ln(3 + t.item_count) from item_tags own join tags t on t.id = own.tag_id
				cross join lateral (select n.item_id from item_tags n where n.tag_id = own.tag_id and n.visible and n.item_id <> :id::bigint
					order by n.hot_rank desc, n.item_id desc limit 12) n
				where own.item_id = :id::bigint
		) near group by near.item_id order by weight desc, near.item_id desc limit 8
	) r join items i on i.id = r.item_id ${cardJoins} where i.status = 'published'
		and (i.listed or i.space_id = (select o.space_id from items o where o.id = :id::bigint))
	order by r.weight desc, i.id desc limit 6) c)`;

/** The item with the text that this reader may have: the database chooses, by the rule of access. */
export const bodyOf = statement<Reader, BodyRow>(
	`select ${cardColumns}, i.level, i.revision, i.version, i.part_of, i.reaction_counts,
			i.cash_amount, i.cash_currency, i.group_amount, i.group_size, coalesce(u.takes_tips, false) as tips,
			${related} as related,
			case when i.level = 'full' then b.html else coalesce(b.preview_html, '') end as html,
			case when i.level = 'full' then b.headings else '[]' end as headings,
			b.words, b.has_math, b.has_mermaid,
			case when i.closed_at is null then null else (select json_build_object('reason', c.reason, 'createdAt', c.created_at,
				'duplicateOf', (select json_build_object('id', d.id, 'kind', d.kind, 'slug', d.slug, 'title', d.title)
					from items d where d.id = c.duplicate_of and d.status = 'published' and (d.listed or d.space_id = i.space_id)),
				'actor', (select json_build_object('handle', a.handle, 'name', a.name) from users a where a.id = c.actor_id))
				from closures c where c.item_id = i.id) end as closure,
			${sourceOf('item_id', 'i.id')} as source
		from (select i.*, ${accessLevel} as level from items i ${accessJoins} where i.id = :id::bigint) i
		join item_bodies b on b.item_id = i.id join spaces s on s.id = i.space_id left join users u on u.id = i.author_id
		where i.level <> 'none'`,
);

export interface ReplyRow extends PersonRow {
	id: number;
	kind: ReplyKind;
	root_id: number | null;
	parent_id: number | null;
	html: string;
	has_math: boolean;
	author_name: string | null;
	score: number;
	revision: number;
	comment_count: number;
	reaction_counts: Record<string, number>;
	community_wiki: boolean;
	created_at: Date;
	edited_at: Date | null;
	source: Source | null;
	/** The accepted answer. */
	lead: boolean;
}

export type ReplySort = 'top' | 'old' | 'new';

export interface RepliesParameters {
	id: number;
	accepted: number | null;
	afterScore: number | null;
	afterId: number | null;
}

export const replyColumns = `r.id, r.kind, r.root_id, r.parent_id, r.html, r.has_math, r.author_name, r.score, r.revision, r.comment_count, r.reaction_counts,
	r.community_wiki, r.created_at, r.edited_at, ${sourceOf('reply_id', 'r.id')} as source, ${personColumns}`;

/**
 * One page of answers or posts with the first comments of each, and on the first page the comments of the item itself.
 * The accepted answer leads the first page and is on no other.
 */
function repliesText(sort: ReplySort, first: boolean): string {
	const order = { top: 'r.score desc, r.id', old: 'r.id', new: 'r.id desc' }[sort];
	const after = {
		// The first condition is implied by the second; it is what the index can begin from.
		top: 'and r.score <= :afterScore::bigint and (r.score < :afterScore::bigint or r.id > :afterId::bigint)',
		old: 'and r.id > :afterId::bigint',
		new: 'and r.id < :afterId::bigint',
	}[sort];
	const published = `r.item_id = :id::bigint and r.status = 'published'`;
	const roots = `select r.*, false as lead from replies r where ${published} and r.kind <> 'comment'
		and r.id is distinct from :accepted::bigint ${first ? '' : after} order by ${order} limit ${repliesShown + 1}`;
	const accepted = `select r.*, true from replies r where r.id = :accepted::bigint and ${published}`;
	const comments = (
		root: string,
		limit: number,
	) => `select r.*, false from replies r where ${published} and r.kind = 'comment'
		and r.root_id ${root} order by r.id limit ${limit + 1}`;
	return `with roots as materialized (${first ? `(${roots}) union all ${accepted}` : roots}),
		shown as (select * from roots
			union all select c.* from roots cross join lateral (${comments('= roots.id', commentsShown.root)}) c where roots.comment_count > 0
			${first ? `union all (${comments('is null', commentsShown.item)})` : ''})
		select ${replyColumns}, r.lead from shown r left join users u on u.id = r.author_id
		order by r.kind = 'comment', r.lead desc, ${order}`;
}

const statements = new Map<string, ReturnType<typeof statement<RepliesParameters, ReplyRow>>>();

export function repliesStatement(sort: ReplySort, first: boolean) {
	const key = `${sort} ${first}`;
	let found = statements.get(key);
	if (!found) {
		found = statement<RepliesParameters, ReplyRow>(repliesText(sort, first));
		statements.set(key, found);
	}
	return found;
}
