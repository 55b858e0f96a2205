import { now } from '../../kernel/clock.ts';
import type { Currency } from '../../kernel/money.ts';
import { type Db, sql } from '../../platform/db/index.ts';

/** What went through the providers on one day (UTC) in one currency, in minor units. */
export interface DayOfRevenue {
	/** `2026-11-27` */
	day: string;
	currency: Currency;
	/** What buyers paid, and what was sent back to them. */
	paid: number;
	sentBack: number;
	/** What of it is the platform's own; negative on a day on which more of it was given up. */
	kept: number;
}

/**
 * The place's revenue day by day, from the ledger alone; days without any are left out. One statement. The caller asks
 * whether the reader may know.
 */
export async function revenueByDay(db: Db, days: number): Promise<DayOfRevenue[]> {
	const today = Math.floor(now().getTime() / 86_400_000);
	const from = new Date((today - days + 1) * 86_400_000);
	const { rows } = await sql<DayOfRevenue>`
		select to_char(t.created_at at time zone 'UTC', 'YYYY-MM-DD') as day, a.currency,
			coalesce(sum(e.amount) filter (where a.kind = 'clearing' and e.amount > 0), 0)::bigint as paid,
			coalesce(-sum(e.amount) filter (where a.kind = 'clearing' and e.amount < 0), 0)::bigint as "sentBack",
			coalesce(-sum(e.amount) filter (where a.kind = 'platform'), 0)::bigint as kept
		from ledger_transfers t join ledger_entries e on e.transfer_id = t.id join ledger_accounts a on a.id = e.account_id
		where t.created_at >= ${from} and a.kind in ('clearing', 'platform') and t.reference not like 'payout:%'
		group by 1, 2 order by 1, 2`.execute(db);
	return rows;
}
