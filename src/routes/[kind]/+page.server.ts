import { error } from '@sveltejs/kit';
import { loadFeed, loadRail } from '#lib/server/feed.ts';
import { kindByPath } from '#lib/server/kinds.ts';
import { page } from '#lib/server/page.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const kind = kindByPath(event.params.kind);
	if (!kind) error(404, { message: 'There is no such page.' });
	const [{ feed, sort }, rail] = await Promise.all([
		loadFeed(event, { kind: kind.name }),
		loadRail(event.locals.ctx.db),
	]);
	return { feed, sort, rail, kind: kind.name, path: `/${kind.path}` };
});
