import { page } from '#lib/server/page.ts';
import { listApplications } from '#server/modules/experts/index.ts';

export const load = page(async ({ locals, url }) => ({
	applications: await listApplications(locals.ctx.db, locals.actor, {
		cursor: url.searchParams.get('cursor'),
	}),
}));
