import { Hono } from 'hono';
import type { Context } from './context.ts';
import { feedRoutes } from './feeds.ts';
import { sitemapRoutes } from './sitemap.ts';

/** Paths that the API answers; every other path is a page. */
export function isApiPath(path: string): boolean {
	return path.startsWith('/api/') || path.startsWith('/health/') || path === '/metrics' || path === '/robots.txt' || /^\/sitemap(?:-\d+)?\.xml$|\/feed\.(?:atom|json)$/.test(path);
}

/** The HTTP API, mounted beside the pages in the same process. */
export function createApi(ctx: Context): Hono {
	const api = new Hono();
	api.get('/health/live', (c) => c.json({ status: 'ok' }));
	api.get('/health/ready', async (c) => {
		try {
			await ctx.pool.query('select 1');
			return c.json({ status: 'ok' });
		} catch {
			return c.json({ status: 'unavailable' }, 503);
		}
	});
	api.route('/', feedRoutes(ctx));
	api.route('/', sitemapRoutes(ctx));
	return api;
}
