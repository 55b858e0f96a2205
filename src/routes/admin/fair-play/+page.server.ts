import { type RequestEvent, redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { askToLook, listFindings, listRuns } from '#server/modules/fairplay/index.ts';
import type { Actions } from './$types';

const statuses = ['open', 'confirmed', 'dismissed'] as const;

export const load = page(async ({ locals, url }) => {
	const { ctx, actor } = locals;
	const status = statuses.find((one) => one === url.searchParams.get('status')) ?? 'open';
	const [findings, runs] = await Promise.all([
		listFindings(ctx.db, actor, { status, cursor: url.searchParams.get('cursor') }),
		listRuns(ctx.db, actor),
	]);
	return { status, findings, runs, admin: actor.role === 'admin', asked: url.searchParams.has('asked') };
});

export const actions = {
	search: action(async (event: RequestEvent) => {
		await askToLook(event.locals.ctx.db, event.locals.actor);
		redirect(303, '/admin/fair-play?asked=1#runs');
	}),
} satisfies Actions;
