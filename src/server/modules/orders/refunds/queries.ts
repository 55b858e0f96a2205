import { type Actor, requireMember } from '../../../contracts/actor.ts';
import { commonError } from '../../../kernel/errors.ts';
import type { OrderId, UserId } from '../../../kernel/ids.ts';
import type { Currency } from '../../../kernel/money.ts';
import { cutPage, decodeCursor, type Page } from '../../../kernel/pagination.ts';
import { type Db, sql } from '../../../platform/db/index.ts';
import { decides } from './policy.ts';
import { type Refund, type RefundCause, type RefundStatus, refundError } from './refund.ts';

function refunds(db: Db) {
	return db
		.selectFrom('refunds')
		.innerJoin('payments', 'payments.id', 'refunds.payment_id')
		.innerJoin('orders', 'orders.id', 'refunds.order_id')
		.innerJoin('offers', 'offers.id', 'orders.offer_id')
		.leftJoin('items', 'items.id', 'offers.item_id')
		.leftJoin('spaces', 'spaces.id', 'offers.space_id')
		.leftJoin('bundles', 'bundles.id', 'offers.bundle_id')
		.selectAll('refunds')
		.select([
			'payments.provider',
			'orders.user_id',
			'orders.title',
			'orders.amount as order_amount',
			'orders.paid_at',
			sql<UserId | null>`coalesce(items.author_id, spaces.owner_id, bundles.seller_id, offers.person_id)`.as(
				'seller_id',
			),
		]);
}

type Row = Awaited<ReturnType<ReturnType<typeof refunds>['executeTakeFirstOrThrow']>>;

function toRefund(row: Row): Refund {
	return {
		id: row.id,
		orderId: row.order_id,
		cause: row.cause as RefundCause,
		status: row.status as RefundStatus,
		money: { amount: row.amount, currency: row.currency as Currency },
		reason: row.reason,
		note: row.note,
		failure: row.failure,
		askedBy: row.asked_by,
		decidedBy: row.decided_by,
		provider: row.provider,
		reference: row.reference,
		createdAt: row.created_at,
		decidedAt: row.decided_at,
		settledAt: row.settled_at,
	};
}

/** The refunds of an order, the oldest first. The caller has checked whose it is. One statement. */
export async function refundsOf(db: Db, orderId: OrderId): Promise<Refund[]> {
	const rows = await refunds(db).where('refunds.order_id', '=', orderId).orderBy('refunds.id').execute();
	return rows.map(toRefund);
}

/** One refund, for its buyer, its seller and administrators. @throws refunds.not_found */
export async function findRefund(db: Db, actor: Actor, id: number): Promise<Refund> {
	requireMember(actor);
	const row = await refunds(db).where('refunds.id', '=', id).executeTakeFirst();
	if (!row || (row.user_id !== actor.userId && !decides(actor, row.seller_id)))
		throw refundError('not_found');
	return toRefund(row);
}

/** A refund in the queue of whoever decides, with what it is of. */
export interface QueuedRefund extends Refund {
	buyerId: UserId;
	title: string;
	/** The whole price, and when it was paid. */
	orderAmount: number;
	paidAt: Date | null;
}

/** What a queue shows: what waits for a person, what is on its way, and what is over. */
export const refundQueues = {
	open: ['asked', 'failed'],
	sending: ['approved', 'sending'],
	done: ['succeeded', 'refused'],
} as const satisfies Record<string, readonly RefundStatus[]>;
export type RefundQueue = keyof typeof refundQueues;

/**
 * Refunds of a queue, newest first: all of them for administrators, those of what they sell for everybody else.
 *
 * @param filter.selling only those of what the asking person sells
 * @throws common.forbidden for all refunds to who is no administrator
 */
export async function listRefunds(
	db: Db,
	actor: Actor,
	filter: { queue?: RefundQueue; selling?: boolean; cursor?: string | null; limit?: number } = {},
): Promise<Page<QueuedRefund>> {
	const { userId } = requireMember(actor);
	if (!filter.selling && actor.role !== 'admin') throw commonError('forbidden');
	const limit = Math.min(filter.limit ?? 40, 100);
	const after = decodeCursor(filter.cursor, ['integer']);
	let query = refunds(db)
		.where('refunds.status', 'in', [...refundQueues[filter.queue ?? 'open']])
		.orderBy('refunds.id', 'desc')
		.limit(limit + 1);
	if (filter.selling)
		query = query
			.where('refunds.cause', '=', 'sale')
			.where(
				sql<boolean>`coalesce(items.author_id, spaces.owner_id, bundles.seller_id, offers.person_id) = ${userId}`,
			);
	if (after) query = query.where('refunds.id', '<', after[0] as number);
	const rows = (await query.execute()).map((row) => ({
		...toRefund(row),
		buyerId: row.user_id,
		title: row.title,
		orderAmount: row.order_amount,
		paidAt: row.paid_at,
	}));
	return cutPage(rows, limit, (row) => [row.id]);
}

/** How many refunds wait for a person. @param statuses of the queue */
export async function countRefunds(db: Db, queue: RefundQueue): Promise<number> {
	const row = await db
		.selectFrom('refunds')
		.select((eb) => eb.fn.countAll<number>().as('n'))
		.where('status', 'in', [...refundQueues[queue]])
		.executeTakeFirstOrThrow();
	return Number(row.n);
}

/**
 * Refunds that are to be sent, or whose outcome is not known, and that nobody touched since `before`. What a process
 * that was killed left behind is found by this.
 */
export async function unsentRefunds(db: Db, before: Date, limit = 200): Promise<number[]> {
	const rows = await db
		.selectFrom('refunds')
		.select('id')
		.where('status', 'in', ['approved', 'sending'])
		.where(sql<boolean>`coalesce(tried_at, decided_at) < ${before}`)
		.orderBy(sql`tried_at nulls first`)
		.orderBy('id')
		.limit(limit)
		.execute();
	return rows.map((row) => row.id);
}
