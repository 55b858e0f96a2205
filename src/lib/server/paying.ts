import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import { requireMember } from '#server/contracts/actor.ts';
import { askAbout } from '#server/flows/ask-pending.ts';
import { beginPayment } from '#server/flows/pay.ts';
import { AppError } from '#server/kernel/errors.ts';
import type { OrderId } from '#server/kernel/ids.ts';
import type { Currency } from '#server/kernel/money.ts';
import { findPayment, providersTaking } from '#server/modules/orders/index.ts';

/** One way to pay, as a form offers it; `value` is what the form sends as `pay`. */
export interface Way {
	value: string;
	provider: string;
	method: string;
}

/** The ways to pay an amount in this currency, in the browser that asks; of 0, to leave a means of payment. The first is the default. */
export function waysToPay({ locals, request }: RequestEvent, currency: Currency, amount = 1): Way[] {
	const inWechat = /MicroMessenger/i.test(request.headers.get('user-agent') ?? '');
	return providersTaking(locals.ctx.providers, currency, amount).flatMap(({ name, methods }) =>
		methods
			// Within WeChat nobody can scan the screen they look at, and elsewhere its window does not open.
			.filter((method) => name !== 'wechat' || methods.length === 1 || (method === 'app') === inWechat)
			.map((method) => ({ value: `${name}:${method}`, provider: name, method })),
	);
}

/**
 * Begins paying an order in the way that a form chose, and sends the browser there. Also goes on with a payment that was
 * begun before. An order that is paid already is shown.
 *
 * @throws as `beginPayment`; redirects
 */
export async function goPay(event: RequestEvent, orderId: OrderId, form: FormData): Promise<never> {
	const { ctx, actor, origin, locale } = event.locals;
	const [provider, method] = String(form.get('pay') ?? '').split(':');
	// Who pays within WeChat is asked of WeChat first.
	if (provider === 'wechat' && method === 'app') redirect(303, `/checkout/wechat/payer?order=${orderId}`);
	const { href } = await beginPayment({ db: ctx.db, providers: ctx.providers, origin, locale }, actor, {
		orderId,
		provider,
		method,
	}).catch((thrown) => {
		// The same form again, after its order was paid: show the order.
		if (thrown instanceof AppError && thrown.code === 'orders.not_payable')
			redirect(303, `/orders/${orderId}`);
		throw thrown;
	});
	redirect(303, href);
}

/** The payment of the person who looks; nobody else's is there. */
export async function ownPayment(event: RequestEvent, provider: string, reference: string) {
	const { ctx, actor } = event.locals;
	const { userId } = requireMember(actor);
	const payment = await findPayment(ctx.db, reference);
	if (!payment || payment.provider !== provider || payment.userId !== userId)
		error(404, { message: 'There is no such payment.', code: 'orders.not_found' });
	return payment;
}

/** Seconds between two questions to a provider about one payment, however often its page is looked at. */
const ASK_EVERY = 5;

/**
 * Asks the provider about a payment that somebody waits for, if nobody did so a moment ago. What it says is settled; that
 * it does not answer is no news, as it will be asked again.
 */
export async function askWhileWaiting(
	event: RequestEvent,
	payment: { provider: string; reference: string; amount: number; currency: string; createdAt: Date },
): Promise<void> {
	const { ctx } = event.locals;
	if (!ctx.limiter.take(`ask:${payment.reference}`, { limit: 1, seconds: ASK_EVERY }).allowed) return;
	const ear = { db: ctx.db, providers: ctx.providers, platformShareBps: ctx.settings.platformShareBps };
	await askAbout(ear, payment).catch((thrown) => {
		if (!(thrown instanceof AppError)) throw thrown;
	});
}
