import { page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { listAllOrders, type OrderStatus, orderTransitions } from '#server/modules/orders/index.ts';

export const load = page(async ({ locals, url }) => {
	requireStaff(locals.actor, 'admin');
	const asked = (name: string) => url.searchParams.get(name)?.trim() ?? '';
	const filter = { q: asked('q'), status: asked('status'), from: asked('from'), to: asked('to') };
	const status = Object.hasOwn(orderTransitions, filter.status) ? (filter.status as OrderStatus) : null;
	return {
		filter,
		statuses: Object.keys(orderTransitions),
		orders: await listAllOrders(locals.ctx.db, locals.actor, {
			...filter,
			status,
			cursor: url.searchParams.get('cursor'),
		}),
	};
});
