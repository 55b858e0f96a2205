import { type RequestEvent, redirect } from '@sveltejs/kit';
import { answer, wantsData } from '#lib/server/answer.ts';
import '#lib/server/kinds.ts';
import { lessonAlone, lessonKey } from '#lib/server/learn-page.ts';
import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { parseId } from '#server/kernel/ids.ts';
import {
	appeal,
	attachFile,
	detachFile,
	handIn,
	rateReview,
	saveDraft,
	type WorkInput,
} from '#server/modules/assignments/index.ts';
import { mediaError, uploadWhole } from '#server/modules/media/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	requireMember(event.locals.actor);
	return lessonAlone(event, 'assignment');
});

const keyOf = (event: RequestEvent) => lessonKey(event as unknown as Parameters<typeof lessonKey>[0]);
const back = (event: RequestEvent, anchor: string) => {
	const { courseId, lessonId } = keyOf(event);
	return `/courses/${courseId}/lessons/${lessonId}${anchor}`;
};

/** Fields that an assignment does not take are not in its form: they stay as they are. */
function workOf(form: FormData): WorkInput {
	const source = form.get('source');
	const link = form.get('link');
	return {
		...(source === null ? {} : { source: String(source) }),
		...(link === null ? {} : { link: String(link) }),
	};
}

export const actions = {
	begin: action(async (event: RequestEvent) => {
		await saveDraft(event.locals.ctx.db, event.locals.actor, keyOf(event));
		redirect(303, back(event, '#draft'));
	}),
	/** Keeps the draft; the page's script does it by itself. */
	keep: action(async (event: RequestEvent, form) => {
		await saveDraft(event.locals.ctx.db, event.locals.actor, keyOf(event), workOf(form));
		if (wantsData(event)) return answer(event, { kept: true });
		redirect(303, back(event, '#draft'));
	}),
	submit: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		// What was typed is kept, whatever becomes of handing it in.
		await saveDraft(ctx.db, actor, keyOf(event), workOf(form));
		await handIn(ctx.db, actor, keyOf(event));
		redirect(303, back(event, '#assignment'));
	}),
	/** A file out of a form without a script. */
	upload: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const file = form.get('file');
		if (!(file instanceof File) || file.size === 0) throw mediaError('not_found');
		const bytes = new Uint8Array(await file.arrayBuffer());
		const mediaId = await uploadWhole(ctx.db, actor, { name: file.name, purpose: 'file', bytes }, ctx.media);
		await attachFile(ctx.db, actor, keyOf(event), mediaId);
		redirect(303, back(event, '#draft'));
	}),
	attach: action(async (event: RequestEvent, form) => {
		const id = parseId<number>(String(form.get('file') ?? '')) ?? 0;
		await attachFile(event.locals.ctx.db, event.locals.actor, keyOf(event), id);
		if (wantsData(event)) return answer(event, { attached: id });
		redirect(303, back(event, '#draft'));
	}),
	detach: action(async (event: RequestEvent, form) => {
		const id = parseId<number>(String(form.get('file') ?? '')) ?? 0;
		await detachFile(event.locals.ctx.db, event.locals.actor, keyOf(event), id);
		redirect(303, back(event, '#draft'));
	}),
	rate: action(async (event: RequestEvent, form) => {
		const id = parseId<number>(String(form.get('review') ?? '')) ?? 0;
		await rateReview(event.locals.ctx.db, event.locals.actor, id, {
			rating: Number(form.get('rating') ?? 0),
		});
		redirect(303, back(event, '#assignment'));
	}),
	appeal: action(async (event: RequestEvent, form) => {
		const id = parseId<number>(String(form.get('submission') ?? '')) ?? 0;
		await appeal(event.locals.ctx.db, event.locals.actor, id, { words: String(form.get('words') ?? '') });
		redirect(303, back(event, '#assignment'));
	}),
} satisfies Actions;
