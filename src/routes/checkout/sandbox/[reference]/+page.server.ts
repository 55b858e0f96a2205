import { error, redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { requireSandbox, sendLate } from '#server/flows/hear-sandbox.ts';
import { findPayment, type SignedMessage, signSandboxMessage } from '#server/modules/orders/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** The payment of the person who looks; nobody else's is there. */
async function ownPayment(event: { params: { reference: string }; locals: App.Locals }) {
	const { ctx, actor } = event.locals;
	const { userId } = requireMember(actor);
	requireSandbox(ctx.config);
	const payment = await findPayment(ctx.db, event.params.reference);
	if (!payment || payment.provider !== 'sandbox' || payment.userId !== userId)
		error(404, { message: 'There is no such payment.', code: 'orders.not_found' });
	return payment;
}

export const load = page(async (event: PageServerLoadEvent) => {
	const payment = await ownPayment(event);
	if (payment.status === 'succeeded') redirect(303, `/orders/${payment.orderId}`);
	return {
		payment: {
			price: { amount: payment.amount, currency: payment.currency },
			title: payment.title,
			orderId: payment.orderId,
			status: payment.status,
		},
		reference: event.params.reference,
		siteName: event.locals.ctx.settings.siteName,
		bar: 'item' as const,
	};
});

/** Sends a notice as the provider's machine would: to the address that hears them. */
async function send(event: RequestEvent, { body, signature }: SignedMessage): Promise<void> {
	const response = await event.fetch('/checkout/sandbox/notify', {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'x-sandbox-signature': signature },
		body,
	});
	if (!response.ok)
		throw new Error(`The sandbox's notice was refused: ${response.status} ${await response.text()}`);
}

function ending(
	outcome: 'succeeded' | 'failed',
	deliver: (event: RequestEvent, message: SignedMessage) => Promise<void>,
) {
	return action(async (event: RequestEvent) => {
		const { ctx } = event.locals;
		const payment = await ownPayment(event);
		const message = signSandboxMessage(ctx.secret, {
			reference: event.params.reference,
			outcome,
			amount: payment.amount,
			currency: payment.currency,
			...(outcome === 'failed' ? { failure: 'declined' } : {}),
		});
		await deliver(event, message);
		redirect(303, `/orders/${payment.orderId}?from=payment`);
	});
}

export const actions = {
	pay: ending('succeeded', send),
	decline: ending('failed', send),
	late: ending('succeeded', (event, message) => sendLate(event.locals.ctx.db, message, 5)),
	twice: ending('succeeded', async (event, message) => {
		await send(event, message);
		await send(event, message);
	}),
} satisfies Actions;
