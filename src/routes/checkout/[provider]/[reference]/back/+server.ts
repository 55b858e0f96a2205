import { redirect } from '@sveltejs/kit';
import { page } from '#lib/server/page.ts';
import { askWhileWaiting, ownPayment } from '#lib/server/paying.ts';
import type { RequestEvent } from './$types';

/**
 * Where a provider sends its buyers back to. Often the notice is here first; where it is not, the provider is asked, so
 * that nobody waits for it. What stands in the address is believed of nobody.
 */
export const GET = page(async (event: RequestEvent): Promise<Response> => {
	const { provider, reference } = event.params;
	const payment = await ownPayment(event, provider, reference);
	if (payment.status === 'started') await askWhileWaiting(event, { ...payment, reference });
	redirect(303, `/orders/${payment.orderId}?from=payment`);
});
