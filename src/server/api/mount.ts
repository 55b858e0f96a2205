import { Hono } from 'hono';
import type { Context } from './context.ts';
import { docsPage } from './docs/page.ts';
import { apiError } from './errors.ts';
import { handle, localeOf } from './handle.ts';
import { uploadRoutes } from './media/tus.ts';
import { openApiDocument } from './openapi.ts';
import { refuse } from './refuse.ts';
import { operations } from './v1/index.ts';

/** Everything below /api/v1, its description and its docs page. */
export function mountV1(ctx: Context): Hono {
	const api = new Hono();
	api.route('/', uploadRoutes(ctx));
	const byPath = Map.groupBy(operations, ({ path }) => `/api/v1${path.replace(/\{(\w+)\}/g, ':$1')}`);
	for (const [path, several] of byPath) {
		for (const operation of several) {
			api.on(operation.method.toUpperCase(), path, (c) => handle(ctx, operation, c));
		}
		const methods = several.map(({ method }) => method.toUpperCase());
		const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
		api.all(path, (c) => {
			if (c.req.method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow } });
			const detail = `${c.req.method.slice(0, 20)} is not for this address; it takes ${allow}.`;
			return refuse(ctx, c.req.raw, apiError('method_not_allowed', { detail }), { allow });
		});
	}
	api.get('/api/v1/openapi.json', (c) =>
		c.json(openApiDocument(), 200, { 'cache-control': 'public, max-age=300' }),
	);
	api.get('/api/docs', (c) => docsPage(localeOf(ctx, c.req.raw)));
	api.notFound((c) => {
		const detail = `There is no ${c.req.path.slice(0, 200)}; see /api/docs.`;
		return refuse(ctx, c.req.raw, apiError('route_unknown', { detail }));
	});
	return api;
}
