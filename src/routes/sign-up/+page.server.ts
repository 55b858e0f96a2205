import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { safeNext, setCookies } from '#lib/server/session.ts';
import { signUp } from '#server/modules/accounts/index.ts';

export const load = page(async (event) => {
	if (event.locals.person) redirect(303, safeNext(event));
	return { next: safeNext(event), closed: event.locals.ctx.settings.registration === 'closed' };
});

export const actions = {
	default: action(async (event, form) => {
		const { ctx, locale } = event.locals;
		const { cookies } = await signUp(
			await ctx.signIn(),
			Object.fromEntries(form),
			event.request.headers,
			event.getClientAddress(),
			locale,
		);
		setCookies(event.cookies, cookies);
		// Says where the mail is before anything else: without it nobody can post.
		redirect(303, `/verify-email?next=${encodeURIComponent(safeNext(event, form.get('next')))}`);
	}),
};
