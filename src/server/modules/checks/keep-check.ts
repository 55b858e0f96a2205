import { now } from '../../kernel/clock.ts';
import type { ItemId, ReplyId, UserId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/index.ts';
import { statement } from '../../platform/db/statement.ts';
import { emit } from '../../platform/events/index.ts';
import { bytesOf } from './glance.ts';
import type { ModelTask } from './models/task.ts';
import { type CheckReason, confidenceOf } from './reason.ts';

export interface CheckDone {
	itemId: ItemId;
	replyId: ReplyId | null;
	revision: number;
	authorId: UserId | null;
	decision: 'publish' | 'hold' | 'hide';
	reasons: readonly CheckReason[];
	probabilities: Partial<Record<ModelTask, number>>;
	outside: number | null;
	/** null for a text too short to have one; left out where it is kept already. */
	signature?: { numbers: Uint32Array; bands: number[] } | null;
	/** The text stood already. */
	again: boolean;
}

// The bands that a text had before and has no more go; the others stay.
const sign = statement<
	{ item: ItemId; reply: ReplyId | null; author: UserId | null; numbers: Buffer; hashes: number[]; at: Date },
	never
>(
	`with s as (insert into text_signatures (item_id, reply_id, author_id, numbers, created_at)
			values (:item::bigint, :reply::bigint, :author::bigint, :numbers::bytea, :at::timestamptz)
			on conflict (item_id, reply_id) do update set numbers = excluded.numbers returning id),
		gone as (delete from text_signature_bands b using s where b.signature_id = s.id and b.hash <> all(:hashes::int[]))
		insert into text_signature_bands (hash, signature_id) select distinct h, s.id from s, unnest(:hashes::int[]) h
			on conflict do nothing`,
);

/** Keeps what was decided of a text and why, what it is recognised by, and tells of what is not simply good. */
export async function keepCheck(tx: Tx, done: CheckDone): Promise<void> {
	const { itemId, replyId, authorId, decision, reasons, probabilities, signature } = done;
	await tx
		.insertInto('text_checks')
		.values({
			item_id: itemId,
			reply_id: replyId,
			author_id: authorId,
			revision: done.revision,
			decision,
			again: done.again,
			reasons: JSON.stringify(reasons),
			spam: probabilities.spam ?? null,
			toxic: probabilities.toxic ?? null,
			sentiment: probabilities.sentiment ?? null,
			outside: done.outside,
			created_at: now(),
		})
		.execute();
	if (signature)
		await sign(tx, {
			item: itemId,
			reply: replyId,
			author: authorId,
			numbers: bytesOf(signature.numbers),
			hashes: signature.bands,
			at: now(),
		});
	if (reasons.some(({ check }) => check !== 'person'))
		await emit(tx, null, 'checks.flagged', {
			itemId,
			replyId,
			authorId,
			decision,
			confidence: confidenceOf(reasons),
			reasons: [...new Set(reasons.map(({ check }) => check))],
		});
}
