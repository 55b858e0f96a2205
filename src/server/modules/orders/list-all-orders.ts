import { type Actor, requireMember } from '../../contracts/actor.ts';
import { commonError } from '../../kernel/errors.ts';
import type { OrderId, UserId } from '../../kernel/ids.ts';
import type { Currency, Money } from '../../kernel/money.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import type { Sells } from '../catalog/index.ts';
import type { OrderStatus } from './order.ts';

/** An order as the operator finds it. */
export interface OrderRow {
	id: OrderId;
	status: OrderStatus;
	title: string;
	/** What was bought, and whether to be given away. */
	sells: Sells;
	gift: boolean;
	price: Money;
	refunded: number;
	createdAt: Date;
	paidAt: Date | null;
	buyer: { id: UserId; handle: string; name: string; email: string };
}

/**
 * Everybody's orders for administrators, newest first.
 *
 * @param filter.q an order's number, a payment's or refund's reference, part of a title, or of a buyer's name, handle or
 *   address
 * @throws common.forbidden
 */
export async function listAllOrders(
	db: Db,
	actor: Actor,
	filter: {
		q?: string | null;
		status?: OrderStatus | null;
		/** Days, `2026-11-01`, in UTC; the last one included. */
		from?: string | null;
		to?: string | null;
		cursor?: string | null;
		limit?: number;
	} = {},
): Promise<Page<OrderRow>> {
	requireMember(actor);
	if (actor.role !== 'admin') throw commonError('forbidden');
	const limit = Math.min(filter.limit ?? 40, 100);
	const after = decodeCursor(filter.cursor, ['integer']);
	let query = db
		.selectFrom('orders')
		.innerJoin('users', 'users.id', 'orders.user_id')
		.innerJoin('offers', 'offers.id', 'orders.offer_id')
		.select([
			'orders.id',
			'orders.status',
			'orders.title',
			'orders.gift',
			'offers.sells',
			'orders.amount',
			'orders.currency',
			'orders.refunded',
			'orders.created_at as createdAt',
			'orders.paid_at as paidAt',
			'users.id as userId',
			'users.handle',
			'users.name',
			'users.email',
		])
		.orderBy('orders.id', 'desc')
		.limit(limit + 1);
	if (filter.status) query = query.where('orders.status', '=', filter.status);
	const day = /^\d{4}-\d\d-\d\d$/;
	if (filter.from && day.test(filter.from))
		query = query.where(sql<boolean>`orders.created_at >= ${filter.from}::date at time zone 'UTC'`);
	if (filter.to && day.test(filter.to))
		query = query.where(sql<boolean>`orders.created_at < (${filter.to}::date + 1) at time zone 'UTC'`);
	const q = filter.q?.trim();
	if (q) {
		const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
		const id = /^#?\d{1,15}$/.test(q) ? Number(q.replace('#', '')) : 0;
		query = query.where(
			sql<boolean>`(orders.id = ${id} or orders.title ilike ${like} or users.handle ilike ${like} or users.name ilike ${like} or users.email ilike ${like}
				or exists (select from payments p where p.order_id = orders.id and p.reference = ${q})
				or exists (select from refunds r where r.order_id = orders.id and r.reference = ${q}))`,
		);
	}
	if (after) query = query.where('orders.id', '<', after[0] as number);
	const rows = (await query.execute()).map(
		({ amount, currency, userId, handle, name, email, status, sells, ...row }) => ({
			...row,
			sells: sells as Sells,
			status: status as OrderStatus,
			price: { amount, currency: currency as Currency },
			buyer: { id: userId, handle, name, email },
		}),
	);
	return cutPage(rows, limit, (row) => [row.id]);
}
