import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { CachedPage } from '../platform/cache/index.ts';
import type { Context } from './context.ts';

/** Name (part) of the session cookie: a request that carries it is never answered from the page cache. */
export const SESSION_COOKIE = 'stoa.session_token';

/** Set by a page that looks the same for every visitor: `tag tag …; seconds`. Never leaves the process. */
export const CACHE_HEADER = 'x-stoa-cache';

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

/** Which language and theme a visitor's page has: what the cache's keys start with. */
export function pageVariant(
	cookie: string,
	acceptLanguage: string,
	fallback: string,
): { locale: 'zh-CN' | 'en'; theme: 'auto' | 'light' | 'dark' } {
	const theme = /(?:^|;\s*)theme=(light|dark)/.exec(cookie)?.[1] as 'light' | 'dark' | undefined;
	const chosen = /(?:^|;\s*)lang=(zh-CN|en)/.exec(cookie)?.[1];
	return {
		locale: (chosen ?? negotiate(acceptLanguage) ?? fallback) as 'zh-CN' | 'en',
		theme: theme ?? 'auto',
	};
}

function negotiate(header: string): string | undefined {
	for (const part of header.split(',')) {
		const tag = part.trim().toLowerCase();
		if (tag.startsWith('zh')) return 'zh-CN';
		if (tag.startsWith('en')) return 'en';
	}
	return undefined;
}

/** The key of a request's page in the cache, or null when it must be made for this person alone. */
export function cacheKey(ctx: Context, request: IncomingMessage): string | null {
	if (!ctx.config.pageCache || (request.method !== 'GET' && request.method !== 'HEAD')) return null;
	const url = request.url as string;
	if (url.length > 300 || (request.headers.host?.length ?? 0) > 100) return null;
	const { cookie = '', 'accept-language': language = '' } = request.headers;
	if (cookie.includes(SESSION_COOKIE) || request.headers.authorization) return null;
	const { locale, theme } = pageVariant(cookie, language, ctx.settings.defaultLocale);
	// Where the operator named no address, a page links to the one it was asked for under: that is not for everybody.
	const host = ctx.config.origin ? '' : (request.headers.host ?? '');
	return `${locale} ${theme} ${host}${url}`;
}

/** Makes a cache entry of a body; the ETag is its hash. */
export function toCachedPage(body: Buffer, contentType: string): CachedPage {
	return { body, contentType, etag: `W/"${createHash('sha1').update(body).digest('base64url')}"` };
}

/** Writes a cached page: 304 when the reader has it, compressed when the reader can. */
export function sendCached(
	page: CachedPage,
	request: IncomingMessage,
	response: ServerResponse,
	headers: Record<string, string>,
): void {
	const common = {
		...headers,
		etag: page.etag,
		'cache-control': 'public, max-age=0, s-maxage=30, stale-while-revalidate=60',
		vary: 'Cookie, Accept-Language, Accept-Encoding',
	};
	if (request.headers['if-none-match'] === page.etag) {
		response.writeHead(304, common).end();
		return;
	}
	const accepted = (request.headers['accept-encoding'] as string | undefined) ?? '';
	const encoding =
		page.brotli && takes(accepted, 'br') ? 'br' : page.gzip && takes(accepted, 'gzip') ? 'gzip' : undefined;
	const body = encoding === 'br' ? page.brotli! : encoding === 'gzip' ? page.gzip! : page.body;
	response.writeHead(200, {
		'content-type': page.contentType,
		'content-length': body.length,
		...(encoding ? { 'content-encoding': encoding } : {}),
		...common,
	});
	response.end(request.method === 'HEAD' ? undefined : body);
	if (!encoding && accepted && !packing.has(page) && page.body.length > 1400) void compress(page);
}

/** Whether a reader takes an encoding: named, and not by `q=0`. */
function takes(accepted: string, encoding: string): boolean {
	if (!accepted.includes(encoding)) return false;
	if (!accepted.includes('q=0')) return true;
	const named = accepted.split(',').find((part) => part.trim().startsWith(encoding));
	return named !== undefined && !/;\s*q=0(?:\.0*)?\s*$/.test(named);
}

const packing = new WeakSet<CachedPage>();

// The first reader gets the plain body, and so do those who come while it is being packed; those after get it small.
// Failing to compress costs nothing but bytes.
async function compress(page: CachedPage): Promise<void> {
	packing.add(page);
	const [small, smaller] = await Promise.all([
		compressGzip(page.body, { level: 7 }),
		compressBrotli(page.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
	]);
	page.gzip = small;
	page.brotli = smaller;
}

/** Whether the reader of a request takes an encoding. */
export function accepts(request: IncomingMessage, encoding: 'gzip' | 'br'): boolean {
	return takes((request.headers['accept-encoding'] as string | undefined) ?? '', encoding);
}

/** Compresses an answer made for one person: fast rather than small. */
export function compressed(body: Buffer): Promise<Buffer> {
	return compressGzip(body, { level: 4 });
}

/** Headers on every answer. */
export const securityHeaders = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'strict-origin-when-cross-origin',
	'x-frame-options': 'SAMEORIGIN',
	'cross-origin-opener-policy': 'same-origin',
	'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/** What a page may load: itself, nothing from elsewhere, unless the operator allows pictures. */
export function contentSecurityPolicy(remoteImages: boolean): string {
	return [
		"default-src 'self'",
		`img-src 'self' data: blob:${remoteImages ? ' https:' : ''}`,
		// A model takes the pictures on it out of its own file.
		"connect-src 'self' blob:",
		// A player hands a stream to the browser piece by piece.
		"media-src 'self' blob:",
		// Formulas and highlighted code carry their colours and positions inline.
		"style-src 'self' 'unsafe-inline'",
		// The build writes the smallest fonts of formulas into their style sheet.
		"font-src 'self' data:",
		"script-src 'self' 'inline-speculation-rules'",
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'self'",
	].join('; ');
}

/**
 * Refuses a form or call that another site's page sends with this person's cookies.
 *
 * A request with a key of the API is nobody's cookie and needs no page. Any other Authorization is no excuse: a browser
 * sends the name and password of a proxy's own sign-in along with what another site's form posts.
 *
 * @returns true when the request is from our own pages or from no page at all
 */
export function fromOwnOrigin(request: Request, path: string, origin: string | undefined): boolean {
	// A platform's page sends these by their nature; they do nothing by a cookie, and carry a signature (modules/lti).
	if (path === '/lti/login' || path === '/lti/launch') return true;
	if (path.startsWith('/api/v1/') && request.headers.has('authorization')) return true;
	if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return true;
	const site = request.headers.get('sec-fetch-site');
	if (site && site !== 'same-origin' && site !== 'none') return false;
	const from = request.headers.get('origin');
	if (!from) return true;
	if (from === origin) return true;
	try {
		return new URL(from).host === request.headers.get('host');
	} catch {
		return false;
	}
}
