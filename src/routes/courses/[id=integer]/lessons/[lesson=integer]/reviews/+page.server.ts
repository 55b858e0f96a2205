import { type RequestEvent, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { lessonAlone, lessonKey } from '#lib/server/learn-page.ts';
import { marksOf } from '#lib/server/marks-form.ts';
import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { AppError } from '#server/kernel/errors.ts';
import { parseId } from '#server/kernel/ids.ts';
import { calibrate, reviewTask, submitReview } from '#server/modules/assignments/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	requireMember(actor);
	const { searchParams } = event.url;
	const alone = await lessonAlone(event, 'assignment');
	const key = lessonKey(event);
	const desk = await reviewTask(ctx.db, actor, key, {
		review: parseId<number>(searchParams.get('review')),
		compare: searchParams.get('compare'),
	}).catch((error) => {
		// Who has handed nothing in has nothing to review: the lesson says so.
		if (!(error instanceof AppError) || error.code !== 'assignments.not_handed_in') throw error;
		redirect(303, `/courses/${key.courseId}/lessons/${key.lessonId}`);
	});
	return { ...alone, desk };
});

const keyOf = (event: RequestEvent) => lessonKey(event as unknown as Parameters<typeof lessonKey>[0]);

export const actions = {
	calibrate: action(async (event: RequestEvent, form) => {
		const sample = String(form.get('sample') ?? '');
		await calibrate(event.locals.ctx.db, event.locals.actor, keyOf(event), sample, {
			chosen: marksOf(form).chosen,
		});
		redirect(303, `${event.url.pathname}?compare=${encodeURIComponent(sample)}`);
	}),
	review: action(async (event: RequestEvent, form) => {
		const id = parseId<number>(String(form.get('review') ?? '')) ?? 0;
		const { chosen, remarks } = marksOf(form);
		await submitReview(event.locals.ctx.db, event.locals.actor, id, {
			chosen,
			remarks,
			comment: String(form.get('comment') ?? ''),
		});
		redirect(303, event.url.pathname);
	}),
} satisfies Actions;
