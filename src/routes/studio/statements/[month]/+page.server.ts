import { page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { readStatement } from '#server/modules/payouts/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, params }: PageServerLoadEvent) => {
	const { userId } = requireMember(locals.actor);
	return { statement: await readStatement(locals.ctx.db, userId, params.month) };
});
