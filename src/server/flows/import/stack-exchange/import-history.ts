import { sql, type Tx } from '../../../platform/db/index.ts';
import { type BulkRow, clip, insertRows, reserveIds, updateRows } from '../bulk.ts';
import { leaveOut } from '../import-run.ts';
import { findTargets, insertRefs, sortByRefs } from '../refs.ts';
import { tagSlugs } from '../tag-book.ts';
import { readClosing, UNKNOWN_REASON } from './close-reasons.ts';
import type { PostHistory } from './dump-rows.ts';
import { findPosts, type PostTarget } from './find-posts.ts';
import { type Importing, importRows } from './import-phase.ts';
import { authorOf } from './post-rows.ts';

const EVENT = { closed: 10, locked: 14, unlocked: 15 } as const;
const isEvent = (row: PostHistory): boolean => (Object.values(EVENT) as number[]).includes(row.type);
/** Types 1 to 9: initial, edited, rolled back; each for title, body and tags. */
const isRevision = (row: PostHistory): boolean => row.type >= 1 && row.type <= 9;
const part = (row: PostHistory): 'title' | 'body' | 'tags' =>
	(['title', 'body', 'tags'] as const)[(row.type - 1) % 3]!;

/** Rows of one saving: same post, same group. */
interface Saving {
	id: number;
	postId: number;
	rows: PostHistory[];
}

/**
 * The history of posts becomes revisions: every saving of title, text and tags is one, with editor, day and comment.
 * The first takes the place of the revision that the post was imported with. Closings and locks are read as well.
 */
export async function importHistory(importing: Importing): Promise<void> {
	const { db, run } = importing;
	await importRows(importing, {
		name: 'history',
		table: 'postHistory',
		batch: 1000,
		together: (a, b) => keyOf(a) === keyOf(b),
		prepare: async (rows) => {
			const posts = await findPosts(
				db,
				run.source,
				rows.map((row) => row.postId),
			);
			const present = rows.filter((row) => posts.has(row.postId));
			const savings = await sortByRefs(
				db,
				run.source,
				'revision',
				toSavings(present.filter(isRevision)),
				(saving) => saving.id,
			);
			// Refs keep a second run from undoing what moderators here have done since.
			const events = await sortByRefs(db, run.source, 'event', present.filter(isEvent), (row) => row.id);
			return {
				rows,
				present,
				posts,
				savings,
				events: events.fresh,
				users: await findTargets(
					db,
					run.source,
					'user',
					present.map((row) => row.userId),
				),
			};
		},
		write: async (tx, { rows, present, posts, savings, events, users }, tally) => {
			await insertRevisions(tx, run.source, savings.fresh, posts, users);
			await applyEvents(tx, run.source, events, posts, users);
			tally.created += savings.fresh.length;
			tally.unchanged += savings.unchanged + savings.changed.length;
			leaveOut(
				tally,
				'history of posts that are not in the dump, and of tag descriptions',
				rows.length - present.length,
			);
			leaveOut(
				tally,
				'events that leave no text (closings and locks are applied)',
				present.filter((row) => !isRevision(row)).length,
			);
		},
	});
}

/** Rows that were saved together stand together in the file, and `together` keeps them in one batch. */
function toSavings(rows: PostHistory[]): Saving[] {
	const savings = new Map<string, Saving>();
	for (const row of rows) {
		const saving = savings.get(keyOf(row));
		if (saving) saving.rows.push(row);
		else savings.set(keyOf(row), { id: row.id, postId: row.postId, rows: [row] });
	}
	return [...savings.values()];
}

const keyOf = (row: PostHistory): string => `${row.postId} ${row.group ?? `#${row.id}`}`;

interface Text {
	title: string | null;
	source: string;
	tags: string[] | null;
}

/** The last revision of a post that came from its history, and the highest number any revision of it has. */
interface Line extends Text {
	fromHistory: boolean;
	revisionId: number;
	number: number;
	highest: number;
}

async function insertRevisions(
	tx: Tx,
	source: string,
	fresh: { row: Saving; hash: string }[],
	posts: Map<number, PostTarget>,
	users: Map<number, number>,
): Promise<void> {
	if (fresh.length === 0) return;
	const lines = await findLines(tx, source, [...new Set(fresh.map(({ row }) => row.postId))], posts);
	const ids = await reserveIds(tx, 'revisions', fresh.length);
	const inserts: BulkRow<'revisions'>[] = [];
	const replaced: BulkRow<'revisions'>[] = [];
	const refs = fresh.map(({ row: saving, hash }, index) => {
		const line = lines.get(saving.postId)!;
		const first = saving.rows[0]!;
		const text = applySaving(line, saving, posts.get(saving.postId)!.replyId === null);
		const editor = authorOf(first.userId, first.userName, users);
		const values = {
			title: text.title,
			source: text.source,
			tag_slugs: text.tags,
			editor_id: editor.author_id,
			editor_name: editor.author_name,
			comment: clip(saving.rows.find((row) => row.comment)?.comment ?? '', 500),
			created_at: first.createdAt,
		};
		const revisionId = line.fromHistory ? ids[index]! : line.revisionId;
		const number = line.fromHistory ? line.highest + 1 : line.number;
		if (line.fromHistory) {
			const { itemId, replyId } = posts.get(saving.postId)!;
			inserts.push({ id: revisionId, item_id: itemId, reply_id: replyId, number, ...values });
		} else replaced.push({ id: revisionId, ...values });
		lines.set(saving.postId, {
			...text,
			fromHistory: true,
			revisionId,
			number,
			highest: Math.max(line.highest, number),
		});
		return { sourceId: saving.id, targetId: revisionId, rowHash: hash };
	});
	await updateRows(tx, 'revisions', 'id', replaced);
	await insertRows(tx, 'revisions', inserts);
	await insertRefs(tx, source, 'revision', refs);
	await rememberLines(tx, source, lines, posts);
}

function applySaving(line: Text, saving: Saving, isItem: boolean): Text {
	const text: Text = { title: line.title, source: line.source, tags: line.tags };
	for (const row of saving.rows) {
		const value = row.text ?? '';
		if (part(row) === 'body') text.source = clip(value.replaceAll('\r\n', '\n'), Number.MAX_SAFE_INTEGER);
		else if (part(row) === 'title' && isItem) text.title = clip(value.trim(), 300) || line.title;
		else if (part(row) === 'tags' && isItem) text.tags = tagSlugs(value.split(/[<>|]+/));
	}
	return text;
}

/** A ref `history` leads from a post to the last revision its history made; without one, revision 1 is the importer's own. */
async function findLines(
	tx: Tx,
	source: string,
	postIds: number[],
	posts: Map<number, PostTarget>,
): Promise<Map<number, Line>> {
	const last = await findTargets(tx, source, 'history', postIds);
	const wanted = postIds.map((postId) => ({
		postId,
		...posts.get(postId)!,
		revisionId: last.get(postId) ?? null,
	}));
	const { rows } = await sql<Line & { postId: number }>`
		select given.post_id as "postId", revisions.id as "revisionId", revisions.number, revisions.title, revisions.source,
			revisions.tag_slugs as tags, given.revision_id is not null as "fromHistory",
			(select max(number) from revisions as any_of where any_of.item_id = given.item_id and any_of.reply_id is not distinct from given.reply_id) as highest
		from unnest(${wanted.map(({ postId }) => postId)}::bigint[], ${wanted.map(({ itemId }) => itemId)}::bigint[],
			${wanted.map(({ replyId }) => replyId)}::bigint[], ${wanted.map(({ revisionId }) => revisionId)}::bigint[])
			as given (post_id, item_id, reply_id, revision_id)
		join revisions on revisions.item_id = given.item_id and revisions.reply_id is not distinct from given.reply_id
			and case when given.revision_id is null then revisions.number = 1 else revisions.id = given.revision_id end`.execute(
		tx,
	);
	return new Map(rows.map((row) => [row.postId, row]));
}

async function rememberLines(
	tx: Tx,
	source: string,
	lines: Map<number, Line>,
	posts: Map<number, PostTarget>,
): Promise<void> {
	const entries = [...lines];
	await sql`insert into import_refs (source, kind, source_id, target_id)
		select ${source}, 'history', * from unnest(${entries.map(([postId]) => String(postId))}::text[], ${entries.map(([, line]) => line.revisionId)}::bigint[])
		on conflict (source, kind, source_id) do update set target_id = excluded.target_id`.execute(tx);
	const items = entries.filter(([postId, line]) => posts.get(postId)!.replyId === null && line.highest > 1);
	const replies = entries.filter(([postId, line]) => posts.get(postId)!.replyId !== null && line.highest > 1);
	await updateRows(
		tx,
		'items',
		'id',
		items.map(([postId, line]) => ({ id: posts.get(postId)!.itemId, revision: line.highest })),
	);
	await updateRows(
		tx,
		'replies',
		'id',
		replies.map(([postId, line]) => ({ id: posts.get(postId)!.replyId!, revision: line.highest })),
	);
}

/** Closings give their reason and who began them, locks lock; the last word of the history counts. */
async function applyEvents(
	tx: Tx,
	source: string,
	events: { row: PostHistory; hash: string }[],
	posts: Map<number, PostTarget>,
	users: Map<number, number>,
): Promise<void> {
	for (const { row } of events) {
		const { itemId, replyId } = posts.get(row.postId)!;
		if (replyId !== null) continue;
		if (row.type === EVENT.closed) {
			const { reason, by } = readClosing(row);
			const actor = users.get(row.userId ?? by ?? Number.NaN) ?? null;
			await sql`update closures set actor_id = coalesce(actor_id, ${actor}::bigint),
				reason = case when reason = ${UNKNOWN_REASON} then ${reason} else reason end where item_id = ${itemId}`.execute(
				tx,
			);
		} else {
			await sql`update items set locked_at = ${row.type === EVENT.locked ? row.createdAt : null}::timestamptz where id = ${itemId}`.execute(
				tx,
			);
		}
	}
	await insertRefs(
		tx,
		source,
		'event',
		events.map(({ row, hash }) => ({
			sourceId: row.id,
			targetId: posts.get(row.postId)!.itemId,
			rowHash: hash,
		})),
	);
}
