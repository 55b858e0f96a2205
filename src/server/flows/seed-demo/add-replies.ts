import type { ItemId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { People } from './add-people.ts';
import { addVotes } from './add-votes.ts';
import { ago } from './ago.ts';
import type { DemoItem } from './read-demo.ts';
import type { Bodies } from './render-demo.ts';

/** What stands under an item, in the order of its file: a comment names its parent by place. */
export async function addReplies(
	tx: Tx,
	item: DemoItem,
	itemId: ItemId,
	people: People,
	bodies: Bodies,
): Promise<void> {
	const replyIds: number[] = [];
	let answers = 0;
	for (const reply of item.replies) {
		const rendered = bodies.get(`${reply.kind === 'comment' ? 'comment' : 'post'}:${reply.source}`)!;
		const createdAt = ago(reply.daysAgo);
		const authorId = people.get(reply.author);
		const index = replyIds.length;
		const { id } = await tx
			.insertInto('replies')
			.values({
				item_id: itemId,
				kind: reply.kind,
				root_id: reply.root === null ? null : replyIds[reply.root]!,
				parent_id: reply.parent === null ? null : replyIds[reply.parent]!,
				author_id: authorId ?? null,
				source: reply.source,
				html: rendered.html,
				has_math: rendered.hasMath,
				score: reply.up - reply.down,
				up_count: reply.up,
				down_count: reply.down,
				comment_count: item.replies.filter((other) => other.root === index).length,
				created_at: createdAt,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		replyIds.push(id);
		await tx
			.insertInto('revisions')
			.values({
				item_id: itemId,
				reply_id: id,
				number: 1,
				source: reply.source,
				editor_id: authorId ?? null,
				created_at: createdAt,
			})
			.execute();
		await addVotes(tx, people, reply.author, reply, itemId, id, createdAt);
		if (reply.kind === 'answer' && ++answers === item.accepted)
			await tx.updateTable('items').set({ accepted_reply_id: id }).where('id', '=', itemId).execute();
	}
}
