import { page } from '#lib/server/page.ts';
import { readRefundQueue, refundActions } from '#lib/server/refund-queue.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { countRefunds } from '#server/modules/orders/index.ts';

export const load = page(async ({ locals, url }) => {
	requireStaff(locals.actor, 'admin');
	const { db } = locals.ctx;
	const [queue, open, sending] = await Promise.all([
		readRefundQueue(locals, url, { selling: false }),
		countRefunds(db, 'open'),
		countRefunds(db, 'sending'),
	]);
	return { ...queue, counts: { open, sending } };
});

export const actions = refundActions;
