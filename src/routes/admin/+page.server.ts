import { page } from '#lib/server/page.ts';
import { proveMoney } from '#server/flows/prove-money.ts';
import { readOverview } from '#server/modules/admin/index.ts';
import { listModerationLog } from '#server/modules/moderation/index.ts';

export const load = page(async ({ locals }) => {
	const { db } = locals.ctx;
	const [overview, log, discrepancies] = await Promise.all([
		readOverview(db, locals.actor),
		listModerationLog(db, locals.actor, { limit: 20 }),
		proveMoney(db),
	]);
	return { overview, log: log.items, discrepancies };
});
