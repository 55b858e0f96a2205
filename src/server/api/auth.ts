import { Hono } from 'hono';
import { ADDRESS_HEADER, within } from '../modules/accounts/index.ts';
import { isOrganisationProvider, readySignOn, type SignOnTools } from '../modules/organisations/index.ts';
import { openOutside } from '../platform/outside.ts';
import type { Context } from './context.ts';
import { addressOf } from './handle.ts';

/**
 * What a browser calls on better-auth itself: coming back from another site, and passkeys. Everything else that it
 * could do (sign-up, sign-in, going elsewhere, passwords) goes through the accounts module, which has our rules and
 * limits; a path that is not listed here must not be a way around them.
 */
const passkeys = /^\/passkey\/[\w-]+$/;
const callback = /^\/callback\/([\w-]+)$/;

// The other site is asked for tokens and keys while a person waits.
const PATIENCE_MS = 6000;

/** What asking and opening the sign-on of an organisation needs. */
export const signOnTools = ({ config, secret }: Pick<Context, 'config' | 'secret'>): SignOnTools => ({
	secret,
	outside: openOutside(config.signOnHosts),
});

export function authRoutes(ctx: Context): Hono {
	const routes = new Hono();
	routes.on(['GET', 'POST'], '/api/auth/*', async (c, next) => {
		const path = c.req.path.slice('/api/auth'.length);
		const back = c.req.method === 'GET' ? callback.exec(path) : null;
		if (!back && !passkeys.test(path)) return next();
		const { auth } = await ctx.signIn();
		// Providers of organisations are not set up with the place: each is read as it is now, and one that is not there, or
		// is switched off, leads nowhere.
		if (
			back &&
			isOrganisationProvider(back[1]!) &&
			!(await readySignOn(ctx.db, auth, back[1]!, signOnTools(ctx)))
		)
			return c.redirect(`/sign-in?error=not_possible`, 302);
		const headers = new Headers(c.req.raw.headers);
		// The address that limits are counted by is the connection's, whatever the client says of itself.
		headers.set(ADDRESS_HEADER, addressOf(ctx, c));
		const body = c.req.method === 'POST' ? await c.req.raw.arrayBuffer() : undefined;
		const answer = auth.handler(new Request(c.req.url, { method: c.req.method, headers, body }));
		if (!back) return answer;
		// Whatever goes wrong on the way back is told on the sign-in page, in the reader's language.
		const failed = (error: string) => c.redirect(`/sign-in?with=${back[1]}&error=${error}`, 302);
		try {
			const response = await within(PATIENCE_MS, answer);
			if (response.status < 400) return response;
			ctx.log.warn({ status: response.status, provider: back[1] }, 'a sign-in elsewhere was refused');
			return failed('not_possible');
		} catch (err) {
			ctx.log.warn({ err, provider: back[1] }, 'a sign-in elsewhere did not end');
			return failed('unreachable');
		}
	});
	return routes;
}
