import { viaOf } from '#lib/server/checkout-form.ts';
import { listSpaceOffers, listTierOffers, listTiers, type Offer } from '#server/modules/catalog/index.ts';
import { type OfferPrice, priceOffers } from '#server/modules/orders/index.ts';
import { listSpaces } from '#server/modules/spaces/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, cookies }) => {
	const { ctx, actor } = locals;
	const [tiers, tierOffers, spaceOffers, spaces] = await Promise.all([
		listTiers(ctx.db),
		listTierOffers(ctx.db),
		listSpaceOffers(ctx.db),
		listSpaces(ctx.db, actor, { limit: 100 }),
	]);
	const shown = new Map(spaces.items.map((space) => [space.id, space]));
	const offers = [...tierOffers, ...spaceOffers.filter(({ spaceId }) => shown.has(spaceId!))];
	const { prices } = await priceOffers(
		ctx.db,
		offers,
		{ quantity: 1 },
		{ buyerId: actor.userId, via: viaOf(cookies) },
	);
	const plansOf = (mine: (offer: Offer) => boolean) =>
		prices
			.filter(({ offer }) => mine(offer))
			.sort((a, b) => (a.offer.months ?? 0) - (b.offer.months ?? 0))
			.map(plan);
	// Visitors may share it for a minute: what a promotion takes off is looked at again at the till.
	locals.cache(['spaces', 'pricing'], 60);
	return {
		tiers: tiers
			.map((tier) => ({ ...tier, plans: plansOf(({ tierId }) => tierId === tier.id) }))
			.filter(({ plans }) => plans.length > 0),
		spaces: spaces.items
			.map(({ id, slug, name, names, tagline, taglines, memberCount }) => ({
				slug,
				name,
				names,
				tagline,
				taglines,
				memberCount,
				plans: plansOf(({ spaceId, sells }) => spaceId === id && sells === 'space'),
				seats: plansOf(({ spaceId, sells }) => spaceId === id && sells === 'seats'),
			}))
			.filter(({ plans, seats }) => plans.length + seats.length > 0),
	};
};

/** One time of something, at the price that the reader has. */
function plan({ offer, price }: OfferPrice) {
	return {
		id: offer.id,
		months: offer.months ?? 1,
		renews: offer.renews,
		trialDays: offer.trialDays,
		price: { amount: price.total, currency: price.currency },
		list: { amount: price.lines[0]?.amount ?? price.total, currency: price.currency },
	};
}
