import { action } from '#lib/server/page.ts';
import { setCookies } from '#lib/server/session.ts';
import { AppError } from '#server/kernel/errors.ts';
import { verifyEmail } from '#server/modules/accounts/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals, cookies, request }) => {
	const token = url.searchParams.get('token');
	if (!token) return { verified: locals.person?.emailVerified ?? false, failed: false };
	try {
		const signedIn = await verifyEmail(await locals.ctx.signIn(), token, request.headers);
		if (locals.person) locals.ctx.identities.forget(locals.person.id);
		setCookies(cookies, signedIn.cookies);
		return { verified: true, failed: false };
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		return { verified: locals.person?.emailVerified ?? false, failed: true };
	}
};

export const actions = {
	again: action(async ({ locals, request }) => {
		const { auth } = await locals.ctx.signIn();
		if (locals.person && !locals.person.emailVerified)
			await auth.api.sendVerificationEmail({
				body: { email: locals.person.email },
				headers: request.headers,
			});
		return { sent: true };
	}),
};
