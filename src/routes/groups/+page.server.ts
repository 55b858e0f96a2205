import { page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { listMyGroups } from '#server/modules/groups/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async ({ locals }: PageServerLoadEvent) => {
	requireMember(locals.actor);
	return { groups: await listMyGroups(locals.ctx.db, locals.actor) };
});
