import type { Actor } from '../../contracts/actor.ts';
import { requireActing } from '../../contracts/policy.ts';
import { now } from '../../kernel/clock.ts';
import type { OfferId, OrderId } from '../../kernel/ids.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { openBill, openBillOf, voidOpenBill } from './bills.ts';
import { subscriptionError } from './errors.ts';
import { listPlans, type Plan, planOf } from './plans.ts';
import { listPriceOf, termsOfOrder } from './price-bill.ts';
import { type PaidPeriod, type PlanChange, prorate } from './prorate.ts';
import { noNext } from './settle.ts';
import { lockSubscription, move } from './store.ts';
import type { Subscription } from './subscription.ts';
import { tellSubscriber } from './tell.ts';

/** A plan to change to, and what that costs now. */
export interface PlanChoice extends Plan {
	change: PlanChange;
}

/** What was paid for the present period: what a better plan is reckoned against. */
async function paidPeriod(db: Db, one: Subscription): Promise<PaidPeriod> {
	const bill = await db
		.selectFrom('subscription_bills')
		.select(['order_id', 'starts_at', 'ends_at'])
		.where('subscription_id', '=', one.id)
		.where('period', '=', one.period)
		.where('status', '=', 'paid')
		.where('kind', '<>', 'ahead')
		.executeTakeFirst();
	if (!bill?.starts_at || !bill.ends_at)
		return { paid: 0, startsAt: one.periodStartsAt, endsAt: one.periodEndsAt };
	const { paid } = await termsOfOrder(db, bill.order_id);
	return { paid, startsAt: bill.starts_at, endsAt: bill.ends_at };
}

/** The plans there are to choose from, at the price that each has for this subscriber. */
async function plansFor(db: Db, one: Subscription): Promise<Plan[]> {
	const plans = await listPlans(db, one.spaceId);
	const prices = await Promise.all(
		plans.map(({ offerId }) => (offerId === one.offerId ? one.price : listPriceOf(db, offerId, one.userId))),
	);
	return plans.map((plan, i) => ({ ...plan, price: prices[i]! }));
}

const presentPlan = async (db: Db, one: Subscription): Promise<Plan> => ({
	...(await planOf(db, one.offerId)),
	price: one.price,
});

const termsOf = (plan: Plan) => ({ amount: plan.price.amount, months: plan.months, rank: plan.rank });

/** While nothing was paid, another plan is simply taken. */
const changeFor = (one: Subscription, from: Plan, to: Plan, period: PaidPeriod): PlanChange =>
	one.status === 'trialing'
		? { when: 'at_end', credit: 0, toPay: 0 }
		: prorate(termsOf(from), termsOf(to), period, now());

/** The other plans that the subscription may change to, with what each costs now; the caller has checked whose it is. */
export async function planChoices(db: Db, one: Subscription): Promise<PlanChoice[]> {
	if (one.status !== 'active' && one.status !== 'trialing') return [];
	const [from, plans, period] = await Promise.all([
		presentPlan(db, one),
		plansFor(db, one),
		paidPeriod(db, one),
	]);
	return plans
		.filter((plan) => plan.offerId !== one.offerId && plan.price.currency === from.price.currency)
		.map((plan) => ({ ...plan, change: changeFor(one, from, plan, period) }));
}

/**
 * Changes the plan. A better one begins as soon as the difference is paid; any other when the present period is over.
 *
 * @returns the order to be paid; null when nothing is
 * @throws subscriptions.not_found, subscriptions.not_a_plan, subscriptions.same_plan, subscriptions.other_currency,
 *   subscriptions.not_changeable unless it is active or in its trial
 */
export function changePlan(
	db: Db,
	actor: Actor,
	id: number,
	offerId: OfferId,
): Promise<{ orderId: OrderId | null }> {
	const { userId } = requireActing(actor);
	return inTransaction(db, async (tx) => {
		const one = await lockSubscription(tx, id);
		if (one.userId !== userId) throw subscriptionError('not_found');
		if ((one.status !== 'active' && one.status !== 'trialing') || one.periodEndsAt <= now())
			throw subscriptionError('not_changeable');
		if (offerId === one.offerId) throw subscriptionError('same_plan');
		const from = await presentPlan(tx, one);
		const to = (await plansFor(tx, one)).find((plan) => plan.offerId === offerId);
		if (!to) throw subscriptionError('not_a_plan');
		if (to.price.currency !== from.price.currency) throw subscriptionError('other_currency');
		const change = changeFor(one, from, to, await paidPeriod(tx, one));
		const open = await openBillOf(tx, one.id);
		// Asked again while the difference is unpaid: the same order, unless it is another plan or another sum now.
		await voidOpenBill(tx, one.id);
		if (change.when === 'now') {
			const bill = await openBill(tx, one, { kind: 'change', offerId, days: 1, credit: change.credit });
			await move(
				tx,
				one,
				{},
				{
					what: 'plan_change_begun',
					actorId: userId,
					data: { order: bill.orderId, plan: offerId, ...(open ? { instead: open.orderId } : {}) },
				},
			);
			return { orderId: bill.orderId };
		}
		const planned = await move(
			tx,
			one,
			{ next_offer_id: offerId, next_offer_from: one.periodEndsAt, next_offer_why: 'chosen' },
			{ what: 'plan_change_planned', actorId: userId, data: { plan: offerId } },
		);
		await tellSubscriber(tx, planned, 'plan_change_planned', { nextOffer: offerId });
		return { orderId: null };
	});
}

/** Takes back a change of plan that has not begun. @throws subscriptions.not_found, subscriptions.nothing_to_undo */
export function keepPlan(db: Db, actor: Actor, id: number): Promise<void> {
	const { userId } = requireActing(actor);
	return inTransaction(db, async (tx) => {
		const one = await lockSubscription(tx, id);
		if (one.userId !== userId) throw subscriptionError('not_found');
		const open = await openBillOf(tx, one.id);
		// A new price is no choice of the subscriber's.
		const chosen = one.next?.why === 'chosen';
		if (!chosen && open?.kind !== 'change') throw subscriptionError('nothing_to_undo');
		if (open?.kind === 'change') await voidOpenBill(tx, one.id);
		await move(tx, one, chosen ? noNext : {}, { what: 'plan_change_undone', actorId: userId });
	});
}
