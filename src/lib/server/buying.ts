import './kinds.ts';
import type { Actor } from '#server/contracts/actor.ts';
import { type ItemId, type OfferId, parseId } from '#server/kernel/ids.ts';
import type { Context } from '#server/main/context.ts';
import { catalogError, findOffer, listOffers, type Offer } from '#server/modules/catalog/index.ts';
import { type Entitlement, listEntitlements } from '#server/modules/entitlements/index.ts';
import { hrefOf, type ItemPage, readItem } from '#server/modules/items/index.ts';
import type { Order } from '#server/modules/orders/index.ts';
import { findSpace, type Space } from '#server/modules/spaces/index.ts';
import { dealAgain, dealHref } from './deal-places.ts';

/** What a checkout page sells: an item at its one price, or a space for one of several times. */
export type Buying =
	| { what: 'item'; page: ItemPage; offers: Offer[]; owned: boolean }
	| { what: 'space'; space: Space; offers: Offer[]; until: Date | null };

/**
 * Finds what `?item=`, `?space=` or `?offer=` names, as this person may see it.
 *
 * @throws catalog.not_for_sale, catalog.offer_retired
 */
export async function findBuying(ctx: Context, actor: Actor, query: URLSearchParams): Promise<Buying> {
	const offerId = parseId<OfferId>(query.get('offer'));
	const offer = offerId ? await findOffer(ctx.db, offerId) : null;
	const itemId = offer ? offer.itemId : parseId<ItemId>(query.get('item'));
	const slug = offer ? (offer.spaceId === null ? null : offer.slug) : query.get('space');
	if (itemId !== null) return findItemToBuy(ctx, actor, itemId);
	if (slug) return findSpaceToBuy(ctx, actor, slug);
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

async function findSpaceToBuy(ctx: Context, actor: Actor, slug: string): Promise<Buying> {
	const space = await findSpace(ctx.db, actor, slug);
	if (!space) throw catalogError('not_for_sale');
	const offers = (await listOffers(ctx.db, { spaceId: space.id })).sort(
		(a, b) => (a.months ?? 0) - (b.months ?? 0),
	);
	if (offers.length === 0) throw catalogError('not_for_sale');
	const given = actor.userId === null ? [] : await listEntitlements(ctx.db, actor.userId);
	return { what: 'space', space, offers, until: lastDay(given, space.id) };
}

/** Until when somebody's paid time in a space runs; null when there is none, or it has no end. */
function lastDay(given: readonly Entitlement[], spaceId: number): Date | null {
	const ends = given
		.filter((one) => one.spaceId === spaceId && one.revokedAt === null)
		.map((one) => one.endsAt);
	if (ends.length === 0 || ends.includes(null)) return null;
	const last = (ends as Date[]).reduce((a, b) => (a > b ? a : b));
	return last > new Date() ? last : null;
}

/** Where what was bought is read; null when it is gone. */
export function hrefOfOrder(order: Order): string | null {
	const deal = dealHref(order);
	if (deal) return deal;
	if (order.itemId !== null)
		return order.itemKind ? hrefOf({ kind: order.itemKind, id: order.itemId, slug: order.slug }) : null;
	return order.slug ? `/spaces/${order.slug}` : null;
}

/** Where it can be bought again. */
export function checkoutOfOrder(order: Order): string {
	const deal = dealAgain(order);
	if (deal) return deal;
	return order.itemId === null
		? `/checkout?space=${encodeURIComponent(order.slug)}`
		: `/checkout?item=${order.itemId}`;
}
