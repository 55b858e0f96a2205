import { countSorted, expect, leaveOut } from '../import-run.ts';
import { findTargets, sortByRefs } from '../refs.ts';
import { findPosts } from './find-posts.ts';
import { type Importing, importRows } from './import-phase.ts';
import { authorOf, countShortened } from './post-rows.ts';
import { type ChangedReply, insertReplies, type NewReply, updateReplies } from './reply-rows.ts';

/** Comments become replies under their question or answer, in the order in which they were written. */
export async function importComments(importing: Importing): Promise<void> {
	const { db, run, pool, math } = importing;
	await importRows(importing, {
		name: 'comments',
		table: 'comments',
		batch: 1000,
		prepare: async (rows) => {
			const posts = await findPosts(
				db,
				run.source,
				rows.map((row) => row.postId),
			);
			const present = rows.filter((row) => posts.has(row.postId));
			const sorted = await sortByRefs(db, run.source, 'comment', present, (row) => row.id);
			const work = [...sorted.fresh, ...sorted.changed].map(({ row }) => row);
			const users = await findTargets(
				db,
				run.source,
				'user',
				work.map((row) => row.userId),
			);
			const rendered = await pool.render(
				work.map((row) => ({
					from: 'comment',
					as: 'comment',
					text: row.text,
					math,
					idPrefix: `c${row.id}-`,
				})),
			);
			const replies = new Map(
				work.map((row, index): [number, Omit<NewReply, 'hash'>] => [
					row.id,
					{
						sourceId: row.id,
						itemId: posts.get(row.postId)!.itemId,
						rootId: posts.get(row.postId)!.replyId,
						author: authorOf(row.userId, row.userName, users),
						text: rendered[index]!,
						score: row.score,
						votes: { up: 0, down: 0 },
						communityWiki: false,
						createdAt: row.createdAt,
						editedAt: null,
					},
				]),
			);
			return { orphans: rows.length - present.length, present, sorted, replies };
		},
		write: async (tx, { orphans, present, sorted, replies }, tally) => {
			await insertReplies(
				tx,
				run.source,
				'comment',
				sorted.fresh.map(({ row, hash }): NewReply => ({ ...replies.get(row.id)!, hash })),
			);
			await updateReplies(
				tx,
				run.source,
				'comment',
				sorted.changed.map(({ row, hash, ref }): ChangedReply => ({ ...replies.get(row.id)!, hash, ref })),
				tally,
			);
			countSorted(tally, sorted);
			leaveOut(tally, 'comments on posts that are not in the dump, or on tag descriptions', orphans);
			countShortened(
				tally,
				[...replies.values()].map((reply) => reply.text),
			);
			expect(
				tally,
				'score',
				present.reduce((sum, row) => sum + row.score, 0),
			);
		},
	});
}
