import { page } from '#lib/server/page.ts';
import { readHealth } from '#server/modules/moderation/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async ({ locals }: PageServerLoadEvent) => ({
	health: await readHealth(locals.ctx.db, locals.actor),
}));
