import { type Actor, requireMember } from '../../contracts/actor.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { payoutError } from './errors.ts';
import type { AccountKind, Payout, PayoutStatus } from './payout.ts';
import { requireTreasurer } from './policy.ts';

function payouts(db: Db) {
	return db
		.selectFrom('payouts')
		.innerJoin('payout_accounts', 'payout_accounts.id', 'payouts.account_id')
		.innerJoin('users', 'users.id', 'payouts.user_id')
		.selectAll('payouts')
		.select(['kind', 'number_tail', 'legal_name', 'bank_name', 'users.handle', 'users.name']);
}

type Row = Awaited<ReturnType<ReturnType<typeof payouts>['executeTakeFirstOrThrow']>>;

/** A payout as administrators see it: whose it is, too. */
export interface PayoutOf extends Payout {
	person: { handle: string; name: string };
}

function toPayout(row: Row): PayoutOf {
	return {
		id: row.id,
		userId: row.user_id as UserId,
		value: { amount: row.amount, currency: row.currency as Currency },
		status: row.status as PayoutStatus,
		batchId: row.batch_id,
		account: {
			kind: row.kind as AccountKind,
			tail: row.number_tail,
			legalName: row.legal_name,
			bankName: row.bank_name,
		},
		bankReference: row.bank_reference,
		reason: row.reason,
		createdAt: row.created_at,
		sentAt: row.sent_at,
		closedAt: row.closed_at,
		person: { handle: row.handle, name: row.name },
	};
}

/** The asking person's payouts, the newest first. One statement. */
export async function listMyPayouts(
	db: Db,
	actor: Actor,
	filter: { cursor?: string | null; limit?: number } = {},
): Promise<Page<Payout>> {
	const { userId } = requireMember(actor);
	const limit = Math.min(filter.limit ?? 20, 100);
	const after = decodeCursor(filter.cursor, ['integer']);
	let query = payouts(db)
		.where('payouts.user_id', '=', userId)
		.orderBy('payouts.id', 'desc')
		.limit(limit + 1);
	if (after) query = query.where('payouts.id', '<', after[0] as number);
	const rows = (await query.execute()).map((row) => {
		const { person: _, ...own } = toPayout(row);
		return own;
	});
	return cutPage(rows, limit, ({ id }) => [id]);
}

/** Everybody's payouts of a status or a batch, the newest first. Administrators may look. One statement. */
export async function listPayouts(
	db: Db,
	actor: Actor,
	filter: { status?: PayoutStatus; batchId?: number; cursor?: string | null; limit?: number } = {},
): Promise<Page<PayoutOf>> {
	requireTreasurer(actor);
	const limit = Math.min(filter.limit ?? 40, 500);
	const after = decodeCursor(filter.cursor, ['integer']);
	let query = payouts(db)
		.orderBy('payouts.id', 'desc')
		.limit(limit + 1);
	if (filter.status) query = query.where('payouts.status', '=', filter.status);
	if (filter.batchId) query = query.where('payouts.batch_id', '=', filter.batchId);
	if (after) query = query.where('payouts.id', '<', after[0] as number);
	return cutPage((await query.execute()).map(toPayout), limit, ({ id }) => [id]);
}

/** One payout with its history: its owner's and administrators'. @throws payouts.not_found */
export async function findPayout(db: Db, actor: Actor, payoutId: number) {
	const { userId } = requireMember(actor);
	const row = await payouts(db).where('payouts.id', '=', payoutId).executeTakeFirst();
	if (!row || (row.user_id !== userId && actor.role !== 'admin')) throw payoutError('not_found');
	const history = await db
		.selectFrom('payout_events')
		.select(['status', 'data', 'at'])
		.where('payout_id', '=', payoutId)
		.orderBy('id')
		.execute();
	return { ...toPayout(row), history: history as { status: PayoutStatus; data: unknown; at: Date }[] };
}

/** A batch in a list: how many payouts it has, how many of them are settled, and what they are together. */
export interface Batch {
	id: number;
	currency: Currency;
	kind: AccountKind;
	createdAt: Date;
	exportedAt: Date | null;
	count: number;
	open: number;
	total: number;
}

/** Batches, the newest first, or one. Administrators may look. One statement. */
export async function listBatches(db: Db, actor: Actor, batchId?: number): Promise<Batch[]> {
	requireTreasurer(actor);
	let query = db
		.selectFrom('payout_batches as b')
		.innerJoin('payouts as p', 'p.batch_id', 'b.id')
		.select(['b.id', 'b.currency', 'b.kind', 'b.created_at as createdAt', 'b.exported_at as exportedAt'])
		.select([
			sql<number>`count(*)::int`.as('count'),
			sql<number>`(count(*) filter (where p.status = 'in_batch'))::int`.as('open'),
			sql<number>`sum(p.amount)::bigint`.as('total'),
		])
		.groupBy('b.id')
		.orderBy('b.id', 'desc')
		.limit(100);
	if (batchId) query = query.where('b.id', '=', batchId);
	return (await query.execute()) as Batch[];
}

/** What is approved and in no batch yet, by currency and kind of account: what batches could be made. One statement. */
export async function batchesToMake(
	db: Db,
	actor: Actor,
): Promise<{ currency: Currency; kind: AccountKind; count: number; total: number }[]> {
	requireTreasurer(actor);
	const rows = await db
		.selectFrom('payouts')
		.innerJoin('payout_accounts', 'payout_accounts.id', 'payouts.account_id')
		.select(['currency', 'kind'])
		.select([sql<number>`count(*)::int`.as('count'), sql<number>`sum(amount)::bigint`.as('total')])
		.where('payouts.status', '=', 'approved')
		.groupBy(['currency', 'kind'])
		.orderBy('currency')
		.execute();
	return rows as { currency: Currency; kind: AccountKind; count: number; total: number }[];
}
