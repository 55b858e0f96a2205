import type { Currency } from '../../../kernel/money.ts';
import type { Config } from '../../../platform/config.ts';
import type { Db } from '../../../platform/db/index.ts';
import { orderError } from '../order.ts';
import type { PaymentProvider } from '../provider.ts';
import { openSandbox } from './sandbox.ts';

/** Providers by name, in the order in which a buyer sees them. */
export type Providers = ReadonlyMap<string, PaymentProvider>;

/**
 * Opens the providers that the operator has set up.
 *
 * @param secret the instance's secret, with which the sandbox signs
 */
export function openProviders(config: Config, secret: string, db: Db): Map<string, PaymentProvider> {
	const providers: PaymentProvider[] = [];
	if (config.sandbox) providers.push(openSandbox(db, secret));
	return new Map(providers.map((provider) => [provider.name, provider]));
}

/** The provider of that name. @throws orders.no_provider */
export function providerOf(providers: Providers, name: string): PaymentProvider {
	const provider = providers.get(name);
	if (!provider) throw orderError('no_provider', { detail: 'No payment provider of that name is set up.' });
	return provider;
}

/** Who takes this currency, the first being the default. */
export function providersTaking(providers: Providers, currency: Currency): PaymentProvider[] {
	return [...providers.values()].filter((provider) => provider.currencies.includes(currency));
}
