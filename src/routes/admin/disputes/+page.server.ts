import { page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { type DisputeStatus, disputeTransitions, listDisputes } from '#server/modules/orders/index.ts';

export const load = page(async ({ locals, url }) => {
	requireStaff(locals.actor, 'admin');
	const asked = url.searchParams.get('status') ?? '';
	const status = Object.hasOwn(disputeTransitions, asked) ? (asked as DisputeStatus) : null;
	return {
		status,
		disputes: await listDisputes(locals.ctx.db, locals.actor, {
			status,
			cursor: url.searchParams.get('cursor'),
		}),
	};
});
