import { page } from '#lib/server/page.ts';
import { listTags } from '#server/modules/items/index.ts';

export const load = page(async ({ locals, url }) => {
	const q = (url.searchParams.get('q') ?? '').slice(0, 60);
	const tags = await listTags(locals.ctx.db, locals.actor, {
		prefix: q,
		cursor: url.searchParams.get('cursor'),
		limit: 60,
	});
	locals.cache(['feeds', 'tags'], 120);
	return { tags, q };
});
