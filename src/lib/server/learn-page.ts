import { error } from '@sveltejs/kit';
import type { ItemId, LessonId } from '#server/kernel/ids.ts';
import { readLesson } from '#server/modules/courses/index.ts';
import { hrefOf } from '#server/modules/items/index.ts';

export const lessonKey = (event: { params: { id: number; lesson: number } }) => ({
	courseId: event.params.id as ItemId,
	lessonId: event.params.lesson as LessonId,
});

/**
 * A lesson alone on its page, for what its kind does there: where its forms come back to when they are refused. Who may
 * not open it finds nothing; the lesson's own page tells them why.
 */
export async function lessonAlone(
	event: { params: { id: number; lesson: number }; locals: App.Locals },
	kind: string,
) {
	const { ctx, actor } = event.locals;
	const shown = await readLesson(ctx.db, actor, lessonKey(event));
	if (!shown?.text || shown.lesson.kind !== kind)
		error(404, { message: 'There is no such lesson.', code: 'courses.lesson_not_found' });
	const { id, slug } = shown.course;
	return { shown, courseHref: hrefOf({ kind: 'course', id, slug }) };
}
