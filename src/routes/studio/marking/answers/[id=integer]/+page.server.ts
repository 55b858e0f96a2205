import { type RequestEvent, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { type ItemId, parseId } from '#server/kernel/ids.ts';
import { markAnswers, readAnswersForMarking } from '#server/modules/assessments/index.ts';
import { takeNext } from '#server/modules/assignments/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	requireMember(actor);
	return {
		attempt: await readAnswersForMarking(ctx.db, actor, Number(event.params.id)),
		courseId: parseId<ItemId>(event.url.searchParams.get('course')),
		saved: event.url.searchParams.has('saved'),
	};
});

export const actions = {
	default: action(async (event: RequestEvent, form) => {
		const { db } = event.locals.ctx;
		const { actor } = event.locals;
		const answers = form.getAll('position').flatMap((value) => {
			const position = Number(value);
			const points = String(form.get(`points${position}`) ?? '').trim();
			// What has no points yet waits on.
			if (points === '') return [];
			return [
				{ position, points: Number(points) / 100, remark: String(form.get(`remark${position}`) ?? '') },
			];
		});
		const done = await markAnswers(db, actor, Number(event.params.id), { answers });
		const courseId = parseId<ItemId>(String(form.get('course') ?? ''));
		if (done === null || form.get('way') !== 'next') redirect(303, `${event.url.pathname}?saved`);
		const next = await takeNext(db, actor, { courseId });
		const filter = courseId ? `course=${courseId}` : '';
		redirect(
			303,
			next
				? `/studio/marking/${next.kind === 'answers' ? 'answers/' : ''}${next.id}${filter && `?${filter}`}`
				: `/studio/marking?none${filter && `&${filter}`}`,
		);
	}),
} satisfies Actions;
