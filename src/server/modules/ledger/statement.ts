import type { UserId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import type { Account } from './post-transfer.ts';

/** One account of the ledger and what it holds; debits positive. */
export interface AccountBalance {
	id: number;
	kind: Account['kind'];
	/** The provider of a clearing account. */
	name: string;
	owner: { id: UserId; handle: string; name: string } | null;
	currency: Currency;
	balance: number;
	entries: number;
}

/**
 * Every account with its balance, recomputed from its entries: in each currency they sum to zero.
 *
 * @param at only what was posted before this moment
 */
export async function trialBalance(db: Db, { at }: { at?: Date } = {}): Promise<AccountBalance[]> {
	const { rows } = await sql<
		Omit<AccountBalance, 'owner'> & {
			ownerId: UserId | null;
			handle: string | null;
			ownerName: string | null;
		}
	>`select a.id, a.kind, a.name, a.currency, u.id as "ownerId", u.handle, u.name as "ownerName",
			coalesce(s.total, 0)::bigint as balance, coalesce(s.n, 0)::bigint as entries
		from ledger_accounts a
		left join (select e.account_id, sum(e.amount) as total, count(*) as n from ledger_entries e
			${at ? sql`join ledger_transfers t on t.id = e.transfer_id where t.created_at < ${at}` : sql``}
			group by e.account_id) s on s.account_id = a.id
		left join users u on u.id = a.owner_id
		order by a.currency, a.kind, a.name, u.handle`.execute(db);
	return rows.map(({ ownerId, handle, ownerName, ...row }) => ({
		...row,
		owner: ownerId === null ? null : { id: ownerId, handle: handle ?? '', name: ownerName ?? '' },
	}));
}

/** One movement of an account. */
export interface StatementLine {
	id: number;
	at: Date;
	/** Kind and reference of the transfer, e.g. `sale` of `order:12`. */
	kind: string;
	reference: string;
	amount: number;
	/** What the account held after it. */
	balance: number;
}

/** What an account held at the beginning and at the end of a time, and what moved it between. */
export interface Statement {
	opening: number;
	closing: number;
	lines: Page<StatementLine>;
}

/**
 * The statement of an account, the oldest movement first.
 *
 * @param filter.from, filter.to a half-open interval by when transfers were posted; none: from the beginning, until now
 */
export async function statementOf(
	db: Db,
	accountId: number,
	filter: { from?: Date | null; to?: Date | null; cursor?: string | null; limit?: number } = {},
): Promise<Statement> {
	const limit = Math.min(filter.limit ?? 100, 1000);
	const from = filter.from ?? new Date(0);
	const to = filter.to ?? new Date(8.64e15 / 2);
	// The balance goes with the cursor: a page of a long account need not sum up all that was before it.
	const after = decodeCursor(filter.cursor, ['integer', 'integer']);
	const { rows: sums } = await sql<{ opening: number; closing: number }>`
		select coalesce(sum(e.amount) filter (where t.created_at < ${from}), 0)::bigint as opening, coalesce(sum(e.amount), 0)::bigint as closing
			from ledger_entries e join ledger_transfers t on t.id = e.transfer_id
			where e.account_id = ${accountId} and t.created_at < ${to}`.execute(db);
	const { opening, closing } = sums[0]!;
	const { rows } = await sql<
		Omit<StatementLine, 'balance'>
	>`select e.id, t.created_at as at, t.kind, t.reference, e.amount
		from ledger_entries e join ledger_transfers t on t.id = e.transfer_id
		where e.account_id = ${accountId} and e.id > ${after ? (after[0] as number) : 0} and t.created_at >= ${from} and t.created_at < ${to}
		order by e.id limit ${limit + 1}`.execute(db);
	let balance = after ? (after[1] as number) : opening;
	const lines = rows.map((row) => {
		balance += row.amount;
		return { ...row, balance };
	});
	return { opening, closing, lines: cutPage(lines, limit, (line) => [line.id, line.balance]) };
}
