import type { ItemId, UserId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Rendered } from '../../platform/markdown/index.ts';

/** Writes the text of an item, and what was made of it. */
export async function storeBody(tx: Tx, id: ItemId, source: string, body: Rendered): Promise<void> {
	const values = {
		source,
		html: body.html,
		preview_html: body.previewHtml,
		headings: JSON.stringify(body.headings),
		words: body.words,
		has_math: body.hasMath,
		has_mermaid: body.hasMermaid,
	};
	await tx
		.insertInto('item_bodies')
		.values({ item_id: id, ...values })
		.onConflict((conflict) => conflict.column('item_id').doUpdateSet(values))
		.execute();
}

/** Replaces the tags of an item. Rows go in by tag id, so that two writers lock the counters in one order. */
export async function tagItem(tx: Tx, id: ItemId, tags: readonly { id: number }[]): Promise<void> {
	const ids = tags.map((tag) => tag.id).sort((a, b) => a - b);
	await tx
		.deleteFrom('item_tags')
		.where('item_id', '=', id)
		.$if(ids.length > 0, (query) => query.where('tag_id', 'not in', ids))
		.execute();
	if (ids.length === 0) return;
	await tx
		.insertInto('item_tags')
		.values(ids.map((tagId) => ({ item_id: id, tag_id: tagId })))
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Keeps what was written as revision `number`. A draft keeps its data in revision 1, which publishing writes over. */
export async function storeRevision(
	tx: Tx,
	itemId: ItemId,
	number: number,
	written: {
		title: string;
		source: string;
		tag_slugs: string[];
		data: unknown;
		editor_id: UserId;
		created_at: Date;
		comment?: string;
	},
): Promise<void> {
	const values = { ...written, data: written.data === undefined ? null : JSON.stringify(written.data) };
	await tx
		.insertInto('revisions')
		.values({ item_id: itemId, number, ...values })
		.onConflict((conflict) => conflict.columns(['item_id', 'reply_id', 'number']).doUpdateSet(values))
		.execute();
}
