import { error } from '@sveltejs/kit';
import '#lib/server/kinds.ts';
import { readItem } from '#server/modules/items/index.ts';
import type { RequestHandler } from './$types';

/** The code of a snippet as plain text, for `curl`. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const shown = await readItem(locals.ctx.db, locals.actor, params.id);
	const code = shown?.snippet?.code;
	if (code === null || code === undefined)
		error(404, { message: 'There is no code here that you may read.' });
	return new Response(code, {
		headers: {
			'content-type': 'text/plain; charset=utf-8',
			'x-content-type-options': 'nosniff',
			'cache-control': 'private, no-cache',
		},
	});
};
