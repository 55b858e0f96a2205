import { error, redirect } from '@sveltejs/kit';
import { safeNext, setCookies } from '#lib/server/session.ts';
import type { RequestHandler } from './$types';

/** Begins signing in with an account elsewhere: the answer comes back to /api/auth. */
export const GET: RequestHandler = async (event) => {
	const { ctx } = event.locals;
	const { auth } = await ctx.signIn();
	const callbackURL = safeNext(event);
	const provider = event.params.provider;
	const known = (provider === 'github' && ctx.config.github) || (provider === 'oidc' && ctx.config.oidc);
	if (!known) error(404, { message: 'This way to sign in is not set up.' });
	const response =
		provider === 'github'
			? await auth.api.signInSocial({
					body: { provider: 'github', callbackURL },
					headers: event.request.headers,
					asResponse: true,
				})
			: await (
					auth.api as unknown as { signInWithOAuth2: (input: object) => Promise<Response> }
				).signInWithOAuth2({
					body: { providerId: 'oidc', callbackURL },
					headers: event.request.headers,
					asResponse: true,
				});
	setCookies(event.cookies, response.headers.getSetCookie());
	const { url } = (await response.json()) as { url?: string };
	if (!url) error(502, { message: 'The other side did not answer.' });
	redirect(303, url);
};
