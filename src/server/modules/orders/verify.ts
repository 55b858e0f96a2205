import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import type { Discrepancy } from '../ledger/index.ts';

/**
 * Compares everything that is known of orders, payments, refunds and disputes with what the ledger says of them, to the
 * cent, and what was bought with what may be opened. One statement, so that all of it is of one moment, and one pass over
 * the ledger.
 *
 * @returns what does not add up; empty when not one cent is missing
 */
export async function verifyOrders(db: Db): Promise<Discrepancy[]> {
	return inTransaction(db, async (tx) => {
		// A million entries are summed up in memory, not on the disk.
		await sql`select set_config('work_mem', '128MB', true)`.execute(tx);
		const checks = [money, shares, refunded, owed, opened, escrowed];
		const { rows } = await sql<Discrepancy>`with ${sums} ${sql.join(checks, sql` union all `)}`.execute(tx);
		return rows;
	});
}

// What accounts of each kind have of each order (of) and payment, and what they got by the sale itself.
const sums = sql`
	by_reference as materialized (select t.reference, a.kind, sum(e.amount)::bigint as total,
			coalesce(sum(e.amount) filter (where t.kind = 'sale'), 0)::bigint as sold
		from ledger_entries e join ledger_transfers t on t.id = e.transfer_id join ledger_accounts a on a.id = e.account_id
		where a.kind in ('clearing', 'refunds', 'tax', 'affiliate', 'escrow') group by t.reference, a.kind),
	held as materialized (select split_part(reference, ':', 1) as of, split_part(reference, ':', 2)::bigint as id, kind, total, sold
		from by_reference where reference ~ '^(order|payment):[0-9]+$')`;

const held = (kind: string, of: 'order' | 'payment') =>
	sql`(select id, total, sold from held where kind = ${sql.lit(kind)} and of = ${sql.lit(of)})`;

/** The provider holds exactly what was paid and not sent back: of each order, and of each payment that was too much. */
const money = sql`
	select 'order and ledger differ' as what, 'order:' || coalesce(o.id, h.id) as reference, (coalesce(o.due, 0) - coalesce(h.total, 0))::bigint as difference
		from (select id, amount - refunded as due from orders where status in ('paid', 'refunded')) o
		full join ${held('clearing', 'order')} h on h.id = o.id
		where coalesce(o.due, 0) <> coalesce(h.total, 0)
	union all
	select 'payment and ledger differ', 'payment:' || coalesce(p.id, h.id), (coalesce(p.due, 0) - coalesce(h.total, 0))::bigint
		from (select p.id, p.amount - coalesce((select sum(r.amount) from refunds r where r.payment_id = p.id and r.cause = 'overpayment' and r.status = 'succeeded'), 0)
				- coalesce((select d.covered from disputes d where d.payment_id = p.id and d.status = 'lost'), 0) as due
			from (select *, row_number() over (partition by order_id order by settled_at, id) as nth from payments where status = 'succeeded') p where p.nth > 1) p
		full join ${held('clearing', 'payment')} h on h.id = p.id
		where coalesce(p.due, 0) <> coalesce(h.total, 0)
	union all
	select 'payment and order differ', 'order:' || o.id, (o.amount - coalesce(p.amount, 0))::bigint
		from orders o left join (select distinct on (order_id) order_id, amount, currency from payments where status = 'succeeded' order by order_id, settled_at, id) p on p.order_id = o.id
		where o.status in ('paid', 'refunded') and o.amount > 0 and (p.amount is distinct from o.amount or p.currency is distinct from o.currency)
	union all
	select 'payment of an order that is not paid', 'payment:' || p.id, p.amount
		from payments p join orders o on o.id = p.order_id where p.status = 'succeeded' and o.status not in ('paid', 'refunded')`;

/** Of each sale, tax and affiliate got what the order says. */
const shares = sql`
	select 'tax differs', 'order:' || o.id, (o.tax + coalesce(h.sold, 0))::bigint
		from orders o left join ${held('tax', 'order')} h on h.id = o.id
		where (o.tax > 0 or h.sold <> 0) and o.tax <> -coalesce(h.sold, 0)
			and exists (select from ledger_transfers t where t.key = 'sale:' || o.id and t.kind = 'sale')
	union all
	select 'share of the affiliate differs', 'order:' || o.id, (o.affiliate_share + h.sold)::bigint
		from orders o join ${held('affiliate', 'order')} h on h.id = o.id where h.sold <> 0 and o.affiliate_share <> -h.sold`;

/** What an order counts as sent back is the sum of its refunds and lost disputes; whole is refunded, and only whole is. */
const refunded = sql`
	select 'refunds and order differ', 'order:' || o.id, (o.refunded - coalesce(b.total, 0))::bigint
		from orders o left join (select order_id, sum(amount)::bigint as total from (
				select order_id, amount from refunds where status = 'succeeded' and cause <> 'overpayment'
				union all select order_id, covered from disputes d where status = 'lost'
					and not exists (select from refunds r where r.payment_id = d.payment_id and r.cause = 'overpayment')) b group by 1) b on b.order_id = o.id
		where o.refunded <> coalesce(b.total, 0)
	union all
	select 'refunded in part, or not at all', 'order:' || id, amount - refunded from orders where status = 'refunded' and refunded <> amount
	union all
	select 'refunded whole, and still paid', 'order:' || id, amount from orders where status = 'paid' and amount > 0 and refunded = amount`;

/** What is promised back is what refunds and disputes that are under way say; what is owed has a refund. */
const owed = sql`
	select 'promised back and ledger differ', 'order:' || coalesce(d.order_id, h.id), (coalesce(d.total, 0) + coalesce(h.total, 0))::bigint
		from (select order_id, sum(amount)::bigint as total from (
				select order_id, amount from refunds where status in ('approved', 'sending', 'failed') and cause <> 'overpayment'
				union all select order_id, covered from disputes where status = 'open') d group by 1) d
		full join ${held('refunds', 'order')} h on h.id = d.order_id
		where coalesce(d.total, 0) + coalesce(h.total, 0) <> 0
	union all
	select 'owed back and ledger differ', 'payment:' || coalesce(r.payment_id, h.id), (coalesce(r.amount, 0) + coalesce(h.total, 0))::bigint
		from (select payment_id, amount from refunds where cause = 'overpayment' and status in ('approved', 'sending', 'failed')) r
		full join ${held('refunds', 'payment')} h on h.id = r.payment_id
		where coalesce(r.amount, 0) + coalesce(h.total, 0) <> 0`;

/**
 * Nothing bought is open without a payment that stands, and no payment stands without it; of items and spaces. What
 * renews itself is proved by the module of subscriptions.
 */
const opened = sql`
	select 'open without a payment', e.source_ref, 0::bigint
		from (select source_ref, split_part(source_ref, ':', 2)::bigint as order_id from entitlements
			where source = 'purchase' and source_ref ~ '^order:[0-9]+$' and revoked_at is null) e
		left join orders o on o.id = e.order_id and o.status = 'paid'
		where o.id is null
	union all
	select 'paid and not open', 'order:' || o.id, o.amount
		from orders o join offers f on f.id = o.offer_id and f.sells in ('item', 'space')
		left join (select user_id, item_id, space_id, split_part(source_ref, ':', 2)::bigint as order_id from entitlements
			where source_ref ~ '^order:[0-9]+$' and revoked_at is null) e
			on e.order_id = o.id and (e.item_id = f.item_id or e.space_id = f.space_id)
		where o.status = 'paid' and not o.gift and not f.renews and e.order_id is null
			and not exists (select from refunds r where r.order_id = o.id and r.cause = 'unearned')`;

/** The account of escrow has money of orders that are held, and of no others. */
const escrowed = sql`
	select 'released or returned, and in escrow', 'order:' || h.id, -h.total
		from ${held('escrow', 'order')} h left join escrows e on e.order_id = h.id
		where h.total <> 0 and e.status is distinct from 'held'`;
