import { textOf } from '#lib/server/deal-forms.ts';
import { action, page } from '#lib/server/page.ts';
import { placing, tillOf, toPayment } from '#lib/server/till.ts';
import { personWithOffer } from '#lib/server/whose-page.ts';
import { checkout } from '#server/flows/checkout.ts';
import { askError, listSlots, slotTerms } from '#server/modules/asks/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { shown, offer } = await personWithOffer(event, 'slot');
	const terms = offer && slotTerms.parse(offer.terms);
	return {
		shown,
		offer: offer && { id: offer.id, price: offer.price },
		till: offer && (await tillOf(event, offer)),
		minutes: terms?.minutes ?? 0,
		cancelHours: terms?.cancelHours ?? 0,
		slots: offer ? (await listSlots(event.locals.ctx.db, shown.id)).filter(({ booked }) => !booked) : [],
		own: event.locals.actor.userId === shown.id,
	};
});

export const actions = {
	default: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const { offer } = await personWithOffer(event, 'slot');
		if (!offer) throw askError('not_open');
		const placed = await checkout(ctx.db, actor, {
			offerId: Number(form.get('offerId')) || offer.id,
			...placing(event, form),
			details: { slotId: form.get('slotId') ?? '', note: textOf(form, 'note') },
		});
		return toPayment(event, placed, form);
	}),
} satisfies Actions;
