import { z } from 'zod';
import type { Actor } from '../../../contracts/actor.ts';
import { requireActing } from '../../../contracts/policy.ts';
import { now } from '../../../kernel/clock.ts';
import { commonError } from '../../../kernel/errors.ts';
import type { OrderId, UserId } from '../../../kernel/ids.ts';
import { validate } from '../../../kernel/validate.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { noteOrder } from '../history.ts';
import { orderError } from '../order.ts';
import { leftToRefund } from './left.ts';
import { lockOrder, paymentOf } from './lock.ts';
import { refundReference } from './owe-back.ts';
import { refundError } from './refund.ts';

const amount = z.coerce.number().int('refunds.amount_shape').positive('refunds.amount_shape').nullish();
const askSchema = z.object({
	/** Minor units of the order's currency; none: all that is left. */
	amount,
	reason: z.string().trim().min(1, 'refunds.reason_missing').max(2000, 'refunds.reason_long'),
});
const sendSchema = z.object({
	amount,
	note: z.string().trim().min(1, 'refunds.note_missing').max(2000, 'refunds.reason_long'),
});

/** A refund that has just been written down. */
export interface Asked {
	refundId: number;
	amount: number;
	/** True when it is for all that is left of the price. */
	whole: boolean;
}

/**
 * Asks for money back, as the buyer. Somebody decides; see `approveRefund` and `refuseRefund` in flows.
 *
 * @throws orders.not_found, refunds.not_refundable before it was paid, refunds.nothing_left, refunds.too_much,
 *   refunds.asked_already while an earlier one waits, common.invalid_input
 */
export async function askRefund(tx: Tx, actor: Actor, orderId: OrderId, input: unknown): Promise<Asked> {
	const { userId } = requireActing(actor);
	const asked = validate(askSchema, input);
	// One after the other: of several asked for at once, each counts the ones before it.
	await tx.selectFrom('users').select('id').where('id', '=', userId).forNoKeyUpdate().execute();
	const order = await lockOrder(tx, orderId);
	if (order?.user_id !== userId) throw orderError('not_found');
	const waiting = await tx
		.selectFrom('refunds')
		.select('id')
		.where('order_id', '=', orderId)
		.where('status', '=', 'asked')
		.executeTakeFirst();
	if (waiting) throw refundError('asked_already');
	return write(tx, order, asked.amount, { askedBy: userId, reason: asked.reason });
}

/**
 * Writes down a refund that nobody asked for, as an administrator; it is still to be approved.
 *
 * @throws as {@link askRefund}, common.forbidden
 */
export async function offerRefund(tx: Tx, actor: Actor, orderId: OrderId, input: unknown): Promise<Asked> {
	requireActing(actor);
	if (actor.role !== 'admin') throw commonError('forbidden');
	const given = validate(sendSchema, input);
	const order = await lockOrder(tx, orderId);
	if (!order) throw orderError('not_found');
	const waiting = await tx
		.selectFrom('refunds')
		.select('id')
		.where('order_id', '=', orderId)
		.where('status', '=', 'asked')
		.executeTakeFirst();
	if (waiting) throw refundError('asked_already');
	return write(tx, order, given.amount, { askedBy: null, reason: given.note });
}

async function write(
	tx: Tx,
	order: NonNullable<Awaited<ReturnType<typeof lockOrder>>>,
	wanted: number | null | undefined,
	{ askedBy, reason }: { askedBy: UserId | null; reason: string },
): Promise<Asked> {
	const payment = await paymentOf(tx, order.id);
	if (order.status !== 'paid' || !payment) throw refundError('not_refundable');
	const left = await leftToRefund(tx, order.id);
	if (left === 0) throw refundError('nothing_left');
	const amount = wanted ?? left;
	if (amount > left) throw refundError('too_much', { fields: { amount: 'refunds.too_much' } });
	const { id: refundId } = await tx
		.insertInto('refunds')
		.values({
			order_id: order.id,
			payment_id: payment.id,
			cause: 'sale',
			status: 'asked',
			amount,
			currency: order.currency,
			reference: refundReference(),
			asked_by: askedBy,
			reason,
			created_at: now(),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	if (askedBy !== null)
		await noteOrder(tx, order.id, 'refund_asked', {
			actorId: askedBy,
			data: { amount, currency: order.currency },
		});
	return { refundId, amount, whole: amount === left };
}
