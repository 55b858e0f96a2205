import type { IncomingMessage } from 'node:http';
import { clientAddress } from '../platform/client-address.ts';
import type { Context } from './context.ts';
import { accepts, CACHE_HEADER, cacheKey, compressed, toCachedPage } from './http.ts';
import type { Pending } from './pages/answer-kept.ts';
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

/**
 * Opens the pages that SvelteKit built.
 *
 * @param headers what every page is sent with
 * @returns renders a page, keeps it where the page says that it may be kept, and compresses it; `pending` is what the
 *   page was loaded with already
 */
export async function openRenderer(ctx: Context, headers: () => Record<string, string>) {
	const pages = await loadPages();

	return async (
		request: Request,
		incoming: IncomingMessage,
		pending: Pending | undefined,
	): Promise<Response> => {
		const begun = pending?.begun ?? ctx.pages.begin();
		const response = await pages.respond(request, {
			getClientAddress: () => clientAddress(ctx.config, incoming),
			...(pending ? { platform: { loaded: pending.data } } : {}),
		});
		const type = response.headers.get('content-type') ?? '';
		const keep = response.headers.get(CACHE_HEADER);
		if (keep) response.headers.delete(CACHE_HEADER);
		if (!type.startsWith('text/html')) return response;
		for (const [name, value] of Object.entries(headers())) response.headers.set(name, value);
		const own = pending && response.status === 200 && !response.headers.has('set-cookie');
		let html = await response.text();
		if (!ctx.settings.remoteImages && html.includes('<img src="http'))
			html = linkRemoteImages(html, ctx.config.origin);
		const body = own ? pending.keep(html) : Buffer.from(html);
		const key =
			keep && response.status === 200 && !response.headers.has('set-cookie') ? cacheKey(ctx, incoming) : null;
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
	};
}

async function loadPages(): Promise<Pages> {
	// Built by SvelteKit (scripts/adapter.ts); found at run time, so that the server's own build does not take it in.
	const entry = new URL('../../../build/kit/server/instance.js', import.meta.url).href;
	const { server } = (await import(/* @vite-ignore */ entry)) as { server: Pages };
	await server.init({ env: process.env });
	return server;
}
