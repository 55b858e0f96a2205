import { page } from '#lib/server/page.ts';
import { readOverview } from '#server/modules/admin/index.ts';
import { verifyLedger } from '#server/modules/ledger/index.ts';
import { listModerationLog } from '#server/modules/moderation/index.ts';
import { verifyOrders } from '#server/modules/orders/index.ts';

export const load = page(async ({ locals }) => {
	const { db } = locals.ctx;
	const [overview, log, wrong, wrongOrders] = await Promise.all([
		readOverview(db, locals.actor),
		listModerationLog(db, locals.actor, { limit: 20 }),
		verifyLedger(db),
		verifyOrders(db),
	]);
	return { overview, log: log.items, discrepancies: [...wrong, ...wrongOrders] };
});
