import { page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { listDrafts } from '#server/modules/items/index.ts';

export const load = page(async ({ locals, url }) => {
	requireMember(locals.actor);
	const drafts = await listDrafts(locals.ctx.db, locals.actor, { limit: 3 });
	// A space's page sends people here with the space they came from.
	return {
		drafts: drafts.items.map(({ id, kind, title, savedAt }) => ({ id, kind, title, savedAt })),
		query: url.search,
	};
});
