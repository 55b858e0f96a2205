import { page } from '#lib/server/page.ts';
import { listModerationLog } from '#server/modules/moderation/index.ts';

/** What moderators did, for everybody to read. */
export const load = page(async ({ locals, url }) => ({
	log: await listModerationLog(locals.ctx.db, locals.actor, { cursor: url.searchParams.get('cursor') }),
}));
