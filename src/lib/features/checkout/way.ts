import { m } from '#lib/paraglide/messages.js';

const words: Record<string, [label: () => string, hint: () => string]> = {
	'stripe:page': [m.payments_stripe_page, m.payments_stripe_page_hint],
	'alipay:page': [m.payments_alipay_page, m.payments_alipay_page_hint],
	'alipay:qr': [m.payments_alipay_qr, m.payments_alipay_qr_hint],
	'wechat:qr': [m.payments_wechat_qr, m.payments_wechat_qr_hint],
	'wechat:app': [m.payments_wechat_app, m.payments_wechat_app_hint],
	'sandbox:page': [m.payments_sandbox_page, m.payments_sandbox_page_hint],
};

/** What a way to pay is called, and what one does there. */
export function wayWords(provider: string, method: string): { label: string; hint: string } {
	const [label, hint] = words[`${provider}:${method}`] ?? [() => provider, () => ''];
	return { label: label(), hint: hint() };
}

/** What a provider is called. */
export function providerName(provider: string): string {
	const names: Record<string, () => string> = {
		stripe: () => 'Stripe',
		alipay: m.payments_alipay_page,
		wechat: m.payments_wechat_qr,
		sandbox: m.payments_sandbox_page,
	};
	return names[provider]?.() ?? provider;
}
