import { moneyOf, textOf } from '#lib/server/deal-forms.ts';
import '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { openTill, placing, toPayment } from '#lib/server/till.ts';
import { personWithOffer } from '#lib/server/whose-page.ts';
import { checkout } from '#server/flows/checkout.ts';
import { type ItemId, parseId } from '#server/kernel/ids.ts';
import { askError } from '#server/modules/asks/index.ts';
import { readItem } from '#server/modules/items/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { shown, offer } = await personWithOffer(event, 'tip');
	const itemId = parseId<ItemId>(event.url.searchParams.get('item'));
	const found = itemId === null ? null : await readItem(event.locals.ctx.db, event.locals.actor, itemId);
	const item = found?.item.author?.id === shown.id ? found.item : null;
	const least = offer?.price.amount ?? 0;
	return {
		shown,
		offer: offer && { id: offer.id, price: offer.price },
		amounts: [...new Set([1, 2, 5, 10, 20].map((times) => times * least))],
		item: item && { id: item.id, title: item.title, href: item.href },
		till: offer && openTill(event, offer.price.currency),
		own: event.locals.actor.userId === shown.id,
	};
});

export const actions = {
	default: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const { offer } = await personWithOffer(event, 'tip');
		if (!offer) throw askError('not_open');
		form.set('currency', offer.price.currency);
		const other = textOf(form, 'price').trim() !== '';
		const placed = await checkout(ctx.db, actor, {
			offerId: offer.id,
			...placing(event, form),
			amount: other ? moneyOf(form).amount : Number(form.get('amount')) || offer.price.amount,
			details: { itemId: parseId(textOf(form, 'itemId')), message: textOf(form, 'message') },
		});
		return toPayment(event, placed, form);
	}),
} satisfies Actions;
