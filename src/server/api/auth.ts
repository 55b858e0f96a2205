import { Hono } from 'hono';
import { ADDRESS_HEADER } from '../modules/accounts/index.ts';
import type { Context } from './context.ts';
import { addressOf } from './handle.ts';

/**
 * What a browser calls on better-auth itself: going to another site to sign in and coming back, and passkeys.
 * Everything else that it could do (sign-up, sign-in, passwords) goes through the accounts module, which has our
 * rules and limits; a path that is not listed here must not be a way around them.
 */
const open = [
	/^\/callback\/[\w-]+$/,
	/^\/oauth2\/callback\/[\w-]+$/,
	/^\/sign-in\/(?:social|oauth2)$/,
	/^\/(?:link-social|oauth2\/link)$/,
	/^\/passkey\/[\w-]+$/,
	/^\/error$/,
];

export function authRoutes(ctx: Context): Hono {
	const routes = new Hono();
	routes.on(['GET', 'POST'], '/api/auth/*', async (c, next) => {
		const path = c.req.path.slice('/api/auth'.length);
		if (!open.some((pattern) => pattern.test(path))) return next();
		const { auth } = await ctx.signIn();
		const headers = new Headers(c.req.raw.headers);
		// The address that limits are counted by is the connection's, whatever the client says of itself.
		headers.set(ADDRESS_HEADER, addressOf(ctx, c));
		const body = c.req.method === 'POST' ? await c.req.raw.arrayBuffer() : undefined;
		return auth.handler(new Request(c.req.url, { method: c.req.method, headers, body }));
	});
	return routes;
}
