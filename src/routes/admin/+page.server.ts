import { page } from '#lib/server/page.ts';
import { readOverview } from '#server/modules/admin/index.ts';
import { verifyLedger } from '#server/modules/ledger/index.ts';
import { listModerationLog } from '#server/modules/moderation/index.ts';
import { verifyOrders } from '#server/modules/orders/index.ts';
import { verifyPayouts } from '#server/modules/payouts/index.ts';
import { verifySubscriptions } from '#server/modules/subscriptions/index.ts';

export const load = page(async ({ locals }) => {
	const { db } = locals.ctx;
	const [overview, log, ...wrong] = await Promise.all([
		readOverview(db, locals.actor),
		listModerationLog(db, locals.actor, { limit: 20 }),
		verifyLedger(db),
		verifyOrders(db),
		verifySubscriptions(db),
		verifyPayouts(db),
	]);
	return { overview, log: log.items, discrepancies: wrong.flat() };
});
