import { textOf } from '#lib/server/deal-forms.ts';
import '#lib/server/kinds.ts';
import { viaOf } from '#lib/server/checkout-form.ts';
import { action, page } from '#lib/server/page.ts';
import { openTill, placing, toPayment } from '#lib/server/till.ts';
import { type Actor, requireMember } from '#server/contracts/actor.ts';
import { checkout } from '#server/flows/checkout.ts';
import { type ItemId, parseId } from '#server/kernel/ids.ts';
import type { Context } from '#server/main/context.ts';
import {
	catalogError,
	findBundle,
	listOffers,
	listTiers,
	type Offer,
} from '#server/modules/catalog/index.ts';
import { may } from '#server/modules/entitlements/index.ts';
import { hrefOf } from '#server/modules/items/index.ts';
import { priceOffers } from '#server/modules/orders/index.ts';
import { findSpace } from '#server/modules/spaces/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** What `?item=`, `?space=`, `?bundle=` or `?tier=` names is sold for now, to whoever may see it. */
async function offersOf(ctx: Context, actor: Actor, query: URLSearchParams): Promise<Offer[]> {
	const itemId = parseId<ItemId>(query.get('item'));
	const slug = query.get('space');
	if (itemId !== null && (await may(ctx.db, actor, 'read', [{ id: itemId }])).get(itemId) !== 'none')
		return listOffers(ctx.db, { itemId });
	const bundle = query.get('bundle') ? await findBundle(ctx.db, { slug: query.get('bundle')! }) : null;
	if (bundle) {
		const seen = await may(ctx.db, actor, 'read', bundle.items);
		return [...seen.values()].includes('none') ? [] : listOffers(ctx.db, { bundleId: bundle.id });
	}
	const tier = (await tiersOf(ctx, query)).find((one) => one.slug === query.get('tier'));
	if (tier) return listOffers(ctx.db, { tierId: tier.id });
	const space = slug ? await findSpace(ctx.db, actor, slug) : null;
	return space ? listOffers(ctx.db, { spaceId: space.id }, 'space') : [];
}

const tiersOf = async (ctx: Context, query: URLSearchParams) => (query.has('tier') ? listTiers(ctx.db) : []);

/** Time that is given is given once: of the plans of a length, the one that does not renew itself, where there is one. */
function once(offers: Offer[]): Offer[] {
	const kept = new Map<number | null, Offer>();
	for (const offer of offers) if (!kept.has(offer.months) || !offer.renews) kept.set(offer.months, offer);
	return [...kept.values()];
}

/** Where one came from: the page of the thing itself. */
function placeOf({ sells, itemId, itemKind, slug }: Offer): string {
	if (itemId !== null) return hrefOf({ kind: itemKind!, id: itemId, slug });
	if (sells === 'bundle') return `/bundles/${slug}`;
	return sells === 'tier' ? '/pricing' : `/spaces/${slug}`;
}

/** What a space or a tier is called in each language; of everything else there is one title. */
async function namesOf(ctx: Context, actor: Actor, { sells, slug }: Offer): Promise<unknown> {
	if (sells === 'space') return (await findSpace(ctx.db, actor, slug))?.names ?? {};
	if (sells === 'tier') return (await listTiers(ctx.db)).find((tier) => tier.slug === slug)?.names ?? {};
	return {};
}

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	requireMember(actor);
	const offers = await offersOf(ctx, actor, event.url.searchParams);
	const [first] = offers;
	if (!first) throw catalogError('not_for_sale');
	const question = { buyerId: actor.userId, via: viaOf(event.cookies) };
	const { prices } = await priceOffers(ctx.db, once(offers), { quantity: 1, gift: true }, question);
	return {
		till: openTill(event, prices[0]!.price.currency),
		title: first.title,
		names: await namesOf(ctx, actor, first),
		href: placeOf(first),
		offers: prices
			.map(({ offer, price }) => ({
				id: offer.id,
				months: offer.months,
				price: { amount: price.total, currency: price.currency },
			}))
			.sort((a, b) => (a.months ?? 0) - (b.months ?? 0)),
	};
});

/** What so many were said to cost: as many times the price of one, or what was shown after that turned out otherwise. */
function shownTotal(form: FormData) {
	const [offerId, quantity] = [form.get('offerId'), form.get('quantity')];
	const [of, agreed] = String(form.get('agreed') ?? '').split('=');
	const [amount, currency] = String(form.get(`each-${offerId}`) ?? '').split(' ');
	if (!amount || !currency) return null;
	if (of === `${offerId}x${quantity}`) return { amount: agreed, currency };
	return { amount: Number(amount) * (Number(quantity) || 1), currency };
}

export const actions = {
	default: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const placed = await checkout(ctx.db, actor, {
			offerId: form.get('offerId'),
			...placing(event, form),
			expected: shownTotal(form),
			quantity: form.get('quantity'),
			gift: true,
			details: { message: textOf(form, 'message') },
		});
		return toPayment(event, placed, form);
	}),
} satisfies Actions;
