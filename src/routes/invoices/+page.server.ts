import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { commonError } from '#server/kernel/errors.ts';
import { type OrderId, parseId } from '#server/kernel/ids.ts';
import {
	askFapiao,
	billingDetails,
	listMyInvoices,
	myFapiaos,
	setBillingDetails,
	withdrawFapiao,
} from '#server/modules/invoices/index.ts';
import { findOrder } from '#server/modules/orders/index.ts';

export const load = page(async ({ locals, url }) => {
	const { ctx, actor } = locals;
	requireMember(actor);
	const wanted = parseId<OrderId>(url.searchParams.get('fapiao'));
	const [invoices, fapiaos, details, order] = await Promise.all([
		listMyInvoices(ctx.db, actor, { cursor: url.searchParams.get('cursor') }),
		myFapiaos(ctx.db, actor),
		billingDetails(ctx.db, actor),
		wanted === null ? null : findOrder(ctx.db, actor, wanted),
	]);
	const asked = new Set(
		fapiaos.filter(({ status }) => ['asked', 'issued'].includes(status)).map(({ orderId }) => orderId),
	);
	return {
		invoices: {
			...invoices,
			items: invoices.items.map((invoice) => ({
				...invoice,
				mayAsk: invoice.series === 'INV' && invoice.currency === 'CNY' && !asked.has(invoice.orderId),
			})),
		},
		fapiaos,
		details,
		order: order && { id: order.id, title: order.title },
	};
});

export const actions = {
	details: action(async ({ locals }, form) => {
		await setBillingDetails(locals.ctx.db, locals.actor, Object.fromEntries(form));
		return { done: 'details' as const };
	}),
	fapiao: action(async ({ locals }, form) => {
		const orderId = parseId<OrderId>(String(form.get('order')));
		if (orderId === null) throw commonError('not_found');
		await askFapiao(locals.ctx.db, locals.actor, orderId, Object.fromEntries(form));
		return { done: 'fapiao' as const };
	}),
	withdraw: action(async ({ locals }, form) => {
		await withdrawFapiao(locals.ctx.db, locals.actor, Number(form.get('id')));
		return { done: 'withdrawn' as const };
	}),
};
