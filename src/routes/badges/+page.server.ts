import { page } from '#lib/server/page.ts';
import { listBadges, listHonours } from '#server/modules/rewards/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor } }: PageServerLoadEvent) => {
	const [badges, honours] = await Promise.all([
		listBadges(ctx.db, actor),
		listHonours(ctx.db, { limit: 12 }),
	]);
	return { badges: badges.filter(({ retired }) => !retired), honours: honours.items };
});
