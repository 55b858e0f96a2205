import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import type { Discrepancy } from '../ledger/index.ts';

/**
 * Compares everything that is known of orders, payments, refunds and disputes with what the ledger says of them, to the
 * cent, and what was bought with what may be opened.
 *
 * @returns what does not add up; empty when not one cent is missing
 */
export async function verifyOrders(db: Db): Promise<Discrepancy[]> {
	return inTransaction(db, async (tx) => {
		// A million entries are summed up in memory, not on the disk.
		await sql`select set_config('work_mem', '128MB', true)`.execute(tx);
		const found = [];
		for (const check of [money, shares, refunded, owed, opened, held]) found.push(...(await check(tx)));
		return found;
	});
}

// What accounts of a kind have of each order or payment, by reference; one pass over the ledger.
const byReference = (kind: 'clearing' | 'refunds' | 'escrow', prefix: 'order:' | 'payment:') =>
	sql`(select substr(t.reference, ${prefix.length + 1})::bigint as id, sum(e.amount)::bigint as total
		from ledger_accounts a join ledger_entries e on e.account_id = a.id join ledger_transfers t on t.id = e.transfer_id
		where a.kind = ${kind} and t.reference ~ ${`^${prefix}[0-9]+$`} group by 1)`;

/** The provider holds exactly what was paid and not sent back: of each order, and of each payment that was too much. */
async function money(db: Db): Promise<Discrepancy[]> {
	const { rows } = await sql<Discrepancy>`
		select 'order and ledger differ' as what, 'order:' || coalesce(o.id, held.id) as reference, (coalesce(o.due, 0) - coalesce(held.total, 0))::bigint as difference
			from (select id, amount - refunded as due from orders where status in ('paid', 'refunded')) o
			full join ${byReference('clearing', 'order:')} held on held.id = o.id
			where coalesce(o.due, 0) <> coalesce(held.total, 0)
		union all
		select 'payment and ledger differ', 'payment:' || coalesce(p.id, held.id), (coalesce(p.due, 0) - coalesce(held.total, 0))::bigint
			from (select p.id, p.amount - coalesce((select sum(r.amount) from refunds r where r.payment_id = p.id and r.cause = 'overpayment' and r.status = 'succeeded'), 0)
					- coalesce((select d.covered from disputes d where d.payment_id = p.id and d.status = 'lost'), 0) as due
				from (select *, row_number() over (partition by order_id order by settled_at, id) as nth from payments where status = 'succeeded') p where p.nth > 1) p
			full join ${byReference('clearing', 'payment:')} held on held.id = p.id
			where coalesce(p.due, 0) <> coalesce(held.total, 0)
		union all
		select 'payment and order differ', 'order:' || o.id, (o.amount - coalesce(p.amount, 0))::bigint
			from orders o left join (select distinct on (order_id) order_id, amount, currency from payments where status = 'succeeded' order by order_id, settled_at, id) p on p.order_id = o.id
			where o.status in ('paid', 'refunded') and o.amount > 0 and (p.amount is distinct from o.amount or p.currency is distinct from o.currency)
		union all
		select 'payment of an order that is not paid', 'payment:' || p.id, p.amount
			from payments p join orders o on o.id = p.order_id where p.status = 'succeeded' and o.status not in ('paid', 'refunded')`.execute(
		db,
	);
	return rows;
}

/** Of each sale, tax and affiliate got what the order says, and nobody has less than nothing of an order. */
async function shares(db: Db): Promise<Discrepancy[]> {
	const { rows } = await sql<Discrepancy>`
		with sale as (select substr(t.reference, 7)::bigint as order_id, a.kind, sum(-e.amount)::bigint as total
			from ledger_transfers t join ledger_entries e on e.transfer_id = t.id join ledger_accounts a on a.id = e.account_id
			where t.kind = 'sale' and a.kind in ('tax', 'affiliate') group by 1, 2)
		select 'tax differs' as what, 'order:' || o.id as reference, (o.tax - coalesce(s.total, 0))::bigint as difference
			from orders o join ledger_transfers t on t.key = 'sale:' || o.id and t.kind = 'sale'
			left join sale s on s.order_id = o.id and s.kind = 'tax' where o.tax <> coalesce(s.total, 0)
		union all
		select 'share of the affiliate differs', 'order:' || o.id, (o.affiliate_share - coalesce(s.total, 0))::bigint
			from orders o join ledger_transfers t on t.key = 'sale:' || o.id and t.kind = 'sale'
			left join sale s on s.order_id = o.id and s.kind = 'affiliate' where s.total is not null and o.affiliate_share <> s.total`.execute(
		db,
	);
	return rows;
}

/** What an order counts as sent back is the sum of its refunds and lost disputes; whole is refunded, and only whole is. */
async function refunded(db: Db): Promise<Discrepancy[]> {
	const { rows } = await sql<Discrepancy>`
		with back as (select order_id, sum(amount)::bigint as total from (
				select order_id, amount from refunds where status = 'succeeded' and cause <> 'overpayment'
				union all select order_id, covered from disputes d where status = 'lost'
					and not exists (select from refunds r where r.payment_id = d.payment_id and r.cause = 'overpayment')) b group by 1)
		select 'refunds and order differ' as what, 'order:' || o.id as reference, (o.refunded - coalesce(b.total, 0))::bigint as difference
			from orders o left join back b on b.order_id = o.id where o.refunded <> coalesce(b.total, 0)
		union all
		select 'refunded in part, or not at all', 'order:' || id, amount - refunded from orders where status = 'refunded' and refunded <> amount
		union all
		select 'refunded whole, and still paid', 'order:' || id, amount from orders where status = 'paid' and amount > 0 and refunded = amount`.execute(
		db,
	);
	return rows;
}

/** What is promised back is what refunds and disputes that are under way say; what is owed has a refund. */
async function owed(db: Db): Promise<Discrepancy[]> {
	const { rows } = await sql<Discrepancy>`
		with due as (select order_id, sum(amount)::bigint as total from (
				select order_id, amount from refunds where status in ('approved', 'sending', 'failed') and cause <> 'overpayment'
				union all select order_id, covered from disputes where status = 'open') d group by 1)
		select 'promised back and ledger differ' as what, 'order:' || coalesce(d.order_id, held.id) as reference, (coalesce(d.total, 0) + coalesce(held.total, 0))::bigint as difference
			from due d full join ${byReference('refunds', 'order:')} held on held.id = d.order_id
			where coalesce(d.total, 0) + coalesce(held.total, 0) <> 0
		union all
		select 'owed back and ledger differ', 'payment:' || coalesce(r.payment_id, held.id), (coalesce(r.amount, 0) + coalesce(held.total, 0))::bigint
			from (select payment_id, amount from refunds where cause = 'overpayment' and status in ('approved', 'sending', 'failed')) r
			full join ${byReference('refunds', 'payment:')} held on held.id = r.payment_id
			where coalesce(r.amount, 0) + coalesce(held.total, 0) <> 0`.execute(db);
	return rows;
}

/**
 * Nothing bought is open without a payment that stands, and no payment stands without it; of items and spaces. What
 * renews itself is proved by the module of subscriptions.
 */
async function opened(db: Db): Promise<Discrepancy[]> {
	const { rows } = await sql<Discrepancy>`
		select 'open without a payment' as what, e.source_ref as reference, 0::bigint as difference
			from entitlements e left join orders o on e.source_ref = 'order:' || o.id and o.status = 'paid'
			where e.source = 'purchase' and e.source_ref ~ '^order:[0-9]+$' and e.revoked_at is null and o.id is null
		union all
		select 'paid and not open', 'order:' || o.id, o.amount
			from orders o join offers f on f.id = o.offer_id and f.sells in ('item', 'space')
			where o.status = 'paid' and not o.gift and not f.renews
				and not exists (select from refunds r where r.order_id = o.id and r.cause = 'unearned')
				and not exists (select from entitlements e where e.source_ref = 'order:' || o.id and e.revoked_at is null
					and (e.item_id = f.item_id or e.space_id = f.space_id))`.execute(db);
	return rows;
}

/** The account of escrow has money of orders that are held, and of no others. */
async function held(db: Db): Promise<Discrepancy[]> {
	const { rows } = await sql<Discrepancy>`
		select 'released or returned, and in escrow' as what, 'order:' || h.id as reference, -h.total as difference
			from ${byReference('escrow', 'order:')} h left join escrows e on e.order_id = h.id
			where h.total <> 0 and e.status is distinct from 'held'`.execute(db);
	return rows;
}
