import { type RequestEvent, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { parseId } from '#server/kernel/ids.ts';
import { createCourse, listMadeCourses } from '#server/modules/courses/index.ts';
import { spacesToPostIn } from '#server/modules/entitlements/index.ts';
import type { Actions } from './$types';

export const load = page(async ({ locals }) => {
	const { ctx, actor, locale } = locals;
	const { userId } = requireMember(actor);
	const [courses, spaces] = await Promise.all([
		listMadeCourses(ctx.db, userId),
		spacesToPostIn(ctx.db, actor),
	]);
	return {
		courses,
		spaces: spaces.map(({ id, name, names }) => ({ id, name, names })),
		language: locale,
	};
});

export const actions = {
	create: action(async (event: RequestEvent, form) => {
		const { id } = await createCourse(event.locals.ctx.db, event.locals.actor, {
			title: String(form.get('title') ?? ''),
			spaceId: parseId(form.get('spaceId') as string | null) ?? 0,
			language: form.get('language') as 'zh-CN' | 'en',
		});
		redirect(303, `/studio/courses/${id}`);
	}),
} satisfies Actions;
