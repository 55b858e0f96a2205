import { type RequestEvent, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { parseId } from '#server/kernel/ids.ts';
import { endCard, rateCard, reviewDesk } from '#server/modules/assessments/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, url }: PageServerLoadEvent) => ({
	desk: await reviewDesk(locals.ctx.db, locals.actor, parseId(url.searchParams.get('show')) ?? undefined),
}));

export const actions = {
	rate: action(async (event: RequestEvent, form) => {
		await rateCard(event.locals.ctx.db, event.locals.actor, {
			cardId: parseId(form.get('card') as string) ?? 0,
			rating: Number(form.get('rating')),
		});
		redirect(303, '/review');
	}),
	/** Sets a card aside for good. */
	end: action(async (event: RequestEvent, form) => {
		await endCard(event.locals.ctx.db, event.locals.actor, parseId(form.get('card') as string) ?? 0);
		redirect(303, '/review');
	}),
} satisfies Actions;
