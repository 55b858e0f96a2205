import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/page.ts';
import { resetPassword } from '#server/modules/accounts/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, setHeaders }) => {
	// The token must not reach another site or a cache.
	setHeaders({ 'referrer-policy': 'same-origin', 'cache-control': 'no-store' });
	return { token: url.searchParams.get('token') ?? '' };
};

export const actions = {
	default: action(async (event, form) => {
		await resetPassword(await event.locals.ctx.signIn(), Object.fromEntries(form));
		redirect(303, '/sign-in?done=reset');
	}),
};
