import { page } from '#lib/server/page.ts';
import { hasQueue, listModerationLog, reasons } from '#server/modules/moderation/index.ts';
import type { PageServerLoadEvent } from './$types';

/** What moderators did, for everybody to read. */
export const load = page(async ({ locals, url }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	const asked = (name: string) => url.searchParams.get(name) || null;
	const filter = {
		about: asked('about'),
		category: asked('category'),
		by: asked('by')?.slice(0, 60) ?? null,
		appealed: asked('appealed') === '1',
	};
	const [log, moderator] = await Promise.all([
		listModerationLog(ctx.db, actor, { ...filter, cursor: asked('cursor') }),
		hasQueue(ctx.db, actor),
	]);
	return { log, filter, reasons: [...reasons], moderator };
});
