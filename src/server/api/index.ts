import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { commonError } from '../kernel/errors.ts';
import { authRoutes } from './auth.ts';
import type { Context } from './context.ts';
import { docsPage } from './docs/page.ts';
import { apiError } from './errors.ts';
import { feedRoutes } from './feeds.ts';
import { handle, localeOf } from './handle.ts';
import { metricsOf } from './metrics.ts';
import { openApiDocument } from './openapi.ts';
import { problemResponse } from './problems.ts';
import { sitemapRoutes } from './sitemap.ts';
import { operations } from './v1/index.ts';

export { metricsOf, pageRoute } from './metrics.ts';
export { forgetKeysJob } from './once.ts';

/** Paths that the API answers; every other path is a page. */
export function isApiPath(path: string): boolean {
	return (
		path.startsWith('/api/') ||
		path.startsWith('/health/') ||
		path === '/metrics' ||
		path === '/robots.txt' ||
		/^\/sitemap(?:-\d+)?\.xml$|\/feed\.(?:atom|json)$/.test(path)
	);
}

/** The HTTP API, mounted beside the pages in the same process. */
export function createApi(ctx: Context): Hono {
	const api = new Hono();
	mountOperations(ctx, api);
	api.get('/api/v1/openapi.json', (c) =>
		c.json(openApiDocument(), 200, { 'cache-control': 'public, max-age=300' }),
	);
	api.get('/api/docs', async (c) => docsPage(localeOf(ctx, c.req.raw)));
	api.route('/', authRoutes(ctx));
	api.route('/', groundRoutes(ctx));
	api.route('/', feedRoutes(ctx));
	api.route('/', sitemapRoutes(ctx));
	api.all('/api/*', (c) =>
		refuse(
			ctx,
			c.req.raw,
			apiError('route_unknown', { detail: `There is no ${c.req.path.slice(0, 200)}; see /api/docs.` }),
		),
	);
	return api;
}

/** Answers a refusal that was noticed before any route was asked. */
export function refuse(
	ctx: Context,
	request: Request,
	error: Error,
	headers?: Record<string, string>,
): Response {
	return problemResponse(error, randomUUID(), localeOf(ctx, request), headers);
}

/** The refusal of a call that another site's page sends with this person's cookies. */
export function refuseOrigin(ctx: Context, request: Request): Response {
	return refuse(
		ctx,
		request,
		commonError('bad_origin', { detail: 'The request comes from a page of another site.' }),
	);
}

function mountOperations(ctx: Context, api: Hono): void {
	const byPath = Map.groupBy(
		operations,
		(operation) => `/api/v1${operation.path.replace(/\{(\w+)\}/g, ':$1')}`,
	);
	for (const [path, several] of byPath) {
		for (const operation of several)
			api.on(operation.method.toUpperCase(), path, (c) => handle(ctx, operation, c));
		const methods = several.map((operation) => operation.method.toUpperCase());
		const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
		api.all(path, (c) => {
			if (c.req.method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow } });
			const detail = `${c.req.method.slice(0, 20)} is not for this address; it takes ${allow}.`;
			return refuse(ctx, c.req.raw, apiError('method_not_allowed', { detail }), { allow });
		});
	}
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
		if (token && c.req.header('authorization') !== `Bearer ${token}`) {
			return refuse(
				ctx,
				c.req.raw,
				commonError('sign_in_required', { detail: 'Send STOA_METRICS_TOKEN as a Bearer token.' }),
			);
		}
		const { registry } = metricsOf(ctx);
		return c.body(await registry.metrics(), 200, { 'content-type': registry.contentType });
	});
	return routes;
}
