import type { UserId } from '../../kernel/ids.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { ledgerError } from './errors.ts';
import { type Account, type Entry, postTransfer } from './post-transfer.ts';

interface Row {
	kind: Account['kind'];
	name: string;
	ownerId: UserId | null;
	amount: number;
}

function toEntry({ kind, name, ownerId, amount }: Row): Entry {
	if (kind === 'clearing') return { account: { kind, provider: name }, amount };
	if (kind === 'author' || kind === 'affiliate') return { account: { kind, ownerId: ownerId! }, amount };
	return { account: { kind }, amount };
}

/**
 * What each account has of everything that was posted about a reference; accounts that are even are left out. One
 * statement.
 */
export async function holdersOf(db: Db, reference: string): Promise<Entry[]> {
	const { rows } =
		await sql<Row>`select a.kind, a.name, a.owner_id as "ownerId", sum(e.amount)::bigint as amount
		from ledger_transfers t join ledger_entries e on e.transfer_id = t.id join ledger_accounts a on a.id = e.account_id
		where t.reference = ${reference} group by a.id having sum(e.amount) <> 0 order by a.id`.execute(db);
	return rows.map(toEntry);
}

/**
 * Posts the opposite of an earlier transfer, under the same reference.
 *
 * @throws ledger.not_posted when there is none with `of`
 */
export async function reverseTransfer(
	db: Db,
	{ of, key, kind }: { of: string; key: string; kind: string },
): Promise<number> {
	const { rows } = await sql<
		Row & { reference: string; currency: string }
	>`select a.kind, a.name, a.owner_id as "ownerId", -e.amount as amount, t.reference, e.currency
		from ledger_transfers t join ledger_entries e on e.transfer_id = t.id join ledger_accounts a on a.id = e.account_id
		where t.key = ${of} order by e.id`.execute(db);
	const [first] = rows;
	if (!first) throw ledgerError('not_posted', { detail: `Nothing was posted as ${of}.` });
	return postTransfer(db, {
		kind,
		key,
		reference: first.reference,
		currency: first.currency as 'CNY',
		entries: rows.map(toEntry),
	});
}
