import '#lib/server/kinds.ts';
import { page } from '#lib/server/page.ts';
import { studioFrame } from '#lib/server/studio-course.ts';
import type { ItemId } from '#server/kernel/ids.ts';
import { dueLessons } from '#server/modules/assignments/index.ts';
import { courseToMake, reportCourse, reportLearners } from '#server/modules/courses/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const id = event.params.id as ItemId;
	const [course, report, learners, lessons] = await Promise.all([
		courseToMake(ctx.db, actor, id, 'report'),
		reportCourse(ctx.db, actor, id),
		reportLearners(ctx.db, actor, id, { cursor: event.url.searchParams.get('cursor') }),
		dueLessons(ctx.db, actor, id),
	]);
	return { ...studioFrame(course), report, learners, extends: lessons.length > 0 };
});
