import { type RequestEvent, redirect } from '@sveltejs/kit';
import { goPay, waysToPay } from '#lib/server/paying.ts';
import type { OrderId } from '#server/kernel/ids.ts';
import { findOrder } from '#server/modules/orders/index.ts';

/**
 * Sends the buyer of an order to where it is paid: to the provider where there is one, else to the order's page, which
 * asks with whom. What costs nothing is shown as it is.
 */
export async function toPayment(
	event: RequestEvent,
	{ orderId, toPay }: { orderId: OrderId; toPay: boolean },
): Promise<never> {
	const { ctx, actor } = event.locals;
	if (!toPay) redirect(303, `/orders/${orderId}`);
	const order = await findOrder(ctx.db, actor, orderId);
	const ways = waysToPay(event, order.price.currency);
	if (order.status !== 'pending' || ways.length > 1) redirect(303, `/orders/${orderId}`);
	return goPay(event, orderId, new FormData());
}
