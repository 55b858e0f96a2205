import { type Actor, requireMember } from '../../../contracts/actor.ts';
import { commonError } from '../../../kernel/errors.ts';
import type { OrderId, UserId } from '../../../kernel/ids.ts';
import type { Currency, Money } from '../../../kernel/money.ts';
import { cutPage, decodeCursor, type Page } from '../../../kernel/pagination.ts';
import type { Db } from '../../../platform/db/index.ts';

/** open: the money is set aside, the buyer keeps what was bought. won: as before. lost: as refunded. */
export type DisputeStatus = 'open' | 'won' | 'lost';

/** From which status a dispute may become which. Providers repeat themselves, and may tell the end before the beginning. */
export const disputeTransitions: Record<DisputeStatus, readonly DisputeStatus[]> = {
	open: ['won', 'lost'],
	won: [],
	lost: [],
};

export interface Dispute {
	id: number;
	orderId: OrderId;
	status: DisputeStatus;
	money: Money;
	/** How much of it the sale still had to give; the rest is the platform's loss. */
	covered: number;
	provider: string;
	reference: string;
	buyerId: UserId;
	title: string;
	openedAt: Date;
	closedAt: Date | null;
}

/** All disputes for administrators, newest first. @throws common.forbidden */
export async function listDisputes(
	db: Db,
	actor: Actor,
	filter: { status?: DisputeStatus | null; orderId?: OrderId; cursor?: string | null; limit?: number } = {},
): Promise<Page<Dispute>> {
	requireMember(actor);
	if (actor.role !== 'admin') throw commonError('forbidden');
	const limit = Math.min(filter.limit ?? 40, 100);
	const after = decodeCursor(filter.cursor, ['integer']);
	let query = db
		.selectFrom('disputes')
		.innerJoin('payments', 'payments.id', 'disputes.payment_id')
		.innerJoin('orders', 'orders.id', 'disputes.order_id')
		.select([
			'disputes.id',
			'disputes.order_id as orderId',
			'disputes.status',
			'disputes.amount',
			'disputes.currency',
			'disputes.covered',
			'disputes.opened_at as openedAt',
			'disputes.closed_at as closedAt',
			'payments.provider',
			'payments.reference',
			'orders.user_id as buyerId',
			'orders.title',
		])
		.orderBy('disputes.id', 'desc')
		.limit(limit + 1);
	if (filter.status) query = query.where('disputes.status', '=', filter.status);
	if (filter.orderId) query = query.where('disputes.order_id', '=', filter.orderId);
	if (after) query = query.where('disputes.id', '<', after[0] as number);
	const rows = (await query.execute()).map(({ amount, currency, ...row }) => ({
		...row,
		status: row.status as DisputeStatus,
		money: { amount, currency: currency as Currency },
	}));
	return cutPage(rows, limit, (row) => [row.id]);
}
