import { error } from '@sveltejs/kit';
import { page } from '#lib/server/page.ts';
import { personCards } from '#server/modules/accounts/index.ts';
import { findOrder, lastPayments } from '#server/modules/orders/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const order = await findOrder(ctx.db, actor, event.params.id);
	if (order.status !== 'paid' && order.status !== 'refunded')
		error(404, { message: 'There is no receipt before the payment.' });
	const [payments, [buyer]] = await Promise.all([
		lastPayments(ctx.db, [order.id]),
		personCards(ctx.db, [order.userId]),
	]);
	return {
		order,
		payment: payments.get(order.id) ?? null,
		buyer: buyer ?? null,
		siteName: ctx.settings.siteName,
		origin: event.locals.origin,
	};
});
