import './kinds.ts';
import type { Actor } from '#server/contracts/actor.ts';
import { type ItemId, type OfferId, parseId } from '#server/kernel/ids.ts';
import type { Context } from '#server/main/context.ts';
import {
	type Bundle,
	catalogError,
	findBundle,
	findOffer,
	listOffers,
	listTiers,
	type Offer,
	type Tier,
	tierUntil,
} from '#server/modules/catalog/index.ts';
import { type Entitlement, listEntitlements, may } from '#server/modules/entitlements/index.ts';
import { hrefOf, type ItemPage, readItem } from '#server/modules/items/index.ts';
import type { Order } from '#server/modules/orders/index.ts';
import { findSpace, type Space } from '#server/modules/spaces/index.ts';
import { dealAgain, dealHref } from './deal-places.ts';

/** What a checkout page sells, and what it may be had for. */
export type Buying =
	| { what: 'item'; page: ItemPage; offers: Offer[]; owned: boolean }
	| { what: 'space'; space: Space; offers: Offer[]; until: Date | null }
	| { what: 'seats'; space: Space; offers: Offer[] }
	| { what: 'bundle'; bundle: Bundle; offers: Offer[]; owned: boolean }
	| { what: 'tier'; tier: Tier; includes: Tier['spaces']; offers: Offer[]; until: Date | null };

/**
 * Finds what `?item=`, `?space=`, `?seats=` (a space), `?bundle=`, `?tier=` or `?offer=` names, as this person may see it.
 *
 * @throws catalog.not_for_sale, catalog.offer_retired
 */
export async function findBuying(ctx: Context, actor: Actor, query: URLSearchParams): Promise<Buying> {
	const offerId = parseId<OfferId>(query.get('offer'));
	const offer = offerId ? await findOffer(ctx.db, offerId) : null;
	const slugOf = (sells: Offer['sells']) =>
		offer ? (offer.sells === sells ? offer.slug : null) : query.get(sells);
	const itemId = offer ? offer.itemId : parseId<ItemId>(query.get('item'));
	if (itemId !== null) return findItemToBuy(ctx, actor, itemId);
	const [space, seats, bundle, tier] = (['space', 'seats', 'bundle', 'tier'] as const).map(slugOf);
	if (space) return findSpaceToBuy(ctx, actor, space);
	if (seats) return findSeatsToBuy(ctx, actor, seats);
	if (bundle) return findBundleToBuy(ctx, actor, bundle);
	if (tier) return findTierToBuy(ctx, actor, tier);
	throw catalogError('not_for_sale');
}

async function findItemToBuy(ctx: Context, actor: Actor, id: ItemId): Promise<Buying> {
	const [page, offers] = await Promise.all([readItem(ctx.db, actor, id), listOffers(ctx.db, { itemId: id })]);
	if (!page) throw catalogError('not_for_sale');
	// What only members of a paid space may read is opened by the space.
	if (offers.length === 0 && page.item.held && page.item.space.access === 'paid')
		return findSpaceToBuy(ctx, actor, page.item.space.slug);
	const owned = !page.item.held;
	if (offers.length === 0 && !owned) throw catalogError('not_for_sale');
	return { what: 'item', page, offers, owned };
}

const byTime = (a: Offer, b: Offer) => (a.months ?? 0) - (b.months ?? 0);

async function findSpaceToBuy(ctx: Context, actor: Actor, slug: string): Promise<Buying> {
	const space = await findSpace(ctx.db, actor, slug);
	if (!space) throw catalogError('not_for_sale');
	const offers = (await listOffers(ctx.db, { spaceId: space.id })).sort(byTime);
	if (offers.length === 0) throw catalogError('not_for_sale');
	const given = actor.userId === null ? [] : await listEntitlements(ctx.db, actor.userId);
	return { what: 'space', space, offers, until: lastDay(given, space.id) };
}

async function findSeatsToBuy(ctx: Context, actor: Actor, slug: string): Promise<Buying> {
	const space = await findSpace(ctx.db, actor, slug);
	const offers = space ? (await listOffers(ctx.db, { seatsOf: space.id })).sort(byTime) : [];
	if (!space || offers.length === 0) throw catalogError('not_for_sale');
	return { what: 'seats', space, offers };
}

async function findBundleToBuy(ctx: Context, actor: Actor, slug: string): Promise<Buying> {
	const bundle = await findBundle(ctx.db, { slug });
	const offers = bundle ? await listOffers(ctx.db, { bundleId: bundle.id }) : [];
	if (!bundle || offers.length === 0) throw catalogError('not_for_sale');
	const seen = await may(ctx.db, actor, 'read', bundle.items);
	if ([...seen.values()].includes('none')) throw catalogError('not_for_sale');
	return { what: 'bundle', bundle, offers, owned: [...seen.values()].every((access) => access === 'full') };
}

async function findTierToBuy(ctx: Context, actor: Actor, slug: string): Promise<Buying> {
	const tiers = await listTiers(ctx.db);
	const tier = tiers.find((one) => one.slug === slug);
	const offers = tier ? (await listOffers(ctx.db, { tierId: tier.id })).sort(byTime) : [];
	if (!tier || offers.length === 0) throw catalogError('not_for_sale');
	const includes = tiers.filter(({ rank }) => rank <= tier.rank).flatMap(({ spaces }) => spaces);
	const until = actor.userId === null ? null : await tierUntil(ctx.db, actor.userId, tier.id);
	return { what: 'tier', tier, includes, offers, until };
}

/** Until when somebody's paid time in a space runs; null when there is none, or it has no end. */
function lastDay(given: readonly Entitlement[], spaceId: number): Date | null {
	const ends = given
		.filter((one) => one.spaceId === spaceId && one.revokedAt === null && one.source !== 'subscription')
		.map((one) => one.endsAt);
	if (ends.length === 0 || ends.includes(null)) return null;
	const last = (ends as Date[]).reduce((a, b) => (a > b ? a : b));
	return last > new Date() ? last : null;
}

/** Where what was bought is read; null when it is gone. */
export function hrefOfOrder(order: Order): string | null {
	const deal = dealHref(order);
	if (deal) return deal;
	if (!order.slug) return null;
	switch (order.sells) {
		case 'item':
			return order.itemKind ? hrefOf({ kind: order.itemKind, id: order.itemId!, slug: order.slug }) : null;
		case 'bundle':
			return `/bundles/${order.slug}`;
		case 'tier':
			return '/pricing';
		case 'seats':
			return '/seats';
		case 'space':
			return `/spaces/${order.slug}`;
		default:
			return `/people/${order.slug}`;
	}
}

/** Where it can be bought again. */
export function checkoutOfOrder(order: Order): string {
	const deal = dealAgain(order);
	if (deal) return deal;
	return order.itemId === null
		? `/checkout?${order.sells}=${encodeURIComponent(order.slug)}`
		: `/checkout?item=${order.itemId}`;
}
