import { z } from '@hono/zod-openapi';
import { sellable } from '../../modules/catalog/index.ts';
import { id, money, text, time } from './common.ts';

export const entitlement = z
	.object({
		id: id(21),
		itemId: id().nullable(),
		spaceId: id(3).nullable(),
		name: text('Inside the query planner'),
		source: z.enum(['purchase', 'subscription', 'grant', 'trial', 'seat', 'gift']),
		startsAt: time(),
		endsAt: time().nullable().openapi({ description: 'null: for good.' }),
		revokedAt: time().nullable(),
		inForce: z.boolean(),
	})
	.openapi('Entitlement');
export const sells = z.enum(sellable).openapi({ description: 'What is sold.' });
export const offer = z
	.object({
		id: id(61),
		sells,
		itemId: id().nullable(),
		spaceId: id(3).nullable(),
		bundleId: id().nullable(),
		tierId: id().nullable(),
		personId: id().nullable(),
		price: money,
		pricing: z
			.enum(['fixed', 'open'])
			.openapi({ description: 'open: what the buyer pleases, the price at least.' }),
		renews: z.boolean().openapi({ description: 'A subscription: paid again until it is cancelled.' }),
		trialDays: z.int().positive().nullable(),
		left: z
			.int()
			.nonnegative()
			.nullable()
			.openapi({ description: 'How many are left; null: as many as asked for.' }),
		terms: z.record(z.string(), z.unknown()).openapi({ description: 'What only one kind of offer has.' }),
		months: z.int().positive().nullable().openapi({
			example: null,
			description: 'For what is sold by time: how many months one payment opens it for.',
		}),
		title: text('Inside the query planner'),
		sellerId: id(7).nullable(),
	})
	.openapi('Offer');
export const region = () =>
	z
		.string()
		.regex(/^[A-Z]{2}$/)
		.openapi({ example: 'CN', description: 'ISO 3166.' });
export const quoteLines = z
	.array(
		z.object({
			what: z.string(),
			amount: z.int(),
			data: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
		}),
	)
	.openapi({ description: 'How the price came about, line by line; the amounts sum to the total.' });
/** What a buyer says of what they want; the same for a quote and an order. */
export const priceQuestion = z.object({
	offerId: z.int().positive(),
	quantity: z.int().min(1).max(1000).optional(),
	amount: z
		.int()
		.nonnegative()
		.optional()
		.openapi({ description: 'For an open price: what the buyer pleases, each.' }),
	coupon: z.string().max(100).optional().openapi({ example: 'SPRING-20' }),
	region: region().optional(),
	affiliate: z
		.string()
		.max(40)
		.optional()
		.openapi({ description: 'Code of the link by which the buyer came.' }),
});
export const quote = z
	.object({
		offerId: id(61),
		lines: quoteLines,
		subtotal: z.int().openapi({ description: 'Without tax. total = subtotal - discount + tax.' }),
		discount: z.int(),
		tax: z.int().openapi({ description: 'Added or included, as its line says.' }),
		total: z.int(),
		currency: money.shape.currency,
		region: region(),
	})
	.openapi('Quote');
export const order = z
	.object({
		id: id(71),
		offerId: id(61),
		status: z.enum(['pending', 'paid', 'cancelled', 'expired', 'refunded']),
		price: money,
		refunded: z.int().nonnegative().openapi({ description: 'Sent back so far, in minor units.' }),
		quantity: z.int().positive(),
		quote: quoteLines,
		gift: z.boolean(),
		title: text('Inside the query planner'),
		sells,
		itemId: id().nullable(),
		spaceId: id(3).nullable(),
		bundleId: id().nullable(),
		tierId: id().nullable(),
		personId: id().nullable(),
		renews: z.boolean().openapi({ description: 'Of a subscription.' }),
		months: z.int().positive().nullable(),
		createdAt: time(),
		expiresAt: time().openapi({ description: 'Until when it waits for its payment.' }),
		paidAt: time().nullable(),
		payment: z
			.object({
				provider: text('sandbox'),
				reference: text('Xk3…'),
				status: z.enum(['started', 'succeeded', 'failed']),
				failure: z.string().nullable(),
				createdAt: time(),
			})
			.nullable()
			.openapi({ description: 'The latest try at paying it.' }),
	})
	.openapi('Order');
export const payment = z
	.object({
		reference: text('Xk3…'),
		provider: text('sandbox'),
		method: text('page'),
		url: text('/checkout/sandbox/Xk3…').openapi({ description: 'Where the buyer pays, on this site.' }),
		next: z
			.union([
				z.object({ step: z.literal('redirect'), url: z.string() }),
				z.object({ step: z.literal('qr'), content: z.string() }),
				z.object({ step: z.literal('call'), name: z.string(), values: z.record(z.string(), z.string()) }),
			])
			.openapi({ description: 'What the page there does: for clients that have a till of their own.' }),
	})
	.openapi('PaymentStarted');
