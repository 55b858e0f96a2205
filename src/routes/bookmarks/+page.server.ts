import '#lib/server/kinds.ts';
import { page } from '#lib/server/page.ts';
import { listItems } from '#server/modules/items/index.ts';

export const load = page(async ({ locals, url }) => ({
	feed: await listItems(locals.ctx.db, locals.actor, {
		sort: 'bookmarked',
		cursor: url.searchParams.get('cursor'),
	}),
}));
