import { error, redirect } from '@sveltejs/kit';
import { safeNext, setCookies } from '#lib/server/session.ts';
import { AppError } from '#server/kernel/errors.ts';
import { beginElsewhere, listElsewhere } from '#server/modules/accounts/index.ts';
import type { RequestHandler } from './$types';

/** Begins signing in with an account elsewhere: the answer comes back to /api/auth. */
export const GET: RequestHandler = async (event) => {
	const { ctx, locale } = event.locals;
	const provider = listElsewhere(ctx.config).find(({ id }) => id === event.params.provider);
	if (!provider) error(404, { message: 'This way to sign in is not set up.' });
	const tools = await ctx.signIn();
	// The provider leads back to the one address that it knows; cookies set under 127.0.0.1 are not sent to localhost.
	const home = new URL(String(tools.auth.options.baseURL));
	if (!ctx.config.origin && event.url.host !== home.host && event.url.port === home.port)
		redirect(303, home.origin + event.url.pathname + event.url.search, { external: [home.origin] });
	const next = safeNext(event);
	const failed = `/sign-in?with=${provider.id}&next=${encodeURIComponent(next)}`;
	const begun = await beginElsewhere(
		tools,
		{ provider, next, failed, locale },
		event.request.headers,
		event.getClientAddress(),
	).catch((thrown) => {
		if (thrown instanceof AppError) redirect(303, `${failed}&error=unreachable`);
		throw thrown;
	});
	setCookies(event.cookies, begun.cookies);
	redirect(303, begun.url, { external: true });
};
