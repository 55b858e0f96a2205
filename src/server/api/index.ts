import { Hono } from 'hono';
import { commonError } from '../kernel/errors.ts';
import { isNear } from '../platform/client-address.ts';
import { authRoutes } from './auth.ts';
import type { Context } from './context.ts';
import { apiError } from './errors.ts';
import { feedRoutes } from './feeds.ts';
import { addressOf } from './handle.ts';
import { ltiRoutes } from './lti/routes.ts';
import { mediaRoutes } from './media/serve.ts';
import { metricsOf } from './metrics.ts';
import { refuse } from './refuse.ts';
import { scormRoutes } from './scorm/serve.ts';
import { sitemapRoutes } from './sitemap.ts';

export { signOnTools } from './auth.ts';
export { metricsOf, pageRoute } from './metrics.ts';
export { forgetKeysJob } from './once.ts';
export { refuseOrigin } from './refuse.ts';

/** Paths that the API answers; every other path is a page. */
export function isApiPath(path: string): boolean {
	return (
		path.startsWith('/api/') ||
		path.startsWith('/health/') ||
		path.startsWith('/media/') ||
		path.startsWith('/scorm/') ||
		path.startsWith('/lti/') ||
		path === '/metrics' ||
		path === '/robots.txt' ||
		/^\/sitemap(?:-\d+)?\.xml$|\/feed\.(?:atom|json)$/.test(path)
	);
}

/** The HTTP API, mounted beside the pages in the same process. */
export function createApi(ctx: Context): Hono {
	const api = new Hono();
	// Loaded by the first request: a hundred operations with their schemas would hold up every start.
	let v1: Hono | Promise<Hono> | undefined;
	const below = async (): Promise<Hono> => {
		v1 ??= import('./mount.ts').then(({ mountV1 }) => mountV1(ctx));
		v1 = await v1;
		return v1;
	};
	for (const path of ['/api/v1/*', '/api/docs']) {
		api.all(path, async (c) => (v1 instanceof Hono ? v1 : await below()).fetch(c.req.raw, c.env as object));
	}
	api.route('/', authRoutes(ctx));
	api.route('/', groundRoutes(ctx));
	api.route('/', feedRoutes(ctx));
	api.route('/', sitemapRoutes(ctx));
	api.route('/', mediaRoutes(ctx));
	api.route('/', scormRoutes(ctx));
	api.route('/', ltiRoutes(ctx));
	api.all('/api/*', (c) => {
		const detail = `There is no ${c.req.path.slice(0, 200)}; see /api/docs.`;
		return refuse(ctx, c.req.raw, apiError('route_unknown', { detail }));
	});
	return api;
}

function groundRoutes(ctx: Context): Hono {
	const routes = new Hono();
	routes.get('/health/live', (c) => c.json({ status: 'ok' }));
	routes.get('/health/ready', async (c) => {
		try {
			await ctx.pool.query('select 1');
			return c.json({ status: 'ok' });
		} catch {
			return c.json({ status: 'unavailable' }, 503);
		}
	});
	routes.get('/metrics', async (c) => {
		const token = ctx.config.metricsToken;
		// Without a token only programs on this machine may ask; what came through a proxy did not begin here.
		const open = token
			? c.req.header('authorization') === `Bearer ${token}`
			: isNear(addressOf(ctx, c)) && !c.req.header('x-forwarded-for') && !c.req.header('forwarded');
		if (!open) {
			const detail = 'Send STOA_METRICS_TOKEN as a Bearer token.';
			return refuse(ctx, c.req.raw, commonError('sign_in_required', { detail }));
		}
		const { registry } = metricsOf(ctx);
		return c.body(await registry.metrics(), 200, { 'content-type': registry.contentType });
	});
	return routes;
}
