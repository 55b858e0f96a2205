import { type RequestEvent, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { readLessonData, readLessonSettings, ruleShown } from '#lib/server/lesson-form.ts';
import { action, page } from '#lib/server/page.ts';
import { studioFrame } from '#lib/server/studio-course.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { type ItemId, type LessonId, parseId } from '#server/kernel/ids.ts';
import {
	draftOutline,
	editedLesson,
	lessonKinds,
	renderLesson,
	saveLesson,
	setLesson,
} from '#server/modules/courses/index.ts';
import { findMedia, mediaError, type Purpose, uploadWhole } from '#server/modules/media/index.ts';
import { inTransaction } from '#server/platform/db/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

const keyOf = (event: { params: { id: number; lesson: number } }) => ({
	courseId: event.params.id as ItemId,
	lessonId: event.params.lesson as LessonId,
});

async function lessonsAround(event: { params: { id: number; lesson: number }; locals: App.Locals }) {
	const { ctx, actor } = event.locals;
	const key = keyOf(event);
	const outline = await draftOutline(ctx.db, actor, key.courseId);
	const lessons = outline.sections.flatMap((section) => section.lessons);
	const at = lessons.findIndex(({ id }) => id === key.lessonId);
	return {
		others: lessons.filter(({ id }) => id !== key.lessonId).map(({ id, title }) => ({ id, title })),
		previous: lessons[at - 1]?.id ?? null,
		next: lessons[at + 1]?.id ?? null,
	};
}

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	requireMember(actor);
	const [{ course, lesson }, around] = await Promise.all([
		editedLesson(ctx.db, actor, keyOf(event)),
		lessonsAround(event),
	]);
	const kind = lessonKinds.all.get(lesson.kind);
	const purpose: Purpose | null = kind?.media ? (kind.media === 'model' ? 'file' : kind.media) : null;
	const [medium] = lesson.mediaId ? await findMedia(ctx.db, [lesson.mediaId]) : [];
	return {
		purpose,
		medium: medium
			? {
					id: medium.id,
					name: medium.name,
					status: medium.status,
					bytes: medium.bytes,
					refusal: medium.refusal,
					refusalParams: medium.refusalParams,
				}
			: null,
		...studioFrame(course),
		lesson,
		language: course.language,
		...around,
		rule: ruleShown(lesson.rule, around.previous),
		manual: kind?.manual ?? false,
		further: kind?.studioHref?.({ courseId: course.id, lessonId: lesson.id }) ?? null,
		saved: event.url.searchParams.has('saved'),
		// The form has a bar of its own where a phone's tabs would be.
		bar: 'item' as const,
	};
});

export const actions = {
	save: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const key = keyOf(event as unknown as { params: { id: number; lesson: number } });
		const { previous } = await lessonsAround(event as unknown as Parameters<typeof lessonsAround>[0]);
		await inTransaction(ctx.db, async (tx) => {
			await setLesson(tx, actor, key, readLessonSettings(form, previous));
			await saveLesson(tx, actor, key, {
				title: String(form.get('title') ?? ''),
				source: String(form.get('source') ?? '').replace(/\r\n?/g, '\n'),
				data: readLessonData(form),
				...(form.has('mediaId') ? { mediaId: parseId(form.get('mediaId') as string) } : {}),
				minutes: String(form.get('minutes') ?? ''),
				revision: Number(form.get('revision')) || undefined,
			});
		});
		redirect(303, `${event.url.pathname}?saved`);
	}),
	/** A file without a script: small ones only. With one it is uploaded beside the form, which then names it. */
	upload: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const key = keyOf(event as unknown as { params: { id: number; lesson: number } });
		const file = form.get('file');
		if (!(file instanceof File) || file.size === 0) throw mediaError('not_found');
		const mediaId = await uploadWhole(
			ctx.db,
			actor,
			{
				name: file.name,
				purpose: form.get('purpose') as Purpose,
				bytes: Buffer.from(await file.arrayBuffer()),
			},
			ctx.media,
		);
		const { lesson } = await editedLesson(ctx.db, actor, key);
		await saveLesson(ctx.db, actor, key, {
			title: lesson.title,
			source: lesson.source,
			data: lesson.data,
			mediaId,
			minutes: lesson.minutesSet ? lesson.minutes : null,
		});
		redirect(303, `${event.url.pathname}?saved`);
	}),
	/** As a learner would see it, without saving. */
	preview: action(async (event: RequestEvent, form) => {
		requireMember(event.locals.actor);
		const source = String(form.get('source') ?? '').replace(/\r\n?/g, '\n');
		const values: Record<string, string> = {};
		for (const [name, value] of form) if (typeof value === 'string') values[name] = value;
		const { html, has_math } = await renderLesson(source, event.locals.locale);
		return { values, preview: { html, hasMath: has_math } };
	}),
} satisfies Actions;
