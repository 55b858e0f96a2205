import '#lib/server/kinds.ts';
import { page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { hrefOf } from '#server/modules/items/index.ts';
import { listPoorItems, readHealth } from '#server/modules/quality/index.ts';

export const load = page(async ({ locals, url }) => {
	requireStaff(locals.actor);
	const { db } = locals.ctx;
	const poor = await listPoorItems(db, locals.actor, { cursor: url.searchParams.get('cursor') });
	return {
		weeks: await readHealth(db, 26, true),
		poor: { ...poor, items: poor.items.map((one) => ({ ...one, href: hrefOf(one) })) },
	};
});
