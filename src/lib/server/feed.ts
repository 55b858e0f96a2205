import type { RequestEvent } from '@sveltejs/kit';
import './kinds.ts';
import { visitor } from '#server/contracts/actor.ts';
import type { Context } from '#server/main/context.ts';
import { listPeople, type PersonCard } from '#server/modules/accounts/index.ts';
import {
	type ItemCard,
	type ListInput,
	listItems,
	listTags,
	type TagCard,
} from '#server/modules/items/index.ts';
import { listSpaces, type SpaceCard } from '#server/modules/spaces/index.ts';

const sorts = ['hot', 'new', 'top', 'unanswered', 'following'] as const;
export type FeedSort = (typeof sorts)[number];

/**
 * One page of a list in the order that `?sort=` names, after the row that `?cursor=` names; an order that is not
 * offered reads as the first. Visitors' pages are kept until an item changes.
 */
export async function loadFeed(
	event: RequestEvent,
	filter: Omit<ListInput, 'sort' | 'cursor'> = {},
	offered: readonly FeedSort[] = sorts,
) {
	const { ctx, actor, cache } = event.locals;
	const asked = event.url.searchParams.get('sort');
	const sort = offered.find((name) => name === asked) ?? (offered[0] as FeedSort);
	const feed = await listItems(ctx.db, actor, {
		...filter,
		sort,
		cursor: event.url.searchParams.get('cursor'),
	});
	cache(['feeds'], 60);
	return { feed, sort };
}

/** What stands beside a feed, the same for everybody. */
export interface Rail {
	spaces: SpaceCard[];
	tags: TagCard[];
	people: PersonCard[];
	unanswered: ItemCard[];
}

let kept: { until: number; rail: Promise<Rail> } | undefined;

/** What a visitor may see, for everybody: read once in half a minute, so that it costs a page nothing. */
export function loadRail(ctx: Context): Promise<Rail> {
	if (kept && kept.until > Date.now()) return kept.rail;
	const rail = Promise.all([
		listSpaces(ctx.db, visitor, { limit: 5 }),
		listTags(ctx.db, visitor, { limit: 16 }),
		listPeople(ctx.db, { sort: 'reputation', limit: 6 }),
		listItems(ctx.db, visitor, { sort: 'unanswered', limit: 4 }),
	]).then(([spaces, tags, people, unanswered]) => ({
		spaces: spaces.items,
		tags: tags.items,
		people: people.items,
		unanswered: unanswered.items,
	}));
	kept = { until: Date.now() + 30_000, rail };
	rail.catch(() => {
		kept = undefined;
	});
	return rail;
}
