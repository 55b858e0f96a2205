import { textOf } from '#lib/server/deal-forms.ts';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { openTill, placing, toPayment } from '#lib/server/till.ts';
import { type Actor, requireMember } from '#server/contracts/actor.ts';
import { checkout } from '#server/flows/checkout.ts';
import { type ItemId, parseId } from '#server/kernel/ids.ts';
import type { Context } from '#server/main/context.ts';
import { catalogError, listOffers, type Offer } from '#server/modules/catalog/index.ts';
import { may } from '#server/modules/entitlements/index.ts';
import { hrefOf } from '#server/modules/items/index.ts';
import { findSpace } from '#server/modules/spaces/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** What `?item=` or `?space=` names is sold for now, to whoever may see it. @throws catalog.not_for_sale */
async function offersOf(ctx: Context, actor: Actor, query: URLSearchParams): Promise<Offer[]> {
	const itemId = parseId<ItemId>(query.get('item'));
	const slug = query.get('space');
	if (itemId !== null && (await may(ctx.db, actor, 'read', [{ id: itemId }])).get(itemId) !== 'none')
		return listOffers(ctx.db, { itemId });
	const space = slug ? await findSpace(ctx.db, actor, slug) : null;
	return space ? listOffers(ctx.db, { spaceId: space.id }, 'space') : [];
}

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	requireMember(actor);
	const offers = await offersOf(ctx, actor, event.url.searchParams);
	const [first] = offers;
	if (!first) throw catalogError('not_for_sale');
	return {
		till: openTill(event, first.price.currency),
		title: first.title,
		href:
			first.itemId === null
				? `/spaces/${first.slug}`
				: hrefOf({ kind: first.itemKind!, id: first.itemId, slug: first.slug }),
		offers: offers
			.filter(({ renews }) => !renews)
			.map(({ id, price, months }) => ({ id, price, months }))
			.sort((a, b) => (a.months ?? 0) - (b.months ?? 0)),
	};
});

export const actions = {
	default: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const placed = await checkout(ctx.db, actor, {
			offerId: form.get('offerId'),
			...placing(event, form),
			quantity: form.get('quantity'),
			gift: true,
			details: { message: textOf(form, 'message') },
		});
		return toPayment(event, placed, form);
	}),
} satisfies Actions;
