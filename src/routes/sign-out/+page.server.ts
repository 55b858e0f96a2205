import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/page.ts';
import { setCookies } from '#lib/server/session.ts';
import { signOut } from '#server/modules/accounts/index.ts';

export const load = () => redirect(303, '/');

export const actions = {
	default: action(async (event) => {
		const { ctx, person } = event.locals;
		const { cookies } = await signOut(await ctx.signIn(), event.request.headers);
		if (person) ctx.identities.forget(person.id);
		setCookies(event.cookies, cookies);
		redirect(303, '/');
	}),
};
