import { type RequestEvent, redirect } from '@sveltejs/kit';
import { cohortOf } from '#lib/server/cohort-form.ts';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { studioFrame } from '#lib/server/studio-course.ts';
import type { ItemId } from '#server/kernel/ids.ts';
import { createCohort, listCourseCohorts } from '#server/modules/cohorts/index.ts';
import { courseToMake, has } from '#server/modules/courses/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const id = event.params.id as ItemId;
	const course = await courseToMake(ctx.db, actor, id, 'report');
	return {
		...studioFrame(course),
		cohorts: await listCourseCohorts(ctx.db, actor, id, true),
		makes: has(course.role, 'publish'),
	};
});

export const actions = {
	default: action(async (event: RequestEvent, form) => {
		const courseId = event.params.id as unknown as ItemId;
		const { id } = await createCohort(event.locals.ctx.db, event.locals.actor, courseId, cohortOf(form));
		redirect(303, `${event.url.pathname}/${id}`);
	}),
} satisfies Actions;
