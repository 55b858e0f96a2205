import { page } from '#lib/server/page.ts';
import { listMyPaths, listPaths } from '#server/modules/credentials/index.ts';

export const load = page(async ({ locals }) => {
	const { ctx, actor } = locals;
	const [paths, mine] = await Promise.all([
		listPaths(ctx.db, actor),
		actor.userId === null ? [] : listMyPaths(ctx.db, actor.userId),
	]);
	const followed = mine.filter(({ startedAt }) => startedAt !== null);
	return { paths: paths.filter(({ startedAt }) => startedAt === null), followed };
});
