import { page } from '#lib/server/page.ts';
import { listQuests, readCommunityStreak } from '#server/modules/rewards/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor } }: PageServerLoadEvent) => {
	const [quests, streak] = await Promise.all([
		listQuests(ctx.db, actor),
		actor.userId === null ? null : readCommunityStreak(ctx.db, actor.userId),
	]);
	return { quests: quests.filter(({ retired }) => !retired), streak };
});
