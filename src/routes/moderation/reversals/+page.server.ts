import { page } from '#lib/server/page.ts';
import { isStaff } from '#server/contracts/actor.ts';
import { hasQueue, readReversals } from '#server/modules/moderation/index.ts';
import type { PageServerLoadEvent } from './$types';

const days = 180;

/** How often decisions are appealed and reversed, for everybody to read. */
export const load = page(async ({ locals }: PageServerLoadEvent) => {
	const [report, moderator] = await Promise.all([
		readReversals(locals.ctx.db, locals.actor, days),
		hasQueue(locals.ctx.db, locals.actor),
	]);
	return { report, days, moderator, staff: isStaff(locals.actor) };
});
