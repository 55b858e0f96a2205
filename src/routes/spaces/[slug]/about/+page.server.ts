import { page } from '#lib/server/page.ts';
import { aboutHtml, listSpaceMembers } from '#server/modules/spaces/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor, locale } = event.locals;
	const { space } = await event.parent();
	const [html, members] = await Promise.all([
		aboutHtml(space, locale),
		listSpaceMembers(ctx.db, actor, { spaceId: space.id, limit: 12 }),
	]);
	return { html, team: members.items.filter(({ role }) => role !== 'member') };
});
