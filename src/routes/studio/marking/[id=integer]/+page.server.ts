import { type RequestEvent, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { ofForm } from '#lib/server/answer.ts';
import { marksOf } from '#lib/server/marks-form.ts';
import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { type ItemId, parseId } from '#server/kernel/ids.ts';
import {
	claimSubmission,
	markSubmission,
	readForMarking,
	releaseSubmission,
	takeNext,
} from '#server/modules/assignments/index.ts';
import { diffLines } from '#server/platform/markdown/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	requireMember(actor);
	const work = await readForMarking(ctx.db, actor, Number(event.params.id));
	const before = work.rounds.find(({ round }) => round === work.submission.round - 1);
	return {
		work,
		changes: before ? diffLines(before.source, work.submission.source) : null,
		courseId: parseId<ItemId>(event.url.searchParams.get('course')),
		saved: event.url.searchParams.has('saved'),
	};
});

const idOf = (event: RequestEvent) => Number(event.params.id);

export const actions = {
	claim: ofForm(
		'claim',
		action(async (event: RequestEvent) => {
			await claimSubmission(event.locals.ctx.db, event.locals.actor, idOf(event));
			redirect(303, event.url.pathname);
		}),
	),
	release: ofForm(
		'claim',
		action(async (event: RequestEvent) => {
			await releaseSubmission(event.locals.ctx.db, event.locals.actor, idOf(event));
			redirect(303, '/studio/marking');
		}),
	),
	mark: ofForm(
		'mark',
		action(async (event: RequestEvent, form) => {
			const { db } = event.locals.ctx;
			const { actor } = event.locals;
			const way = String(form.get('way') ?? 'stay');
			await markSubmission(db, actor, idOf(event), {
				...marksOf(form),
				comment: String(form.get('comment') ?? ''),
				privateNote: String(form.get('privateNote') ?? ''),
				returned: way === 'return',
			});
			const courseId = parseId<ItemId>(String(form.get('course') ?? ''));
			const next = way === 'stay' ? null : await takeNext(db, actor, { courseId });
			const filter = courseId ? `?course=${courseId}` : '';
			if (next)
				redirect(303, `/studio/marking/${next.kind === 'answers' ? 'answers/' : ''}${next.id}${filter}`);
			redirect(303, way === 'stay' ? `${event.url.pathname}?saved` : `/studio/marking${filter || '?'}&none`);
		}),
	),
} satisfies Actions;
