import { createHash } from 'node:crypto';
import type { CachedPage } from '../platform/cache/index.ts';
import type { Context } from './context.ts';
import type { Answer, Operation } from './operation.ts';

const JSON_TYPE = 'application/json';

/** An answer for one person. */
export function toResponse(
	operation: Operation,
	answer: Answer,
	request: Request,
	headers: Record<string, string>,
): Response {
	Object.assign(headers, answer.headers);
	// Who may see what depends on who asks: nothing between us and them may keep it.
	headers['cache-control'] = 'private, no-cache';
	headers.vary = VARY;
	if (headers.etag && operation.method === 'get' && request.headers.get('if-none-match') === headers.etag) {
		return new Response(null, { status: 304, headers });
	}
	if (answer.json === undefined && answer.body === undefined)
		return new Response(null, { status: 204, headers });
	headers['content-type'] ??= JSON_TYPE;
	const { status } = operation.returns;
	return new Response(answer.json ?? JSON.stringify(answer.body), { status, headers });
}

const VARY = 'Cookie, Authorization';

const keyOf = (target: string) => `api ${target}`;

/** What another visitor was answered and is still true, if anything. */
export function sharedAnswer(
	ctx: Context,
	target: string,
	request: Request,
	headers: Record<string, string>,
): Response | undefined {
	const page = ctx.pages.get(keyOf(target));
	return page && toShared(page, request, headers);
}

/** Answers a visitor, and keeps the answer for the next one who asks the same. */
export function keepShared(
	ctx: Context,
	target: string,
	answer: Answer,
	until: { tags: string[]; seconds: number; begun: number },
	request: Request,
	headers: Record<string, string>,
): Response {
	const body = Buffer.from(answer.json ?? JSON.stringify(answer.body));
	const etag = answer.headers?.etag ?? `"${createHash('sha1').update(body).digest('base64url')}"`;
	const page: SharedPage = { body, contentType: JSON_TYPE, etag, link: answer.headers?.link };
	// Long addresses are asked once: they would only push others out.
	if (target.length <= 300) ctx.pages.set(keyOf(target), page, until.tags, until.seconds, until.begun);
	return toShared(page, request, headers);
}

interface SharedPage extends CachedPage {
	link?: string;
}

function toShared(page: SharedPage, request: Request, headers: Record<string, string>): Response {
	headers.etag = page.etag;
	headers['cache-control'] = 'public, max-age=0, s-maxage=10';
	headers.vary = VARY;
	if (page.link) headers.link = page.link;
	if (request.headers.get('if-none-match') === page.etag) return new Response(null, { status: 304, headers });
	headers['content-type'] = page.contentType;
	return new Response(page.body as Uint8Array<ArrayBuffer>, { status: 200, headers });
}
