import { page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { listStatements } from '#server/modules/payouts/index.ts';

export const load = page(async ({ locals }) => {
	const { userId } = requireMember(locals.actor);
	return { months: await listStatements(locals.ctx.db, userId) };
});
