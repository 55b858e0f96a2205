import { page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { askLists, countToAnswer, listAsks } from '#server/modules/asks/index.ts';
import type { PageServerLoadEvent } from './$types';

export const load = page(async ({ locals, url }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	requireMember(actor);
	const list = askLists.find((name) => name === url.searchParams.get('list')) ?? 'asked';
	const [asks, toAnswer] = await Promise.all([
		listAsks(ctx.db, actor, { list, cursor: url.searchParams.get('cursor') }),
		countToAnswer(ctx.db, actor),
	]);
	return { list, asks, toAnswer };
});
