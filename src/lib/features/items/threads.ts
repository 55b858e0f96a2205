import type { Reply } from '#server/modules/items/index.ts';

export interface Thread {
	reply: Reply;
	under: Thread[];
}

/** How deep threads are drawn; what is deeper stands at this depth, in order of time. */
const deepest = 3;

/**
 * Puts comments, oldest first, under what they reply to. A comment whose parent is not among them (it was deleted, or
 * stands on an earlier page, or is the answer itself) begins a thread of its own.
 */
export function threadsOf(comments: readonly Reply[]): Thread[] {
	const roots: Thread[] = [];
	const placed = new Map<number, { thread: Thread; depth: number; parent: Thread | null }>();
	for (const reply of comments) {
		const thread: Thread = { reply, under: [] };
		const above = reply.parentId === null ? undefined : placed.get(reply.parentId);
		if (!above) {
			roots.push(thread);
			placed.set(reply.id, { thread, depth: 1, parent: null });
		} else if (above.depth < deepest) {
			above.thread.under.push(thread);
			placed.set(reply.id, { thread, depth: above.depth + 1, parent: above.thread });
		} else {
			(above.parent as Thread).under.push(thread);
			placed.set(reply.id, { thread, depth: above.depth, parent: above.parent });
		}
	}
	return roots;
}
