import { sql, type Tx } from '../../../platform/db/index.ts';
import { type BulkRow, insertRows, reserveIds, updateRows } from '../bulk.ts';
import { leaveOut, type Tally } from '../import-run.ts';
import { markForSearch } from '../index-imported.ts';
import { hashOf, insertRefs, type Ref, updateRefs } from '../refs.ts';
import type { Rendered } from '../render-text.ts';
import { unedited } from '../unedited.ts';
import { countsOf, localVotes } from './post-rows.ts';

/** An answer or a comment on its way into `replies`. */
export interface NewReply {
	sourceId: number;
	hash: string;
	itemId: number;
	/** The answer that a comment stands under. */
	rootId: number | null;
	author: { author_id: number | null; author_name: string | null };
	text: Rendered;
	score: number;
	votes: { up: number; down: number };
	communityWiki: boolean;
	createdAt: Date;
	editedAt: Date | null;
}

/** Inserts replies with their first revision and refs. @returns their ids in the same order */
export async function insertReplies(
	tx: Tx,
	source: string,
	kind: 'answer' | 'comment',
	replies: NewReply[],
): Promise<number[]> {
	if (replies.length === 0) return [];
	const ids = await reserveIds(tx, 'replies', replies.length);
	await insertRows(
		tx,
		'replies',
		replies.map((reply, index) => ({
			id: ids[index],
			item_id: reply.itemId,
			kind,
			root_id: reply.rootId,
			parent_id: reply.rootId,
			...reply.author,
			source: reply.text.source,
			html: reply.text.html,
			has_math: reply.text.hasMath,
			status: 'published',
			revision: 1,
			...countsOf(reply.score, reply.votes),
			comment_count: 0,
			community_wiki: reply.communityWiki,
			created_at: reply.createdAt,
			edited_at: reply.editedAt,
		})),
	);
	await insertRows(
		tx,
		'revisions',
		replies.map((reply, index) => ({
			item_id: reply.itemId,
			reply_id: ids[index],
			number: 1,
			source: reply.text.source,
			editor_id: reply.author.author_id,
			editor_name: reply.author.author_name,
			comment: '',
			created_at: reply.createdAt,
		})),
	);
	await insertRefs(
		tx,
		source,
		kind,
		replies.map((reply, index) => ({
			sourceId: reply.sourceId,
			targetId: ids[index]!,
			rowHash: reply.hash,
			textHash: hashOf(reply.text.source),
		})),
	);
	await markForSearch(
		tx,
		source,
		replies.map((reply) => reply.itemId),
	);
	return ids;
}

export interface ChangedReply extends NewReply {
	ref: Ref;
}

/** Brings replies up to the dump; a text edited here since stays as it is. */
export async function updateReplies(
	tx: Tx,
	source: string,
	kind: 'answer' | 'comment',
	replies: ChangedReply[],
	tally: Tally,
): Promise<void> {
	if (replies.length === 0) return;
	const ids = replies.map(({ ref }) => ref.targetId);
	const local = await localVotes(tx, 'reply_id', ids);
	const free = await unedited(tx, 'replies', 'id', replies);
	leaveOut(tally, 'texts edited here since, kept', replies.length - free.size);
	await updateRows(
		tx,
		'replies',
		'id',
		replies.map(
			(reply): BulkRow<'replies'> => ({
				id: reply.ref.targetId,
				...countsOf(reply.score, reply.votes, local.get(reply.ref.targetId)),
				community_wiki: reply.communityWiki,
				edited_at: reply.editedAt,
			}),
		),
	);
	const rewritten = replies.filter(({ ref }) => free.has(ref.targetId));
	await updateRows(
		tx,
		'replies',
		'id',
		rewritten.map(
			(reply): BulkRow<'replies'> => ({
				id: reply.ref.targetId,
				...reply.author,
				source: reply.text.source,
				html: reply.text.html,
				has_math: reply.text.hasMath,
			}),
		),
	);
	await sql`update revisions set source = given.source
		from unnest(${rewritten.map(({ ref }) => ref.targetId)}::bigint[], ${rewritten.map(({ text }) => text.source)}::text[]) as given (reply_id, source), replies
		where replies.id = given.reply_id and revisions.reply_id = replies.id and revisions.number = replies.revision`.execute(
		tx,
	);
	await markForSearch(
		tx,
		source,
		replies.map((reply) => reply.itemId),
	);
	await updateRefs(
		tx,
		source,
		kind,
		replies.map(({ sourceId, hash, ref, text }) => ({
			sourceId,
			targetId: ref.targetId,
			rowHash: hash,
			textHash: free.has(ref.targetId) ? hashOf(text.source) : ref.textHash,
		})),
	);
}
