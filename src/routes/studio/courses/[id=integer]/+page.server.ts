import { type RequestEvent, redirect } from '@sveltejs/kit';
import { answer, ofForm, told, wantsData } from '#lib/server/answer.ts';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { studioFrame } from '#lib/server/studio-course.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { publishCourse } from '#server/flows/author-course.ts';
import { type ItemId, type LessonId, parseId, type SectionId } from '#server/kernel/ids.ts';
import {
	addLesson,
	addSection,
	arrangeOutline,
	draftOutline,
	lessonKinds,
	moveInOutline,
	removeLesson,
	removeSection,
	renameSection,
	restoreLesson,
} from '#server/modules/courses/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	requireMember(actor);
	const { course, sections, removed } = await draftOutline(ctx.db, actor, event.params.id as ItemId);
	const query = event.url.searchParams;
	return {
		...studioFrame(course),
		review: course.review,
		sections,
		removed,
		kinds: [...lessonKinds.all.keys()],
		published: Number(query.get('published')) || null,
		submitted: Number(query.get('submitted')) || null,
	};
});

const idOf = (event: RequestEvent) => event.params.id as unknown as ItemId;
const text = (form: FormData, name: string) => String(form.get(name) ?? '');
const sectionOf = (form: FormData) => parseId<SectionId>(text(form, 'sectionId')) ?? 0;
const lessonOf = (form: FormData) => parseId<LessonId>(text(form, 'lessonId')) ?? 0;

export const actions = {
	section: ofForm(
		'section',
		action(async (event: RequestEvent, form) => {
			const { id } = await addSection(event.locals.ctx.db, event.locals.actor, idOf(event), {
				title: text(form, 'title'),
			});
			return answer(event, { id }, `#s${id}`);
		}),
	),
	rename: ofForm(
		'rename',
		action(async (event: RequestEvent, form) => {
			const sectionId = sectionOf(form);
			await renameSection(event.locals.ctx.db, event.locals.actor, {
				courseId: idOf(event),
				sectionId,
				title: text(form, 'title'),
			});
			return answer(event, {}, `#s${sectionId}`);
		}),
	),
	removeSection: told(
		action(async (event: RequestEvent, form) => {
			await removeSection(event.locals.ctx.db, event.locals.actor, {
				courseId: idOf(event),
				sectionId: sectionOf(form),
			});
			return answer(event, {});
		}),
	),
	lesson: ofForm(
		'lesson',
		action(async (event: RequestEvent, form) => {
			const courseId = idOf(event);
			const made = await addLesson(event.locals.ctx.db, event.locals.actor, courseId, {
				sectionId: sectionOf(form),
				kind: text(form, 'kind'),
				title: text(form, 'title'),
			});
			redirect(303, `/studio/courses/${courseId}/lessons/${made.id}`);
		}),
	),
	removeLesson: told(
		action(async (event: RequestEvent, form) => {
			await removeLesson(event.locals.ctx.db, event.locals.actor, {
				courseId: idOf(event),
				lessonId: lessonOf(form),
			});
			return answer(event, {});
		}),
	),
	restore: told(
		action(async (event: RequestEvent, form) => {
			await restoreLesson(event.locals.ctx.db, event.locals.actor, {
				courseId: idOf(event),
				lessonId: lessonOf(form),
				sectionId: sectionOf(form),
			});
			return answer(event, {});
		}),
	),
	/** A button's word: `up` or `down`, and what it moves. */
	move: told(
		action(async (event: RequestEvent, form) => {
			const lessonId = parseId<LessonId>(text(form, 'lessonId'));
			const sectionId = parseId<SectionId>(text(form, 'sectionId'));
			await moveInOutline(event.locals.ctx.db, event.locals.actor, idOf(event), {
				lessonId,
				sectionId,
				by: form.get('to') === 'up' ? -1 : 1,
			});
			return answer(event, {}, lessonId ? `#l${lessonId}` : `#s${sectionId}`);
		}),
	),
	/** What was dragged: `order` is `section:lesson,lesson;section:…`. */
	order: told(
		action(async (event: RequestEvent, form) => {
			const sections = text(form, 'order')
				.split(';')
				.filter(Boolean)
				.map((part) => {
					const [id, lessons = ''] = part.split(':');
					return { id: Number(id), lessons: lessons.split(',').filter(Boolean).map(Number) };
				});
			const { revision } = await arrangeOutline(event.locals.ctx.db, event.locals.actor, idOf(event), {
				revision: Number(form.get('revision')) || undefined,
				sections,
			});
			return wantsData(event) ? { revision } : answer(event, {});
		}),
	),
	publish: ofForm(
		'publish',
		action(async (event: RequestEvent, form) => {
			const courseId = idOf(event);
			const { version, published } = await publishCourse(event.locals.ctx.db, event.locals.actor, courseId, {
				note: text(form, 'note'),
				review: form.has('review'),
			});
			redirect(303, `/studio/courses/${courseId}?${published ? 'published' : 'submitted'}=${version}`);
		}),
	),
} satisfies Actions;
