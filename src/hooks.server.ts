import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { runWithLocale } from '#lib/server/locale.ts';
import { createApi, isApiPath } from '#server/api/index.ts';
import { followOldAddress } from '#server/flows/follow-old-address.ts';
import { AppError } from '#server/kernel/errors.ts';
import { context, openContext } from '#server/main/context.ts';
import { CACHE_HEADER, pageVariant } from '#server/main/http.ts';
import { noteVisit } from '#server/modules/growth/index.ts';
import { readConfig } from '#server/platform/config.ts';
import { building, dev } from '$app/env';

let devApi: ReturnType<typeof createApi> | undefined;

// In production main/start.ts has opened the context before the pages load; under `npm run dev` nobody has.
export const init: ServerInit = async () => {
	if (dev && !building) devApi = createApi(await openContext(readConfig(), { jobs: true }));
};

export const handle: Handle = async ({ event, resolve }) => {
	if (devApi && isApiPath(event.url.pathname)) return devApi.fetch(event.request);
	const ctx = context();
	const { locals, request, url } = event;
	const cookie = request.headers.get('cookie') ?? '';
	const variant = pageVariant(
		cookie,
		request.headers.get('accept-language') ?? '',
		ctx.settings.defaultLocale,
	);
	const { actor, person, session } = await ctx.identities.identifyBrowser(request.headers);
	if (person) noteVisit(person.id, person.timeZone);
	const locale = (person?.locale as 'zh-CN' | 'en' | undefined) ?? variant.locale;

	let keep: { tags: string[]; seconds: number } | undefined;
	locals.ctx = ctx;
	locals.actor = actor;
	locals.person = person;
	locals.session = session;
	locals.locale = locale;
	locals.theme = variant.theme;
	locals.origin = ctx.config.origin ?? url.origin;
	locals.requestId = randomUUID();
	locals.cache = (tags, seconds = 60) => {
		keep = keep
			? { tags: [...keep.tags, ...tags], seconds: Math.min(keep.seconds, seconds) }
			: { tags, seconds };
	};

	const response = await runWithLocale(locale, () =>
		resolve(event, {
			transformPageChunk: ({ html }) =>
				html.replace('%stoa.lang%', locale).replace('%stoa.theme%', variant.theme),
		}),
	);
	if (response.status === 404 && request.method === 'GET') {
		// Addresses of the site that was imported from, and of items that moved, lead on.
		const target = await followOldAddress(ctx.db, url.host, url.pathname);
		if (target) return new Response(null, { status: 301, headers: { location: target } });
	}
	if (keep && !person && request.method === 'GET')
		response.headers.set(CACHE_HEADER, `${keep.tags.join(' ')};${keep.seconds}`);
	return response;
};

// A refusal answers with its own status and code; a bug is logged whole and answered with an id only.
export const handleError: HandleServerError = ({ kind, error, event }) => {
	const requestId = event.locals.requestId;
	if (error instanceof AppError)
		return { status: error.status, message: error.message, code: error.code, requestId };
	if (kind !== 'unknown') return { requestId };
	context().log.error({ err: error, requestId, path: event.url.pathname }, 'page failed');
	return { message: 'Internal Error', requestId };
};
