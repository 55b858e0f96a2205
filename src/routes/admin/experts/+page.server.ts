import type { RequestEvent } from '@sveltejs/kit';
import { answer, ofForm } from '#lib/server/answer.ts';
import { action, page } from '#lib/server/page.ts';
import { parseId } from '#server/kernel/ids.ts';
import { listAllExperts, listApplications, revokeExpert } from '#server/modules/experts/index.ts';
import type { Actions } from './$types';

export const load = page(async ({ locals }) => {
	const [experts, waiting] = await Promise.all([
		listAllExperts(locals.ctx.db, locals.actor),
		listApplications(locals.ctx.db, locals.actor, { limit: 5 }),
	]);
	return { experts, waiting: waiting.items };
});

export const actions = {
	revoke: ofForm(
		'revoke',
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			await revokeExpert(ctx.db, actor, parseId<number>(String(form.get('person') ?? '')) ?? 0, {
				reason: String(form.get('reason') ?? ''),
			});
			return answer(event, {});
		}),
	),
} satisfies Actions;
