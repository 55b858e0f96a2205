import { page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { now } from '#server/kernel/clock.ts';
import { revenueByDay } from '#server/modules/ledger/index.ts';
import { listAllOrders, type OrderStatus, orderTransitions } from '#server/modules/orders/index.ts';
import { bucketed, spanOf } from '#shared/spans.ts';

export const load = page(async ({ locals, url }) => {
	requireStaff(locals.actor, 'admin');
	const asked = (name: string) => url.searchParams.get(name)?.trim() ?? '';
	const filter = { q: asked('q'), status: asked('status'), from: asked('from'), to: asked('to') };
	const status = Object.hasOwn(orderTransitions, filter.status) ? (filter.status as OrderStatus) : null;
	const span = spanOf(asked('days'));
	const days = await revenueByDay(locals.ctx.db, span);
	const currencies = [...new Set(days.map(({ currency }) => currency))];
	return {
		span,
		revenue: currencies.map((currency) => {
			const own = days.filter((one) => one.currency === currency);
			const sum = (what: 'paid' | 'sentBack' | 'kept') => own.reduce((all, one) => all + one[what], 0);
			return {
				currency,
				paid: sum('paid'),
				sentBack: sum('sentBack'),
				kept: sum('kept'),
				bars: bucketed(own, ['paid', 'sentBack'], span, now()).map(({ from, paid, sentBack }) => ({
					from,
					up: paid,
					down: sentBack,
				})),
			};
		}),
		filter,
		statuses: Object.keys(orderTransitions),
		orders: await listAllOrders(locals.ctx.db, locals.actor, {
			...filter,
			status,
			cursor: url.searchParams.get('cursor'),
		}),
	};
});
