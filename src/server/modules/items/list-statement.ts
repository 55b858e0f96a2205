import { statementsByShape } from '../../platform/db/statement.ts';
import { type CardRow, cardColumns, cardJoins } from './card.ts';

export type Sort = 'hot' | 'new' | 'top' | 'active' | 'unanswered' | 'following' | 'bookmarked';

/** What a list is of. Two lists of one shape are one prepared statement with other values. */
export interface ListShape {
	sort: Sort;
	kind: boolean;
	space: boolean;
	tag: boolean;
	author: boolean;
	language: boolean;
	/** Reads on after a cursor. */
	after: boolean;
	/** A signed-in person: what is in their private spaces belongs in the list. */
	member: boolean;
	staff: boolean;
	/** Rows read; one of a few, because a limit that the planner cannot see is a plan for a tenth of the table. */
	limit: number;
}

export interface ListParameters {
	user: number | null;
	kind: string | null;
	space: number | null;
	tag: string | null;
	author: number | null;
	language: string | null;
	afterKey: number | null;
	afterId: number | null;
}

/** `quality` from 0 to 1 in lists by hot; null while it is not scored. */
export type ListRow = CardRow & { cursor_key: number; lead: boolean; quality?: number | null };

/** The column each order is read by, and how its value travels in a cursor. */
const orders = {
	hot: { column: 'hot_rank', time: false },
	new: { column: 'published_at', time: true },
	top: { column: 'score', time: false },
	active: { column: 'last_activity_at', time: true },
	unanswered: { column: 'published_at', time: true },
	following: { column: 'published_at', time: true },
	bookmarked: { column: 'created_at', time: true },
} as const;

/** The statement for lists of this shape; built on first demand. */
export const listStatement = statementsByShape<ListShape, ListParameters, ListRow>(textOf);

const canonicalTag = `(select id from tags where slug = :tag union all select tag_id from tag_synonyms where slug = :tag limit 1)`;
const mine = '(select space_id from space_members where user_id = :user::bigint)';

// Every driver below gives rows of items in the order of one index and stops at the limit; what is joined for the
// card is joined to those few rows.
function textOf(shape: ListShape): string {
	const { column, time } = orders[shape.sort];
	const value = (alias: string) =>
		time
			? `(extract(epoch from ${alias}.${column}) * 1000000)::bigint`
			: `${alias}.${column}::double precision`;
	const bound = time
		? `timestamptz 'epoch' + :afterKey::double precision * interval '1 microsecond'`
		: `:afterKey::${shape.sort === 'top' ? 'bigint' : 'double precision'}`;
	const window = (alias: string, id: string) =>
		`${shape.after ? `and (${alias}.${column}, ${alias}.${id}) < (${bound}, :afterId::bigint)` : ''}
		order by ${alias}.${column} desc, ${alias}.${id} desc limit ${shape.limit}`;
	const filters = filtersOf(shape);
	const from = (source: string, where: string, alias = 'i', id = 'id') =>
		`select i.*, ${value(alias)} as cursor_key from ${source} where ${where} ${filters} ${window(alias, id)}`;

	let driver: string;
	let order = 'i.cursor_key desc, i.id desc';
	let lead = 'false';
	const canSee = shape.staff ? 'true' : `(i.listed or i.space_id in ${mine})`;
	if (shape.sort === 'bookmarked') {
		driver = `select i.*, ${value('b')} as cursor_key from bookmarks b join items i on i.id = b.item_id
			where b.user_id = :user::bigint and i.status = 'published' and ${canSee} ${filters} ${window('b', 'item_id')}`;
	} else if (shape.sort === 'following') {
		const visible = `i.status = 'published' and i.listed`;
		const each = (
			joins: string,
			where: string,
			alias = 'i',
			id = 'id',
		) => `select i.id, i.cursor_key from follows f cross join lateral (${from(joins, where, alias, id)}) i
			where f.user_id = :user::bigint`;
		driver = `select i.*, ${value('i')} as cursor_key from (select distinct id, cursor_key from (
			${each('item_tags t join items i on i.id = t.item_id', 't.tag_id = f.tag_id and t.visible', 't', 'item_id')} and f.tag_id is not null
			union all ${each('items i', `i.space_id = f.space_id and i.status = 'published' and ${canSee}`)} and f.space_id is not null
			union all ${each('items i', `i.author_id = f.person_id and ${visible}`)} and f.person_id is not null
			) followed order by cursor_key desc, id desc limit ${shape.limit}) page join items i on i.id = page.id`;
	} else if (shape.space) {
		const seen = shape.staff ? 'true' : `(i.listed or :space::bigint in ${mine})`;
		const inSpace = `i.space_id = :space::bigint and i.status = 'published' and ${seen}`;
		const pinned = shape.sort !== 'top' && shape.sort !== 'unanswered';
		driver = from('items i', `${inSpace}${pinned ? ' and i.pinned_at is null' : ''}`);
		if (pinned && !shape.after) {
			driver = `(select p.*, true as lead from (select i.*, (extract(epoch from i.pinned_at) * 1000000)::double precision as cursor_key from items i
				where ${inSpace} and i.pinned_at is not null ${filters} order by i.pinned_at desc, i.id desc limit 5) p)
				union all (select q.*, false from (${driver}) q)`;
			lead = 'i.lead';
			order = 'i.lead desc, i.cursor_key desc, i.id desc';
		}
	} else if (shape.tag) {
		driver = from(
			'item_tags t join items i on i.id = t.item_id',
			`t.tag_id = ${canonicalTag} and t.visible${shape.sort === 'unanswered' ? ' and t.unanswered' : ''}`,
			't',
			'item_id',
		);
	} else if (shape.author) {
		driver = from(
			'items i',
			`i.author_id = :author::bigint and i.status = 'published' and ${shape.staff ? 'true' : `(i.listed or i.author_id = :user::bigint or i.space_id in ${mine})`}`,
		);
	} else {
		driver = from('items i', `i.status = 'published' and i.listed`);
		if (shape.member) {
			driver = `select * from ((${driver}) union all
				select i.* from space_members m join spaces s on s.id = m.space_id and s.access = 'private'
				cross join lateral (${from('items i', `i.space_id = m.space_id and i.status = 'published' and not i.listed`)}) i
				where m.user_id = :user::bigint) i order by i.cursor_key desc, i.id desc limit ${shape.limit}`;
		}
	}
	// Read for the few rows of the page, after the index has chosen them: it moves them within the page, see list-items.ts.
	const [quality, scored] =
		shape.sort === 'hot'
			? [', quality.score as quality', 'left join item_quality quality on quality.item_id = i.id']
			: ['', ''];
	return `select ${cardColumns}, i.cursor_key, ${lead} as lead${quality} from (${driver}) i ${cardJoins} ${scored} order by ${order}`;
}

function filtersOf(shape: ListShape): string {
	const parts: string[] = [];
	if (shape.kind) parts.push('and i.kind = :kind');
	if (shape.language) parts.push('and i.language = :language');
	if (shape.author && (shape.space || shape.tag)) parts.push('and i.author_id = :author::bigint');
	if (shape.tag && (shape.space || shape.sort === 'bookmarked' || shape.sort === 'following')) {
		parts.push(`and (select slug from tags where id = ${canonicalTag}) = any(i.tag_slugs)`);
	}
	if (shape.space && (shape.sort === 'bookmarked' || shape.sort === 'following'))
		parts.push('and i.space_id = :space::bigint');
	if (shape.sort === 'unanswered')
		parts.push(`and i.kind = 'question' and i.answer_count = 0 and i.closed_at is null`);
	return parts.join(' ');
}
