import { z } from '@hono/zod-openapi';
import { offer, region, sells } from './commerce.ts';
import { id, localised, money, text, time } from './common.ts';

export const priceRow = z
	.object({
		id: id(9),
		price: money,
		region: region().nullable(),
		segment: z.string().nullable(),
		minLevel: z.int().nullable(),
		startsAt: time(),
		endsAt: time().nullable(),
	})
	.openapi('OfferPrice');
export const ownOffer = z.object({ ...offer.shape, prices: z.array(priceRow) }).openapi('OwnOffer');
export const discount = z
	.object({
		id: id(31),
		sellerId: id(7).nullable().openapi({ description: 'Whose things it is for; null: of everybody.' }),
		code: z
			.string()
			.nullable()
			.openapi({ example: 'SPRING-20', description: 'null: a promotion, which counts by itself.' }),
		name: text('Spring'),
		percentBps: z.int().nullable(),
		amount: z.int().nullable(),
		currency: z.string().nullable(),
		sells: z.array(sells).nullable(),
		itemId: id().nullable(),
		spaceId: id(3).nullable(),
		bundleId: id().nullable(),
		tierId: id().nullable(),
		minimum: z.int().nullable(),
		region: region().nullable(),
		segment: z.string().nullable(),
		minLevel: z.int().nullable(),
		startsAt: time(),
		endsAt: time().nullable(),
		firstOrder: z.boolean(),
		perPerson: z.int().nullable(),
		total: z.int().nullable(),
		used: z.int().openapi({ description: 'Used, and kept for orders that are not paid yet.' }),
		exclusive: z.boolean(),
		thing: z.string().nullable(),
		uses: z.object({ used: z.int(), reserved: z.int() }),
		state: z.enum(['planned', 'open', 'gone', 'over']),
	})
	.openapi('Discount');
export const taxRate = z
	.object({ region: region(), name: text('VAT'), bps: z.int(), included: z.boolean() })
	.openapi('TaxRate');
export const bundle = z
	.object({
		id: id(5),
		slug: text('9f2c41ab07'),
		title: text('Everything about indexes'),
		description: z.string(),
		sellerId: id(7).nullable(),
		retired: z.boolean(),
		items: z.array(
			z.object({
				id: id(),
				kind: text('article'),
				slug: text('inside-the-planner'),
				title: text('Inside the query planner'),
				language: text('en'),
				status: text('published'),
				authorId: id(7).nullable(),
				price: money.nullable(),
			}),
		),
	})
	.openapi('Bundle');
export const tier = z
	.object({
		id: id(2),
		slug: text('plus'),
		name: text('Plus'),
		names: localised,
		description: z.string(),
		descriptions: localised,
		rank: z.int().positive().openapi({ description: 'The higher one includes what the lower ones open.' }),
		spaces: z.array(z.object({ id: id(3), slug: text('systems'), name: text('Systems'), names: localised })),
		offers: z.array(offer),
	})
	.openapi('Tier');
export const affiliateLink = z
	.object({
		id: id(4),
		code: text('3fa1b20c9d44'),
		note: text('My blog'),
		clicks: z.int().nonnegative(),
		createdAt: time(),
		url: text('/via/3fa1b20c9d44'),
		earned: z.array(
			z.object({
				currency: text('CNY'),
				orders: z.int(),
				share: z.int().openapi({ description: 'Minor units.' }),
				held: z.int().openapi({ description: 'What of it may not be paid out yet.' }),
			}),
		),
	})
	.openapi('AffiliateLink');
export const seatPool = z
	.object({
		id: id(6),
		orderId: id(71),
		space: z.object({ slug: text('systems'), name: text('Systems'), names: localised }),
		seats: z.int().positive(),
		endsAt: time(),
		people: z.array(z.object({ id: id(7), handle: text('lin-qing'), name: text('林青') })),
	})
	.openapi('SeatPool');
