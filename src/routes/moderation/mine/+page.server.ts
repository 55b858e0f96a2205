import { page } from '#lib/server/page.ts';
import { readOwnAffairs } from '#server/modules/moderation/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, url }: PageServerLoadEvent) => ({
	affairs: await readOwnAffairs(locals.ctx.db, locals.actor, { cursor: url.searchParams.get('cursor') }),
	timeZone: locals.person?.timeZone ?? 'UTC',
}));
