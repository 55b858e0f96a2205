import { z } from 'zod';
import type { Actor } from '../contracts/actor.ts';
import { now } from '../kernel/clock.ts';
import type { OrderId, UserId } from '../kernel/ids.ts';
import type { Currency } from '../kernel/money.ts';
import { validate } from '../kernel/validate.ts';
import { reverseTransfer } from '../modules/ledger/index.ts';
import {
	askRefund,
	type CoolingOff,
	demandRefundMove,
	leftToRefund,
	lockRefund,
	mayReturn,
	noteOrder,
	offerRefund,
	queueRefund,
	type RefundStatus,
	refundError,
	requireDecider,
	thingOf,
} from '../modules/orders/index.ts';
import { type Db, inTransaction, type Tx } from '../platform/db/index.ts';
import { emit } from '../platform/events/index.ts';
import { coverLosses } from './cover-losses.ts';
import { promiseBack } from './move-back.ts';
import { readSale } from './read-sale.ts';

/**
 * Asks for money back as the buyer. Within the cooling-off period it is granted at once; otherwise whoever sold it, or
 * an administrator, decides.
 *
 * @throws as `askRefund`
 */
export function askForRefund(
	db: Db,
	actor: Actor,
	orderId: OrderId,
	input: unknown,
	rule: CoolingOff,
): Promise<{ refundId: number; granted: boolean }> {
	return inTransaction(db, async (tx) => {
		const { refundId, whole } = await askRefund(tx, actor, orderId, input);
		const { sale, paidAt, gift } = await readSale(tx, orderId);
		const granted = await mayReturn(tx, thingOf(sale.offer.sells), sale, { paidAt, gift, whole }, rule);
		if (granted) await grant(tx, refundId, { decidedBy: null });
		else
			await emit(tx, sale.userId, 'orders.refund-asked', {
				orderId,
				userId: sale.userId,
				sellerId: sale.offer.sellerId,
			});
		return { refundId, granted };
	});
}

/** Sends money back that nobody asked for, as an administrator. @throws as `offerRefund` */
export function giveRefund(db: Db, actor: Actor, orderId: OrderId, input: unknown): Promise<number> {
	return inTransaction(db, async (tx) => {
		const { refundId } = await offerRefund(tx, actor, orderId, input);
		await grant(tx, refundId, { decidedBy: actor.userId });
		return refundId;
	});
}

const approval = z.object({
	/** Minor units; less than was asked for is granted in part. */
	amount: z.coerce.number().int('refunds.amount_shape').positive('refunds.amount_shape').nullish(),
	note: z.string().trim().max(2000, 'refunds.reason_long').default(''),
});
const refusal = z.object({
	note: z.string().trim().min(1, 'refunds.note_missing').max(2000, 'refunds.reason_long'),
});

/**
 * Grants a refund, whole or in part; or has one that failed tried again. Whoever sold the thing may, and
 * administrators.
 *
 * @throws refunds.not_found, refunds.decided_already, refunds.too_much, common.invalid_input
 */
export async function approveRefund(db: Db, actor: Actor, refundId: number, input: unknown): Promise<void> {
	const given = validate(approval, input);
	return inTransaction(db, async (tx) => {
		const { userId, status } = await mine(tx, actor, refundId);
		if (status === 'failed') return tryAgain(tx, refundId, userId);
		return grant(tx, refundId, { decidedBy: userId, ...given });
	});
}

/**
 * Refuses a refund that was asked for, or calls off one that the provider could not send: then those who had the money
 * have it again. What is owed cannot be refused.
 *
 * @throws refunds.not_found, refunds.decided_already, refunds.owed, common.invalid_input
 */
export async function refuseRefund(db: Db, actor: Actor, refundId: number, input: unknown): Promise<void> {
	const { note } = validate(refusal, input);
	return inTransaction(db, async (tx) => {
		const { userId } = await mine(tx, actor, refundId);
		const { order, refund } = (await lockRefund(tx, refundId))!;
		demandRefundMove(refund.status as RefundStatus, 'refused');
		if (refund.cause !== 'sale') throw refundError('owed');
		// A promise is kept: only where the provider cannot send it, an administrator calls it off.
		if (refund.status !== 'asked' && (refund.status !== 'failed' || actor.role !== 'admin'))
			throw refundError('decided_already');
		if (refund.status === 'failed')
			await reverseTransfer(tx, {
				of: `refund:${refundId}`,
				key: `refund:${refundId}:called-off`,
				kind: 'refund called off',
			});
		await tx
			.updateTable('refunds')
			.set({ status: 'refused', decided_by: userId, decided_at: now(), note })
			.where('id', '=', refundId)
			.execute();
		await noteOrder(tx, order.id, 'refund_refused', { actorId: userId, data: { note } });
		await coverLosses(tx, order.id);
		await emit(tx, userId, 'orders.refund-refused', { orderId: order.id, userId: order.user_id });
	});
}

/** Who decides, once it is sure that this person may. */
async function mine(tx: Tx, actor: Actor, refundId: number) {
	const found = await lockRefund(tx, refundId);
	if (!found) throw refundError('not_found');
	const { sale } = await readSale(tx, found.order.id);
	const { userId } = requireDecider(actor, found.refund.cause === 'sale' ? sale.offer.sellerId : null);
	return { userId, status: found.refund.status as RefundStatus };
}

/** Sets the money aside and has it sent: the intent, in one transaction; the provider is asked by a job. */
async function grant(
	tx: Tx,
	refundId: number,
	decision: { decidedBy: UserId | null; amount?: number | null; note?: string },
): Promise<void> {
	const { order, refund } = (await lockRefund(tx, refundId))!;
	demandRefundMove(refund.status as RefundStatus, 'approved');
	const amount = decision.amount ?? refund.amount;
	// Something else may have been sent, or disputed, since it was asked for.
	const most = Math.min(refund.amount, await leftToRefund(tx, order.id));
	if (amount > most) throw refundError('too_much', { fields: { amount: 'refunds.too_much' } });
	await promiseBack(tx, {
		orderId: order.id,
		amount,
		currency: refund.currency as Currency,
		kind: 'refund',
		key: `refund:${refundId}`,
	});
	await tx
		.updateTable('refunds')
		.set({
			status: 'approved',
			amount,
			decided_by: decision.decidedBy,
			decided_at: now(),
			note: decision.note ?? '',
		})
		.where('id', '=', refundId)
		.execute();
	await noteOrder(tx, order.id, 'refund_granted', {
		actorId: decision.decidedBy,
		data: { amount, currency: refund.currency },
	});
	await queueRefund(tx, refundId);
}

/** The provider is asked anew, under another name: by the old one it would only repeat that it failed. */
async function tryAgain(tx: Tx, refundId: number, userId: UserId): Promise<void> {
	const { refund } = (await lockRefund(tx, refundId))!;
	demandRefundMove(refund.status as RefundStatus, 'approved');
	const attempt = refund.attempt + 1;
	await tx
		.updateTable('refunds')
		.set({
			status: 'approved',
			attempt,
			reference: `${refund.reference.split('-')[0]}-${attempt}`,
			failure: null,
			tried_at: null,
			decided_by: userId,
			decided_at: now(),
		})
		.where('id', '=', refundId)
		.execute();
	await queueRefund(tx, refundId);
}
