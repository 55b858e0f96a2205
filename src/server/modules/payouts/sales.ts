import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import { type Db, sql } from '../../platform/db/index.ts';

/** What one person earned on one day (UTC) in one currency, in minor units. */
export interface DayOfSales {
	/** `2026-11-27` */
	day: string;
	currency: Currency;
	/** Credited and taken back. */
	earned: number;
	takenBack: number;
	sales: number;
}

const dayMs = 86_400_000;

/** What a person earned by selling, day by day; days without any are left out. One statement. */
export async function salesByDay(db: Db, userId: UserId, days: number): Promise<DayOfSales[]> {
	const today = Math.floor(now().getTime() / dayMs);
	const from = new Date((today - days + 1) * dayMs);
	const { rows } = await sql<DayOfSales>`
		select to_char(t.created_at at time zone 'UTC', 'YYYY-MM-DD') as day, a.currency,
			coalesce(-sum(e.amount) filter (where e.amount < 0), 0)::bigint as earned,
			coalesce(sum(e.amount) filter (where e.amount > 0), 0)::bigint as "takenBack",
			(count(*) filter (where e.amount < 0))::int as sales
		from ledger_accounts a join ledger_entries e on e.account_id = a.id join ledger_transfers t on t.id = e.transfer_id
		where a.owner_id = ${userId} and a.kind in ('author', 'affiliate') and t.created_at >= ${from}
			and t.reference not like 'payout:%'
		group by 1, 2 order by 1, 2`.execute(db);
	return rows;
}

/** A thing that a person sells, and how it does. */
export interface SoldThing {
	sells: string;
	/** Of the item, space, bundle, tier or person. */
	id: number;
	title: string;
	/** Of an item: its kind and slug; of a space its slug. */
	kind: string | null;
	slug: string;
	/** How often it was read; null for what is not read. */
	views: number | null;
	sales: number;
	refunds: number;
	/** What is left for this person, by currency, in minor units. */
	earned: Partial<Record<Currency, number>>;
	/** Sales for a hundred readers; null without readers. */
	conversion: number | null;
}

interface Row {
	sells: string;
	id: number;
	title: string;
	kind: string | null;
	slug: string;
	views: number | null;
	currency: Currency | null;
	sales: number;
	refunds: number;
	earned: number;
}

/**
 * What a person sells or has a share in, what it brought first; priced items that nobody bought yet come last. At most
 * 200 things. Views are counted since the item was published, and so are sales. One statement.
 */
export async function soldThings(db: Db, userId: UserId): Promise<SoldThing[]> {
	const { rows } = await sql<Row>`
		with mine as (
			select substring(t.reference from 7)::bigint as order_id, a.currency, -sum(e.amount) as earned
				from ledger_accounts a join ledger_entries e on e.account_id = a.id join ledger_transfers t on t.id = e.transfer_id
				where a.owner_id = ${userId} and a.kind = 'author' and t.reference like 'order:%'
				group by 1, 2),
		sold as (
			select f.sells, coalesce(f.item_id, f.space_id, f.bundle_id, f.tier_id, f.person_id) as id, mine.currency,
				count(*)::int as sales, (count(*) filter (where o.refunded > 0))::int as refunds, sum(mine.earned)::bigint as earned
			from mine join orders o on o.id = mine.order_id join offers f on f.id = o.offer_id
			group by 1, 2, 3
			union all
			select 'item', i.id, null, 0, 0, 0 from items i
				where i.author_id = ${userId} and i.price_amount is not null and i.status = 'published')
		select sold.sells, sold.id, sold.currency, sum(sold.sales)::int as sales, sum(sold.refunds)::int as refunds,
			sum(sold.earned)::bigint as earned, i.kind, i.view_count as views,
			coalesce(i.title, s.name, b.title, r.name, p.name, '') as title, coalesce(i.slug, s.slug, b.slug, r.slug, p.handle, '') as slug
		from sold
			left join items i on sold.sells in ('item', 'group', 'bounty', 'cohort') and i.id = sold.id
			left join spaces s on sold.sells in ('space', 'seats') and s.id = sold.id
			left join bundles b on sold.sells = 'bundle' and b.id = sold.id
			left join tiers r on sold.sells = 'tier' and r.id = sold.id
			left join users p on sold.sells in ('question', 'listen', 'slot', 'tip') and p.id = sold.id
		group by sold.sells, sold.id, sold.currency, i.id, s.id, b.id, r.id, p.id
		order by sum(sold.earned) desc, sold.id desc limit 200`.execute(db);
	const things = new Map<string, SoldThing>();
	for (const { currency, earned, sales, refunds, ...rest } of rows) {
		const name = `${rest.sells}:${rest.id}`;
		const thing = things.get(name) ?? { ...rest, sales: 0, refunds: 0, earned: {}, conversion: null };
		thing.sales += sales;
		thing.refunds += refunds;
		if (currency) thing.earned[currency] = (thing.earned[currency] ?? 0) + earned;
		thing.conversion = thing.views ? (100 * thing.sales) / thing.views : null;
		things.set(name, thing);
	}
	return [...things.values()];
}

/** How often a person's published texts were read, and how many readers of priced ones bought. One statement. */
export async function studioTotals(
	db: Db,
	userId: UserId,
): Promise<{ views: number; pricedViews: number; pricedSales: number }> {
	const { rows } = await sql<{ views: number; pricedViews: number; pricedSales: number }>`
		select coalesce(sum(view_count), 0)::bigint as views,
			coalesce(sum(view_count) filter (where price_amount is not null), 0)::bigint as "pricedViews",
			(select count(*)::int from orders o join offers f on f.id = o.offer_id join items i on i.id = f.item_id
				where i.author_id = ${userId} and i.price_amount is not null and i.status = 'published'
					and o.status in ('paid', 'refunded')) as "pricedSales"
		from items where author_id = ${userId} and status = 'published'`.execute(db);
	return rows[0]!;
}
