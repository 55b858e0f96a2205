import { createServer, type IncomingMessage, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApi, isApiPath, metricsOf, pageRoute, refuseOrigin } from '../api/index.ts';
import type { Context } from './context.ts';
import { cacheKey, contentSecurityPolicy, fromOwnOrigin, securityHeaders, sendCached } from './http.ts';
import { openKeptAnswers, type Pending } from './pages/answer-kept.ts';
import { refuseEarly } from './refuse-early.ts';
import { openRenderer } from './render.ts';
import { isAsset, serveAssets } from './serve-assets.ts';

/** Serves pages and API until `close()`. */
export async function serve(
	ctx: Context,
): Promise<{ server: Server; port: number; close: () => Promise<void> }> {
	const api = createApi(ctx);
	const metrics = metricsOf(ctx);
	const assets = serveAssets();
	const headersWith = (remoteImages: boolean) => ({
		...securityHeaders,
		'content-security-policy': contentSecurityPolicy(remoteImages),
	});
	const [closed, open] = [headersWith(false), headersWith(true)];
	const pageHeaders = () => (ctx.settings.remoteImages ? open : closed);
	const render = await openRenderer(ctx, pageHeaders);
	const kept = openKeptAnswers(ctx, pageHeaders);
	const pendings = new WeakMap<IncomingMessage, Pending>();

	const answer = getRequestListener(
		async (request, env) => {
			const incoming = (env as { incoming: IncomingMessage }).incoming;
			const path = incoming.url!.split('?', 1)[0]!;
			if (!fromOwnOrigin(request, path, ctx.config.origin)) {
				return isApiPath(path)
					? refuseOrigin(ctx, request)
					: new Response('This form was sent from another site.', { status: 403 });
			}
			if (isApiPath(path)) return api.fetch(request, env as object);
			return render(request, incoming, pendings.get(incoming));
		},
		{ overrideGlobalObjects: true, errorHandler: (error) => failed(ctx, error) },
	);

	const server = createServer((request, response) => {
		if (refuseEarly(request, response)) return;
		const path = request.url ?? '';
		// The API keeps and measures its answers itself: its limits count every request.
		const begun = isApiPath(path.split('?', 1)[0]!) ? 0 : performance.now();
		if (begun > 0) {
			const key = cacheKey(ctx, request);
			const hit = key === null ? undefined : ctx.pages.get(key);
			if (hit) {
				sendCached(hit, request, response, pageHeaders());
				metrics.pageCache(true);
				return;
			}
			if (key !== null) metrics.pageCache(false);
			response.once('close', () =>
				metrics.observe(
					pageRoute(path.split('?', 1)[0]!),
					request.method ?? '',
					response.statusCode,
					(performance.now() - begun) / 1000,
				),
			);
		}
		// Pages have it among their headers; a feed or an answer of the API must not be taken for a page either.
		response.setHeader('x-content-type-options', 'nosniff');
		if (isAsset(path)) assets(request, response, () => void answer(request, response));
		else if (begun === 0) void answer(request, response);
		else
			void kept(request, response)
				// What broke will break again where it is told as an error page.
				.catch(() => null)
				.then((found) => {
					if (found === true) return;
					if (found) pendings.set(request, found);
					void answer(request, response);
				});
	});
	// Longer than a proxy keeps its side open, so that it is never we who close a connection in use.
	server.keepAliveTimeout = 65_000;

	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(ctx.config.port, ctx.config.host, resolve);
	});
	const bound = server.address();
	return {
		server,
		port: typeof bound === 'object' && bound ? bound.port : ctx.config.port,
		close: () =>
			new Promise((resolve) => {
				// A connection that is kept for more requests is closed as soon as it has its answer.
				const idle = setInterval(() => server.closeIdleConnections(), 50);
				server.close(() => {
					clearInterval(idle);
					resolve();
				});
				server.closeIdleConnections();
				setTimeout(() => server.closeAllConnections(), 5000).unref();
			}),
	};
}

function failed(ctx: Context, error: unknown): Response {
	ctx.log.error({ err: error }, 'request failed outside of a page');
	return new Response('Internal error', { status: 500 });
}
