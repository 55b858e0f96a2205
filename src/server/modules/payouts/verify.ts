import { type Db, sql } from '../../platform/db/index.ts';
import type { Discrepancy } from '../ledger/index.ts';

/**
 * Compares every payout with what the ledger says of it: set aside while it is open, gone from the bank once it is
 * sent, back with the person when it came to nothing. Then the other way: no transfer about a payout that is not there.
 */
export async function verifyPayouts(db: Db): Promise<Discrepancy[]> {
	const { rows } = await sql<Discrepancy>`
		with booked as (
			select substring(t.reference from 8)::bigint as payout_id,
				coalesce(sum(e.amount) filter (where a.kind = 'clearing' and a.name = 'payouts'), 0) as aside,
				coalesce(sum(e.amount) filter (where a.kind = 'clearing' and a.name = 'bank'), 0) as bank,
				coalesce(sum(e.amount) filter (where a.kind = 'author'), 0) as author,
				coalesce(sum(e.amount) filter (where a.kind = 'affiliate'), 0) as affiliate
			from ledger_transfers t join ledger_entries e on e.transfer_id = t.id join ledger_accounts a on a.id = e.account_id
			where t.reference like 'payout:%' group by 1),
		due as (
			select p.id, case when p.status in ('asked', 'approved', 'in_batch') then -p.amount else 0 end as aside,
				case when p.status = 'sent' then -p.amount else 0 end as bank,
				case when p.status in ('asked', 'approved', 'in_batch', 'sent') then p.from_author else 0 end as author,
				case when p.status in ('asked', 'approved', 'in_batch', 'sent') then p.from_affiliate else 0 end as affiliate
			from payouts p)
		select 'payout and ledger differ' as what, 'payout:' || coalesce(due.id, booked.payout_id) as reference,
			(abs(coalesce(booked.aside, 0) - coalesce(due.aside, 0)) + abs(coalesce(booked.bank, 0) - coalesce(due.bank, 0))
			+ abs(coalesce(booked.author, 0) - coalesce(due.author, 0)) + abs(coalesce(booked.affiliate, 0) - coalesce(due.affiliate, 0)))::bigint as difference
		from due full join booked on booked.payout_id = due.id
		where due.id is null or (coalesce(booked.aside, 0), coalesce(booked.bank, 0), coalesce(booked.author, 0), coalesce(booked.affiliate, 0))
			is distinct from (due.aside, due.bank, due.author, due.affiliate)`.execute(db);
	return rows;
}
