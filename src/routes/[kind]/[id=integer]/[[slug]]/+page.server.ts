import { error, redirect } from '@sveltejs/kit';
import { itemActions } from '#lib/server/item-actions.ts';
import { kindByPath } from '#lib/server/kinds.ts';
import { page } from '#lib/server/page.ts';
import { listColumn } from '#server/modules/articles/index.ts';
import {
	type ItemPage,
	type PersonalState,
	personalState,
	readItem,
	recordView,
	replyRights,
} from '#server/modules/items/index.ts';
import { listForks } from '#server/modules/snippets/index.ts';
import type { Actions, PageServerLoadEvent } from './$types';

const sorts = ['top', 'new', 'old'] as const;

export const load = page(async (event: PageServerLoadEvent) => {
	const { params, url, locals, request } = event;
	const { ctx, actor } = locals;
	const kind = kindByPath(params.kind);
	if (!kind) error(404, { message: 'There is no such page.' });
	const first = kind.replyKinds.includes('post') ? 'old' : 'top';
	const sort = sorts.find((name) => name === url.searchParams.get('sort')) ?? first;
	const [shown, mine, entries, forks] = await Promise.all([
		readItem(ctx.db, actor, params.id, { replySort: sort, replyCursor: url.searchParams.get('cursor') }),
		personalState(ctx.db, actor, params.id),
		kind.name === 'column' ? listColumn(ctx.db, actor, params.id) : null,
		kind.name === 'snippet' ? listForks(ctx.db, actor, params.id) : [],
	]);
	if (!shown) error(404, { message: 'There is no such item.', code: 'items.not_found' });
	// One address for one item: an old title or another kind's path leads to the present one.
	if (shown.item.path !== params.kind || shown.item.slug !== params.slug)
		redirect(301, shown.item.href + url.search);
	// A page fetched ahead of a click was not read.
	if (!request.headers.get('sec-purpose')?.includes('prefetch')) recordView(shown.item.id);
	locals.cache([`item:${shown.item.id}`], 300);
	return {
		shown,
		mine,
		rights: rightsOn(shown, mine),
		entries: entries?.items ?? [],
		forks,
		sort,
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
