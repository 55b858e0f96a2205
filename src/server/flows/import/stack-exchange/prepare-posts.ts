import { findTargets, type Sorted, sortByRefs } from '../refs.ts';
import type { Rendered } from '../render-text.ts';
import type { Post } from './dump-rows.ts';
import type { Importing } from './import-phase.ts';
import { namesOf } from './post-rows.ts';
import type { VoteTally } from './tally-votes.ts';

/** Posts sorted by what is to be done with them, with what writing them needs. */
export interface PreparedPosts {
	sorted: Sorted<Post>;
	/** Rendered texts of the fresh and the changed, by source id. */
	texts: Map<number, Rendered>;
	/** Their authors' database ids, by source id. */
	users: Map<number, number>;
	names: Map<number, string>;
}

/**
 * Sorts posts and renders those that differ from the last import: a post differs also when its votes do.
 *
 * @param idPrefix begins the ids inside a text; none where it stands alone on its page
 */
export async function preparePosts(
	{ db, run, pool, math }: Importing,
	kind: 'question' | 'answer',
	posts: Post[],
	votes: VoteTally,
	idPrefix?: (post: Post) => string,
): Promise<PreparedPosts> {
	const sorted = await sortByRefs(
		db,
		run.source,
		kind,
		posts,
		(post) => post.id,
		(post) => [post, votes.of(post.id), math],
	);
	const work = [...sorted.fresh, ...sorted.changed].map(({ row }) => row);
	const users = await findTargets(
		db,
		run.source,
		'user',
		work.map((post) => post.ownerId),
	);
	const rendered = await pool.render(
		work.map((post) => ({
			from: 'html',
			as: 'post',
			text: post.body,
			math,
			...(idPrefix ? { idPrefix: idPrefix(post) } : {}),
		})),
	);
	return {
		sorted,
		texts: new Map(work.map((post, index) => [post.id, rendered[index]!])),
		users,
		names: await namesOf(db, users),
	};
}
