import { type RequestEvent, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
// Whatever has work for mentors registers it on import.
import '#server/modules/cohorts/index.ts';
import { action, page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import {
	isMentor,
	readDesk,
	readMentorSettings,
	setMentorSettings,
} from '#server/modules/mentoring/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, url }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	const { userId } = requireMember(actor);
	const [desk, settings, mentors] = await Promise.all([
		readDesk(ctx.db, actor),
		readMentorSettings(ctx.db, userId),
		isMentor(ctx.db, userId),
	]);
	return { desk, settings, mentors, saved: url.searchParams.has('saved') };
});

export const actions = {
	settings: action(async (event: RequestEvent, form) => {
		await setMentorSettings(event.locals.ctx.db, event.locals.actor, {
			tags: String(form.get('tags') ?? '').split(/[,，\s]+/),
			awayUntil: String(form.get('awayUntil') ?? ''),
		});
		redirect(303, `${event.url.pathname}?saved=1`);
	}),
} satisfies Actions;
