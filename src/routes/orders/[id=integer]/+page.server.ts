import { redirect } from '@sveltejs/kit';
import { checkoutOfOrder, hrefOfOrder } from '#lib/server/buying.ts';
import { action, page } from '#lib/server/page.ts';
import { requireSandbox } from '#server/flows/hear-sandbox.ts';
import { listEntitlements } from '#server/modules/entitlements/index.ts';
import { findOrder, lastPayments, startPayment } from '#server/modules/orders/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** How often the page looks again by itself before it leaves that to the reader. */
const looks = 15;

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const order = await findOrder(ctx.db, actor, event.params.id);
	const payment = (await lastPayments(ctx.db, [order.id])).get(order.id) ?? null;
	const given = order.status === 'paid' ? await listEntitlements(ctx.db, order.userId) : [];
	const looked = Number(event.url.searchParams.get('look') ?? 0) || 0;
	const waiting =
		order.status === 'pending' &&
		payment?.status === 'started' &&
		(event.url.searchParams.has('from') || looked > 0);
	return {
		order,
		payment,
		href: hrefOfOrder(order),
		again: checkoutOfOrder(order),
		until: given.find(({ sourceRef }) => sourceRef === `order:${order.id}`)?.endsAt ?? null,
		waiting,
		refresh: waiting && looked < looks ? `2;url=/orders/${order.id}?look=${looked + 1}` : null,
		contact: ctx.settings.contactEmail,
	};
});

export const actions = {
	/** Tries to pay again: a new payment for the same order, at the same price. */
	pay: action(async (event: RequestEvent) => {
		requireSandbox(event.locals.ctx.config);
		const { reference } = await startPayment(
			event.locals.ctx.db,
			event.locals.actor,
			event.params.id,
			'sandbox',
		);
		redirect(303, `/checkout/sandbox/${reference}`);
	}),
} satisfies Actions;
