import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { localized } from '#lib/ui/words.ts';
import { formatPrice } from '#shared/format.ts';

/** “a month”, “a year”, “every 3 months”. */
export function every(months: number): string {
	if (months === 1) return m.subscriptions_every_month();
	if (months === 12) return m.subscriptions_every_year();
	return m.subscriptions_every_months({ n: months });
}

/** “¥30 a month”. */
export function priceEvery(price: { amount: number; currency: string }, months: number): string {
	return m.subscriptions_price_every({ price: formatPrice(price, getLocale()), every: every(months) });
}

/** “renews every month”. */
export function renewing(months: number): string {
	if (months === 1) return m.subscriptions_plan_renews_month();
	if (months === 12) return m.subscriptions_plan_renews_year();
	return m.subscriptions_plan_renews_months({ n: months });
}

/** What a plan is of, in the reader's language. */
export function planTitle(plan: { title: string; names: object }): string {
	return localized(plan.names, plan.title);
}
