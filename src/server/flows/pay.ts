import type { Actor } from '../contracts/actor.ts';
import { requireMember } from '../contracts/actor.ts';
import type { OrderId } from '../kernel/ids.ts';
import {
	findOrder,
	keepNextStep,
	type NextStep,
	orderError,
	type Providers,
	providerOf,
	providersTaking,
	startPayment,
} from '../modules/orders/index.ts';
import type { Db } from '../platform/db/index.ts';

/** What paying needs beside who pays. */
export interface Till {
	db: Db;
	providers: Providers;
	/** The address that people and providers use, e.g. https://stoa.example. */
	origin: string;
	locale: string;
}

/** How somebody wants to pay. */
export interface Choice {
	orderId: OrderId;
	/** Default: the first that takes the currency, and its first method. */
	provider?: string | null;
	method?: string | null;
	/** Who the buyer is at the provider, where a method asks for it. */
	payer?: string;
}

/**
 * Begins a payment: writes it down, asks the provider for the way to its till, and says where the buyer's browser goes.
 * Nothing is held open while the provider thinks. Pressed twice it is one payment; where the provider did not answer,
 * pressing again asks it for the same one.
 *
 * @returns `href` on this site; from there to the provider it is a step of its own, as no form may lead to another site
 * @throws orders.no_provider when nobody takes the currency; orders.provider_unavailable; as `startPayment`
 */
export async function beginPayment(
	{ db, providers, origin, locale }: Till,
	actor: Actor,
	{ orderId, provider: name, method: wanted, payer }: Choice,
): Promise<{ reference: string; provider: string; method: string; href: string; next: NextStep }> {
	requireMember(actor);
	const order = await findOrder(db, actor, orderId);
	const taking = providersTaking(providers, order.price.currency, order.price.amount);
	const chosen = name ? providerOf(providers, name) : taking[0];
	// Whoever begins a trial chose how to pay later: where no means can be left, the first takes it that can keep one.
	const provider = order.price.amount === 0 && chosen && !taking.includes(chosen) ? taking[0] : chosen;
	if (!provider || !taking.includes(provider))
		throw orderError('no_provider', { detail: `No payment provider takes ${order.price.currency}.` });
	const method = (provider === chosen && wanted) || provider.methods[0]!;
	if (!provider.methods.includes(method))
		throw orderError('no_provider', { detail: `${provider.name} has no such way of paying.` });
	const { reference } = await startPayment(db, actor, orderId, provider.name, { method, resume: true });
	const href = `/checkout/${provider.name}/${reference}`;
	const next = await provider.begin({
		reference,
		...order.price,
		title: order.title,
		method,
		returnUrl: `${origin}${href}/back`,
		notifyUrl: `${origin}/checkout/${provider.name}/notify`,
		locale,
		// A subscription begins, or goes on: later payments are taken without the buyer.
		again: order.renews,
		payer,
	});
	await keepNextStep(db, reference, next);
	return { reference, provider: provider.name, method, href, next };
}
