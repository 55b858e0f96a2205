import { page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { parseId } from '#server/kernel/ids.ts';
import { readMood } from '#server/modules/checks/index.ts';
import { listSpaces } from '#server/modules/spaces/index.ts';

export const load = page(async ({ locals, url }) => {
	requireStaff(locals.actor);
	const { db } = locals.ctx;
	const spaceId = parseId(url.searchParams.get('space'));
	const [weeks, spaces] = await Promise.all([
		readMood(db, locals.actor, { weeks: 12, spaceId }),
		listSpaces(db, locals.actor),
	]);
	return { weeks, spaceId, spaces: spaces.items.map(({ id, name, names }) => ({ id, name, names })) };
});
