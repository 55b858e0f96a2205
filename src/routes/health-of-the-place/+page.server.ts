import { page } from '#lib/server/page.ts';
import { isStaff } from '#server/contracts/actor.ts';
import { readHealth } from '#server/modules/quality/index.ts';

export const load = page(async ({ locals }) => ({
	weeks: await readHealth(locals.ctx.db, 13),
	staff: isStaff(locals.actor),
}));
