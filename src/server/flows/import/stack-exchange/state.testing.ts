import { type Db, sql } from '../../../platform/db/index.ts';

/*
 * For tests: everything an import wrote, in an order and under names that do not depend on database ids, so that two
 * databases can be compared with one assertion.
 */
export async function importedState(db: Db, source: string): Promise<Record<string, unknown[]>> {
	const named = (column: string, kinds: string[]) =>
		sql`(select kind || ' ' || source_id from import_refs as ref where ref.source = ${source} and ref.kind = any(${kinds}::text[]) and ref.target_id = ${sql.ref(column)})`;
	const item = (column: string) => named(column, ['question']);
	const reply = (column: string) => named(column, ['answer', 'comment']);
	const person = (column: string) => sql`(select handle from users where users.id = ${sql.ref(column)})`;
	const all = async (query: ReturnType<typeof sql>) => (await query.execute(db)).rows;
	return {
		users: await all(
			sql`select handle, name, email, email_verified, headline, bio, bio_html, website, reputation, origin, created_at, last_seen_at from users order by handle`,
		),
		reputation: await all(
			sql`select ${person('user_id')} as person, amount, reason from reputation_entries order by 1, 2`,
		),
		badges: await all(
			sql`select ${person('user_id')} as person, name, class, tag_based, awarded_at from user_badges order by 1, 2, awarded_at`,
		),
		tags: await all(
			sql`select slug, name, description, wiki, wiki_html, required, moderator_only, item_count from tags order by slug`,
		),
		spaces: await all(sql`select slug, name, item_count from spaces order by slug`),
		items:
			await all(sql`select kind, ${person('author_id')} as author, author_name, slug, title, excerpt, language, status, listed, tag_slugs, revision, score, up_count, down_count,
			answer_count, comment_count, reply_count, view_count, bookmark_count, reading_minutes, ${reply('accepted_reply_id')} as accepted, community_wiki, closed_at, locked_at,
			hot_rank, last_activity_at, published_at, created_at, edited_at, source, html, headings, words, has_math, has_mermaid
			from items join item_bodies on item_id = id order by title`),
		itemTags: await all(
			sql`select title, tags.slug, visible, unanswered, item_tags.score from item_tags join items on items.id = item_id join tags on tags.id = tag_id order by 1, 2`,
		),
		replies:
			await all(sql`select ${item('replies.item_id')} as item, ${reply('replies.root_id')} as root, replies.kind, ${person('replies.author_id')} as author, replies.author_name, replies.source, html, has_math,
			replies.status, replies.revision, replies.score, replies.up_count, replies.down_count, replies.comment_count, replies.community_wiki, replies.created_at, replies.edited_at
			from replies order by replies.created_at, replies.source`),
		revisions:
			await all(sql`select ${item('item_id')} as item, ${reply('reply_id')} as reply, number, title, source, tag_slugs, ${person('editor_id')} as editor, editor_name, comment, created_at
			from revisions order by 1, 2 nulls first, 3`),
		closures: await all(
			sql`select ${item('item_id')} as item, reason, ${item('duplicate_of')} as original, ${person('actor_id')} as actor, created_at from closures order by 1`,
		),
		links: await all(
			sql`select ${item('item_id')} as item, ${item('item_links.target_id')} as target, kind from item_links order by 1, 2, 3`,
		),
		sources: await all(
			sql`select ${item('item_id')} as item, ${reply('reply_id')} as reply, site, url, author_name, author_url, licence, licence_url from sources order by url`,
		),
		bookmarks: await all(
			sql`select ${person('user_id')} as person, ${item('item_id')} as item, created_at from bookmarks order by 1, 2`,
		),
		bounties: await all(
			sql`select ${item('item_id')} as item, ${person('offered_by')} as person, amount, starts_at, ends_at, ${reply('reply_id')} as answer, awarded_at from bounties order by starts_at`,
		),
		redirects: await all(
			sql`select path, regexp_replace(target, '[0-9]+', 'N', 'g') as target from redirects order by path`,
		),
		refs: await all(
			sql`select kind, source_id, content_hash from import_refs where source = ${source} order by 1, 2`,
		),
	};
}
