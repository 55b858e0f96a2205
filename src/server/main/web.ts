import { createServer, type IncomingMessage, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import sirv from 'sirv';
import { createApi, isApiPath, metricsOf, pageRoute, refuseOrigin } from '../api/index.ts';
import { demoPassword, seedDemo } from '../flows/seed-demo/index.ts';
import { clientAddress } from '../platform/client-address.ts';
import { ConfigError, readConfig } from '../platform/config.ts';
import { signIns } from './commands/seed.ts';
import { type Context, openContext } from './context.ts';
import {
	accepts,
	CACHE_HEADER,
	cacheKey,
	compressed,
	contentSecurityPolicy,
	fromOwnOrigin,
	securityHeaders,
	sendCached,
	toCachedPage,
} from './http.ts';
import { openKeptAnswers, type Pending } from './pages/answer-kept.ts';
import { refuseEarly } from './refuse-early.ts';
import { linkRemoteImages } from './remote-images.ts';

interface Pages {
	init(options: {
		env: Record<string, string | undefined>;
		read?: (file: string) => ReadableStream;
	}): Promise<void>;
	respond(
		request: Request,
		options: { getClientAddress: () => string; platform?: { loaded: unknown } },
	): Promise<Response>;
}

/** Serves pages and API until `close()`. */
export async function serve(
	ctx: Context,
): Promise<{ server: Server; port: number; close: () => Promise<void> }> {
	const api = createApi(ctx);
	const metrics = metricsOf(ctx);
	const pages = await loadPages();
	const assets = sirv('build/kit/client', {
		etag: true,
		gzip: true,
		brotli: true,
		setHeaders: cacheHashedFiles,
	});
	const headersWith = (remoteImages: boolean) => ({
		...securityHeaders,
		'content-security-policy': contentSecurityPolicy(remoteImages),
	});
	const [closed, open] = [headersWith(false), headersWith(true)];
	const pageHeaders = () => (ctx.settings.remoteImages ? open : closed);
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
			const address = () => clientAddress(ctx.config, incoming);
			const pending = pendings.get(incoming);
			const begun = pending?.begun ?? ctx.pages.begin();
			const response = await pages.respond(request, {
				getClientAddress: address,
				...(pending ? { platform: { loaded: pending.data } } : {}),
			});
			const type = response.headers.get('content-type') ?? '';
			const keep = response.headers.get(CACHE_HEADER);
			if (keep) response.headers.delete(CACHE_HEADER);
			if (!type.startsWith('text/html')) return response;
			for (const [name, value] of Object.entries(pageHeaders())) response.headers.set(name, value);
			const own = pending && response.status === 200 && !response.headers.has('set-cookie');
			let html = await response.text();
			if (!ctx.settings.remoteImages && html.includes('<img src="http'))
				html = linkRemoteImages(html, ctx.config.origin);
			const body = own ? pending.keep(html) : Buffer.from(html);
			const key =
				keep && response.status === 200 && !response.headers.has('set-cookie')
					? cacheKey(ctx, incoming)
					: null;
			if (key && keep) {
				const [tags, seconds] = keep.split(';') as [string, string];
				ctx.pages.set(key, toCachedPage(body, type), tags.split(' '), Number(seconds), begun);
			} else if (!response.headers.has('cache-control')) {
				response.headers.set('cache-control', 'private, no-cache');
			}
			const small = body.length >= 1400 && accepts(incoming, 'gzip');
			const sent = small ? await compressed(body) : body;
			if (small) response.headers.set('content-encoding', 'gzip');
			response.headers.set('vary', 'Cookie, Accept-Language, Accept-Encoding');
			response.headers.set('content-length', String(sent.length));
			return new Response(request.method === 'HEAD' ? null : new Uint8Array(sent), {
				status: response.status,
				headers: response.headers,
			});
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

async function loadPages(): Promise<Pages> {
	// Built by SvelteKit (scripts/adapter.ts); found at run time, so that the server's own build does not take it in.
	const entry = new URL('../../../build/kit/server/instance.js', import.meta.url).href;
	const { server } = (await import(/* @vite-ignore */ entry)) as { server: Pages };
	await server.init({ env: process.env });
	return server;
}

function isAsset(path: string): boolean {
	return (
		path.startsWith('/_app/') ||
		path.startsWith('/_stoa/') ||
		/^\/[\w.-]+\.(?:svg|png|ico|webmanifest|woff2|js|css)(?:$|\?)/.test(path)
	);
}

function cacheHashedFiles(response: import('node:http').ServerResponse, path: string): void {
	const hashed = path.startsWith('/_app/immutable/') || path.startsWith('/_stoa/');
	response.setHeader(
		'cache-control',
		hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
	);
	response.setHeader('x-content-type-options', 'nosniff');
}

function failed(ctx: Context, error: unknown): Response {
	ctx.log.error({ err: error }, 'request failed outside of a page');
	return new Response('Internal error', { status: 500 });
}

/** `npm start`: opens everything, serves, and stops everything on a signal. */
export async function main(): Promise<void> {
	const config = readConfig();
	let web: Awaited<ReturnType<typeof serve>> | undefined;
	let opened: Context | undefined;
	let stopping = false;
	const stop = async (code: number) => {
		if (stopping) return;
		stopping = true;
		await web?.close();
		await opened?.close();
		process.exit(code);
	};
	// Nothing can be answered without it, and a new start recovers it: whoever supervises this process is to know.
	const onDatabaseGone = (error: Error) => {
		process.stderr.write(`${error.message} Nothing that was saved is lost.\n`);
		setTimeout(() => process.exit(1), 5000).unref();
		void stop(1).catch(() => process.exit(1));
	};
	const ctx = await openContext(config, { jobs: config.role !== 'web', onDatabaseGone });
	opened = ctx;
	process.on('SIGINT', () => void stop(0));
	process.on('SIGTERM', () => void stop(0));
	if (config.role === 'worker') return;
	let filled = false;
	try {
		filled = config.demo && (await fillDemo(ctx));
		web = await serve(ctx);
	} catch (error) {
		// A port that is taken must not leave a database behind.
		await ctx.close();
		throw error;
	}
	process.stdout.write(
		`Stoa is at http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${web.port}\n`,
	);
	if (filled || (config.demo && (await isDemo(ctx)))) process.stdout.write(signIns());
}

async function isDemo(ctx: Context): Promise<boolean> {
	return (
		(await ctx.db
			.selectFrom('users')
			.select('id')
			.where('origin', '=', 'demo')
			.limit(1)
			.executeTakeFirst()) !== undefined
	);
}

async function fillDemo(ctx: Context): Promise<boolean> {
	if (await ctx.db.selectFrom('users').select('id').limit(1).executeTakeFirst()) return false;
	const { hashPassword } = await import('better-auth/crypto');
	process.stdout.write('Filling the demo community …\n');
	return seedDemo(ctx.db, 'demo', await hashPassword(demoPassword));
}

/** One sentence for what an operator can mend; the whole error for what they cannot. */
export function explainStartFailure(error: unknown): string {
	const { code, message, name } = error as NodeJS.ErrnoException;
	const port = process.env.PORT ?? '3000';
	if (code === 'EADDRINUSE')
		return `Port ${port} is taken by another program. Stop it, or start Stoa on another one: PORT=3001 npm start`;
	if (code === 'EACCES' && /listen/.test(message))
		return `This user may not open port ${port}. Use one above 1023: PORT=3000 npm start`;
	if (code === 'EADDRNOTAVAIL')
		return `This machine has no address ${process.env.HOST}. Set HOST to one it has, or leave it unset for 127.0.0.1.`;
	if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ENOENT' || /^(28|3D)/.test(code ?? ''))
		return `The database at DATABASE_URL does not let Stoa in: ${message}. Check the address, the name and the password, and that it runs.`;
	if (code === '42501')
		return `The role in DATABASE_URL may not make tables: ${message}. Give it the database: alter database NAME owner to ROLE`;
	if (error instanceof ConfigError || ['EmbeddedError', 'MigrationError', 'BackupError'].includes(name))
		return message;
	return error instanceof Error ? (error.stack ?? message) : String(error);
}
