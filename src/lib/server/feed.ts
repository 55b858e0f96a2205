import type { RequestEvent } from '@sveltejs/kit';
import './kinds.ts';
import { type FeedData, type FeedSort, loadFeedData } from '#server/main/pages/home-page.ts';
import type { ListInput } from '#server/modules/items/index.ts';

export type { FeedSort, Rail } from '#server/main/pages/home-page.ts';
export { loadRail } from '#server/main/pages/home-page.ts';

/** One page of a list, see {@link loadFeedData}. Visitors' pages are kept until an item changes. */
export async function loadFeed(
	{ locals: { ctx, actor, cache }, url }: RequestEvent,
	filter?: Omit<ListInput, 'sort' | 'cursor'>,
	offered?: readonly FeedSort[],
): Promise<FeedData> {
	const data = await loadFeedData(ctx.db, actor, url.searchParams, filter, offered);
	cache(['feeds'], 60);
	return data;
}
