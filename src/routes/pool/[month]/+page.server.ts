import { error } from '@sveltejs/kit';
import { page } from '#lib/server/page.ts';
import { readPool } from '#server/modules/rewards/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor }, params }: PageServerLoadEvent) => {
	if (!/^20\d\d-(?:0[1-9]|1[0-2])$/.test(params.month)) error(404, { message: 'That month was not shared.' });
	return readPool(ctx.db, actor.userId, params.month);
});
