import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { CachedPage } from '../platform/cache/index.ts';
import type { Context } from './context.ts';
import type { Answer, Operation } from './operation.ts';

const JSON_TYPE = 'application/json';
const PRIVATE = 'private, no-cache';

const compress = promisify(gzip);

/** Shorter bodies fit into a packet or two as they are. */
const WORTH_COMPRESSING = 1400;

const takesGzip = (request: Request) =>
	/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(request.headers.get('accept-encoding') ?? '');

/** An answer for one person. */
export async function toResponse(
	operation: Operation,
	answer: Answer,
	request: Request,
	headers: Record<string, string>,
): Promise<Response> {
	Object.assign(headers, answer.headers);
	// Who may see what depends on who asks: nothing between us and them may keep it.
	headers['cache-control'] = PRIVATE;
	headers.vary = VARY;
	if (headers.etag && operation.method === 'get' && request.headers.get('if-none-match') === headers.etag) {
		return new Response(null, { status: 304, headers });
	}
	if (answer.file) {
		const body = Readable.toWeb(Readable.from(answer.file, { objectMode: false }));
		return new Response(body as ReadableStream<Uint8Array>, { status: 200, headers });
	}
	if (answer.json === undefined && answer.body === undefined)
		return new Response(null, { status: 204, headers });
	headers['content-type'] ??= JSON_TYPE;
	const { status } = operation.returns;
	const body = answer.json ?? JSON.stringify(answer.body);
	// A body with a secret in it is not compressed: its length would tell about the secret.
	if (body.length < WORTH_COMPRESSING || operation.secret || !takesGzip(request)) {
		return new Response(body, { status, headers });
	}
	headers['content-encoding'] = 'gzip';
	return new Response(await compress(body, { level: 4 }), { status, headers });
}

const VARY = 'Cookie, Authorization, Accept-Encoding';

const keyOf = (target: string) => `api ${target}`;

/** What a visitor was answered before and is still true, if anything. @param own a signed-in person asks */
export function sharedAnswer(
	ctx: Context,
	target: string,
	request: Request,
	headers: Record<string, string>,
	own: boolean,
): Response | undefined {
	const page = ctx.pages.get(keyOf(target));
	return page && toShared(page, request, headers, own);
}

/** Answers, and keeps the answer for the next visitor who asks the same. */
export function keepShared(
	ctx: Context,
	target: string,
	answer: Answer,
	until: { tags: string[]; seconds: number; begun: number },
	request: Request,
	headers: Record<string, string>,
	own: boolean,
): Response {
	const body = answer.json ?? Buffer.from(JSON.stringify(answer.body));
	const etag = answer.headers?.etag ?? `"${createHash('sha1').update(body).digest('base64url')}"`;
	const page: SharedPage = { body, contentType: JSON_TYPE, etag, link: answer.headers?.link };
	// Long addresses are asked once: they would only push others out.
	if (target.length <= 300) ctx.pages.set(keyOf(target), page, until.tags, until.seconds, until.begun);
	return toShared(page, request, headers, own);
}

interface SharedPage extends CachedPage {
	link?: string;
}

function toShared(
	page: SharedPage,
	request: Request,
	headers: Record<string, string>,
	own: boolean,
): Response {
	headers.etag = page.etag;
	headers['cache-control'] = own ? PRIVATE : 'public, max-age=0, s-maxage=10';
	headers.vary = VARY;
	if (page.link) headers.link = page.link;
	if (request.headers.get('if-none-match') === page.etag) return new Response(null, { status: 304, headers });
	headers['content-type'] = page.contentType;
	if (page.body.length >= WORTH_COMPRESSING && takesGzip(request)) {
		if (page.gzip) {
			headers['content-encoding'] = 'gzip';
			return new Response(page.gzip as Buffer<ArrayBuffer>, { status: 200, headers });
		}
		// The first reader gets it plain, those after get it small.
		compress(page.body, { level: 7 }).then(
			(small) => (page.gzip = small),
			() => {},
		);
	}
	return new Response(page.body as Buffer<ArrayBuffer>, { status: 200, headers });
}
