import { type RequestEvent, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { told } from '#lib/server/answer.ts';
import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { type ItemId, parseId } from '#server/kernel/ids.ts';
import { deskCourses, listWaiting, takeNext } from '#server/modules/assignments/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	requireMember(actor);
	const { searchParams } = event.url;
	const courseId = parseId<ItemId>(searchParams.get('course'));
	const free = searchParams.has('free');
	const [courses, waiting] = await Promise.all([
		deskCourses(ctx.db, actor),
		listWaiting(ctx.db, actor, { courseId, free, cursor: searchParams.get('cursor') }),
	]);
	return { courses, waiting, courseId, free, none: searchParams.has('none') };
});

export const actions = {
	/** Takes what waits longest, and goes there. */
	next: told(
		action(async (event: RequestEvent, form) => {
			const courseId = parseId<ItemId>(String(form.get('course') ?? ''));
			const next = await takeNext(event.locals.ctx.db, event.locals.actor, { courseId });
			const filter = courseId ? `?course=${courseId}` : '';
			if (!next) redirect(303, `/studio/marking?none${courseId ? `&course=${courseId}` : ''}`);
			redirect(303, `/studio/marking/${next.kind === 'answers' ? 'answers/' : ''}${next.id}${filter}`);
		}),
	),
} satisfies Actions;
