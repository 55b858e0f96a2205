import { now } from '../../kernel/clock.ts';
import type { ItemId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { People } from './add-people.ts';
import { dealVotes } from './votes.ts';

/** One vote row for each vote counted, by people other than the author. */
export async function addVotes(
	tx: Tx,
	people: People,
	author: string,
	counts: { up: number; down: number },
	itemId: ItemId,
	replyId: number | null,
	after: Date,
): Promise<void> {
	const dealt = dealVotes(
		[...people.keys()].filter((handle) => handle !== author),
		counts,
		`${itemId}:${replyId}`,
	);
	if (dealt.length === 0) return;
	const span = now().getTime() - after.getTime();
	await tx
		.insertInto('votes')
		.values(
			dealt.map(({ handle, value }, i) => ({
				user_id: people.get(handle)!,
				item_id: itemId,
				reply_id: replyId,
				value,
				created_at: new Date(after.getTime() + (span * (i + 1)) / (dealt.length + 2)),
			})),
		)
		.execute();
}
