import { hrefOf } from '../../../modules/items/index.ts';
import { type Db, sql } from '../../../platform/db/index.ts';
import { insertRows, updateRows } from '../bulk.ts';
import { countSorted, expect, leaveOut } from '../import-run.ts';
import type { Ref } from '../refs.ts';
import type { Rendered } from '../render-text.ts';
import type { Post } from './dump-rows.ts';
import { findPosts, type PostTarget } from './find-posts.ts';
import { type Importing, importRows } from './import-phase.ts';
import { POST } from './import-questions.ts';
import { addRedirects } from './old-urls.ts';
import { authorOf, countShortened, sourceOf } from './post-rows.ts';
import { preparePosts } from './prepare-posts.ts';
import { type ChangedReply, insertReplies, type NewReply, updateReplies } from './reply-rows.ts';
import { splitScore, type VoteTally } from './tally-votes.ts';

/** Answers become replies to their question. One whose question is not in the dump is left out and counted. */
export async function importAnswers(importing: Importing, votes: VoteTally): Promise<void> {
	const { db, run, site } = importing;
	await importRows(importing, {
		name: 'answers',
		table: 'posts',
		batch: 300,
		wanted: (post) => post.type === POST.answer,
		prepare: async (rows) => {
			const questions = await findPosts(
				db,
				run.source,
				rows.flatMap((row) => row.parentId ?? []),
			);
			const present = rows.filter((row) => row.parentId !== undefined && questions.has(row.parentId));
			return {
				orphans: rows.length - present.length,
				present,
				questions,
				...(await preparePosts(importing, 'answer', present, votes, ({ id }) => `a${id}-`)),
			};
		},
		write: async (tx, { orphans, present, sorted, questions, users, names, texts }, tally) => {
			const reply = (row: Post, hash: string): NewReply => toReply(row, hash, questions, users, texts, votes);
			const made = sorted.fresh.map(({ row, hash }) => reply(row, hash));
			const ids = await insertReplies(tx, run.source, 'answer', made);
			const sources = (posts: Post[], replyIds: number[]) =>
				posts.map((row, index) => ({
					reply_id: replyIds[index],
					...sourceOf(site, `/a/${row.id}`, row, names),
				}));
			await insertRows(
				tx,
				'sources',
				sources(
					sorted.fresh.map(({ row }) => row),
					ids,
				),
			);
			const hrefs = await itemHrefs(
				tx,
				made.map(({ itemId }) => itemId),
			);
			await addRedirects(
				tx,
				site,
				made.map(({ sourceId, itemId }, index) => ({
					path: `/a/${sourceId}`,
					target: `${hrefs.get(itemId)}#r${ids[index]}`,
				})),
			);
			const changed = sorted.changed.map(
				({ row, hash, ref }): ChangedReply => ({ ...reply(row, hash), ref }),
			);
			await updateReplies(tx, run.source, 'answer', changed, tally);
			await updateRows(
				tx,
				'sources',
				'reply_id',
				sources(
					sorted.changed.map(({ row }) => row),
					sorted.changed.map(({ ref }: { ref: Ref }) => ref.targetId),
				),
			);
			countSorted(tally, sorted);
			leaveOut(tally, 'answers to questions that are not in the dump', orphans);
			countShortened(tally, texts.values());
			for (const row of present) {
				const { up, down } = splitScore(row.score, votes.of(row.id));
				expect(tally, 'score', row.score);
				expect(tally, 'up votes', up);
				expect(tally, 'down votes', down);
				expect(tally, 'community wiki', row.communityOwnedAt ? 1 : 0);
			}
		},
	});
}

function toReply(
	row: Post,
	hash: string,
	questions: Map<number, PostTarget>,
	users: Map<number, number>,
	texts: Map<number, Rendered>,
	votes: VoteTally,
): NewReply {
	return {
		sourceId: row.id,
		hash,
		itemId: questions.get(row.parentId!)!.itemId,
		rootId: null,
		author: authorOf(row.ownerId, row.ownerName, users),
		text: texts.get(row.id)!,
		score: row.score,
		votes: votes.of(row.id),
		communityWiki: row.communityOwnedAt !== undefined,
		createdAt: row.createdAt,
		editedAt: row.editedAt ?? null,
	};
}

async function itemHrefs(db: Db, ids: number[]): Promise<Map<number, string>> {
	if (ids.length === 0) return new Map();
	const { rows } = await sql<{
		id: number;
		kind: string;
		slug: string;
	}>`select id, kind, slug from items where id = any(${ids}::bigint[])`.execute(db);
	return new Map(rows.map((row) => [row.id, hrefOf(row)]));
}
