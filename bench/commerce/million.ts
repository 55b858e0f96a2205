import { proveMoney } from '../../src/server/flows/prove-money.ts';
import { type Db, sql } from '../../src/server/platform/db/index.ts';
import { aMarket, callback, order } from './market.ts';

/**
 * Posts a ledger as years of sales would: one in eight orders refunded in whole, one in eight in part. Written in bulk,
 * with every trigger and constraint of the database in force, and every order, payment, refund and entitlement beside it.
 *
 * @returns how many entries there are
 */
export async function fillLedger(db: Db, wanted: number): Promise<number> {
	const market = await aMarket(db, { people: 5000, articles: 50 });
	// One sale by the code itself makes the accounts.
	await order(db, market);
	await callback(db, market);
	// A sale has three entries, a refund three and, when it is sent, two more; two of eight orders have one.
	const orders = Math.ceil(wanted / (3 + 5 * (2 / 8)));
	const step = 20_000;
	for (let from = 0; from < orders; from += step)
		await bulk(db, from, Math.min(step, orders - from), market.offers);
	await sql`analyze`.execute(db);
	const { rows } = await sql<{ n: number }>`select count(*) as n from ledger_entries`.execute(db);
	return rows[0]!.n;
}

async function bulk(db: Db, from: number, count: number, offers: number[]): Promise<void> {
	await db.transaction().execute(async (tx) => {
		await sql`create temp table o on commit drop as
			with bought as (insert into orders (user_id, offer_id, status, amount, subtotal, currency, title, key, paid_at, refunded)
				select b.id, (${offers}::bigint[])[1 + i % ${offers.length}::int], case when i % 8 = 0 then 'refunded' else 'paid' end, 1900, 1900, 'CNY', 'Something that was bought',
					'bulk-' || i, now(), case i % 8 when 0 then 1900 when 1 then 700 else 0 end
				from generate_series(${from}::int, ${from + count - 1}::int) i
				join (select id, row_number() over (order by id) - 1 as n, count(*) over () as people from users where handle like 'buyer-%') b on b.n = i % b.people
				returning id, user_id, offer_id, refunded)
			select bought.*, f.item_id, i.author_id from bought join offers f on f.id = bought.offer_id join items i on i.id = f.item_id`.execute(
			tx,
		);
		await sql`insert into payments (order_id, provider, reference, status, amount, currency, settled_at)
			select id, 'sandbox', 'bulk-' || id, 'succeeded', 1900, 'CNY', now() from o`.execute(tx);
		await sql`insert into entitlements (user_id, item_id, source, source_ref, revoked_at)
			select user_id, item_id, 'purchase', 'order:' || id, case when refunded = 1900 then now() end from o`.execute(
			tx,
		);
		await sql`insert into refunds (order_id, payment_id, cause, status, amount, currency, reference, decided_at, settled_at)
			select o.id, p.id, 'sale', 'succeeded', o.refunded, 'CNY', 'bulk-' || o.id, now(), now() from o join payments p on p.order_id = o.id where o.refunded > 0`.execute(
			tx,
		);
		await sql`create temp table e on commit drop as
			select 'sale' as kind, 'sale:' || id as key, id, x.account, x.amount from o cross join lateral (values ('clearing', 1900), ('platform', -380), ('author', -1520)) x(account, amount)
			union all
			select 'refund', 'refund:bulk:' || id, id, x.account, x.amount from o cross join lateral (values ('platform', refunded / 5), ('author', refunded - refunded / 5), ('refunds', -refunded)) x(account, amount) where refunded > 0
			union all
			select 'refund sent', 'refund:bulk:' || id || ':sent', id, x.account, x.amount from o cross join lateral (values ('refunds', refunded), ('clearing', -refunded)) x(account, amount) where refunded > 0`.execute(
			tx,
		);
		await sql`insert into ledger_accounts (kind, name, currency) values ('refunds', '', 'CNY') on conflict do nothing`.execute(
			tx,
		);
		await sql`insert into ledger_accounts (kind, owner_id, currency) select distinct 'author', author_id, 'CNY' from o on conflict do nothing`.execute(
			tx,
		);
		await sql`insert into ledger_transfers (kind, reference, key) select distinct kind, 'order:' || id, key from e`.execute(
			tx,
		);
		await sql`insert into ledger_entries (transfer_id, account_id, currency, amount)
			select t.id, a.id, 'CNY', e.amount from e join ledger_transfers t on t.key = e.key join o on o.id = e.id
			join ledger_accounts a on a.kind = e.account and a.currency = 'CNY' and (a.kind <> 'author' or a.owner_id = o.author_id)`.execute(
			tx,
		);
	});
}

/** Proves the ledger as `stoa ledger verify` does. @returns seconds @throws when it does not add up */
export async function proveLedger(db: Db): Promise<number> {
	const started = performance.now();
	const wrong = await proveMoney(db);
	if (wrong.length > 0)
		throw new Error(`${wrong.length} things do not add up: ${JSON.stringify(wrong.slice(0, 3))}`);
	return (performance.now() - started) / 1000;
}
