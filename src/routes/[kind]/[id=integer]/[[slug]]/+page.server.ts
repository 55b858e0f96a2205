import { error, redirect } from '@sveltejs/kit';
import { itemActions } from '#lib/server/item-actions.ts';
import '#lib/server/kinds.ts';
import { page } from '#lib/server/page.ts';
import { type ItemPageData, loadItemPage } from '#server/main/pages/item-page.ts';
import { seeItem } from '#server/main/pages/see-item.ts';
import { ruleNames } from '#server/modules/courses/index.ts';
import { type ItemPage, type PersonalState, replyRights } from '#server/modules/items/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { params, url, locals, request } = event;
	const data =
		(event.platform?.loaded as ItemPageData) ??
		(await loadItemPage(locals.ctx.db, locals.actor, {
			path: params.kind,
			id: params.id,
			query: url.searchParams,
		}));
	if (!data) error(404, { message: 'There is no such item.', code: 'items.not_found' });
	const { shown, mine } = data;
	// One address for one item: an old title or another kind's path leads to the present one.
	if (shown.item.path !== params.kind || shown.item.slug !== params.slug)
		redirect(301, shown.item.href + url.search);
	// A page fetched ahead of a click was not read.
	if (!request.headers.get('sec-purpose')?.includes('prefetch')) seeItem(locals.actor, shown.item);
	locals.cache([`item:${shown.item.id}`], 300);
	return {
		...data,
		rights: rightsOn(shown, mine),
		coolingOff: locals.ctx.settings.coolingOffDays,
		names: await ruleNames(locals.ctx.db, [shown.course?.rule ?? null]),
		bar: 'item' as const,
	};
});

function rightsOn(shown: ItemPage, mine: PersonalState) {
	if (mine.standing.userId === null) return new Map();
	const replies = [
		...shown.comments,
		...shown.replies.items,
		...shown.replies.items.flatMap(({ comments }) => comments),
	];
	return new Map(replies.map((reply) => [reply.id, replyRights(mine, reply)]));
}

export const actions = itemActions satisfies Actions;
