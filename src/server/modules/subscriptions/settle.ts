import { addMonths, now } from '../../kernel/clock.ts';
import type { OrderId } from '../../kernel/ids.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import { offerAsOrdered } from '../catalog/index.ts';
import type { Sale } from '../orders/index.ts';
import { agreementOf, begin } from './begin.ts';
import { type BillKind, voidOpenBill } from './bills.ts';
import { termsOfOrder } from './price-bill.ts';
import { timeFor } from './prorate.ts';
import { liveSubscription, lockSubscriber, lockSubscription, move } from './store.ts';
import { addDays, type Subscription, scheduleOf } from './subscription.ts';
import { tellSubscriber } from './tell.ts';
import { mayTry } from './try.ts';

interface SettledBill {
	id: number;
	subscriptionId: number;
	period: number;
	kind: BillKind;
	status: 'open' | 'paid' | 'void';
	offerId: number;
}

/**
 * A plan's order was paid: its subscription begins, goes on, or becomes the better plan. Whatever became of the
 * subscription meanwhile, who paid gets the time that was paid for. Asked again for the same order it does nothing.
 */
export async function settle(tx: Tx, sale: Sale): Promise<void> {
	const bill = await billOf(tx, sale.orderId);
	if (bill) return settleBill(tx, bill, sale);
	await lockSubscriber(tx, sale.userId);
	// Between the look and the lock another transaction may have settled this very order.
	if (await billOf(tx, sale.orderId)) return;
	const live = await liveSubscription(tx, sale.userId, sale.offer.spaceId);
	// Of two trials that waited for a means of payment, one begins.
	if ((await termsOfOrder(tx, sale.orderId)).trial && !(await mayTry(tx, sale.userId, sale.offer))) return;
	if (live) return payAhead(tx, live, sale);
	await begin(tx, sale);
}

async function settleBill(tx: Tx, known: SettledBill, sale: Sale): Promise<void> {
	const one = await lockSubscription(tx, known.subscriptionId);
	const bill = (await billOf(tx, sale.orderId)) as SettledBill;
	if (bill.status === 'paid') return;
	// It was withdrawn, and the money came all the same.
	if (bill.status === 'void') return addTime(tx, one, bill, sale);
	const agreement = await agreementOf(tx, sale.orderId);
	await (bill.kind === 'change' ? beginPlan : beginPeriod)(tx, one, bill, sale, agreement);
}

type Agreement = Awaited<ReturnType<typeof agreementOf>>;

const nothingDue = { due_at: null, due_step: 0, reminded_at: null } as const;
const nothingPaused = { pause_asked_at: null, pause_months: null, resumes_at: null } as const;

/** The next period, from the end of the present one where there was no time without. */
async function beginPeriod(tx: Tx, one: Subscription, bill: SettledBill, sale: Sale, agreement: Agreement) {
	const months = sale.offer.months as number;
	const gapless = one.status !== 'paused' && now() <= addDays(one.periodEndsAt, scheduleOf(one).graceDays);
	const startsAt = gapless ? one.periodEndsAt : now();
	const anchor = gapless
		? { anchored_at: one.anchoredAt, anchored_months: one.anchoredMonths + months }
		: { anchored_at: now(), anchored_months: months };
	const endsAt = addMonths(anchor.anchored_at, anchor.anchored_months);
	await markPaid(tx, bill.id, startsAt, endsAt);
	const onNextPlan = one.next?.offerId === bill.offerId;
	const paid = await move(
		tx,
		one,
		{
			status: 'active',
			...(await planPaid(tx, bill, sale)),
			period: bill.period,
			period_starts_at: startsAt,
			period_ends_at: endsAt,
			...anchor,
			...agreement,
			...nothingDue,
			...nothingPaused,
			...(onNextPlan ? noNext : {}),
		},
		{ what: 'paid', data: { order: sale.orderId, amount: sale.amount, currency: sale.currency } },
	);
	await tellSubscriber(tx, paid, 'paid', { order: sale.orderId });
}

/** The plan that was paid for, at the price that holds from now on. */
async function planPaid(tx: Tx, bill: SettledBill, sale: Sale) {
	const { each } = await termsOfOrder(tx, sale.orderId);
	return { offer_id: bill.offerId, price_amount: each.amount, price_currency: each.currency };
}

export const noNext = { next_offer_id: null, next_offer_from: null, next_offer_why: null } as const;

/** The better plan: a whole period of it from now. */
async function beginPlan(tx: Tx, one: Subscription, bill: SettledBill, sale: Sale, agreement: Agreement) {
	const at = now();
	const months = sale.offer.months as number;
	const endsAt = addMonths(at, months);
	await markPaid(tx, bill.id, at, endsAt);
	// What was paid for the plan before is used up with the moment in which the new one begins.
	await tx
		.updateTable('subscription_bills')
		.set({ ends_at: sql<Date>`greatest(starts_at, least(ends_at, ${at}::timestamptz))` })
		.where('subscription_id', '=', one.id)
		.where('id', '<>', bill.id)
		.where('status', '=', 'paid')
		.where('ends_at', '>', at)
		.execute();
	const changed = await move(
		tx,
		one,
		{
			// Whoever cancelled and then paid for more did not mean to leave.
			status: 'active',
			cancelled_at: null,
			...(await planPaid(tx, bill, sale)),
			period: bill.period,
			period_starts_at: at,
			period_ends_at: endsAt,
			anchored_at: at,
			anchored_months: months,
			...agreement,
			...nothingDue,
			...nothingPaused,
			...noNext,
		},
		{ what: 'plan_changed', actorId: one.userId, data: { order: sale.orderId, plan: bill.offerId } },
	);
	await tellSubscriber(tx, changed, 'plan_changed', { order: sale.orderId });
}

/** Money for a bill that was withdrawn buys time in proportion, of the subscription that lives, or this one anew. */
async function addTime(tx: Tx, bills: Subscription, bill: SettledBill, sale: Sale): Promise<void> {
	const one =
		bills.status === 'ended' ? ((await liveSubscription(tx, bills.userId, bills.spaceId)) ?? bills) : bills;
	const from = one.status === 'ended' || one.periodEndsAt < now() ? now() : one.periodEndsAt;
	const whole = addMonths(from, sale.offer.months as number).getTime() - from.getTime();
	const { each, paid } = await termsOfOrder(tx, sale.orderId);
	const endsAt =
		(await ofOtherTier(tx, one, sale, from)) ?? new Date(from.getTime() + timeFor(paid, each.amount, whole));
	await tx
		.updateTable('subscription_bills')
		.set({
			status: 'paid',
			kind: 'ahead',
			subscription_id: one.id,
			paid_at: now(),
			starts_at: from,
			ends_at: endsAt,
		})
		.where('id', '=', bill.id)
		.execute();
	await extend(tx, one, endsAt, { anchored_at: endsAt, anchored_months: 0 }, 'time_added', sale.orderId);
}

/**
 * Money for a plan of another tier than the one that lives buys time of the latter, worth for worth: who ordered a cheap
 * tier, took a dear one and then paid the first order has not bought a year of the dear one.
 *
 * @returns until when it lasts; null when both are of one tier
 */
async function ofOtherTier(
	tx: Tx,
	one: Subscription,
	{ offer, orderId }: Sale,
	from: Date,
): Promise<Date | null> {
	const live = await offerAsOrdered(tx, one.offerId);
	if (live.tierId === offer.tierId) return null;
	const { each, paid } = await termsOfOrder(tx, orderId);
	const whole = addMonths(from, live.months as number).getTime() - from.getTime();
	// Paid in another currency than the subscriber's, both count by what their offers cost.
	const [worth, price] =
		each.currency === one.price.currency ? [paid, one.price.amount] : [offer.price.amount, live.price.amount];
	return new Date(from.getTime() + timeFor(worth, price, whole));
}

/** Ordered and paid once more, from another window: its months are added, nobody pays twice for the same days. */
async function payAhead(tx: Tx, live: Subscription, sale: Sale): Promise<void> {
	const one = await lockSubscription(tx, live.id);
	const months = (sale.offer.months as number) * sale.quantity;
	const late = one.periodEndsAt < now();
	const startsAt = late ? now() : one.periodEndsAt;
	const other = await ofOtherTier(tx, one, sale, startsAt);
	const anchor = other
		? { anchored_at: other, anchored_months: 0 }
		: late
			? { anchored_at: startsAt, anchored_months: months }
			: { anchored_at: one.anchoredAt, anchored_months: one.anchoredMonths + months };
	const endsAt = addMonths(anchor.anchored_at, anchor.anchored_months);
	await tx
		.insertInto('subscription_bills')
		.values({
			subscription_id: one.id,
			period: one.period,
			kind: 'ahead',
			status: 'paid',
			offer_id: sale.offer.id,
			order_id: sale.orderId,
			starts_at: startsAt,
			ends_at: endsAt,
			paid_at: now(),
			created_at: now(),
		})
		.execute();
	await extend(tx, one, endsAt, anchor, 'paid_ahead', sale.orderId);
}

async function extend(
	tx: Tx,
	one: Subscription,
	endsAt: Date,
	anchor: { anchored_at: Date; anchored_months: number },
	what: 'paid_ahead' | 'time_added',
	orderId: OrderId,
): Promise<void> {
	// The time is paid: whatever still asked for money of it does not any more.
	await voidOpenBill(tx, one.id);
	const keeps = one.status === 'cancelled' || one.status === 'active';
	await move(
		tx,
		one,
		{
			status: keeps ? one.status : 'active',
			period: Math.max(one.period, 1),
			period_ends_at: endsAt,
			...(one.status === 'ended' || one.periodEndsAt < now() ? { period_starts_at: now() } : {}),
			...anchor,
			...nothingDue,
			...(one.status === 'paused' ? nothingPaused : {}),
			...(one.status === 'ended' ? { ended_at: null, ended_why: null, cancelled_at: null } : {}),
		},
		{ what, data: { order: orderId } },
	);
}

async function markPaid(tx: Tx, billId: number, startsAt: Date, endsAt: Date): Promise<void> {
	await tx
		.updateTable('subscription_bills')
		.set({ status: 'paid', paid_at: now(), starts_at: startsAt, ends_at: endsAt, charge_at: null })
		.where('id', '=', billId)
		.execute();
}

async function billOf(tx: Tx, orderId: OrderId): Promise<SettledBill | null> {
	const row = await tx
		.selectFrom('subscription_bills')
		.select(['id', 'subscription_id as subscriptionId', 'period', 'kind', 'status', 'offer_id as offerId'])
		.where('order_id', '=', orderId)
		.executeTakeFirst();
	return (row as SettledBill | undefined) ?? null;
}

/** What a refunded order gave is taken back: the present period's ends the subscription. */
export async function takeBack(tx: Tx, sale: Sale): Promise<void> {
	const bill = await billOf(tx, sale.orderId);
	if (bill?.status !== 'paid') return;
	const one = await lockSubscription(tx, bill.subscriptionId);
	if (one.status === 'ended' || (bill.period !== one.period && bill.kind !== 'ahead')) return;
	if (bill.kind === 'ahead') return takeTimeBack(tx, one, bill);
	await voidOpenBill(tx, one.id);
	await cutShort(tx, bill.id);
	await move(
		tx,
		one,
		{ status: 'ended', ended_at: now(), ended_why: 'refunded', ...noNext, ...nothingDue },
		{ what: 'ended', data: { why: 'refunded' } },
	);
}

/** Time that was added is taken off the end; what is over stays over. */
async function takeTimeBack(tx: Tx, one: Subscription, bill: SettledBill): Promise<void> {
	const { starts_at, ends_at } = await tx
		.selectFrom('subscription_bills')
		.select(['starts_at', 'ends_at'])
		.where('id', '=', bill.id)
		.executeTakeFirstOrThrow();
	const added = (ends_at?.getTime() ?? 0) - (starts_at?.getTime() ?? 0);
	const endsAt = new Date(
		Math.max(one.periodEndsAt.getTime() - added, Math.min(now().getTime(), one.periodEndsAt.getTime())),
	);
	await cutShort(tx, bill.id);
	await move(
		tx,
		one,
		{ period_ends_at: endsAt, anchored_at: endsAt, anchored_months: 0 },
		{ what: 'time_taken' },
	);
}

async function cutShort(tx: Tx, billId: number): Promise<void> {
	await tx
		.updateTable('subscription_bills')
		.set({ ends_at: sql<Date>`greatest(starts_at, least(ends_at, ${now()}::timestamptz))` })
		.where('id', '=', billId)
		.execute();
}
