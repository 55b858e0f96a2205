import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { type Buying, findBuying } from '#lib/server/buying.ts';
import { type Chosen, checkoutAddress, chosenAmount, readChosen, viaOf } from '#lib/server/checkout-form.ts';
import { action, page } from '#lib/server/page.ts';
import { goPay, waysToPay } from '#lib/server/paying.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { checkout, trialMeans } from '#server/flows/checkout.ts';
import { AppError, commonError } from '#server/kernel/errors.ts';
import { type Choice, isCouponRefusal } from '#server/modules/catalog/index.ts';
import { priceOffers } from '#server/modules/orders/index.ts';
import { mayTry } from '#server/modules/subscriptions/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	const { userId } = requireMember(actor);
	const asked = event.url.searchParams;
	const buying = await findBuying(ctx, actor, asked);
	const chosen = readChosen(asked);
	const [first] = buying.offers;
	const offer = buying.offers.find(({ id }) => id === chosen.offerId) ?? first;
	const many = buying.what === 'seats';
	const choice = { quantity: many ? chosen.quantity : 1, amount: openAmount(buying, chosen) };
	const question = {
		buyerId: userId,
		region: chosen.region,
		coupon: chosen.coupon,
		via: viaOf(event.cookies),
	};
	const { prices, region, regions } = await priceOffers(ctx.db, buying.offers, choice, question);
	const price = prices.find((one) => one.offer === offer);
	const tries = await Promise.all(buying.offers.map((one) => mayTry(ctx.db, userId, one)));
	const trials = new Set(buying.offers.filter((_, i) => tries[i]));
	const asksMeans = trialMeans(ctx.settings, ctx.providers);
	return {
		buying,
		// Where a trial is all there is: how a means of payment is left.
		ways: waysToPay(
			event,
			price?.price.currency ?? offer?.price.currency ?? 'CNY',
			buying.offers.every((one) => trials.has(one)) ? 0 : 1,
		),
		chosen: {
			...chosen,
			offerId: offer?.id ?? null,
			region,
			quantity: choice.quantity,
			// A coupon that does not count is shown with why, and is not ordered with.
			coupon: chosen.coupon,
			counts: Boolean(chosen.coupon) && !price?.refused,
		},
		prices: prices.map(({ offer: one, price: { lines, total, currency } }) => {
			const then = { amount: total, currency };
			if (!trials.has(one)) return { offer: one, lines, price: then, then, means: false };
			// The time to try is an order of nothing; what it costs afterwards is said beside it.
			const [list] = lines;
			const free = {
				what: 'trial' as const,
				amount: -(list?.amount ?? 0),
				data: { days: one.trialDays ?? 0 },
			};
			return {
				offer: one,
				lines: list ? [list, free] : [free],
				price: { amount: 0, currency },
				then,
				means: asksMeans(currency),
			};
		}),
		regions: regions.length > 1 ? regions : [],
		many,
		open: offer?.pricing === 'open',
		refusedCoupon: price?.refused ? { code: price.refused.code, params: price.refused.params } : null,
		changed: asked.has('changed'),
		// One key for one showing of the form: pressed twice, it makes one order.
		key: randomUUID(),
		contact: ctx.settings.contactEmail,
		bar: 'item' as const,
	};
});

/** What the buyer pleases to pay of an open price, where it is enough; the form tells of the rest. */
function openAmount(buying: Buying, chosen: Chosen): Choice['amount'] {
	const offer = buying.offers.find(({ id }) => id === chosen.offerId) ?? buying.offers[0];
	if (offer?.pricing !== 'open') return null;
	const amount = chosenAmount(chosen, offer.price.currency);
	return amount !== null && amount >= offer.price.amount ? amount : null;
}

export const actions = {
	default: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const chosen = readChosen(form);
		const asked = event.url.searchParams;
		if (form.get('do') === 'price') redirect(303, checkoutAddress(asked, chosen));
		const currency = String(form.get(`currency-${chosen.offerId}`) ?? '');
		const amount = chosenAmount(chosen, currency);
		if (chosen.amount && amount === null)
			throw commonError('invalid_input', { fields: { amount: 'catalog.price_shape' } });
		// Who names the price has seen it; everybody else is held to what was shown.
		const expected = amount ?? form.get(`total-${chosen.offerId}`);
		const { orderId, toPay } = await checkout(
			ctx.db,
			actor,
			{
				offerId: chosen.offerId,
				key: form.get('key'),
				quantity: chosen.quantity,
				amount,
				coupon: chosen.coupon || null,
				region: chosen.region,
				via: viaOf(event.cookies),
				expected: expected === null ? null : { amount: expected, currency },
			},
			trialMeans(ctx.settings, ctx.providers),
		).catch((thrown) => {
			if (!(thrown instanceof AppError)) throw thrown;
			// The page says what it costs now, or why the coupon does not count; then one presses again.
			if (thrown.code === 'orders.price_changed')
				redirect(303, checkoutAddress(asked, chosen, { changed: '1' }));
			if (isCouponRefusal(thrown)) redirect(303, checkoutAddress(asked, chosen));
			throw thrown;
		});
		if (!toPay) redirect(303, `/orders/${orderId}`);
		return goPay(event, orderId, form);
	}),
} satisfies Actions;
