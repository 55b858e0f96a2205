import { z } from 'zod';

// Messages are error codes; see kernel/validate.ts.

export const priceSchema = z.object({
	amount: z.coerce
		.number()
		.int('catalog.price_whole')
		.min(1, 'catalog.price_low')
		.max(100_000_000, 'catalog.price_high'),
	currency: z.enum(['CNY', 'USD', 'EUR', 'JPY', 'HKD', 'SGD'], 'catalog.currency_unknown'),
});
export type Price = z.output<typeof priceSchema>;
