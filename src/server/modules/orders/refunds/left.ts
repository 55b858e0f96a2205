import type { OrderId } from '../../../kernel/ids.ts';
import { type Db, sql } from '../../../platform/db/index.ts';

/** What of an order's price is neither sent back nor promised back, in minor units; what is only asked for counts as left. */
export async function leftToRefund(db: Db, orderId: OrderId): Promise<number> {
	const { rows } = await sql<{ left: number }>`
		select (o.amount
			- coalesce((select sum(amount) from refunds where order_id = o.id and cause <> 'overpayment' and status not in ('asked', 'refused')), 0)
			- coalesce((select sum(covered) from disputes d where order_id = o.id and status <> 'won'
				and not exists (select from refunds r where r.payment_id = d.payment_id and r.cause = 'overpayment')), 0))::bigint as left
		from orders o where o.id = ${orderId} and o.status in ('paid', 'refunded')`.execute(db);
	return rows[0]?.left ?? 0;
}
