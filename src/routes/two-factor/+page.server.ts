import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { safeNext, setCookies } from '#lib/server/session.ts';
import { verifySecondFactor } from '#server/modules/accounts/index.ts';

export const load = page(async (event) => ({ next: safeNext(event) }));

export const actions = {
	default: action(async (event, form) => {
		const { cookies } = await verifySecondFactor(
			await event.locals.ctx.signIn(),
			{ code: String(form.get('code') ?? ''), backup: form.has('backup'), trust: form.has('trust') },
			event.request.headers,
			event.getClientAddress(),
		);
		setCookies(event.cookies, cookies);
		redirect(303, safeNext(event, form.get('next')));
	}),
};
