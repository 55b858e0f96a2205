import type { UserId } from '../../kernel/ids.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { type Ledger, tableOf } from './ledger.ts';

/** One line of why a person has the standing they have. */
export interface LedgerEntry {
	id: number;
	amount: number;
	reason: string;
	itemId: number | null;
	title: string | null;
	/** Address of the item, where everybody may know of it. */
	href: { kind: string; id: number; slug: string } | null;
	/** `removed`, `restored`, `withdrawn`, or in somebody's own words; empty for what is plainly earned. */
	why: string;
	/** It takes something back. */
	reversal: boolean;
	createdAt: Date;
}
export type ReputationEntry = LedgerEntry;

interface Filter {
	cursor?: string | null;
	limit?: number;
}

/** Where a person's reputation comes from, newest first. Titles of items outside public view are left out. One statement. */
export function listReputation(db: Db, userId: UserId, filter: Filter = {}): Promise<Page<LedgerEntry>> {
	return listEntries(db, 'reputation', userId, filter);
}

/** The same of points; only their owner is shown it: whoever calls this has asked. One statement. */
export function listPoints(db: Db, userId: UserId, filter: Filter = {}): Promise<Page<LedgerEntry>> {
	return listEntries(db, 'points', userId, filter);
}

async function listEntries(
	db: Db,
	ledger: Ledger,
	userId: UserId,
	filter: Filter,
): Promise<Page<LedgerEntry>> {
	const limit = Math.min(Math.max(filter.limit ?? 30, 1), 100);
	const after = decodeCursor(filter.cursor, ['integer']);
	const { rows } = await sql<LedgerEntry>`select e.id, e.amount, e.reason, e.item_id as "itemId", i.title,
			case when i.id is null then null else json_build_object('kind', i.kind, 'id', i.id, 'slug', i.slug) end as href,
			e.why, not e.counts as reversal, e.created_at as "createdAt"
		from ${tableOf(ledger)} e left join items i on i.id = e.item_id and i.status = 'published' and i.listed
		where e.user_id = ${userId} and (${after?.[0] ?? null}::bigint is null or e.id < ${after?.[0] ?? null}::bigint)
		order by e.id desc limit ${limit + 1}`.execute(db);
	return cutPage(rows, limit, (row) => [row.id]);
}

/** A month of somebody's standing. */
export interface Month {
	/** Its first day, `2026-11-01`. */
	month: string;
	gained: number;
	lost: number;
	/** What there was at its end. */
	balance: number;
}

/** The last months up to this one, with those in which nothing happened. One statement. */
export async function standingByMonth(
	db: Db,
	ledger: Ledger,
	userId: UserId,
	until: Date,
	months = 12,
): Promise<Month[]> {
	const { rows } = await sql<Month>`with days as (
			select generate_series(date_trunc('month', ${until}::timestamptz at time zone 'UTC') - make_interval(months => ${months - 1}::int),
				date_trunc('month', ${until}::timestamptz at time zone 'UTC'), interval '1 month') as month
		), moved as (
			select date_trunc('month', created_at at time zone 'UTC') as month, sum(amount) filter (where amount > 0) as gained,
				sum(amount) filter (where amount < 0) as lost, sum(amount) as net
			from ${tableOf(ledger)} where user_id = ${userId} group by 1
		) select to_char(d.month, 'YYYY-MM-DD') as month, coalesce(m.gained, 0)::int as gained, coalesce(m.lost, 0)::int as lost,
			(select coalesce(sum(net), 0)::int from moved b where b.month <= d.month) as balance
		from days d left join moved m on m.month = d.month order by d.month`.execute(db);
	return rows;
}

/** When somebody's level changed, the newest first; the last twenty. One statement. */
export async function levelHistory(
	db: Db,
	userId: UserId,
): Promise<{ from: number; to: number; at: Date }[]> {
	return db
		.selectFrom('level_changes')
		.select(['from_level as from', 'to_level as to', 'at'])
		.where('user_id', '=', userId)
		.orderBy('id', 'desc')
		.limit(20)
		.execute();
}
