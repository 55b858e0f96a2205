import { error, type RequestHandler } from '@sveltejs/kit';
import { readShort } from '#lib/server/read-short.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { renderMarkdown } from '#server/platform/markdown/index.ts';

/** Shows Markdown as it would be published; for the editor. POST `source`, answers HTML. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const { userId } = requireMember(locals.actor);
	if (!locals.ctx.limiter.take(`preview:${userId}`, { limit: 60, seconds: 60 }).allowed)
		error(429, { message: 'Too many previews.' });
	const body = await readShort(request, 400_000);
	if (body === null) error(413, { message: 'The text is too long to preview.' });
	const { html } = await renderMarkdown(new URLSearchParams(body).get('source') ?? '', {
		locale: locals.locale,
		mentions: (handle) => `/people/${handle}`,
	});
	return new Response(html, {
		headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
	});
};
