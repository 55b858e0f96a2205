import { redirect } from '@sveltejs/kit';
import { ofForm } from '#lib/server/answer.ts';
import { moneyOf } from '#lib/server/deal-forms.ts';
import { kindByPath } from '#lib/server/kinds.ts';
import { action, page } from '#lib/server/page.ts';
import { placing, tillOf, toPayment } from '#lib/server/till.ts';
import { isStaff } from '#server/contracts/actor.ts';
import { checkout } from '#server/flows/checkout.ts';
import type { ItemId } from '#server/kernel/ids.ts';
import { catalogError, listOffers } from '#server/modules/catalog/index.ts';
import { groupError, groupTerms, listOpenGroups, offerGroups } from '#server/modules/groups/index.ts';
import { itemError, readItem } from '#server/modules/items/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const id = event.params.id as ItemId;
	const shown = await readItem(ctx.db, actor, id);
	if (!kindByPath(event.params.kind) || !shown) throw itemError('not_found');
	const { item } = shown;
	if (item.path !== event.params.kind) redirect(301, `/${item.path}/${item.id}/group`);
	const [[alone], [together], groups] = await Promise.all([
		listOffers(ctx.db, { itemId: id }),
		listOffers(ctx.db, { itemId: id }, 'group'),
		listOpenGroups(ctx.db, actor, id),
	]);
	const own = actor.userId !== null && item.author?.id === actor.userId;
	// Nothing to buy together, and nobody here who could offer it.
	if (!alone || (!together && !own && !isStaff(actor))) throw catalogError('not_for_sale');
	return {
		item: { id: item.id, title: item.title, href: item.href, language: item.language },
		alone: alone.price,
		together: together && { id: together.id, price: together.price, ...groupTerms.parse(together.terms) },
		groups: together ? groups.filter(({ offerId }) => offerId === together.id) : [],
		till: together && (await tillOf(event, together)),
		maySet: own || isStaff(actor),
		mayBuy: item.held,
		saved: event.url.searchParams.has('saved'),
	};
});

export const actions = {
	start: ofForm(
		'start',
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			const [offer] = await listOffers(ctx.db, { itemId: event.params.id as ItemId }, 'group');
			if (!offer) throw groupError('not_found');
			const wanted = { offerId: offer.id, details: { groupId: null }, ...placing(event, form) };
			return toPayment(event, await checkout(ctx.db, actor, wanted), form);
		}),
	),
	set: ofForm(
		'set',
		action(async (event: RequestEvent, form) => {
			const { ctx, actor } = event.locals;
			const [alone] = await listOffers(ctx.db, { itemId: event.params.id as ItemId });
			form.set('currency', alone?.price.currency ?? '');
			const wanted = form.has('off')
				? null
				: { amount: moneyOf(form, 'amount').amount, size: form.get('size'), hours: form.get('hours') };
			await offerGroups(ctx.db, actor, event.params.id as ItemId, wanted);
			redirect(303, `${event.url.pathname}?saved=1`);
		}),
	),
} satisfies Actions;
