import { z } from 'zod';
import { couponCode } from './price-facts.ts';

// Messages are error codes; see kernel/validate.ts.

const currency = z.enum(['CNY', 'USD', 'EUR', 'JPY', 'HKD', 'SGD'], 'catalog.currency_unknown');
const amount = z.coerce
	.number('catalog.price_shape')
	.int('catalog.price_whole')
	.min(1, 'catalog.price_low')
	.max(100_000_000, 'catalog.price_high');

export const priceSchema = z.object({ amount, currency });
export type Price = z.output<typeof priceSchema>;

const id = z.coerce.number().int().positive();
const optionalId = id.nullish().transform((value) => value ?? null);
const moment = z.coerce.date('common.bad_date').nullish();
const bps = z.coerce.number('catalog.share').int('catalog.share');
export const regionSchema = z.string().regex(/^[A-Z]{2}$/, 'catalog.region');

const audience = {
	region: regionSchema.nullish().transform((value) => value ?? null),
	segment: z
		.string()
		.regex(/^[a-z0-9-]{1,40}$/, 'catalog.segment')
		.nullish()
		.transform((value) => value ?? null),
	minLevel: z.coerce
		.number('catalog.level')
		.int('catalog.level')
		.min(1, 'catalog.level')
		.max(5, 'catalog.level')
		.nullish()
		.transform((value) => value ?? null),
	startsAt: moment,
	endsAt: moment,
};
const inOrder = ({ startsAt, endsAt }: { startsAt?: Date | null; endsAt?: Date | null }) =>
	!endsAt || endsAt > (startsAt ?? new Date(0));
const backwards = { path: ['endsAt'], message: 'catalog.ends_early' };

/** How a thing is offered: what, at what price, and how many. */
export const offerSchema = z
	.object({
		sells: z.enum(['item', 'space', 'seats', 'bundle', 'tier']),
		thingId: id,
		months: z.coerce.number().int().min(1).max(36).nullish(),
		renews: z.boolean().default(false),
		/** null takes it off sale. */
		price: z.object({ amount: amount.or(z.literal(0)), currency }).nullable(),
		pricing: z.enum(['fixed', 'open']).optional(),
		trialDays: z.coerce
			.number('catalog.days')
			.int('catalog.days')
			.min(1, 'catalog.days')
			.max(90, 'catalog.days')
			.nullish(),
		left: z.coerce
			.number('catalog.left')
			.int('catalog.left')
			.min(0, 'catalog.left')
			.max(1_000_000, 'catalog.left')
			.nullish(),
	})
	.refine(({ sells, months }) => ['item', 'bundle'].includes(sells) === (months == null), {
		path: ['months'],
		message: 'catalog.months',
	})
	.refine(({ months, renews }) => !renews || months != null, { path: ['renews'], message: 'catalog.months' })
	.refine(({ price, pricing }) => !price || price.amount > 0 || pricing === 'open', {
		path: ['price'],
		message: 'catalog.price_low',
	});

/** Another price of an offer, for some or for a time. */
export const priceRowSchema = z.object({ amount, currency, ...audience }).refine(inOrder, backwards);

/** A coupon, or without a code a promotion. */
export const discountSchema = z
	.object({
		/** For the asking person's own things, or for everybody's. */
		whose: z.enum(['mine', 'all']).default('mine'),
		code: z
			.string()
			.transform(couponCode)
			.pipe(z.string().regex(/^[\p{L}\p{N}-]{3,32}$/u, 'catalog.code_shape'))
			.nullish()
			.transform((value) => value ?? null),
		name: z.string().trim().min(1, 'catalog.name_missing').max(80),
		percentBps: bps
			.min(1, 'catalog.share')
			.max(10_000, 'catalog.share')
			.nullish()
			.transform((value) => value ?? null),
		amount: amount.nullish().transform((value) => value ?? null),
		currency: currency.nullish().transform((value) => value ?? null),
		sells: z
			.array(z.enum(['item', 'space', 'seats', 'bundle', 'tier', 'question', 'slot']))
			.nullish()
			.transform((value) => (value?.length ? value : null)),
		itemId: optionalId,
		spaceId: optionalId,
		bundleId: optionalId,
		tierId: optionalId,
		minimum: amount.nullish().transform((value) => value ?? null),
		...audience,
		firstOrder: z.boolean().default(false),
		perPerson: z.coerce
			.number('catalog.uses')
			.int('catalog.uses')
			.min(1, 'catalog.uses')
			.max(1000, 'catalog.uses')
			.nullish()
			.transform((value) => value ?? null),
		total: z.coerce
			.number('catalog.uses')
			.int('catalog.uses')
			.min(1, 'catalog.uses')
			.max(10_000_000, 'catalog.uses')
			.nullish()
			.transform((value) => value ?? null),
		exclusive: z.boolean().default(false),
	})
	.refine(inOrder, backwards)
	.refine(({ percentBps, amount }) => (percentBps === null) !== (amount === null), {
		path: ['percentBps'],
		message: 'catalog.share_or_amount',
	})
	.refine(({ amount, minimum, currency }) => (amount === null && minimum === null) || currency !== null, {
		path: ['currency'],
		message: 'catalog.currency_unknown',
	})
	.refine(({ code, perPerson, total }) => code !== null || (perPerson === null && total === null), {
		path: ['code'],
		message: 'catalog.code_missing',
	})
	.refine(
		({ itemId, spaceId, bundleId, tierId }) =>
			[itemId, spaceId, bundleId, tierId].filter((one) => one !== null).length <= 1,
		{ path: ['itemId'], message: 'catalog.one_thing' },
	);

export const taxRateSchema = z.object({
	region: regionSchema,
	name: z.string().trim().min(1, 'catalog.name_missing').max(40),
	bps: bps.min(0, 'catalog.share').max(10_000, 'catalog.share'),
	included: z.boolean(),
});

export const bundleSchema = z.object({
	title: z.string().trim().min(2, 'catalog.name_missing').max(120),
	description: z.string().trim().max(2000).default(''),
	itemIds: z.array(id).min(2, 'catalog.bundle_items').max(50),
	price: priceSchema,
});

export const tierSchema = z.object({
	slug: z.string().regex(/^[a-z0-9-]{2,40}$/, 'catalog.slug'),
	name: z.string().trim().min(1, 'catalog.name_missing').max(60),
	names: z.record(z.enum(['zh-CN', 'en']), z.string().trim().max(60)).optional(),
	description: z.string().trim().max(500).default(''),
	descriptions: z.record(z.enum(['zh-CN', 'en']), z.string().trim().max(500)).optional(),
	rank: z.coerce
		.number('catalog.level')
		.int('catalog.level')
		.min(1, 'catalog.level')
		.max(100, 'catalog.level'),
	spaceIds: z.array(id).max(100),
});
