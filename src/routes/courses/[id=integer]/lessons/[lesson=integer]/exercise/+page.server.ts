import { type RequestEvent, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { lessonAlone, lessonKey } from '#lib/server/learn-page.ts';
import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { tryCode } from '#server/modules/assessments/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	requireMember(event.locals.actor);
	return lessonAlone(event, 'exercise');
});

export const actions = {
	/** Runs what was written: only the cases that are shown, or all of them, which counts. */
	default: action(async (event: RequestEvent, form) => {
		const key = lessonKey(event as unknown as Parameters<typeof lessonKey>[0]);
		const { ctx, actor } = event.locals;
		await tryCode(ctx.db, actor, key, {
			code: String(form.get('code') ?? ''),
			trial: form.get('do') === 'run',
		});
		redirect(303, `/courses/${key.courseId}/lessons/${key.lessonId}#result`);
	}),
} satisfies Actions;
