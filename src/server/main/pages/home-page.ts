import { createHash } from 'node:crypto';
import { type Actor, visitor } from '../../contracts/actor.ts';
import type { Page } from '../../kernel/pagination.ts';
import { listPeople, type PersonCard } from '../../modules/accounts/index.ts';
import {
	type ItemCard,
	type ListInput,
	listItems,
	listTags,
	type TagCard,
} from '../../modules/items/index.ts';
import { listSpaces, type SpaceCard } from '../../modules/spaces/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { numberOf } from './number-of.ts';

export const feedSorts = ['hot', 'new', 'top', 'unanswered', 'following'] as const;
export type FeedSort = (typeof feedSorts)[number];

export interface FeedData {
	feed: Page<ItemCard>;
	sort: FeedSort;
}

/** One page of a list in the order that `?sort=` names, after the row that `?cursor=` names; an order that is not offered reads as the first. */
export async function loadFeedData(
	db: Db,
	actor: Actor,
	query: URLSearchParams,
	filter: Omit<ListInput, 'sort' | 'cursor'> = {},
	offered: readonly FeedSort[] = feedSorts,
): Promise<FeedData> {
	const asked = query.get('sort');
	const sort = offered.find((name) => name === asked) ?? (offered[0] as FeedSort);
	return { feed: await listItems(db, actor, { ...filter, sort, cursor: query.get('cursor') }), sort };
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
export function loadRail(db: Db): Promise<Rail> {
	if (kept && kept.until > Date.now()) return kept.rail;
	const rail = Promise.all([
		listSpaces(db, visitor, { limit: 5 }),
		listTags(db, visitor, { limit: 16 }),
		listPeople(db, { sort: 'reputation', limit: 6 }),
		listItems(db, visitor, { sort: 'unanswered', limit: 4 }),
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

export interface HomePageData extends FeedData {
	rail: Rail;
}

export async function loadHomePage(db: Db, actor: Actor, query: URLSearchParams): Promise<HomePageData> {
	const [feed, rail] = await Promise.all([loadFeedData(db, actor, query), loadRail(db)]);
	return { ...feed, rail };
}

/** Names everything that two renderings of the same address can differ by. */
export function homePageKey({ feed, rail }: HomePageData): string {
	return `${numberOf(rail)} ${createHash('sha1').update(JSON.stringify(feed)).digest('base64url')}`;
}
