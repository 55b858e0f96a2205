import { action } from '#lib/server/page.ts';
import { setCookies } from '#lib/server/session.ts';
import { AppError } from '#server/kernel/errors.ts';
import { sendVerification, verifyEmail } from '#server/modules/accounts/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals, cookies, request }) => {
	const token = url.searchParams.get('token');
	if (!token) return { verified: locals.person?.emailVerified ?? false, failed: false };
	try {
		const signedIn = await verifyEmail(await locals.ctx.signIn(), token, request.headers);
		if (locals.person) locals.ctx.identities.forget(locals.person.id);
		// Who is signed in stays who they are, also when the link is another account's.
		if (!locals.person) setCookies(cookies, signedIn.cookies);
		return { verified: true, failed: false };
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		return { verified: locals.person?.emailVerified ?? false, failed: true };
	}
};

export const actions = {
	again: action(async (event) => {
		const { ctx, person } = event.locals;
		if (person)
			await sendVerification(await ctx.signIn(), person, event.request.headers, event.getClientAddress());
		return { sent: true };
	}),
};
