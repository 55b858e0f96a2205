import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/page.ts';
import { ownPayment } from '#lib/server/paying.ts';
import { sendLate } from '#server/flows/late-sandbox.ts';
import {
	playDispute,
	playPayment,
	providerOf,
	type SandboxManner,
	type SignedMessage,
	sandboxPayment,
} from '#server/modules/orders/index.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** How long a busy provider's message takes, in seconds. */
const LATE = 5;

function ownSandboxPayment(event: RequestEvent | PageServerLoadEvent) {
	// Where it is closed nobody could pay with it: it gives away what others sell.
	providerOf(event.locals.ctx.providers, 'sandbox');
	return ownPayment(event, 'sandbox', event.params.reference);
}

export const load = page(async (event: PageServerLoadEvent) => {
	const payment = await ownSandboxPayment(event);
	const { reference } = event.params;
	const settled = payment.status === 'succeeded';
	// A provider's page has nothing more to say of what is paid; what its payer may still do is asked for by name.
	if (settled && !event.url.searchParams.has('after')) redirect(303, `/orders/${payment.orderId}`);
	return {
		payment: {
			price: { amount: payment.amount, currency: payment.currency },
			title: payment.title,
			orderId: payment.orderId,
			status: payment.status,
		},
		dispute: settled ? ((await sandboxPayment(event.locals.ctx.db, reference))?.dispute ?? 'none') : null,
		reference,
		siteName: event.locals.ctx.settings.siteName,
		bar: 'item' as const,
	};
});

/** Sends a notice as the provider's machine would: to the address that hears them. */
async function send(event: RequestEvent, { body, signature }: SignedMessage): Promise<void> {
	const response = await event.fetch('/checkout/sandbox/notify', {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'x-sandbox-signature': signature },
		body,
	});
	if (!response.ok)
		throw new Error(`The sandbox's notice was refused: ${response.status} ${await response.text()}`);
}

const late = (event: RequestEvent, message: SignedMessage, seconds = LATE) =>
	sendLate(event.locals.ctx.db, message, seconds);

function mannerOf(form: FormData): SandboxManner {
	const refunds = form.get('refunds');
	return {
		refunds: refunds === 'pending' || refunds === 'failed' ? refunds : 'succeeded',
		declinesAgain: form.has('declinesAgain'),
	};
}

function ending(
	outcome: 'succeeded' | 'failed',
	deliver: (event: RequestEvent, message: SignedMessage) => Promise<void>,
) {
	return action(async (event: RequestEvent, form) => {
		const { ctx } = event.locals;
		const { orderId } = await ownSandboxPayment(event);
		const { reference } = event.params;
		await deliver(event, await playPayment(ctx.db, ctx.secret, reference, outcome, mannerOf(form)));
		redirect(303, `/orders/${orderId}?from=payment`);
	});
}

function disputing(outcome: 'opened' | 'won' | 'lost') {
	return action(async (event: RequestEvent) => {
		const { ctx } = event.locals;
		const { orderId } = await ownSandboxPayment(event);
		await send(event, await playDispute(ctx.db, ctx.secret, event.params.reference, outcome));
		redirect(303, `/orders/${orderId}`);
	});
}

export const actions = {
	pay: ending('succeeded', send),
	decline: ending('failed', send),
	late: ending('succeeded', late),
	twice: ending('succeeded', async (event, message) => {
		await send(event, message);
		await send(event, message);
	}),
	dispute: ending('succeeded', async (event, message) => {
		const { ctx } = event.locals;
		await send(event, message);
		await late(event, await playDispute(ctx.db, ctx.secret, event.params.reference, 'opened'));
	}),
	open: disputing('opened'),
	won: disputing('won'),
	lost: disputing('lost'),
} satisfies Actions;
