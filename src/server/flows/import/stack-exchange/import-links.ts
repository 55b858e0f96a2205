import { hrefOf } from '../../../modules/items/index.ts';
import { sql, type Tx } from '../../../platform/db/index.ts';
import { insertRows } from '../bulk.ts';
import { leaveOut } from '../import-run.ts';
import { insertRefs, sortByRefs } from '../refs.ts';
import { UNKNOWN_REASON } from './close-reasons.ts';
import type { PostLink } from './dump-rows.ts';
import { findPosts, type PostTarget } from './find-posts.ts';
import { type Importing, importRows } from './import-phase.ts';
import { moveRedirects } from './old-urls.ts';
import type { Site } from './site.ts';

const LINK = { related: 1, duplicate: 3 } as const;

/** Links between posts become links between their questions; a duplicate also gets its original as the reason it is closed. */
export async function importLinks(importing: Importing): Promise<void> {
	const { db, run, site } = importing;
	await importRows(importing, {
		name: 'links',
		table: 'postLinks',
		batch: 1000,
		prepare: async (rows) => {
			const posts = await findPosts(
				db,
				run.source,
				rows.flatMap((row) => [row.postId, row.relatedPostId]),
			);
			const known = rows.filter((row) => row.type === LINK.related || row.type === LINK.duplicate);
			const present = known.filter((row) => posts.has(row.postId) && posts.has(row.relatedPostId));
			const apart = present.filter((row) => itemOf(posts, row.postId) !== itemOf(posts, row.relatedPostId));
			return {
				rows,
				known,
				present,
				apart,
				posts,
				sorted: await sortByRefs(db, run.source, 'link', apart, (row) => row.id),
			};
		},
		write: async (tx, { rows, known, present, apart, posts, sorted }, tally) => {
			const fresh = sorted.fresh.map(({ row }) => row);
			await insertRows(
				tx,
				'item_links',
				fresh.map((row) => ({
					item_id: itemOf(posts, row.postId),
					target_id: itemOf(posts, row.relatedPostId),
					kind: row.type === LINK.duplicate ? 'duplicate' : 'related',
				})),
				'ignore',
			);
			await closeDuplicates(
				tx,
				site,
				fresh.filter((row) => row.type === LINK.duplicate),
				posts,
			);
			await insertRefs(
				tx,
				run.source,
				'link',
				sorted.fresh.map(({ row, hash }) => ({
					sourceId: row.id,
					targetId: itemOf(posts, row.postId),
					rowHash: hash,
				})),
			);
			tally.created += sorted.fresh.length;
			tally.unchanged += sorted.unchanged + sorted.changed.length;
			leaveOut(tally, 'links of other types', rows.length - known.length);
			leaveOut(tally, 'links to or from posts that are not in the dump', known.length - present.length);
			leaveOut(tally, 'links inside one question', present.length - apart.length);
		},
	});
}

const itemOf = (posts: Map<number, PostTarget>, postId: number): number => posts.get(postId)!.itemId;

/**
 * A closed question with such a link was closed as a duplicate. When it also has no answer, its old address leads to
 * the original, as it did where it comes from; its own page still shows it and names the original.
 */
async function closeDuplicates(
	tx: Tx,
	site: Site,
	links: PostLink[],
	posts: Map<number, PostTarget>,
): Promise<void> {
	for (const link of links) {
		const [itemId, originalId] = [itemOf(posts, link.postId), itemOf(posts, link.relatedPostId)];
		const { rows } = await sql<{
			item_id: number;
		}>`update closures set reason = 'duplicate', duplicate_of = ${originalId}
			where item_id = ${itemId} and duplicate_of is null and reason in (${UNKNOWN_REASON}, 'duplicate') returning item_id`.execute(
			tx,
		);
		if (rows.length === 0) continue;
		const items = await tx
			.selectFrom('items')
			.select(['id', 'kind', 'slug', 'answer_count'])
			.where('id', 'in', [itemId, originalId])
			.execute();
		const duplicate = items.find((item) => item.id === itemId);
		const original = items.find((item) => item.id === originalId);
		if (!duplicate || !original || duplicate.answer_count > 0 || posts.get(link.postId)!.replyId !== null)
			continue;
		await moveRedirects(tx, site, [
			{ path: `/questions/${link.postId}`, from: hrefOf(duplicate), to: hrefOf(original) },
		]);
	}
}
