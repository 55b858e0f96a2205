import { createHmac, timingSafeEqual } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { page } from '#lib/server/page.ts';
import { requireMember } from '#server/contracts/actor.ts';
import { beginPayment } from '#server/flows/pay.ts';
import { commonError } from '#server/kernel/errors.ts';
import { parseId } from '#server/kernel/ids.ts';
import { findOrder, providerOf } from '#server/modules/orders/index.ts';
import type { PageServerLoadEvent } from './$types';

/**
 * Who pays within WeChat: first the browser is led to WeChat, which says so at once, then the payment begins. What it
 * comes back with is taken only from where we sent it, for this person and this order.
 */
export const load = page(async (event: PageServerLoadEvent) => {
	const { ctx, actor, origin, locale } = event.locals;
	const { userId } = requireMember(actor);
	const query = event.url.searchParams;
	const orderId = parseId<number>(query.get('order') ?? '');
	if (!orderId) throw commonError('not_found');
	const order = await findOrder(ctx.db, actor, orderId);
	const { identify } = providerOf(ctx.providers, 'wechat');
	if (!identify || order.status !== 'pending') redirect(303, `/orders/${orderId}`);
	const state = createHmac('sha256', ctx.secret)
		.update(`wechat payer:${userId}:${orderId}`)
		.digest('base64url');
	const given = Buffer.from(query.get('state') ?? '');
	const ours = given.length === state.length && timingSafeEqual(given, Buffer.from(state));
	if (!query.has('code') || !ours) {
		const url = identify.url(`${origin}/checkout/wechat/payer?order=${orderId}`, state);
		// It leads on by itself once; a state that is not ours is shown, and asks to be pressed.
		return { url, refresh: query.has('code') ? null : `0;url=${url}`, order: `/orders/${orderId}` };
	}
	const payer = await identify.payer(query);
	const till = { db: ctx.db, providers: ctx.providers, origin, locale };
	const { href } = await beginPayment(till, actor, { orderId, provider: 'wechat', method: 'app', payer });
	redirect(303, href);
});
