import { page } from '#lib/server/page.ts';
import { listSpaces } from '#server/modules/spaces/index.ts';

export const load = page(async ({ locals, url }) => {
	const spaces = await listSpaces(locals.ctx.db, locals.actor, {
		cursor: url.searchParams.get('cursor'),
		limit: 30,
	});
	locals.cache(['spaces'], 120);
	return { spaces };
});
