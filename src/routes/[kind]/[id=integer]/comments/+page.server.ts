import { error } from '@sveltejs/kit';
import { kindByPath } from '#lib/server/kinds.ts';
import { page } from '#lib/server/page.ts';
import { parseId } from '#server/kernel/ids.ts';
import { listComments, personalState, readItem, replyRights } from '#server/modules/items/index.ts';
import type { PageServerLoadEvent } from './$types';

/** A thread too long for its item's page goes on here. */
export const load = page(async ({ params, url, locals }: PageServerLoadEvent) => {
	const { ctx, actor } = locals;
	const under = parseId(url.searchParams.get('under'));
	const [shown, mine, comments] = await Promise.all([
		readItem(ctx.db, actor, params.id),
		personalState(ctx.db, actor, params.id),
		listComments(ctx.db, actor, { itemId: params.id, rootId: under, cursor: url.searchParams.get('cursor') }),
	]);
	if (!kindByPath(params.kind) || !shown)
		error(404, { message: 'There is no such item.', code: 'items.not_found' });
	return {
		shown,
		mine,
		comments,
		under,
		rights: new Map(comments.items.map((reply) => [reply.id, replyRights(mine, reply)])),
	};
});
