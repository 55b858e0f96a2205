import { error, redirect } from '@sveltejs/kit';
import { answer, ofForm, told } from '#lib/server/answer.ts';
import '#lib/server/kinds.ts';
import { lessonMedia } from '#lib/server/lesson-media.ts';
import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import type { ItemId, LessonId } from '#server/kernel/ids.ts';
import { type LessonPageData, loadLessonPage } from '#server/main/pages/lesson-page.ts';
import {
	dropNote,
	enrol,
	markDone,
	readLesson,
	rewriteNote,
	takeNote,
} from '#server/modules/courses/index.ts';
import { hrefOf } from '#server/modules/items/index.ts';
import { askQuestion } from '#server/modules/mentoring/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async ({ locals, params, platform, url }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	const key = { courseId: params.id as ItemId, lessonId: params.lesson as LessonId };
	const shown = (platform?.loaded as LessonPageData) ?? (await loadLessonPage(ctx.db, actor, key));
	if (!shown) error(404, { message: 'There is no such lesson.', code: 'courses.lesson_not_found' });
	const { course, text } = shown;
	// Addresses of streams are for whom they were made, and for a time: such a page is not kept.
	if (actor.userId === null && !text?.mediaId) locals.cache([`item:${course.id}`], 300);
	return {
		...shown,
		media: await lessonMedia(ctx, actor, shown),
		courseHref: hrefOf({ kind: 'course', id: course.id, slug: course.slug }),
		finished: url.searchParams.has('finished'),
		bar: 'item' as const,
	};
});

export const actions = {
	ask: ofForm(
		'ask',
		action(async (event: RequestEvent, form) => {
			const text = (name: string) => String(form.get(name) ?? '').replace(/\r\n?/g, '\n');
			// People count paragraphs from one.
			const number = text('number') === '' ? '' : String(Number(text('number')) - 1);
			const { id } = await askQuestion(
				event.locals.ctx.db,
				event.locals.actor,
				{ courseId: event.params.id as ItemId, lessonId: event.params.lesson as LessonId },
				{
					title: text('title'),
					source: text('source'),
					paragraph: number,
					second: text('second'),
					quote: text('quote'),
					tag: text('tag'),
				},
			);
			redirect(303, `/lesson-questions/${id}`);
		}),
	),
	/** Marks it as done, and goes on to the next lesson where `next` names one. */
	done: told(
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			requireMember(actor);
			const courseId = event.params.id as ItemId;
			const lessonId = event.params.lesson as LessonId;
			const before = await readLesson(ctx.db, actor, { courseId, lessonId });
			await markDone(ctx.db, actor, lessonId);
			const after = await readLesson(ctx.db, actor, { courseId, lessonId });
			if (form.get('go') !== 'next' || !after) return answer(event, { done: true });
			// Lessons that nobody needs may follow the one that completes the course.
			const { next, course } = after;
			const on = next && course.states.get(next.id)?.open ? next : null;
			const finished = course.completedAt !== null && (before?.course.completedAt === null || !on);
			if (!on && !finished) return answer(event, { done: true });
			redirect(303, `/courses/${courseId}/lessons/${on?.id ?? lessonId}${finished ? '?finished' : ''}`);
		}),
	),
	begin: told(
		action(async (event: RequestEvent) => {
			await enrol(event.locals.ctx.db, event.locals.actor, event.params.id as ItemId);
			return answer(event, {});
		}),
	),
	note: ofForm(
		'note',
		action(async (event: RequestEvent, form) => {
			const text = (name: string) => String(form.get(name) ?? '').replace(/\r\n?/g, '\n');
			const { id } = await takeNote(event.locals.ctx.db, event.locals.actor, {
				lessonId: event.params.lesson as LessonId,
				paragraph: text('paragraph') === '' ? null : Number(text('paragraph')),
				second: text('second') === '' ? null : Number(text('second')),
				quote: text('quote'),
				source: text('source'),
			});
			return answer(event, { id }, `#n${id}`);
		}),
	),
	rewrite: ofForm(
		'rewrite',
		action(async (event: RequestEvent, form) => {
			const id = Number(form.get('noteId'));
			await rewriteNote(event.locals.ctx.db, event.locals.actor, id, {
				source: String(form.get('source') ?? '').replace(/\r\n?/g, '\n'),
			});
			return answer(event, {}, `#n${id}`);
		}),
	),
	dropNote: told(
		action(async (event: RequestEvent, form) => {
			await dropNote(event.locals.ctx.db, event.locals.actor, Number(form.get('noteId')));
			return answer(event, {}, '#notes');
		}),
	),
} satisfies Actions;
