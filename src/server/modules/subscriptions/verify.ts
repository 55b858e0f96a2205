import { type Db, sql } from '../../platform/db/index.ts';
import type { Discrepancy } from '../ledger/index.ts';
import { toSubscription } from './store.ts';
import { accessUntil } from './subscription.ts';

/**
 * Compares subscriptions with what was paid for them and with what they open.
 *
 * @returns what does not add up; empty when everybody has what was paid for, and nothing else
 */
export async function verifySubscriptions(db: Db): Promise<Discrepancy[]> {
	const { rows } = await sql<Discrepancy>`
		select 'paid and no period' as what, 'order:' || o.id as reference, o.amount as difference
			from orders o join offers f on f.id = o.offer_id and f.renews
			where o.status = 'paid' and not o.gift and o.amount > 0
				and not exists (select from subscription_bills b where b.order_id = o.id and b.status = 'paid')
		union all
		select 'a period without a payment', 'order:' || o.id, o.amount
			from subscription_bills b join orders o on o.id = b.order_id
			where b.status = 'paid' and o.status not in ('paid', 'refunded')`.execute(db);
	return [...rows, ...(await opened(db))];
}

/** Of each subscription to a space, the space is open exactly as long as it should be. */
async function opened(db: Db): Promise<Discrepancy[]> {
	const rows = await db
		.selectFrom('subscriptions as s')
		.leftJoin('entitlements as e', (join) =>
			join
				.on('e.source_ref', '=', sql<string>`'subscription:' || s.id`)
				.onRef('e.user_id', '=', 's.user_id')
				.onRef('e.space_id', '=', 's.space_id')
				.on('e.revoked_at', 'is', null),
		)
		.selectAll('s')
		.select(['e.ends_at as open_until'])
		.where('s.space_id', 'is not', null)
		.execute();
	return rows
		.filter((row) => accessUntil(toSubscription(row))?.getTime() !== row.open_until?.getTime())
		.map(({ id }) => ({
			what: 'not open as long as it should be',
			reference: `subscription:${id}`,
			difference: 0,
		}));
}
