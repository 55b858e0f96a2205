import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { inForm } from '#lib/server/pricing-forms.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { assignSeat, freeSeat, listSeatPools } from '#server/modules/orders/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor }, url }: PageServerLoadEvent) => {
	requireMember(actor);
	return { pools: await listSeatPools(ctx.db, actor), saved: url.searchParams.has('saved') };
});

export const actions = {
	assign: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		const pool = Number(form.get('pool'));
		const handle = String(form.get('handle') ?? '').replace(/^\s*@/, '');
		await inForm(`pool-${pool}`, () => assignSeat(ctx.db, actor, pool, { handle }));
		redirect(303, '/seats?saved');
	}),
	free: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		await freeSeat(ctx.db, actor, Number(form.get('pool')), Number(form.get('person')));
		redirect(303, '/seats?saved');
	}),
} satisfies Actions;
