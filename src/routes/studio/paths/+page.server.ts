import { type RequestEvent, redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { createPath, listMyPaths, mayMakePaths } from '#server/modules/credentials/index.ts';
import type { Actions } from './$types';

export const load = page(async ({ locals }) => {
	const { ctx, actor, locale } = locals;
	const { userId } = requireMember(actor);
	const [paths, may] = await Promise.all([listMyPaths(ctx.db, userId), mayMakePaths(ctx.db, actor)]);
	return { paths: paths.filter(({ kind, owned }) => kind === 'programme' && owned), may, language: locale };
});

export const actions = {
	create: action(async (event: RequestEvent, form) => {
		const id = await createPath(event.locals.ctx.db, event.locals.actor, {
			title: String(form.get('title') ?? ''),
			language: form.get('language') as 'zh-CN' | 'en',
		});
		redirect(303, `/studio/paths/${id}`);
	}),
} satisfies Actions;
