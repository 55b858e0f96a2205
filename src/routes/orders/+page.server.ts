import { hrefOfOrder } from '#lib/server/buying.ts';
import { page } from '#lib/server/page.ts';
import { lastPayments, listOrders } from '#server/modules/orders/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, url }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	const { items, next } = await listOrders(ctx.db, actor, { cursor: url.searchParams.get('cursor') });
	const payments = await lastPayments(
		ctx.db,
		items.map(({ id }) => id),
	);
	return {
		orders: items.map((order) => ({
			...order,
			href: hrefOfOrder(order),
			payment: payments.get(order.id) ?? null,
		})),
		next,
	};
});
