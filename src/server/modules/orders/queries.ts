import { type Actor, requireMember } from '../../contracts/actor.ts';
import type { OrderId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import { cutPage, decodeCursor, type Page } from '../../kernel/pagination.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import type { QuoteLine, Sells } from '../catalog/index.ts';
import { type Order, type OrderStatus, orderError, type Payment } from './order.ts';

function orders(db: Db) {
	return db
		.selectFrom('orders')
		.innerJoin('offers', 'offers.id', 'orders.offer_id')
		.leftJoin('items', 'items.id', 'offers.item_id')
		.leftJoin('spaces', 'spaces.id', 'offers.space_id')
		.leftJoin('bundles', 'bundles.id', 'offers.bundle_id')
		.leftJoin('tiers', 'tiers.id', 'offers.tier_id')
		.leftJoin('users as person', 'person.id', 'offers.person_id')
		.selectAll('orders')
		.select([
			'offers.sells',
			'offers.item_id',
			'offers.space_id',
			'offers.bundle_id',
			'offers.tier_id',
			'offers.person_id',
			'offers.months',
			'offers.renews',
			'items.kind as item_kind',
			sql<string>`coalesce(items.slug, spaces.slug, bundles.slug, tiers.slug, person.handle, '')`.as('slug'),
		]);
}

type Row = Awaited<ReturnType<ReturnType<typeof orders>['executeTakeFirstOrThrow']>>;

function toOrder(row: Row): Order {
	return {
		id: row.id,
		userId: row.user_id,
		offerId: row.offer_id,
		status: row.status as OrderStatus,
		price: { amount: row.amount, currency: row.currency as Currency },
		refunded: row.refunded,
		quantity: row.quantity,
		quote: row.quote as unknown as QuoteLine[],
		gift: row.gift,
		title: row.title,
		createdAt: row.created_at,
		expiresAt: row.expires_at,
		paidAt: row.paid_at,
		sells: row.sells as Sells,
		itemId: row.item_id,
		spaceId: row.space_id,
		bundleId: row.bundle_id,
		tierId: row.tier_id,
		personId: row.person_id,
		itemKind: row.item_kind,
		slug: row.slug,
		months: row.months,
		renews: row.renews,
	};
}

/** One order of the asking person; administrators see everybody’s. @throws orders.not_found */
export async function findOrder(db: Db, actor: Actor, id: OrderId): Promise<Order> {
	const { userId } = requireMember(actor);
	const row = await orders(db).where('orders.id', '=', id).executeTakeFirst();
	// What somebody bought is no business of moderators.
	if (!row || (row.user_id !== userId && actor.role !== 'admin')) throw orderError('not_found');
	return toOrder(row);
}

/** The asking person's orders, newest first. */
export async function listOrders(
	db: Db,
	actor: Actor,
	filter: { cursor?: string | null; limit?: number } = {},
): Promise<Page<Order>> {
	const { userId } = requireMember(actor);
	const limit = Math.min(filter.limit ?? 20, 100);
	const after = decodeCursor(filter.cursor, ['integer']);
	let query = orders(db)
		.where('orders.user_id', '=', userId)
		.orderBy('orders.id', 'desc')
		.limit(limit + 1);
	if (after) query = query.where('orders.id', '<', after[0] as number);
	return cutPage((await query.execute()).map(toOrder), limit, (order) => [order.id]);
}

/** The latest try at paying each of these orders, by order id. The caller has checked whose they are. One statement. */
export async function lastPayments(db: Db, orderIds: readonly OrderId[]): Promise<Map<OrderId, Payment>> {
	if (orderIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('payments')
		.distinctOn('order_id')
		.select(['order_id', 'provider', 'reference', 'status', 'failure', 'created_at as createdAt'])
		.where('order_id', 'in', [...orderIds])
		.orderBy('order_id')
		// A success stands, whatever was tried beside it.
		.orderBy((eb) => eb.case().when('status', '=', 'succeeded').then(0).else(1).end())
		.orderBy('id', 'desc')
		.execute();
	return new Map(rows.map(({ order_id, ...payment }) => [order_id, payment as Payment]));
}
