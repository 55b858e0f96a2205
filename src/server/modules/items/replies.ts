import { cutPage, decodeCursor, encodeCursor, type Page } from '../../kernel/pagination.ts';
import type { Db } from '../../platform/db/index.ts';
import { personOf } from './card.ts';
import type { Reply } from './item.ts';
import {
	commentsShown,
	type ReplyRow,
	type ReplySort,
	repliesShown,
	repliesStatement,
} from './page-statements.ts';

export function replyFrom(row: ReplyRow): Reply {
	const author = personOf(row);
	return {
		id: row.id,
		kind: row.kind,
		rootId: row.root_id,
		parentId: row.parent_id,
		html: row.html,
		hasMath: row.has_math,
		author,
		authorName: author?.name ?? row.author_name ?? '',
		score: row.score,
		revision: row.revision,
		accepted: row.lead,
		communityWiki: row.community_wiki,
		createdAt: row.created_at,
		editedAt: row.edited_at,
		source: row.source,
		reactions: row.reaction_counts,
		comments: [],
		moreComments: 0,
		commentCursor: null,
	};
}

/** Cuts comments that were read one too many, and says where to read on. */
function cutComments(
	comments: Reply[],
	shown: number,
	total: number,
): Pick<Reply, 'comments' | 'moreComments' | 'commentCursor'> {
	const kept = comments.slice(0, shown);
	const more = comments.length > shown;
	return {
		comments: kept,
		moreComments: more ? Math.max(total - kept.length, 1) : 0,
		commentCursor: more ? encodeCursor([kept[kept.length - 1]!.id]) : null,
	};
}

export interface RepliesShown {
	replies: Page<Reply>;
	comments: Reply[];
	moreComments: number;
	commentCursor: string | null;
}

/** What a page shows of the replies while the body is held. */
export const noReplies: RepliesShown = {
	replies: { items: [], next: null },
	comments: [],
	moreComments: 0,
	commentCursor: null,
};

/** One page of what hangs on an item. One statement. */
export async function readReplies(
	db: Db,
	item: { id: number; acceptedReplyId: number | null; commentCount: number },
	input: { sort: ReplySort; cursor: string | null | undefined },
): Promise<RepliesShown> {
	const after = decodeCursor(input.cursor, ['integer', 'integer']);
	const rows = await repliesStatement(input.sort, after === null)(db, {
		id: item.id,
		accepted: item.acceptedReplyId,
		afterScore: (after?.[0] as number | undefined) ?? null,
		afterId: (after?.[1] as number | undefined) ?? null,
	});
	const roots = rows.filter((row) => row.kind !== 'comment');
	const lead = roots.filter((row) => row.lead);
	const page = cutPage(roots.slice(lead.length), repliesShown, (row) => [row.score, row.id]);
	const byRoot = new Map<number | null, Reply[]>([[null, []]]);
	for (const row of [...lead, ...page.items]) byRoot.set(row.id, []);
	const comments = rows.filter((row) => row.kind === 'comment').sort((a, b) => a.id - b.id);
	for (const row of comments) byRoot.get(row.root_id)?.push(replyFrom(row));
	return {
		replies: {
			items: [...lead, ...page.items].map((row) => ({
				...replyFrom(row),
				...cutComments(byRoot.get(row.id)!, commentsShown.root, row.comment_count),
			})),
			next: page.next,
		},
		...cutComments(byRoot.get(null)!, commentsShown.item, item.commentCount),
	};
}
