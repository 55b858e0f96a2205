import { textOf } from '#lib/server/deal-forms.ts';
import { action, page } from '#lib/server/page.ts';
import { placing, tillOf, toPayment } from '#lib/server/till.ts';
import { personWithOffer } from '#lib/server/whose-page.ts';
import { checkout } from '#server/flows/checkout.ts';
import { answerTerms, askError, expertRecord, followupDays } from '#server/modules/asks/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { shown, offer } = await personWithOffer(event, 'question');
	const terms = offer && answerTerms.parse(offer.terms);
	return {
		shown,
		offer: offer && { id: offer.id, price: offer.price },
		till: offer && (await tillOf(event, offer)),
		hours: terms?.hours ?? 0,
		listen: terms?.listenAmount ? { ...offer!.price, amount: terms.listenAmount } : null,
		followupDays,
		askerPercent: event.locals.ctx.settings.listenAskerBps / 100,
		record: await expertRecord(event.locals.ctx.db, shown.id),
		own: event.locals.actor.userId === shown.id,
	};
});

export const actions = {
	default: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const { offer } = await personWithOffer(event, 'question');
		if (!offer) throw askError('not_open');
		const placed = await checkout(ctx.db, actor, {
			offerId: Number(form.get('offerId')) || offer.id,
			...placing(event, form),
			details: {
				title: textOf(form, 'title'),
				source: textOf(form, 'source'),
				language: event.locals.locale === 'zh-CN' ? 'zh-CN' : 'en',
				open: form.get('open') === '1',
			},
		});
		return toPayment(event, placed, form);
	}),
} satisfies Actions;
