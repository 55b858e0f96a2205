import { type RequestEvent, redirect } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import {
	calendarToken,
	listMyCohorts,
	listOpenCohorts,
	renewCalendar,
} from '#server/modules/cohorts/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, url }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	const { userId } = actor;
	const [open, mine, token] = await Promise.all([
		listOpenCohorts(ctx.db, actor, { cursor: url.searchParams.get('cursor') }),
		userId === null ? [] : listMyCohorts(ctx.db, userId),
		userId === null || actor.suspended ? null : calendarToken(ctx.db, actor, ctx.secret),
	]);
	return {
		open: { ...open, items: open.items.filter(({ mine: status }) => status === null || status === 'left') },
		mine,
		calendar: token && `${url.origin}/calendar/${token}.ics`,
		renewed: url.searchParams.has('renewed'),
	};
});

export const actions = {
	renew: action(async (event: RequestEvent) => {
		await renewCalendar(event.locals.ctx.db, event.locals.actor, event.locals.ctx.secret);
		redirect(303, '/cohorts?renewed=1#calendar');
	}),
} satisfies Actions;
