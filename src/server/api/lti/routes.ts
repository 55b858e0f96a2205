import { Hono, type Context as HonoContext } from 'hono';
import { AppError } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import {
	answerDeepLink,
	beginLaunch,
	finishLaunch,
	ltiError,
	publicKeys,
	readTicket,
	takeTicket,
	verifyLaunch,
} from '../../modules/lti/index.ts';
import { originOf } from '../../platform/config.ts';
import type { Context } from '../context.ts';
import { addressOf, identify, localeOf } from '../handle.ts';
import { metricsOf } from '../metrics.ts';
import { titleOf } from '../titles.ts';
import { framePage, returnPage } from './frame-page.ts';

/** What the browser keeps from the beginning of a launch to its end, where it lets a frame keep anything. */
const COOKIE = 'stoa.lti';

/** Launches that one address may begin and end in a minute; a class of a hundred behind one address comes through. */
const often = { limit: 240, seconds: 60 };

/**
 * What platforms call: `/lti/login` begins a launch, `/lti/launch` ends it, `/lti/jwks` has our keys. Both of the first
 * come from another site's page by their nature, and carry their own proof; see ADR 25.
 */
export function ltiRoutes(ctx: Context): Hono {
	const routes = new Hono();
	const origin = (c: HonoContext) =>
		ctx.config.origin ?? `http://${c.req.header('host') ?? new URL(originOf(ctx.config)).host}`;
	const route = (method: 'get' | 'post', path: string, run: (c: HonoContext) => Promise<Response>) =>
		routes.on(method.toUpperCase(), path, async (c) => {
			const begun = performance.now();
			let response: Response;
			try {
				if (!ctx.limiter.take(`lti:${addressOf(ctx, c)}`, often).allowed) throw ltiError('launch_broken');
				response = await run(c);
			} catch (error) {
				response = failed(ctx, c, error as Error);
			}
			// What goes back to the platform says from where, and nothing of the address.
			response.headers.set('referrer-policy', path === '/lti/choose' ? 'strict-origin' : 'no-referrer');
			response.headers.set('x-content-type-options', 'nosniff');
			if (path !== '/lti/jwks') response.headers.set('cache-control', 'no-store');
			metricsOf(ctx).observe(path, c.req.raw.method, response.status, (performance.now() - begun) / 1000);
			return response;
		});

	const login = async (c: HonoContext) => {
		const given = c.req.method === 'GET' ? c.req.query() : await formOf(c);
		const { address, browser } = await beginLaunch(ctx.db, origin(c), given);
		const secure = origin(c).startsWith('https://');
		// Partitioned: it is this frame's in this platform's page, and follows nobody anywhere else.
		const cookie = `${COOKIE}=${browser}; Path=/lti; Max-Age=600; HttpOnly; ${secure ? 'Secure; SameSite=None; Partitioned' : 'SameSite=Lax'}`;
		return new Response(null, { status: 302, headers: { location: address, 'set-cookie': cookie } });
	};
	route('get', '/lti/login', login);
	route('post', '/lti/login', login);

	route('post', '/lti/launch', async (c) => {
		const form = await formOf(c);
		if (form.error)
			throw ltiError('launch_refused', { detail: `The platform says: ${form.error.slice(0, 100)}.` });
		const browser = new RegExp(`(?:^|;\\s*)${COOKIE.replace('.', '\\.')}=([\\w-]{32})`).exec(
			c.req.header('cookie') ?? '',
		)?.[1];
		const launched = await verifyLaunch(ctx.db, {
			state: form.state ?? '',
			idToken: form.id_token ?? '',
			browser: browser ?? null,
		});
		const { ticket } = await finishLaunch(ctx.db, launched, origin(c));
		const forget = `${COOKIE}=; Path=/lti; Max-Age=0`;
		const next = `/launched?ticket=${ticket}`;
		// In a window of its own there is nothing to open.
		if (c.req.header('sec-fetch-dest') === 'document')
			return new Response(null, { status: 303, headers: { location: next, 'set-cookie': forget } });
		const page = framePage({
			locale: localeOf(ctx, c.req.raw),
			site: ctx.settings.siteName,
			href: next,
			frameAncestors: new URL(launched.platform.authorizeUrl).origin,
		});
		page.headers.append('set-cookie', forget);
		return page;
	});

	// From a page of ours: what was chosen goes back to the platform by a form of its own.
	route('post', '/lti/choose', async (c) => {
		const form = await formOf(c);
		const { actor } = await identify(ctx, c.req.raw.headers, null, addressOf(ctx, c));
		const [course, lesson] = (form.choice ?? '').split(':');
		const courseId = parseId<number>(course);
		if (courseId === null) throw ltiError('course_unknown');
		// Read first: who may not choose has not used it up.
		const waiting = await readTicket(ctx.db, form.ticket ?? '');
		if (!waiting.deep) throw ltiError('ticket_expired');
		const answered = await answerDeepLink(
			ctx.db,
			actor,
			{ secret: ctx.secret, origin: origin(c) },
			waiting.deep,
			{ courseId, lessonId: parseId<number>(lesson) },
		);
		await takeTicket(ctx.db, form.ticket ?? '');
		return returnPage({ locale: localeOf(ctx, c.req.raw), site: ctx.settings.siteName, ...answered });
	});

	route('get', '/lti/jwks', async (c) =>
		c.json(await publicKeys(ctx.db, ctx.secret), 200, { 'cache-control': 'public, max-age=300' }),
	);
	return routes;
}

async function formOf(c: HonoContext): Promise<Record<string, string>> {
	const length = Number(c.req.header('content-length') ?? 0);
	if (length > 100_000) throw ltiError('launch_broken', { detail: 'The form is too large.' });
	const text = (await c.req.text()).slice(0, 100_000);
	return Object.fromEntries(new URLSearchParams(text));
}

/** A person sees why, in a sentence; what exactly was wrong is for administrators. */
function failed(ctx: Context, c: HonoContext, error: Error): Response {
	const known = error instanceof AppError;
	if (!known) ctx.log.error({ err: error, path: c.req.path }, 'a launch failed');
	const locale = localeOf(ctx, c.req.raw);
	const page = framePage({
		locale,
		site: ctx.settings.siteName,
		fault: known ? titleOf(error.code, locale, error.params) : titleOf('lti.launch_broken', locale),
		frameAncestors: '*',
	});
	return new Response(page.body, { status: known ? error.status : 500, headers: page.headers });
}
