import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { findBuying } from '#lib/server/buying.ts';
import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { checkout } from '#server/flows/checkout.ts';
import { requireSandbox } from '#server/flows/hear-sandbox.ts';
import { AppError } from '#server/kernel/errors.ts';
import { startPayment } from '#server/modules/orders/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	requireMember(actor);
	const buying = await findBuying(ctx, actor, event.url.searchParams);
	// One key for one showing of the form: pressed twice, it makes one order.
	return {
		buying,
		asked: event.url.searchParams.get('offer'),
		key: randomUUID(),
		contact: ctx.settings.contactEmail,
		bar: 'item' as const,
	};
});

export const actions = {
	default: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const { orderId, toPay } = await checkout(ctx.db, actor, {
			offerId: form.get('offerId'),
			key: form.get('key'),
		});
		if (!toPay) redirect(303, `/orders/${orderId}`);
		requireSandbox(ctx.config);
		const { reference } = await startPayment(ctx.db, actor, orderId, 'sandbox').catch((thrown) => {
			// The same form again, after its order was paid: show the order.
			if (thrown instanceof AppError && thrown.code === 'orders.not_payable')
				redirect(303, `/orders/${orderId}`);
			throw thrown;
		});
		redirect(303, `/checkout/sandbox/${reference}`);
	}),
} satisfies Actions;
