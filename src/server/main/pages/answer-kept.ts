import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from '../../contracts/actor.ts';
import { noteVisit } from '../../modules/growth/index.ts';
import type { Context } from '../context.ts';
import { accepts, pageVariant } from '../http.ts';
import { gzipOf } from './gzip-pieces.ts';
import { type KeptPage, openKeptPages, type Reader } from './kept-pages.ts';
import { keptRoute } from './routes.ts';

/** A page whose data was read, on its way to being rendered. */
export interface Pending {
	data: unknown;
	/** When the data was read, for the page cache. */
	begun: number;
	/** Keeps what was rendered. @returns it as it is sent */
	keep: (html: string) => Buffer;
}

/**
 * Answers from pages that were rendered for the same data before; see {@link openKeptPages}.
 *
 * @returns `answer`: true when it answered, else what the page that must be rendered was loaded with, null where this
 *   is no such page
 */
export function openKeptAnswers(ctx: Context, headers: () => Record<string, string>) {
	const kept = openKeptPages();
	ctx.onEvent(({ type }) => {
		if (type === 'settings.changed') kept.clear();
	});

	return async (request: IncomingMessage, response: ServerResponse): Promise<true | Pending | null> => {
		const target = request.url as string;
		const load = keptRoute(target.split('?', 1)[0] as string);
		if (!load || request.method !== 'GET' || request.headers.authorization || target.length > 300)
			return null;
		const begun = ctx.pages.begin();
		const { actor, reader } = await whoReads(ctx, request);
		const loaded = await load(ctx, actor, new URL(target, reader.origin));
		if (!loaded) return null;
		if (loaded.key === null) return { data: loaded.data, begun, keep: Buffer.from };
		const { person, locale, theme } = reader;
		const key = [locale, theme, person ? 'member' : 'visitor', reader.origin, target, loaded.key].join(' ');
		// A visitor's page goes to the page cache, which asks no database.
		const page = person || !ctx.config.pageCache ? kept.get(key, reader) : undefined;
		if (!page) return { data: loaded.data, begun, keep: (html) => kept.set(key, reader, html) };
		// A page fetched ahead of a click was not read.
		if (!String(request.headers['sec-purpose'] ?? '').includes('prefetch')) loaded.seen?.();
		await send(page, request, response, headers());
		return true;
	};
}

async function whoReads(ctx: Context, request: IncomingMessage): Promise<{ actor: Actor; reader: Reader }> {
	const { cookie = '', 'accept-language': language = '', host = 'localhost' } = request.headers;
	const { actor, person } = await ctx.identities.identifyBrowser({
		get: (name) => (request.headers[name] as string | undefined) ?? null,
	});
	if (person) noteVisit(person.id, person.timeZone);
	const { locale, theme } = pageVariant(cookie, language, ctx.settings.defaultLocale);
	return {
		actor,
		reader: {
			person,
			locale: person?.locale ?? locale,
			theme,
			origin: `http://${host}`,
		},
	};
}

async function send(
	{ pieces, etag }: KeptPage,
	request: IncomingMessage,
	response: ServerResponse,
	headers: Record<string, string>,
): Promise<void> {
	const common = {
		...headers,
		etag,
		'cache-control': 'private, no-cache',
		vary: 'Cookie, Accept-Language, Accept-Encoding',
	};
	if (request.headers['if-none-match'] === etag) {
		response.writeHead(304, common).end();
		return;
	}
	const small = accepts(request, 'gzip');
	const body = small ? await gzipOf(pieces) : pieces.map(({ plain }) => plain);
	response.writeHead(200, {
		...common,
		'content-type': 'text/html',
		'content-length': body.reduce((sum, one) => sum + one.length, 0),
		...(small ? { 'content-encoding': 'gzip' } : {}),
	});
	response.cork();
	for (const piece of body) response.write(piece);
	response.end();
	response.uncork();
}
