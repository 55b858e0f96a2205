import { redirect } from '@sveltejs/kit';
import QRCode from 'qrcode';
import { action, page } from '#lib/server/page.ts';
import { askWhileWaiting, goPay, ownPayment } from '#lib/server/paying.ts';
import type { NextStep } from '#server/modules/orders/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** How often the page looks by itself, every three seconds, before it leaves that to the reader. */
const looks = 100;

export const load = page(async (event: PageServerLoadEvent) => {
	const { provider, reference } = event.params;
	const looked = Math.max(0, Number(event.url.searchParams.get('look')) || 0);
	let payment = await ownPayment(event, provider, reference);
	if (looked > 0 && payment.status === 'started') {
		await askWhileWaiting(event, { ...payment, reference });
		payment = await ownPayment(event, provider, reference);
	}
	const order = `/orders/${payment.orderId}`;
	if (payment.status !== 'started') redirect(303, `${order}?from=payment`);
	const next = payment.next as NextStep | null;
	const here = `/checkout/${provider}/${reference}`;
	// No form may lead to another site (form-action in our policy), and so no answer to one: this page stands between,
	// and leads on by itself the first time.
	const leave = next?.step === 'redirect' && !event.url.searchParams.has('stay');
	const look = next?.step === 'qr' && looked < looks && !event.url.searchParams.has('stopped');
	return {
		provider,
		method: payment.method,
		price: { amount: payment.amount, currency: payment.currency },
		title: payment.title,
		order,
		here,
		next,
		qr:
			next?.step === 'qr'
				? `data:image/svg+xml,${encodeURIComponent(await QRCode.toString(next.content, { type: 'svg', margin: 2 }))}`
				: null,
		/** Leads on at once; looks again, with a script or without one. */
		leave: leave ? `0;url=${next.url}` : null,
		look: look
			? { here: `${here}?look=1`, left: looks - looked, refresh: `3;url=${here}?look=${looked + 1}` }
			: null,
		bar: 'item' as const,
	};
});

export const actions = {
	/** The provider did not answer when it was begun: asks it again, for the same payment. */
	again: action(async (event: RequestEvent) => {
		const { provider, reference } = event.params;
		const payment = await ownPayment(event, provider, reference);
		const form = new FormData();
		form.set('pay', `${provider}:${payment.method}`);
		return goPay(event, payment.orderId, form);
	}),
} satisfies Actions;
