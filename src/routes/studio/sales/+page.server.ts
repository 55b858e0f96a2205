import { page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { listMovements } from '#server/modules/payouts/index.ts';

export const load = page(async ({ locals, url }) => {
	const { userId } = requireMember(locals.actor);
	const cursor = url.searchParams.get('cursor');
	return { sales: await listMovements(locals.ctx.db, userId, { only: 'sales', cursor }) };
});
