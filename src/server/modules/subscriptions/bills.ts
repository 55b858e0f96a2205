import { now } from '../../kernel/clock.ts';
import type { OfferId, OrderId } from '../../kernel/ids.ts';
import { sql, type Tx } from '../../platform/db/index.ts';
import { offerAsOrdered } from '../catalog/index.ts';
import { closeBill, placeBill } from '../orders/index.ts';
import { priceBill } from './price-bill.ts';
import { addDays, type Subscription } from './subscription.ts';

export type BillKind = 'trial' | 'first' | 'renewal' | 'change' | 'ahead';

export interface OpenBill {
	id: number;
	orderId: OrderId;
	period: number;
	kind: BillKind;
	offerId: OfferId;
	/** Its order is to be paid; false: it was closed, by its buyer or by the clock. */
	payable: boolean;
}

/** The bill of a subscription that waits for its payment; null when there is none. */
export async function openBillOf(tx: Tx, subscriptionId: number): Promise<OpenBill | null> {
	const row = await tx
		.selectFrom('subscription_bills as b')
		.innerJoin('orders as o', 'o.id', 'b.order_id')
		.select([
			'b.id',
			'b.order_id as orderId',
			'b.period',
			'b.kind',
			'b.offer_id as offerId',
			sql<boolean>`o.status = 'pending'`.as('payable'),
		])
		.where('b.subscription_id', '=', subscriptionId)
		.where('b.status', '=', 'open')
		.executeTakeFirst();
	return (row as OpenBill | undefined) ?? null;
}

/**
 * Asks for the money of a period: places its order, to be paid within `days`. The database refuses a second one for
 * the same period, so that whatever is repeated, one is charged.
 *
 * @param credit what is taken off, in minor units before tax
 */
export async function openBill(
	tx: Tx,
	one: Subscription,
	{
		kind,
		offerId,
		days,
		credit = 0,
	}: { kind: 'renewal' | 'change'; offerId: OfferId; days: number; credit?: number },
): Promise<OpenBill> {
	const offer = await offerAsOrdered(tx, offerId);
	const kept = offerId === one.offerId ? one.price : null;
	const price = await priceBill(tx, offer, one.userId, { kept, credit });
	const period = one.period + 1;
	const orderId = await placeBill(tx, {
		userId: one.userId,
		offer,
		price,
		key: `subscription:${one.id}:${period}:${await billsOf(tx, one.id)}`,
		details: { subscription: one.id, kind, period },
		expiresAt: addDays(now(), days),
	});
	const { id } = await tx
		.insertInto('subscription_bills')
		.values({
			subscription_id: one.id,
			period,
			kind,
			offer_id: offerId,
			order_id: orderId,
			created_at: now(),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return { id, orderId, period, kind, offerId, payable: true };
}

/** Withdraws what waits for its payment: another bill takes its place, or none. */
export async function voidOpenBill(tx: Tx, subscriptionId: number): Promise<void> {
	const bill = await openBillOf(tx, subscriptionId);
	if (!bill) return;
	await tx.updateTable('subscription_bills').set({ status: 'void' }).where('id', '=', bill.id).execute();
	await closeBill(tx, bill.orderId);
}

async function billsOf(tx: Tx, subscriptionId: number): Promise<number> {
	const { count } = await tx
		.selectFrom('subscription_bills')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('subscription_id', '=', subscriptionId)
		.executeTakeFirstOrThrow();
	return count;
}
