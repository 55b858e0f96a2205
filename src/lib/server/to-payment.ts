import { type RequestEvent, redirect } from '@sveltejs/kit';
import { requireSandbox } from '#server/flows/hear-sandbox.ts';
import { AppError } from '#server/kernel/errors.ts';
import type { OrderId } from '#server/kernel/ids.ts';
import { startPayment } from '#server/modules/orders/index.ts';

/** Sends the buyer of an order to where it is paid; what costs nothing is shown as it is. */
export async function toPayment(
	event: RequestEvent,
	{ orderId, toPay }: { orderId: OrderId; toPay: boolean },
): Promise<never> {
	const { ctx, actor } = event.locals;
	if (!toPay) redirect(303, `/orders/${orderId}`);
	requireSandbox(ctx.config);
	const { reference } = await startPayment(ctx.db, actor, orderId, 'sandbox').catch((thrown) => {
		// The same form again, after its order was paid: show the order.
		if (thrown instanceof AppError && thrown.code === 'orders.not_payable')
			redirect(303, `/orders/${orderId}`);
		throw thrown;
	});
	redirect(303, `/checkout/sandbox/${reference}`);
}
