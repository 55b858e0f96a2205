import '#lib/server/kinds.ts';
import { page } from '#lib/server/page.ts';
import { studioFrame } from '#lib/server/studio-course.ts';
import { requireMember } from '#server/contracts/actor.ts';
import type { ItemId, LessonId } from '#server/kernel/ids.ts';
import { courseToMake, editedLesson } from '#server/modules/courses/index.ts';
import { reportAttempts } from '#server/modules/scorm/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, params, url }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	requireMember(actor);
	const key = { courseId: params.id as ItemId, lessonId: params.lesson as LessonId };
	const course = await courseToMake(ctx.db, actor, key.courseId, 'report');
	const [{ lesson }, attempts] = await Promise.all([
		editedLesson(ctx.db, actor, key),
		reportAttempts(ctx.db, actor, key, { cursor: url.searchParams.get('cursor') }),
	]);
	return { ...studioFrame(course), title: lesson.title, attempts };
});
