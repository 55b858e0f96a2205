import { type Db, sql, type Tx } from '../../platform/db/index.ts';
import { reverseEntry } from '../growth/index.ts';

/** Entries of one finding taken back in one transaction, at most; a job goes on with the rest. */
export const DISCOUNTS_AT_ONCE = 5000;

const ledgers = { reputation: sql.table('reputation_entries'), points: sql.table('point_entries') };

/** What confirming a finding would take back now: entries, and the reputation they sum to. */
export async function worthOf(db: Db, findingId: number): Promise<{ entries: number; reputation: number }> {
	const { rows } = await sql<{ entries: number; reputation: number }>`
		with people as (select user_id from fair_finding_people where finding_id = ${findingId})
		select count(*)::int as entries, coalesce(sum(e.amount), 0)::int as reputation from reputation_entries e
		where ${counting('reputation')}`.execute(db);
	return rows[0]!;
}

/** Entries between people of a finding (in `people`) that count and were not taken back. */
const counting = (
	ledger: 'reputation' | 'points',
) => sql`e.user_id in (select user_id from people) and e.counts
	and e.reason in ('vote', 'accepted', 'accepting')
	and coalesce(e.giver_id, (select v.actor_id from events v where v.id = e.event_id)) in (select user_id from people)
	and not exists (select from ${ledgers[ledger]} back where back.reverses = e.id)`;

/**
 * Takes what people of a finding brought each other out of reputation and points: votes and acceptances stay where they
 * are, and are worth nothing. Only what still counts; so it can be said again when more votes came.
 *
 * @returns how many entries were taken back
 */
export async function discountFinding(tx: Tx, findingId: number): Promise<number> {
	let count = 0;
	for (const ledger of ['reputation', 'points'] as const) {
		const { rows } = await sql<{ id: number }>`
			with people as (select user_id from fair_finding_people where finding_id = ${findingId})
			select e.id from ${ledgers[ledger]} e
			where ${counting(ledger)}
			order by e.id limit ${sql.lit(DISCOUNTS_AT_ONCE)}`.execute(tx);
		for (const { id } of rows) {
			const reversal = await reverseEntry(tx, id, `fair-play:${findingId}`, ledger);
			if (reversal === null) continue;
			await tx
				.insertInto('fair_discounts')
				.values({ finding_id: findingId, ledger, entry_id: id, reversal_id: reversal })
				.execute();
			count++;
		}
	}
	return count;
}

/**
 * Gives back what a finding took, where its cause still stands: a vote that was taken back meanwhile stays gone.
 *
 * @returns how many entries were given back
 */
export async function restoreFinding(tx: Tx, findingId: number): Promise<number> {
	let count = 0;
	for (const ledger of ['reputation', 'points'] as const) {
		const { rows } = await sql<{ id: number; reversalId: number; stands: boolean; seen: boolean }>`
			select d.id, d.reversal_id as "reversalId", case e.reason
				when 'vote' then exists (select from votes v where v.user_id = coalesce(e.giver_id, (select x.actor_id from events x where x.id = e.event_id))
					and v.item_id = e.item_id and v.reply_id is not distinct from e.reply_id and sign(v.value) = sign(e.amount))
				else exists (select from items i where i.id = e.item_id and i.accepted_reply_id = e.reply_id) end as stands,
				exists (select from items i left join replies r on r.id = e.reply_id where i.id = e.item_id
					and i.status = 'published' and (e.reply_id is null or r.status = 'published')) as seen
			from fair_discounts d join ${ledgers[ledger]} e on e.id = d.entry_id
			where d.finding_id = ${findingId} and d.ledger = ${ledger} and d.restored_id is null order by d.id`.execute(
			tx,
		);
		for (const { id, reversalId, stands, seen } of rows) {
			if (!stands) continue;
			const restored = await reverseEntry(tx, reversalId, `fair-play:${findingId}`, ledger);
			if (restored === null) continue;
			// What is hidden now earns nothing now; said in this word, it comes back when that is shown again.
			if (!seen) await reverseEntry(tx, restored, 'removed', ledger);
			await tx.updateTable('fair_discounts').set({ restored_id: restored }).where('id', '=', id).execute();
			count++;
		}
	}
	return count;
}
