import { redirect } from '@sveltejs/kit';
import { thingsOf } from '#lib/features/pricing/things.ts';
import { action, page } from '#lib/server/page.ts';
import { readDiscount } from '#lib/server/pricing-forms.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { listDiscounts, listOwnOffers, makeDiscount, retireDiscount } from '#server/modules/catalog/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async ({ locals: { ctx, actor }, url }: PageServerLoadEvent) => {
	const { userId } = requireMember(actor);
	const [discounts, offers] = await Promise.all([
		listDiscounts(ctx.db, actor, { whose: 'mine', cursor: url.searchParams.get('cursor') }),
		listOwnOffers(ctx.db, userId),
	]);
	return {
		discounts,
		things: thingsOf(offers),
		currency: offers[0]?.price.currency ?? 'CNY',
		saved: url.searchParams.has('saved'),
	};
});

export const actions = {
	make: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		await makeDiscount(ctx.db, actor, readDiscount(form, 'mine'));
		redirect(303, '/studio/coupons?saved');
	}),
	retire: action(async ({ locals: { ctx, actor } }: RequestEvent, form) => {
		await retireDiscount(ctx.db, actor, Number(form.get('id')));
		redirect(303, '/studio/coupons?saved');
	}),
} satisfies Actions;
