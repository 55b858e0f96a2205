import { type Db, sql } from '../../platform/db/index.ts';
import type { Discrepancy } from '../ledger/index.ts';

/** Compares every order with what the ledger says of it: a paid one has exactly its amount cleared, any other nothing. */
export async function verifyOrders(db: Db): Promise<Discrepancy[]> {
	const { rows } = await sql<Discrepancy>`
		select 'order and ledger differ' as what, 'order:' || o.id as reference, (due.amount - coalesce(cleared.total, 0))::bigint as difference
			from orders o
			cross join lateral (select case when o.status = 'paid' then o.amount else 0 end as amount) due
			left join lateral (select sum(e.amount) as total from ledger_transfers t
				join ledger_entries e on e.transfer_id = t.id
				join ledger_accounts a on a.id = e.account_id and a.kind = 'clearing'
				where t.reference = 'order:' || o.id) cleared on true
			where due.amount <> coalesce(cleared.total, 0)`.execute(db);
	return rows;
}
