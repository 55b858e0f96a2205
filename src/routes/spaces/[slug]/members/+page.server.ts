import { page } from '#lib/server/page.ts';
import { listSpaceMembers } from '#server/modules/spaces/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const { space } = await event.parent();
	return {
		members: await listSpaceMembers(ctx.db, actor, {
			spaceId: space.id,
			cursor: event.url.searchParams.get('cursor'),
		}),
	};
});
