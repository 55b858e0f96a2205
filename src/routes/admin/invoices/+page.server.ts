import { action, page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { now } from '#server/kernel/clock.ts';
import { decideFapiao, listFapiaos, listInvoices, taxReport } from '#server/modules/invoices/index.ts';
import { monthBounds } from '#server/modules/payouts/index.ts';

export const load = page(async ({ locals, url }) => {
	const { ctx, actor } = locals;
	requireStaff(actor, 'admin');
	const month = url.searchParams.get('month') || now().toISOString().slice(0, 7);
	const { from, to } = monthBounds(month);
	const [queue, issued, invoices, taxes] = await Promise.all([
		listFapiaos(ctx.db, actor),
		listFapiaos(ctx.db, actor, 'issued'),
		listInvoices(ctx.db, actor, { cursor: url.searchParams.get('cursor') }),
		taxReport(ctx.db, actor, from, to),
	]);
	return { queue, issued, invoices, taxes, month };
});

export const actions = {
	default: action(async ({ locals }, form) => {
		const { id, ...input } = Object.fromEntries(form);
		await decideFapiao(locals.ctx.db, locals.actor, Number(id), input);
		return { done: true };
	}),
};
