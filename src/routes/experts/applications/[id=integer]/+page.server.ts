import { type RequestEvent, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { readApplication, reviewApplication, withdrawApplication } from '#server/modules/experts/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

const outcomes = ['approved', 'refused', 'waits'] as const;

export const load = page(async ({ locals, params, url }: PageServerLoadEvent) => ({
	application: await readApplication(locals.ctx.db, locals.actor, params.id),
	came: outcomes.find((one) => one === url.searchParams.get('came')) ?? null,
}));

const idOf = (event: RequestEvent) => event.params.id as unknown as number;

export const actions = {
	verdict: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const came = await reviewApplication(ctx.db, actor, idOf(event), {
			verdict: String(form.get('verdict') ?? '') as 'approve',
			reason: String(form.get('reason') ?? ''),
		});
		redirect(303, `${event.url.pathname}?came=${came ?? 'waits'}`);
	}),
	withdraw: action(async (event: RequestEvent) => {
		await withdrawApplication(event.locals.ctx.db, event.locals.actor, idOf(event));
		redirect(303, '/experts/apply');
	}),
} satisfies Actions;
