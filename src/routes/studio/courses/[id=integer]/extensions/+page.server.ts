import { type RequestEvent, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { instantOf } from '#lib/server/lesson-form.ts';
import { action, page } from '#lib/server/page.ts';
import { studioFrame } from '#lib/server/studio-course.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { type ItemId, type LessonId, parseId } from '#server/kernel/ids.ts';
import { dueLessons, extendDue, listExtensions } from '#server/modules/assignments/index.ts';
import { courseToMake } from '#server/modules/courses/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, params, url }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	requireMember(actor);
	const course = await courseToMake(ctx.db, actor, params.id as ItemId, 'report');
	const [lessons, extensions] = await Promise.all([
		dueLessons(ctx.db, actor, course.id),
		listExtensions(ctx.db, actor, course.id, { cursor: url.searchParams.get('cursor') }),
	]);
	return {
		...studioFrame(course),
		lessons,
		extensions,
		learner: url.searchParams.get('learner')?.slice(0, 60) ?? '',
		lesson: url.searchParams.get('lesson') ?? '',
		saved: url.searchParams.has('saved'),
	};
});

export const actions = {
	default: action(async (event: RequestEvent, form) => {
		const text = (name: string) => String(form.get(name) ?? '').trim();
		const key = {
			courseId: event.params.id as unknown as ItemId,
			lessonId: parseId<LessonId>(text('lessonId')) ?? 0,
		};
		await extendDue(event.locals.ctx.db, event.locals.actor, key, {
			handle: text('handle').replace(/^@/, ''),
			dueAt: instantOf(text('dueAt')) || null,
			reason: text('reason'),
		});
		redirect(303, `${event.url.pathname}?saved`);
	}),
} satisfies Actions;
