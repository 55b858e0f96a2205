import type { Currency } from '../../kernel/money.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import type { Account } from './post-transfer.ts';

/** What an account holds in each currency; debits positive, see Entry. */
export type Balance = Partial<Record<Currency, number>>;

/** Sums an account's entries: no balance is stored that could differ from them. */
export async function balanceOf(db: Db, account: Account): Promise<Balance> {
	const rows = await db
		.selectFrom('ledger_accounts')
		.innerJoin('ledger_entries', 'ledger_entries.account_id', 'ledger_accounts.id')
		.select(['ledger_accounts.currency', sql<number>`sum(amount)::bigint`.as('total')])
		.where('kind', '=', account.kind)
		.where('name', '=', account.kind === 'clearing' ? account.provider : '')
		.where(
			sql<boolean>`owner_id is not distinct from ${'ownerId' in account ? account.ownerId : null}::bigint`,
		)
		.groupBy('ledger_accounts.currency')
		.execute();
	return Object.fromEntries(rows.map((row) => [row.currency, row.total]));
}

/** The entries of everything posted about a reference, in order. */
export async function entriesOf(
	db: Db,
	reference: string,
): Promise<
	{ transfer: string; account: string; ownerId: number | null; currency: string; amount: number }[]
> {
	return db
		.selectFrom('ledger_transfers')
		.innerJoin('ledger_entries', 'ledger_entries.transfer_id', 'ledger_transfers.id')
		.innerJoin('ledger_accounts', 'ledger_accounts.id', 'ledger_entries.account_id')
		.select([
			'ledger_transfers.kind as transfer',
			'ledger_accounts.kind as account',
			'owner_id as ownerId',
			'ledger_entries.currency',
			'amount',
		])
		.where('reference', '=', reference)
		.orderBy('ledger_entries.id')
		.execute();
}
