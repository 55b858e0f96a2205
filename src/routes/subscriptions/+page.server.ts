import { page } from '#lib/server/page.ts';
import { listMySubscriptions } from '#server/modules/subscriptions/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async ({ locals }: PageServerLoadEvent) => ({
	subscriptions: await listMySubscriptions(locals.ctx.db, locals.actor),
}));
