import { now } from '../../kernel/clock.ts';
import type { OrderId, UserId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import { type Db, inTransaction, type Tx } from '../../platform/db/index.ts';
import { startCharge } from '../orders/index.ts';
import { lockSubscription, move } from './store.ts';
import { scheduleOf } from './subscription.ts';
import { tellSubscriber } from './tell.ts';

/** So long an answer is waited for; then whoever comes by tries again, under the same reference. */
const LEASE_MS = 5 * 60_000;
/** So long a payment that the subscriber began is left alone. */
const PAYING_MS = 20 * 60_000;

/** A payment to be taken from a provider. */
export interface Charge {
	billId: number;
	userId: UserId;
	provider: string;
	agreement: string;
	reference: string;
	amount: number;
	currency: Currency;
	title: string;
	locale: string;
}

/** Bills whose money is to be taken now, the longest waiting first. */
export async function dueBills(db: Db, limit = 500): Promise<number[]> {
	const rows = await db
		.selectFrom('subscription_bills')
		.select('id')
		.where('status', '=', 'open')
		.where('charge_at', '<=', now())
		.orderBy('charge_at')
		.limit(limit)
		.execute();
	return rows.map(({ id }) => id);
}

/**
 * Prepares taking a bill's money, or, where nobody can take it, asks the subscriber. What is to be taken is written
 * down before the provider hears of it: killed here or there, the same reference is asked for again, and a second
 * payment is begun only after the first has failed.
 *
 * @param can whether a provider takes later payments without the buyer
 * @returns what to ask of the provider; null when there is nothing to do now
 */
export function beginCharge(
	db: Db,
	billId: number,
	can: (provider: string) => boolean,
): Promise<Charge | null> {
	return inTransaction(db, async (tx) => {
		const bill = await lockBill(tx, billId);
		if (!bill) return null;
		const { one } = bill;
		const payments = await tx
			.selectFrom('payments')
			.select(['reference', 'status', 'created_at', 'amount', 'currency'])
			.where('order_id', '=', bill.orderId)
			.where('status', '<>', 'succeeded')
			.execute();
		const last = payments.find(({ reference }) => reference === bill.chargeReference);
		if (last?.status === 'failed') {
			// Heard of by another road, and not told yet.
			await tellUnpaid(tx, billId);
			return null;
		}
		const begun = last;
		const paying = payments.some(
			({ reference, status, created_at }) =>
				status === 'started' &&
				reference !== bill.chargeReference &&
				created_at.getTime() > now().getTime() - PAYING_MS,
		);
		if (!begun && paying) {
			await setCharge(tx, billId, { charge_at: new Date(now().getTime() + PAYING_MS) });
			return null;
		}
		if (!one.provider || !one.agreement || !can(one.provider)) {
			await tellUnpaid(tx, billId);
			return null;
		}
		const started = begun
			? { ...begun, currency: begun.currency as Currency, title: await titleOf(tx, bill.orderId) }
			: await startCharge(tx, bill.orderId, one.provider);
		// Its order was closed: the next step of dunning makes another.
		if (!started) {
			await tellUnpaid(tx, billId);
			return null;
		}
		await setCharge(tx, billId, {
			charge_at: new Date(now().getTime() + LEASE_MS),
			charge_reference: started.reference,
		});
		const { locale } = await tx
			.selectFrom('users')
			.select('locale')
			.where('id', '=', one.userId)
			.executeTakeFirstOrThrow();
		return {
			billId,
			userId: one.userId,
			provider: one.provider,
			agreement: one.agreement,
			reference: started.reference,
			amount: started.amount,
			currency: started.currency,
			title: started.title,
			locale,
		};
	});
}

/** After the provider's answer was settled: tells the subscriber when the money did not come. Once. */
export function endCharge(db: Db, billId: number): Promise<void> {
	return inTransaction(db, async (tx) => {
		const bill = await lockBill(tx, billId);
		if (!bill?.chargeReference) return;
		const payment = await tx
			.selectFrom('payments')
			.select('status')
			.where('reference', '=', bill.chargeReference)
			.executeTakeFirst();
		if (payment?.status === 'failed') await tellUnpaid(tx, billId);
	});
}

async function tellUnpaid(tx: Tx, billId: number): Promise<void> {
	const bill = await lockBill(tx, billId);
	if (!bill?.chargeAt) return;
	const { one } = bill;
	await setCharge(tx, billId, { charge_at: null, charge_reference: null });
	const step = Math.max(one.dueStep - 1, 0);
	const { steps } = scheduleOf(one);
	const { mail } = steps[Math.min(step, steps.length - 1)]!;
	await tellSubscriber(tx, one, mail);
	await move(tx, one, {}, { what: 'not_paid', data: { step: step + 1 } });
}

async function setCharge(
	tx: Tx,
	billId: number,
	changes: { charge_at: Date | null; charge_reference?: string | null },
): Promise<void> {
	await tx.updateTable('subscription_bills').set(changes).where('id', '=', billId).execute();
}

async function titleOf(tx: Tx, orderId: OrderId): Promise<string> {
	return (await tx.selectFrom('orders').select('title').where('id', '=', orderId).executeTakeFirstOrThrow())
		.title;
}

/** An open bill with its subscription, both locked; null when it is paid or withdrawn. */
async function lockBill(tx: Tx, billId: number) {
	const known = await tx
		.selectFrom('subscription_bills')
		.select('subscription_id')
		.where('id', '=', billId)
		.executeTakeFirst();
	if (!known) return null;
	const one = await lockSubscription(tx, known.subscription_id);
	const row = await tx
		.selectFrom('subscription_bills')
		.select(['order_id as orderId', 'charge_at as chargeAt', 'charge_reference as chargeReference'])
		.where('id', '=', billId)
		.where('status', '=', 'open')
		.executeTakeFirst();
	return row ? { ...row, one } : null;
}
