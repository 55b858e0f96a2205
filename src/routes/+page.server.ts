import { loadFeed, loadRail } from '#lib/server/feed.ts';
import { page } from '#lib/server/page.ts';

export const load = page(async (event) => {
	const [{ feed, sort }, rail] = await Promise.all([loadFeed(event), loadRail(event.locals.ctx)]);
	return { feed, sort, rail };
});
