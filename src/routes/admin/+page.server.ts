import { page } from '#lib/server/page.ts';
import { proofsFor } from '#lib/server/proofs.ts';
import { readOverview } from '#server/modules/admin/index.ts';
import { listModerationLog } from '#server/modules/moderation/index.ts';

export const load = page(async ({ locals }) => {
	const { db } = locals.ctx;
	const [overview, log, proofs] = await Promise.all([
		readOverview(db, locals.actor),
		listModerationLog(db, locals.actor, { limit: 20 }),
		proofsFor(locals),
	]);
	return { overview, log: log.items, proofs };
});
