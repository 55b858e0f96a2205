import { type Actor, requireMember } from '../../contracts/actor.ts';
import type { OfferId, OrderId } from '../../kernel/ids.ts';
import type { Currency, Money } from '../../kernel/money.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import { subscriptionError } from './errors.ts';
import { findPlans, type Plan } from './plans.ts';
import { toSubscription } from './store.ts';
import { accessUntil, addDays, type Subscription, scheduleOf } from './subscription.ts';

/** A subscription as its subscriber sees it. */
export interface MySubscription extends Subscription {
	plan: Plan;
	/** What follows the present period, if it is another. */
	nextPlan: Plan | null;
	/** Where what is subscribed to is; null for a tier. */
	slug: string | null;
	/** Until when it is open; null: it is not. */
	accessUntil: Date | null;
	/** Nobody charges it: its subscriber is asked by mail each time. */
	byHand: boolean;
	/** Until when what is due may be paid; null: nothing is due. */
	payUntil: Date | null;
	/** What a period that begins at the end of this one costs. */
	nextPrice: Money;
	/** What waits for its payment, and whether by the subscriber. */
	bill: { orderId: OrderId; price: Money; kind: 'renewal' | 'change'; byHand: boolean } | null;
}

async function present(db: Db, list: Subscription[]): Promise<MySubscription[]> {
	if (list.length === 0) return [];
	const ids = list.map(({ id }) => id);
	const offers = list.flatMap(({ offerId, next }): OfferId[] => (next ? [offerId, next.offerId] : [offerId]));
	const [plans, bills, spaces] = await Promise.all([
		findPlans(db, offers),
		db
			.selectFrom('subscription_bills as b')
			.innerJoin('orders as o', 'o.id', 'b.order_id')
			.select([
				'b.subscription_id as subscriptionId',
				'b.order_id as orderId',
				'b.kind',
				'b.charge_at',
				'b.charge_reference',
				'o.amount',
				'o.currency',
			])
			.where('b.subscription_id', 'in', ids)
			.where('b.status', '=', 'open')
			.where('o.status', '=', 'pending')
			.execute(),
		db
			.selectFrom('spaces')
			.select(['id', 'slug'])
			.where(
				'id',
				'in',
				list.flatMap(({ spaceId }) => (spaceId === null ? [] : [spaceId])),
			)
			.$if(
				list.every(({ spaceId }) => spaceId === null),
				(query) => query.clearWhere().where(sql<boolean>`false`),
			)
			.execute(),
	]);
	const slugs = new Map(spaces.map(({ id, slug }) => [id, slug]));
	return list.map((one) => {
		const bill = bills.find(({ subscriptionId }) => subscriptionId === one.id);
		return {
			...one,
			plan: plans.get(one.offerId) as Plan,
			nextPlan: one.next ? (plans.get(one.next.offerId) ?? null) : null,
			slug: one.spaceId === null ? null : (slugs.get(one.spaceId) ?? null),
			accessUntil: accessUntil(one),
			byHand: one.agreement === null,
			payUntil: one.dueAt && addDays(one.dueAt, scheduleOf(one).graceDays),
			nextPrice:
				one.next && one.next.from <= one.periodEndsAt
					? (plans.get(one.next.offerId)?.price ?? one.price)
					: one.price,
			bill: bill
				? {
						orderId: bill.orderId,
						price: { amount: bill.amount, currency: bill.currency as Currency },
						kind: bill.kind as 'renewal' | 'change',
						byHand: bill.charge_at === null || one.agreement === null,
					}
				: null,
		};
	});
}

/** The asking person's subscriptions: those that live first, then the newest. At most 100; four statements. */
export async function listMySubscriptions(db: Db, actor: Actor): Promise<MySubscription[]> {
	const { userId } = requireMember(actor);
	const rows = await db
		.selectFrom('subscriptions')
		.selectAll()
		.where('user_id', '=', userId)
		.orderBy(sql`status = 'ended'`)
		.orderBy('id', 'desc')
		.limit(100)
		.execute();
	return present(db, rows.map(toSubscription));
}

/** One subscription of the asking person; administrators see everybody's. @throws subscriptions.not_found */
export async function findSubscription(db: Db, actor: Actor, id: number): Promise<MySubscription> {
	const { userId } = requireMember(actor);
	const row = await db.selectFrom('subscriptions').selectAll().where('id', '=', id).executeTakeFirst();
	// What somebody subscribes to is no business of moderators.
	if (!row || (row.user_id !== userId && actor.role !== 'admin')) throw subscriptionError('not_found');
	const [one] = await present(db, [toSubscription(row)]);
	return one as MySubscription;
}

/** A period that was paid, or is to be. */
export interface BillShown {
	orderId: OrderId;
	kind: 'trial' | 'first' | 'renewal' | 'change' | 'ahead';
	status: 'open' | 'paid' | 'void';
	price: Money;
	startsAt: Date | null;
	endsAt: Date | null;
	createdAt: Date;
}

/** What was billed of a subscription, the newest first; the caller has checked whose it is. One statement. */
export async function billsOfSubscription(db: Db, id: number): Promise<BillShown[]> {
	const rows = await db
		.selectFrom('subscription_bills as b')
		.innerJoin('orders as o', 'o.id', 'b.order_id')
		.select([
			'b.order_id as orderId',
			'b.kind',
			'b.status',
			'o.amount',
			'o.currency',
			'b.starts_at as startsAt',
			'b.ends_at as endsAt',
			'b.created_at as createdAt',
		])
		.where('b.subscription_id', '=', id)
		.orderBy('b.id', 'desc')
		.limit(200)
		.execute();
	return rows.map(({ amount, currency, ...row }) => ({
		...(row as Omit<BillShown, 'price'>),
		price: { amount, currency: currency as Currency },
	}));
}
