import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { findBuying } from '#lib/server/buying.ts';
import { action, page } from '#lib/server/page.ts';
import { goPay, waysToPay } from '#lib/server/paying.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { checkout } from '#server/flows/checkout.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor } = event.locals;
	requireMember(actor);
	const buying = await findBuying(ctx, actor, event.url.searchParams);
	// One key for one showing of the form: pressed twice, it makes one order.
	return {
		buying,
		ways: waysToPay(event, buying.offers[0]?.price.currency ?? 'CNY'),
		asked: event.url.searchParams.get('offer'),
		key: randomUUID(),
		contact: ctx.settings.contactEmail,
		bar: 'item' as const,
	};
});

export const actions = {
	default: action(async (event: RequestEvent, form) => {
		const { ctx, actor } = event.locals;
		const { orderId, toPay } = await checkout(ctx.db, actor, {
			offerId: form.get('offerId'),
			key: form.get('key'),
		});
		if (!toPay) redirect(303, `/orders/${orderId}`);
		return goPay(event, orderId, form);
	}),
} satisfies Actions;
