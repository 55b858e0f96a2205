import { type Actor, holds, isStaff } from '../../contracts/actor.ts';
import type { TagId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql, type Tx } from '../../platform/db/index.ts';
import { itemError } from './errors.ts';
import { normaliseTag } from './tag-slug.ts';

/** A tag as it stands in a list. */
export interface TagCard {
	id: TagId;
	slug: string;
	name: string;
	names: Partial<Record<'zh-CN' | 'en', string>>;
	description: string;
	descriptions: Partial<Record<'zh-CN' | 'en', string>>;
	itemCount: number;
	followerCount: number;
	moderatorOnly: boolean;
}

export interface Tag extends TagCard {
	wiki: string;
	wikiHtml: string;
	synonyms: string[];
	following: boolean;
}

const card = [
	't.id',
	't.slug',
	't.name',
	't.names',
	't.description',
	't.descriptions',
	't.item_count as itemCount',
	't.follower_count as followerCount',
	't.moderator_only as moderatorOnly',
] as const;

/**
 * Tags, the most used first; with `prefix`, those whose slug begins so (for completion while typing). One statement.
 *
 * @param input.limit 1..200, default 60
 */
export async function listTags(
	db: Db,
	_actor: Actor,
	input: { prefix?: string; cursor?: string | null; limit?: number } = {},
): Promise<Page<TagCard>> {
	const limit = Math.min(Math.max(input.limit ?? 60, 1), 200);
	const after = decodeCursor(input.cursor, ['integer', 'integer']);
	const prefix = input.prefix ? normaliseTag(input.prefix) : '';
	const rows = await db
		.selectFrom('tags as t')
		.select(card)
		.$if(prefix !== '', (query) => query.where(sql<boolean>`starts_with(t.slug, ${prefix})`))
		.$if(after !== null, (query) =>
			query.where(sql<boolean>`(t.item_count, t.id) < (${after?.[0]}::bigint, ${after?.[1]}::bigint)`),
		)
		.orderBy('t.item_count', 'desc')
		.orderBy('t.id', 'desc')
		.limit(limit + 1)
		.execute();
	return cutPage(rows as unknown as TagCard[], limit, (row) => [row.itemCount, row.id]);
}

/** One tag by its slug or a synonym of it; null when there is none. `slug` of the answer is the canonical one. One statement. */
export async function findTag(db: Db, actor: Actor, slug: string): Promise<Tag | null> {
	const wanted = normaliseTag(slug);
	const row = await db
		.selectFrom('tags as t')
		.select([...card, 't.wiki', 't.wiki_html as wikiHtml'])
		.select(
			sql<string[]>`array(select s.slug from tag_synonyms s where s.tag_id = t.id order by s.slug)`.as(
				'synonyms',
			),
		)
		.select(
			sql<boolean>`exists (select from follows f where f.user_id = ${actor.userId}::bigint and f.tag_id = t.id)`.as(
				'following',
			),
		)
		.where('t.id', '=', tagIdOf(wanted))
		.executeTakeFirst();
	return (row as unknown as Tag | undefined) ?? null;
}

function tagIdOf(slug: string) {
	return sql<number>`(select id from tags where slug = ${slug} union all select tag_id from tag_synonyms where slug = ${slug} limit 1)`;
}

/**
 * Turns what was typed into tags: synonyms become their canonical tag, unknown words become new tags.
 *
 * @param slugs normalised, see {@link normaliseTag}
 * @param options.standing tags that the item has already: a reserved one among them may stay
 * @returns in the order typed, without repeats
 * @throws items.tag_reserved for a tag that only moderators may give; items.tag_new for a word that is no tag, when
 *   `mayCreate` is false
 */
export async function resolveTags(
	tx: Tx,
	slugs: readonly string[],
	options: { moderator: boolean; mayCreate: boolean; standing?: readonly string[] },
): Promise<{ id: TagId; slug: string }[]> {
	if (slugs.length === 0) return [];
	const found = async () =>
		(
			await sql<{ typed: string; id: number; slug: string; moderator_only: boolean }>`
				select typed, t.id, t.slug, t.moderator_only
				from unnest(${[...slugs]}::text[]) with ordinality as asked(typed, nth)
				join tags t on t.id = coalesce((select id from tags where slug = typed), (select tag_id from tag_synonyms where slug = typed))
				order by nth`.execute(tx)
		).rows;
	let rows = await found();
	const known = new Set(rows.map((row) => row.typed));
	const unknown = slugs.filter((slug) => !known.has(slug)).sort();
	if (unknown.length > 0 && !options.mayCreate) {
		throw itemError('tag_new', { params: { tag: unknown[0]! }, fields: { tags: 'items.tag_new' } });
	}
	if (unknown.length > 0) {
		await tx
			.insertInto('tags')
			.values(unknown.map((slug) => ({ slug, name: slug })))
			.onConflict((conflict) => conflict.column('slug').doNothing())
			.execute();
		rows = await found();
	}
	const reserved = rows.find((row) => row.moderator_only && !options.standing?.includes(row.slug));
	if (reserved && !options.moderator) {
		throw itemError('tag_reserved', {
			params: { tag: reserved.slug },
			fields: { tags: 'items.tag_reserved' },
		});
	}
	return [...new Map(rows.map((row) => [row.id, { id: row.id, slug: row.slug }])).values()];
}

/** True for who may make a word a tag; who acts by order of the place itself has no level that could hold them back. */
export function mayCreateTags(actor: Actor): boolean {
	return actor.privileges === undefined || holds(actor, 'create-tags');
}

/** True for who may give any tag. */
export function mayTagFreely(actor: Actor, moderator: boolean): boolean {
	return moderator || isStaff(actor);
}
