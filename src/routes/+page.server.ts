import { page } from '#lib/server/page.ts';
import { type HomePageData, loadHomePage } from '#server/main/pages/home-page.ts';

export const load = page(async ({ locals, platform, url }) => {
	const data =
		(platform?.loaded as HomePageData) ?? (await loadHomePage(locals.ctx.db, locals.actor, url.searchParams));
	locals.cache(['feeds'], 60);
	return data;
});
