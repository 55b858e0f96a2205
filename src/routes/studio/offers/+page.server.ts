import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { formReader, inForm, readPriceRow } from '#lib/server/pricing-forms.ts';
import { requireMember } from '#server/contracts/actor.ts';
import {
	addPrice,
	listBundles,
	listOwnOffers,
	listPrices,
	makeBundle,
	removePrice,
	retireBundle,
	setOffer,
} from '#server/modules/catalog/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor }, url }: PageServerLoadEvent) => {
	const { userId } = requireMember(actor);
	const [offers, bundles] = await Promise.all([listOwnOffers(ctx.db, userId), listBundles(ctx.db, userId)]);
	const prices = await listPrices(
		ctx.db,
		offers.map(({ id }) => id),
	);
	return {
		offers: offers.map((offer) => ({ ...offer, prices: prices.get(offer.id) ?? [] })),
		bundles,
		saved: url.searchParams.has('saved'),
	};
});

const done = () => redirect(303, '/studio/offers?saved');

export const actions = {
	/** Changes how a thing is offered. */
	set: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		const read = formReader(form);
		const amount = read.amount('price');
		const offer = {
			sells: read.text('sells'),
			thingId: read.text('thingId'),
			months: read.orNull('months'),
			renews: read.text('renews') === '1',
			price: amount === null ? null : { amount, currency: read.text('currency') },
			pricing: read.has('open') ? 'open' : 'fixed',
			left: read.orNull('left'),
			// Only a plan can be tried.
			...(read.has('trialDays') ? { trialDays: read.orNull('trialDays') } : {}),
		};
		await inForm(`set-${read.text('id')}`, async () => {
			read.demandReadable();
			await setOffer(ctx.db, actor, offer);
		});
		done();
	}),
	/** Gives an offer another price. */
	add: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		const id = Number(form.get('id'));
		await inForm(`add-${id}`, () => addPrice(ctx.db, actor, id, readPriceRow(form)));
		done();
	}),
	remove: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		await removePrice(ctx.db, actor, Number(form.get('id')));
		done();
	}),
	seats: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		const read = formReader(form);
		const amount = read.amount('price');
		await inForm('seats', async () => {
			read.demandReadable();
			await setOffer(ctx.db, actor, {
				sells: 'seats',
				thingId: read.text('spaceId'),
				months: read.text('months'),
				price: amount === null ? null : { amount, currency: read.text('currency') },
			});
		});
		done();
	}),
	bundle: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		const read = formReader(form);
		const amount = read.amount('price');
		await inForm('bundle', async () => {
			read.demandReadable();
			await makeBundle(ctx.db, actor, {
				title: read.text('title'),
				description: read.text('description'),
				itemIds: read.all('itemIds'),
				price: { amount: amount ?? 0, currency: read.text('currency') },
			});
		});
		done();
	}),
	retireBundle: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		await retireBundle(ctx.db, actor, Number(form.get('id')));
		done();
	}),
} satisfies Actions;
