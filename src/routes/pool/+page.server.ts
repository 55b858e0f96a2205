import { page } from '#lib/server/page.ts';
import { now } from '#server/kernel/clock.ts';
import { listPools, monthOf, poolTerms } from '#server/modules/rewards/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async ({ locals: { ctx } }: PageServerLoadEvent) => {
	const month = monthOf(now());
	const [terms, pools] = await Promise.all([poolTerms(ctx.db, month), listPools(ctx.db)]);
	return { month, terms, pools };
});
