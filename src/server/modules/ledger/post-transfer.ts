import { now } from '../../kernel/clock.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import { type Db, inTransaction, sql } from '../../platform/db/index.ts';
import { ledgerError } from './errors.ts';

/** A place where money is: ours (platform), somebody's (author, affiliate), or on its way (clearing, escrow, refunds, tax). */
export type Account =
	| { kind: 'clearing'; provider: string }
	| { kind: 'platform' | 'escrow' | 'tax' | 'refunds' }
	| { kind: 'author' | 'affiliate'; ownerId: UserId };

/** Positive: a debit, what we now have. Negative: a credit, what we now owe or have earned. Minor units, never 0. */
export interface Entry {
	account: Account;
	amount: number;
}

export interface Transfer {
	/** What kind of thing happened, e.g. `sale`, `refund`. */
	kind: string;
	/** What it is about, e.g. `order:12`. */
	reference: string;
	/** Posting the same key again does nothing. */
	key: string;
	currency: Currency;
	entries: Entry[];
}

/**
 * Moves money. Call it in the transaction of what it records.
 *
 * @returns the transfer's id, the same when the key was posted before with the same entries
 * @throws ledger.unbalanced when the entries do not sum to zero (a bug: the database refuses it too);
 *   ledger.key_reused when the key was posted with other entries
 */
export async function postTransfer(db: Db, transfer: Transfer): Promise<number> {
	const entries = transfer.entries.filter((entry) => entry.amount !== 0);
	if (
		entries.length < 2 ||
		entries.some((entry) => !Number.isSafeInteger(entry.amount)) ||
		sum(entries) !== 0
	) {
		throw ledgerError('unbalanced', { detail: `Transfer ${transfer.key} does not balance.` });
	}
	return inTransaction(db, async (tx) => {
		const posted = await tx
			.insertInto('ledger_transfers')
			.values({ kind: transfer.kind, reference: transfer.reference, key: transfer.key, created_at: now() })
			.onConflict((conflict) => conflict.column('key').doNothing())
			.returning('id')
			.executeTakeFirst();
		const accountIds = await accounts(
			tx,
			entries.map((entry) => entry.account),
			transfer.currency,
		);
		if (!posted) return sameAsBefore(tx, transfer, entries, accountIds);
		await tx
			.insertInto('ledger_entries')
			.values(
				entries.map((entry, i) => ({
					transfer_id: posted.id,
					account_id: accountIds[i]!,
					currency: transfer.currency,
					amount: entry.amount,
				})),
			)
			.execute();
		return posted.id;
	});
}

async function sameAsBefore(
	db: Db,
	transfer: Transfer,
	entries: Entry[],
	accountIds: number[],
): Promise<number> {
	const before = await db
		.selectFrom('ledger_transfers')
		.innerJoin('ledger_entries', 'ledger_entries.transfer_id', 'ledger_transfers.id')
		.select(['ledger_transfers.id', 'account_id', 'amount'])
		.where('key', '=', transfer.key)
		.execute();
	const sorted = (rows: [number, number][]) =>
		JSON.stringify(rows.sort((a, b) => a[0] - b[0] || a[1] - b[1]));
	const now = sorted(entries.map((entry, i) => [accountIds[i]!, entry.amount]));
	if (sorted(before.map((row) => [row.account_id, row.amount])) !== now)
		throw ledgerError('key_reused', { detail: `Transfer ${transfer.key} was posted with other entries.` });
	return before[0]!.id;
}

async function accounts(db: Db, list: Account[], currency: Currency): Promise<number[]> {
	const wanted = list.map((account) => ({
		kind: account.kind,
		name: account.kind === 'clearing' ? account.provider : '',
		owner_id: 'ownerId' in account ? account.ownerId : null,
		currency,
	}));
	// Sorted, so that two transfers making the same new accounts do not wait for each other in a circle.
	const sorted = [...wanted].sort((a, b) => (identity(a) < identity(b) ? -1 : 1));
	await db
		.insertInto('ledger_accounts')
		.values(sorted)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	const rows = await db
		.selectFrom('ledger_accounts')
		.select(['id', 'kind', 'name', 'owner_id'])
		.where('currency', '=', currency)
		.where((eb) =>
			eb.or(
				wanted.map((account) =>
					eb.and([
						eb('kind', '=', account.kind),
						eb('name', '=', account.name),
						sql<boolean>`owner_id is not distinct from ${account.owner_id}::bigint`,
					]),
				),
			),
		)
		.execute();
	const ids = new Map(rows.map((row) => [identity(row), row.id]));
	return wanted.map((account) => ids.get(identity(account))!);
}

function identity(account: { kind: string; name: string; owner_id: number | null }): string {
	return `${account.kind}:${account.name}:${account.owner_id ?? ''}`;
}

function sum(entries: Entry[]): number {
	return entries.reduce((total, entry) => total + entry.amount, 0);
}
