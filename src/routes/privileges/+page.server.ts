import { page } from '#lib/server/page.ts';
import { activeRules, levelOf, listRuleTables } from '#server/modules/growth/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor } }: PageServerLoadEvent) => {
	const [{ rules, version }, versions, level] = await Promise.all([
		activeRules(ctx.db),
		listRuleTables(ctx.db),
		actor.userId === null ? null : levelOf(ctx.db, actor.userId),
	]);
	return { rules, version, level, since: versions.find((one) => one.version === version)!.activeFrom! };
});
