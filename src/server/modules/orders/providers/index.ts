import type { Currency } from '../../../kernel/money.ts';
import type { Config } from '../../../platform/config.ts';
import type { Db } from '../../../platform/db/index.ts';
import { orderError } from '../order.ts';
import type { PaymentProvider } from '../provider.ts';
import { openAlipay } from './alipay.ts';
import { privateKey, publicKey } from './keys.ts';
import { openSandbox } from './sandbox.ts';
import { openStripe } from './stripe.ts';
import { openWechatPay } from './wechat-pay.ts';

/** Providers by name, in the order in which a buyer sees them. */
export type Providers = ReadonlyMap<string, PaymentProvider>;

/**
 * Opens the providers that the operator has set up; nothing is asked of them yet.
 *
 * @param secret the instance's secret, with which the sandbox signs
 * @param options `patienceMs`: how long one answer is waited for
 * @throws ConfigError when a key is none
 */
export function openProviders(
	config: Config,
	secret: string,
	db: Db,
	{ patienceMs = 10_000 }: { patienceMs?: number } = {},
): Map<string, PaymentProvider> {
	const providers: PaymentProvider[] = [];
	const { alipay, wechatPay, stripe } = config;
	if (alipay)
		providers.push(
			openAlipay({
				...alipay,
				patienceMs,
				privateKey: privateKey('ALIPAY_PRIVATE_KEY', alipay.privateKey),
				publicKey: publicKey('ALIPAY_PUBLIC_KEY', alipay.publicKey),
			}),
		);
	if (wechatPay)
		providers.push(
			openWechatPay({
				...wechatPay,
				patienceMs,
				privateKey: privateKey('WECHAT_PAY_PRIVATE_KEY', wechatPay.privateKey),
				publicKey: wechatPay.publicKey && {
					id: wechatPay.publicKey.id,
					key: publicKey('WECHAT_PAY_PUBLIC_KEY', wechatPay.publicKey.key),
				},
			}),
		);
	if (stripe) providers.push(openStripe({ ...stripe, patienceMs }));
	if (config.sandbox) providers.push(openSandbox(db, secret));
	return new Map(providers.map((provider) => [provider.name, provider]));
}

/** The provider of that name. @throws orders.no_provider */
export function providerOf(providers: Providers, name: string): PaymentProvider {
	const provider = providers.get(name);
	if (!provider) throw orderError('no_provider', { detail: 'No payment provider of that name is set up.' });
	return provider;
}

/** Who takes this currency, the first being the default; of an amount of 0, who can keep a means of payment. */
export function providersTaking(providers: Providers, currency: Currency, amount = 1): PaymentProvider[] {
	return [...providers.values()].filter(
		(provider) => provider.currencies.includes(currency) && (amount > 0 || provider.keepsMeans === true),
	);
}
