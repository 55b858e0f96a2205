import { error, redirect } from '@sveltejs/kit';
import { managedSpace } from '#lib/server/managed-space.ts';
import { action, page } from '#lib/server/page.ts';
import { emptyForm, readPrice } from '#lib/server/write-form.ts';
import { planMonths, setPlans } from '#server/flows/set-plans.ts';
import { commonError } from '#server/kernel/errors.ts';
import { catalogPolicy, listOffers } from '#server/modules/catalog/index.ts';
import { relationsTo } from '#server/modules/items/index.ts';
import { priceText } from '#shared/price.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** Only who owns a space, and the staff, set what it costs. */
async function pricedSpace(event: Pick<RequestEvent, 'locals' | 'params'>) {
	const space = await managedSpace(event, (can) => can.update);
	if (!catalogPolicy.permits('price', relationsTo(event.locals.actor, space.ownerId, null)))
		error(403, { message: 'Only its owner prices a space.', code: 'common.forbidden' });
	return space;
}

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, locale } = event.locals;
	const space = await pricedSpace(event);
	const offers = await listOffers(ctx.db, { spaceId: space.id });
	const priceOf = (months: number) => offers.find((offer) => offer.months === months)?.price;
	const start: Record<string, string> = {
		currency: offers[0]?.price.currency ?? (locale === 'en' ? 'USD' : 'CNY'),
	};
	for (const months of planMonths) {
		const price = priceOf(months);
		start[`price-${months}`] = price ? priceText(price) : '';
	}
	return {
		months: planMonths,
		start,
		paid: space.access === 'paid',
		share: ctx.settings.platformShareBps / 100,
		saved: event.url.searchParams.has('saved'),
	};
});

export const actions = {
	default: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const space = await pricedSpace(event);
		const currency = String(form.get('currency') ?? '');
		const faults: Record<string, string> = {};
		const plans = planMonths.map((months) => {
			const typed = String(form.get(`price-${months}`) ?? '').trim();
			if (!typed) return { months, price: null };
			const { price, priceFault } = readPrice({ ...emptyForm, price: typed, currency });
			if (priceFault) faults[`price-${months}`] = priceFault;
			return { months, price };
		});
		if (Object.keys(faults).length > 0) throw commonError('invalid_input', { fields: faults });
		await setPlans(ctx.db, actor, space.id, plans);
		redirect(303, `/spaces/${space.slug}/settings/plans?saved`);
	}),
} satisfies Actions;
