import { page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { listSpaces } from '#server/modules/spaces/index.ts';

export const load = page(async ({ locals, url }) => {
	requireStaff(locals.actor);
	return {
		spaces: await listSpaces(locals.ctx.db, locals.actor, { cursor: url.searchParams.get('cursor') }),
	};
});
