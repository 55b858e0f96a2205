import type { ItemPage, Reply } from '../../modules/items/index.ts';

/**
 * What `readItem` gives, as the bytes of its JSON. All but the number of views belongs to one version of the item and is made once
 * for it: the page that the items module keeps is the key, so this forgets when that does.
 */
export function itemJson(page: ItemPage): Buffer<ArrayBuffer> {
	const kept = made.get(page.related);
	if (kept && kept.views === page.item.viewCount) return kept.json;
	const json = Buffer.from(JSON.stringify(present(page)));
	// Each page that was built has a list of related items of its own, which copies with another view count share.
	made.set(page.related, { views: page.item.viewCount, json });
	return json;
}

const made = new WeakMap<ItemPage['related'], { views: number; json: Buffer<ArrayBuffer> }>();

function present({ item, replies, comments, moreComments, commentCursor, related, ...parts }: ItemPage) {
	return {
		...item,
		replies: { data: replies.items.map(presentReply), next: replies.next },
		comments: { data: comments.map(presentComment), more: moreComments, next: commentCursor },
		related,
		...parts,
	};
}

export function presentReply({ comments, moreComments, commentCursor, ...reply }: Reply) {
	return {
		...reply,
		comments: { data: comments.map(presentComment), more: moreComments, next: commentCursor },
	};
}

/** A comment carries no comments of its own: all stand in one row under their root. */
export function presentComment({ comments: _, moreComments: __, commentCursor: ___, ...comment }: Reply) {
	return comment;
}
