import type { ItemId, UserId } from '../../kernel/ids.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import { ledgers, reverse, tableOf } from './ledger.ts';

/** Why an entry was taken back, where the place itself did it; whoever else does it says so in words. */
export const whys = {
	/** What brought it is out of sight; it comes back when that does. */
	removed: 'removed',
	restored: 'restored',
	/** The vote, the acceptance was taken back. */
	withdrawn: 'withdrawn',
} as const;

// What was learned stays learned when the course goes; what was bought or decided is no matter of a text's.
const notOfTexts = [
	'lesson-completed',
	'course-completed',
	'path-completed',
	'mentored',
	'visited',
	'reward',
];

/**
 * Makes the standing that a text and what hangs on it have brought agree with what is to be seen of them: what is hidden
 * or deleted takes back what it earned, for whomever; what is shown again gives it back. Done twice it does nothing, and
 * in whatever order facts arrive the end is the same.
 *
 * @returns whose standing moved
 */
export async function settleSubject(
	tx: Tx,
	itemId: ItemId,
	eventId: number | null = null,
): Promise<UserId[]> {
	const moved = new Set<UserId>();
	for (const ledger of ledgers) {
		const table = tableOf(ledger);
		const { rows } = await sql<{ id: number; counts: boolean }>`select e.id, e.counts from ${table} e
			join items i on i.id = e.item_id left join replies r on r.id = e.reply_id
			cross join lateral (select i.status = 'published' and (e.reply_id is null or coalesce(r.status, '') = 'published') as seen) s
			where e.item_id = ${itemId} and e.reason <> all(${notOfTexts}::text[])
				and not exists (select from ${table} x where x.reverses = e.id)
				and ((e.counts and not s.seen) or (not e.counts and e.why = ${whys.removed} and s.seen))
			order by e.id`.execute(tx);
		for (const counts of [true, false]) {
			const ids = rows.filter((row) => row.counts === counts).map((row) => row.id);
			const why = counts ? whys.removed : whys.restored;
			for (const { userId } of await reverse(tx, ledger, ids, { why, eventId })) moved.add(userId);
		}
	}
	return [...moved];
}

/** Waits for whoever books something for the item at this moment, so that nothing is overlooked. */
export async function lockItemForSettling(tx: Tx, itemId: ItemId): Promise<void> {
	await tx.selectFrom('items').select('id').where('id', '=', itemId).forUpdate().execute();
}
