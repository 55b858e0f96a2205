import { page } from '#lib/server/page.ts';
import { listElections } from '#server/modules/governance/index.ts';

export const load = page(async ({ locals, url }) => ({
	elections: await listElections(locals.ctx.db, locals.actor, { cursor: url.searchParams.get('cursor') }),
	calls: locals.actor.role === 'admin',
}));
