import { type RequestEvent, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { parseId } from '#server/kernel/ids.ts';
import { type Reason, report, subjectOf } from '#server/modules/moderation/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

const named = (get: (name: string) => unknown) => ({
	itemId: parseId<number>(String(get('item') ?? '')),
	replyId: parseId<number>(String(get('reply') ?? '')),
	handle: String(get('person') ?? '') || null,
});

export const load = page(async ({ locals, url }: PageServerLoadEvent) => {
	requireMember(locals.actor);
	const what = named((name) => url.searchParams.get(name));
	const { subject, authorId, title, excerpt } = await subjectOf(locals.ctx.db, locals.actor, what);
	return { what, kind: subject.kind, title, excerpt, own: authorId === locals.actor.userId };
});

export const actions = {
	default: action(async (event: RequestEvent, form) => {
		await report(event.locals.ctx.db, event.locals.actor, {
			...named((name) => form.get(name)),
			reason: String(form.get('reason') ?? '') as Reason,
			words: String(form.get('words') ?? ''),
		});
		redirect(303, '/moderation/reports?sent=1');
	}),
} satisfies Actions;
