import { hrefOf, slugOf } from '../../../modules/items/index.ts';
import { type Db, sql, type Tx } from '../../../platform/db/index.ts';
import { clip, insertRows, reserveIds, updateRows } from '../bulk.ts';
import { countSorted, expect, leaveOut, type Tally } from '../import-run.ts';
import { markForSearch } from '../index-imported.ts';
import { hashOf, insertRefs, updateRefs } from '../refs.ts';
import type { Rendered } from '../render-text.ts';
import { tagBook } from '../tag-book.ts';
import { languageOf } from '../text-language.ts';
import { unedited } from '../unedited.ts';
import { UNKNOWN_REASON } from './close-reasons.ts';
import type { Post } from './dump-rows.ts';
import { type Importing, importRows } from './import-phase.ts';
import { addRedirects } from './old-urls.ts';
import { authorOf, countShortened, countsOf, localVotes, sourceOf } from './post-rows.ts';
import { type PreparedPosts, preparePosts } from './prepare-posts.ts';
import { splitScore, type VoteTally } from './tally-votes.ts';

export const POST = { question: 1, answer: 2, tagExcerpt: 4, tagWiki: 5 } as const;

/** Questions become items of the space, with text, tags, first revision, attribution and old address. */
export async function importQuestions(importing: Importing, votes: VoteTally): Promise<void> {
	const tags = tagBook();
	await importRows(importing, {
		name: 'questions',
		table: 'posts',
		batch: 250,
		wanted: (post) => post.type === POST.question,
		prepare: async (rows) => ({ rows, ...(await preparePosts(importing, 'question', rows, votes)) }),
		write: async (tx, prepared, tally) => {
			const { rows, sorted } = prepared;
			const all = await tags.listsOf(
				tx,
				rows.map((row) => row.tags ?? []),
			);
			const lists = new Map(rows.map((row, index) => [row.id, all[index]!]));
			await insertQuestions(
				tx,
				importing,
				votes,
				prepared,
				sorted.fresh.map(({ row }) => lists.get(row.id)!),
			);
			await updateQuestions(
				tx,
				importing,
				votes,
				prepared,
				sorted.changed.map(({ row }) => lists.get(row.id)!),
				tally,
			);
			countSorted(tally, sorted);
			for (const row of rows) {
				const { favourites } = votes.of(row.id);
				const { up, down } = splitScore(row.score, votes.of(row.id));
				expect(tally, 'score', row.score);
				expect(tally, 'tag uses', row.tags?.length ?? 0);
				expect(tally, 'merged tags', (row.tags?.length ?? 0) - lists.get(row.id)!.length);
				expect(tally, 'closed', row.closedAt ? 1 : 0);
				expect(tally, 'accepted', row.acceptedAnswerId === undefined ? 0 : 1);
				expect(tally, 'community wiki', row.communityOwnedAt ? 1 : 0);
				expect(tally, 'up votes', up);
				expect(tally, 'down votes', down);
				expect(tally, 'favourites', row.favoriteCount ?? favourites);
			}
			countShortened(tally, prepared.texts.values());
		},
	});
}

/** What of an item follows from the dump's row, at the first import and at each later one. */
function contentOf(importing: Importing, post: Post, text: Rendered, users: Map<number, number>) {
	const title = clip(post.title?.trim() || `Question ${post.id}`, 300);
	return {
		...authorOf(post.ownerId, post.ownerName, users),
		title,
		slug: slugOf(title, 'question'),
		excerpt: text.excerpt,
		language: languageOf(title, text.excerpt),
		reading_minutes: text.readingMinutes,
		space_id: importing.space.id,
	};
}

function bodyOf(itemId: number, text: Rendered) {
	return {
		item_id: itemId,
		source: text.source,
		html: text.html,
		headings: text.headings,
		words: text.words,
		has_math: text.hasMath,
		has_mermaid: text.hasMermaid,
	};
}

async function insertQuestions(
	tx: Tx,
	importing: Importing,
	votes: VoteTally,
	{ sorted, texts, users, names }: PreparedPosts,
	lists: { id: number; slug: string }[][],
): Promise<void> {
	const { run, site } = importing;
	const posts = sorted.fresh.map(({ row }) => row);
	if (posts.length === 0) return;
	const ids = await reserveIds(tx, 'items', posts.length);
	const contents = posts.map((post) => contentOf(importing, post, texts.get(post.id)!, users));
	await insertRows(
		tx,
		'items',
		posts.map((post, index) => ({
			id: ids[index],
			kind: 'question',
			...contents[index]!,
			...countsOf(post.score, votes.of(post.id)),
			tag_slugs: lists[index]!.map((tag) => tag.slug),
			status: 'published',
			access: 'free',
			format: 'text',
			revision: 1,
			version: 1,
			answer_count: post.answerCount ?? 0,
			comment_count: post.commentCount ?? 0,
			reply_count: (post.answerCount ?? 0) + (post.commentCount ?? 0),
			view_count: post.viewCount,
			bookmark_count: post.favoriteCount ?? votes.of(post.id).favourites,
			follower_count: 0,
			community_wiki: post.communityOwnedAt !== undefined,
			closed_at: post.closedAt ?? null,
			last_activity_at: post.activeAt ?? post.createdAt,
			published_at: post.createdAt,
			created_at: post.createdAt,
			edited_at: post.editedAt ?? null,
		})),
	);
	await insertRows(
		tx,
		'item_bodies',
		posts.map((post, index) => bodyOf(ids[index]!, texts.get(post.id)!)),
	);
	await insertRows(
		tx,
		'item_tags',
		lists.flatMap((list, index) => list.map((tag) => ({ item_id: ids[index], tag_id: tag.id }))),
	);
	await insertRows(
		tx,
		'revisions',
		posts.map((post, index) => ({
			item_id: ids[index],
			number: 1,
			title: contents[index]!.title,
			source: texts.get(post.id)!.source,
			tag_slugs: lists[index]!.map((tag) => tag.slug),
			editor_id: contents[index]!.author_id,
			editor_name: contents[index]!.author_name,
			comment: '',
			created_at: post.createdAt,
		})),
	);
	await insertRows(
		tx,
		'sources',
		posts.map((post, index) => ({
			item_id: ids[index],
			...sourceOf(site, `/questions/${post.id}`, post, names),
		})),
	);
	await insertRows(
		tx,
		'closures',
		posts.flatMap((post, index) =>
			post.closedAt ? [{ item_id: ids[index], reason: UNKNOWN_REASON, created_at: post.closedAt }] : [],
		),
	);
	await addRedirects(
		tx,
		site,
		posts.map((post, index) => ({
			path: `/questions/${post.id}`,
			target: hrefOf({ kind: 'question', id: ids[index]!, slug: contents[index]!.slug }),
		})),
	);
	await insertRefs(
		tx,
		run.source,
		'question',
		sorted.fresh.map(({ row, hash }, index) => ({
			sourceId: row.id,
			targetId: ids[index]!,
			rowHash: hash,
			textHash: hashOf(texts.get(row.id)!.source),
		})),
	);
	await markForSearch(tx, run.source, ids);
	await noteAcceptance(
		tx,
		run.source,
		posts.map((post, index) => ({ itemId: ids[index]!, answerId: post.acceptedAnswerId })),
	);
}

/** Rows that differ from the last import. A text that people here have edited since stays theirs; the numbers follow the dump. */
async function updateQuestions(
	tx: Tx,
	importing: Importing,
	votes: VoteTally,
	{ sorted, texts, users, names }: PreparedPosts,
	lists: { id: number; slug: string }[][],
	tally: Tally,
): Promise<void> {
	const { run, site } = importing;
	const { changed } = sorted;
	if (changed.length === 0) return;
	const ids = changed.map(({ ref }) => ref.targetId);
	const local = await localVotes(tx, 'item_id', ids);
	const free = await unedited(tx, 'item_bodies', 'item_id', changed);
	const current = await existing(tx, ids);
	leaveOut(
		tally,
		'texts edited here since, kept',
		ids.filter((id) => current.has(id) && !free.has(id)).length,
	);
	await updateRows(
		tx,
		'items',
		'id',
		changed.flatMap(({ row, ref }) => {
			const item = current.get(ref.targetId);
			return item
				? [
						{
							id: ref.targetId,
							...countsOf(row.score, votes.of(row.id), local.get(ref.targetId)),
							view_count: Math.max(item.view_count, row.viewCount),
							bookmark_count: Math.max(row.favoriteCount ?? votes.of(row.id).favourites, item.bookmarks),
							community_wiki: row.communityOwnedAt !== undefined,
							closed_at: row.closedAt ?? null,
							last_activity_at: later(item.last_activity_at, row.activeAt ?? row.createdAt),
							edited_at: row.editedAt ?? null,
						},
					]
				: [];
		}),
	);
	const rewritten = changed
		.map((entry, index) => ({ ...entry, tags: lists[index]! }))
		.filter(({ ref }) => free.has(ref.targetId));
	await updateRows(
		tx,
		'items',
		'id',
		rewritten.map(({ row, ref, tags }) => {
			const { space_id: _, slug: __, ...content } = contentOf(importing, row, texts.get(row.id)!, users);
			return { id: ref.targetId, ...content, tag_slugs: tags.map((tag) => tag.slug) };
		}),
	);
	await updateRows(
		tx,
		'item_bodies',
		'item_id',
		rewritten.map(({ row, ref }) => bodyOf(ref.targetId, texts.get(row.id)!)),
	);
	await sql`update revisions set source = given.source, title = given.title
		from unnest(${rewritten.map(({ ref }) => ref.targetId)}::bigint[], ${rewritten.map(({ row }) => texts.get(row.id)!.source)}::text[],
			${rewritten.map(({ row }) => clip(row.title?.trim() || `Question ${row.id}`, 300))}::text[]) as given (item_id, source, title), items
		where items.id = given.item_id and revisions.item_id = items.id and revisions.reply_id is null and revisions.number = items.revision`.execute(
		tx,
	);
	await retag(
		tx,
		rewritten.map(({ ref, tags }) => ({ itemId: ref.targetId, tags })),
	);
	await updateRows(
		tx,
		'sources',
		'item_id',
		changed.map(({ row, ref }) => ({
			item_id: ref.targetId,
			...sourceOf(site, `/questions/${row.id}`, row, names),
		})),
	);
	const reopened = changed.filter(({ row }) => !row.closedAt).map(({ ref }) => ref.targetId);
	await sql`delete from closures where item_id = any(${reopened}::bigint[])`.execute(tx);
	await insertRows(
		tx,
		'closures',
		changed.flatMap(({ row, ref }) =>
			row.closedAt && current.has(ref.targetId)
				? [{ item_id: ref.targetId, reason: UNKNOWN_REASON, created_at: row.closedAt }]
				: [],
		),
		'ignore',
	);
	await markForSearch(tx, run.source, [...current.keys()]);
	await noteAcceptance(
		tx,
		run.source,
		changed.map(({ row, ref }) => ({ itemId: ref.targetId, answerId: row.acceptedAnswerId })),
	);
	await updateRefs(
		tx,
		run.source,
		'question',
		changed.map(({ row, hash, ref }) => ({
			sourceId: row.id,
			targetId: ref.targetId,
			rowHash: hash,
			textHash: free.has(ref.targetId) ? hashOf(texts.get(row.id)!.source) : ref.textHash,
		})),
	);
}

const later = (a: Date, b: Date): Date => (a > b ? a : b);

async function existing(db: Db, ids: number[]) {
	const { rows } = await sql<{ id: number; view_count: number; last_activity_at: Date; bookmarks: number }>`
		select id, view_count, last_activity_at, (select count(*)::int from bookmarks where item_id = items.id) as bookmarks
		from items where id = any(${ids}::bigint[])`.execute(db);
	return new Map(rows.map((row) => [row.id, row]));
}

async function retag(tx: Tx, items: { itemId: number; tags: { id: number }[] }[]): Promise<void> {
	const pairs = items.flatMap(({ itemId, tags }) => tags.map((tag) => ({ item_id: itemId, tag_id: tag.id })));
	await sql`delete from item_tags where item_id = any(${items.map((item) => item.itemId)}::bigint[])
		and (item_id, tag_id) not in (select * from unnest(${pairs.map((pair) => pair.item_id)}::bigint[], ${pairs.map((pair) => pair.tag_id)}::bigint[]))`.execute(
		tx,
	);
	await insertRows(tx, 'item_tags', pairs, 'ignore');
}

/**
 * Which answer the asker accepted is known before the answer is: a ref `accepted` from the answer's source id to
 * the item waits until `settle` finds the answer.
 */
async function noteAcceptance(
	tx: Tx,
	source: string,
	pairs: { itemId: number; answerId: number | undefined }[],
): Promise<void> {
	const known = pairs.filter((pair) => pair.answerId !== undefined);
	const { rows: stale } = await sql<{ item_id: number }>`delete from import_refs
		where source = ${source} and kind = 'accepted' and target_id = any(${pairs.map((pair) => pair.itemId)}::bigint[])
			and (source_id, target_id) not in (select * from unnest(${known.map((pair) => String(pair.answerId))}::text[], ${known.map((pair) => pair.itemId)}::bigint[]))
		returning target_id as item_id`.execute(tx);
	await sql`update items set accepted_reply_id = null where id = any(${stale.map((row) => row.item_id)}::bigint[])`.execute(
		tx,
	);
	await insertRows(
		tx,
		'import_refs',
		known.map((pair) => ({
			source,
			kind: 'accepted',
			source_id: String(pair.answerId),
			target_id: pair.itemId,
			content_hash: '',
		})),
		'ignore',
	);
}
