import '#lib/server/kinds.ts';
import { page } from '#lib/server/page.ts';
import type { ItemId } from '#server/kernel/ids.ts';
import { mustFindCourse } from '#server/modules/courses/index.ts';
import { hrefOf } from '#server/modules/items/index.ts';
import { listCourseQuestions, questionFilters } from '#server/modules/mentoring/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, params, url }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	const course = await mustFindCourse(ctx.db, actor, params.id as ItemId);
	const filter = questionFilters.find((one) => one === url.searchParams.get('filter')) ?? 'all';
	return {
		course: { id: course.id, title: course.title, href: hrefOf({ kind: 'course', ...course }) },
		filter,
		questions: await listCourseQuestions(ctx.db, actor, course.id, {
			filter,
			cursor: url.searchParams.get('cursor'),
		}),
	};
});
