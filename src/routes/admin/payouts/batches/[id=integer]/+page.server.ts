import { error } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { listBatches, listPayouts, settlePayouts } from '#server/modules/payouts/index.ts';
import type { PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async ({ locals, params }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	requireStaff(actor, 'admin');
	const [[batch], payouts] = await Promise.all([
		listBatches(ctx.db, actor, params.id),
		listPayouts(ctx.db, actor, { batchId: params.id, limit: 500 }),
	]);
	if (!batch) error(404, { message: 'There is no such batch.', code: 'payouts.not_found' });
	return { batch, payouts: payouts.items };
});

export const actions = {
	all: action(async ({ locals, params }: RequestEvent, form) => {
		const input = { to: 'sent', bankReference: form.get('bankReference') ?? '' };
		await settlePayouts(locals.ctx.db, locals.actor, { batchId: params.id }, input);
		return { done: true };
	}),
	one: action(async ({ locals }: RequestEvent, form) => {
		const { id, ...input } = Object.fromEntries(form);
		await settlePayouts(locals.ctx.db, locals.actor, { payoutId: Number(id) }, input);
		return { done: true };
	}),
};
