import { csvText } from '../../kernel/csv.ts';
import { commonError } from '../../kernel/errors.ts';
import type { UserId } from '../../kernel/ids.ts';
import { type Currency, plainAmount } from '../../kernel/money.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';

/** One movement on a person's accounts in the ledger: positive came to them, negative went. */
export interface Movement {
	id: number;
	at: Date;
	/** What happened, as the ledger calls it: `sale`, `refund`, `payout` … */
	kind: string;
	/** As author, or for having brought the buyer. */
	as: 'author' | 'affiliate';
	/** What it is about, e.g. `order:12`. */
	reference: string;
	/** What was sold; null where it is about something else. */
	title: string | null;
	/** What kind of thing it was; null where it is about something else. */
	sells: string | null;
	amount: number;
	currency: Currency;
}

function movements(db: Db, userId: UserId) {
	return db
		.selectFrom('ledger_accounts as a')
		.innerJoin('ledger_entries as e', 'e.account_id', 'a.id')
		.innerJoin('ledger_transfers as t', 't.id', 'e.transfer_id')
		.leftJoin('orders as o', (join) =>
			join.on(
				sql<boolean>`o.id = case when t.reference like 'order:%' then substring(t.reference from 7)::bigint end`,
			),
		)
		.leftJoin('offers as f', 'f.id', 'o.offer_id')
		.where('a.owner_id', '=', userId)
		.where('a.kind', 'in', ['author', 'affiliate'])
		.select([
			'e.id',
			'f.sells',
			't.created_at as at',
			't.kind',
			'a.kind as as',
			't.reference',
			'o.title',
			'a.currency',
		])
		.select(sql<number>`-e.amount`.as('amount'));
}

/** What came to a person and went, the newest first. `sales` leaves payouts out. One statement. */
export async function listMovements(
	db: Db,
	userId: UserId,
	filter: { only?: 'sales'; cursor?: string | null; limit?: number } = {},
): Promise<Page<Movement>> {
	const limit = Math.min(filter.limit ?? 40, 100);
	const after = decodeCursor(filter.cursor, ['integer']);
	let query = movements(db, userId)
		.orderBy('e.id', 'desc')
		.limit(limit + 1);
	if (filter.only === 'sales') query = query.where('t.reference', 'not like', 'payout:%');
	if (after) query = query.where('e.id', '<', after[0] as number);
	return cutPage((await query.execute()) as Movement[], limit, ({ id }) => [id]);
}

/** One month in one currency. closing = opening + the sum of `sums`. Minor units. */
export interface MonthlySum {
	currency: Currency;
	opening: number;
	sums: { kind: string; amount: number; count: number }[];
	closing: number;
}

/** A month of a person's accounts: what they held before, what happened, what they hold after. */
export interface Statement {
	/** `2026-11`; UTC. */
	month: string;
	sums: MonthlySum[];
	movements: Movement[];
}

/** The first moment of a month and of the next. @throws common.not_found for what is no month */
export function monthBounds(month: string): { from: Date; to: Date } {
	const parts = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(month);
	if (!parts) throw commonError('not_found');
	const [year, at] = [Number(parts[1]), Number(parts[2])];
	return { from: new Date(Date.UTC(year, at - 1, 1)), to: new Date(Date.UTC(year, at, 1)) };
}

/** The months in which anything happened on a person's accounts, the latest first. One statement. */
export async function listStatements(db: Db, userId: UserId): Promise<string[]> {
	const { rows } = await sql<{
		month: string;
	}>`select distinct to_char(t.created_at at time zone 'UTC', 'YYYY-MM') as month
		from ledger_accounts a join ledger_entries e on e.account_id = a.id join ledger_transfers t on t.id = e.transfer_id
		where a.owner_id = ${userId} and a.kind in ('author', 'affiliate') order by 1 desc limit 240`.execute(db);
	return rows.map(({ month }) => month);
}

/** The statement of a month, from the ledger. Two statements. @throws common.not_found */
export async function readStatement(db: Db, userId: UserId, month: string): Promise<Statement> {
	const { from, to } = monthBounds(month);
	const { rows } = await sql<{
		currency: Currency;
		kind: string;
		before: number;
		amount: number;
		count: number;
	}>`
		select a.currency, t.kind, coalesce(-sum(e.amount) filter (where t.created_at < ${from}), 0)::bigint as before,
			coalesce(-sum(e.amount) filter (where t.created_at >= ${from}), 0)::bigint as amount,
			(count(*) filter (where t.created_at >= ${from}))::int as count
		from ledger_accounts a join ledger_entries e on e.account_id = a.id join ledger_transfers t on t.id = e.transfer_id
		where a.owner_id = ${userId} and a.kind in ('author', 'affiliate') and t.created_at < ${to}
		group by a.currency, t.kind order by a.currency, t.kind`.execute(db);
	const sums = new Map<Currency, MonthlySum>();
	for (const { currency, kind, before, amount, count } of rows) {
		const one = sums.get(currency) ?? { currency, opening: 0, sums: [], closing: 0 };
		one.opening += before;
		one.closing += before + amount;
		if (count > 0) one.sums.push({ kind, amount, count });
		sums.set(currency, one);
	}
	const listed = (await movements(db, userId)
		.where('t.created_at', '>=', from)
		.where('t.created_at', '<', to)
		.orderBy('t.created_at')
		.orderBy('e.id')
		.limit(50_000)
		.execute()) as Movement[];
	return { month, sums: [...sums.values()], movements: listed };
}

/** A statement as a file: one line a movement, between the opening and the closing balance of each currency. */
export function statementCsv({ month, sums, movements: listed }: Statement): string {
	const rows: (string | number)[][] = [];
	for (const { currency, opening, closing } of sums) {
		const { from, to } = monthBounds(month);
		rows.push([
			from.toISOString(),
			'opening',
			'',
			'',
			'',
			plainAmount({ amount: opening, currency }),
			currency,
		]);
		for (const one of listed.filter((line) => line.currency === currency))
			rows.push([
				one.at.toISOString(),
				one.kind,
				one.as,
				one.reference,
				one.title ?? '',
				plainAmount({ amount: one.amount, currency }),
				currency,
			]);
		rows.push([
			to.toISOString(),
			'closing',
			'',
			'',
			'',
			plainAmount({ amount: closing, currency }),
			currency,
		]);
	}
	return csvText(['time', 'kind', 'as', 'reference', 'title', 'amount', 'currency'], rows);
}
