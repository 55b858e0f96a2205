import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { cancelTalk } from '#server/flows/talk.ts';
import { now } from '#server/kernel/clock.ts';
import { listTalks } from '#server/modules/asks/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async ({ locals }: PageServerLoadEvent) => {
	const at = now();
	const talks = await listTalks(locals.ctx.db, locals.actor);
	return {
		talks: talks.map((talk) => ({
			...talk,
			mayCancel:
				talk.status === 'booked' &&
				at <= (talk.mine ? new Date(talk.startsAt.getTime() + talk.minutes * 60_000) : talk.cancelUntil),
		})),
	};
});

export const actions = {
	cancel: action(async ({ locals }: RequestEvent, form) => {
		await cancelTalk(locals.ctx.db, locals.actor, Number(form.get('orderId')));
		redirect(303, '/talks');
	}),
} satisfies Actions;
