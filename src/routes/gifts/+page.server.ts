import { redirect } from '@sveltejs/kit';
import { textOf } from '#lib/server/deal-forms.ts';
import { action, page } from '#lib/server/page.ts';
import { findGift, listGifts } from '#server/modules/gifts/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async ({ locals, url }: PageServerLoadEvent) => ({
	gifts: await listGifts(locals.ctx.db, locals.actor),
	origin: url.origin,
}));

export const actions = {
	/** Looks a code up that somebody was given on paper. */
	default: action(async ({ locals }: RequestEvent, form) => {
		const { code } = await findGift(locals.ctx.db, textOf(form, 'code'));
		redirect(303, `/gifts/${code}`);
	}),
} satisfies Actions;
