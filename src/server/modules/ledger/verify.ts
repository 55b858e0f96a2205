import { type Db, inTransaction, sql } from '../../platform/db/index.ts';

/** One thing that does not add up. */
export interface Discrepancy {
	what: string;
	reference: string;
	difference: number;
}

/**
 * Recomputes every transfer from its entries.
 *
 * @returns what does not add up; empty when not one cent is missing
 */
export async function verifyLedger(db: Db): Promise<Discrepancy[]> {
	return inTransaction(db, async (tx) => {
		// A million entries are summed up in memory, not on the disk.
		await sql`select set_config('work_mem', '128MB', true)`.execute(tx);
		const { rows } = await sql<Discrepancy>`
		select 'transfer does not balance' as what, 'transfer:' || transfer_id as reference, sum(amount)::bigint as difference
			from ledger_entries group by transfer_id, currency having sum(amount) <> 0
		union all
		select 'transfer without entries', 'transfer:' || id, 0 from ledger_transfers t
			where not exists (select from ledger_entries e where e.transfer_id = t.id)`.execute(tx);
		return rows;
	});
}
