import { z } from '@hono/zod-openapi';
import { now } from '../../kernel/clock.ts';
import { commonError } from '../../kernel/errors.ts';
import {
	addPrice,
	endTaxRate,
	findBundle,
	listAffiliateLinks,
	listDiscounts,
	listOwnOffers,
	listPrices,
	listSegments,
	listTaxRates,
	listTierOffers,
	listTiers,
	makeAffiliateLink,
	makeBundle,
	makeDiscount,
	removePrice,
	retireAffiliateLink,
	retireBundle,
	retireDiscount,
	retireTier,
	setAffiliateRate,
	setOffer,
	setSegment,
	setTaxRate,
	setTier,
} from '../../modules/catalog/index.ts';
import { may } from '../../modules/entitlements/index.ts';
import {
	affiliateEarnings,
	assignSeat,
	cancelOrder,
	freeSeat,
	listSeatPools,
	orderError,
	priceOrder,
} from '../../modules/orders/index.ts';
import { answer, listed, made, nothing, type Operation, operation } from '../operation.ts';
import { cursor, idParam, limit, listOf, localised, money, slugParam } from '../schemas/common.ts';
import * as shape from '../schemas/things.ts';
import { presentOffer, priceRefusals, theOffer } from './commerce.ts';

const tag = 'Prices and discounts';
const mine = { tag, needs: 'member', scope: 'write' } as const;
const look = { tag, method: 'get', needs: 'member', scope: 'read' } as const;
const operate = { tag, needs: 'admin', scope: 'admin' } as const;
const done = { status: 204, description: 'Done.' } as const;
const made201 = (description: string) => ({
	status: 201 as const,
	schema: z.object({ id: z.int().positive() }),
	description,
});
const region = z
	.string()
	.regex(/^[A-Z]{2}$/)
	.openapi({ example: 'CN' });
const audience = {
	region: region.nullish(),
	segment: z.string().nullish(),
	minLevel: z.int().min(1).max(5).nullish(),
	startsAt: z.iso.datetime().nullish(),
	endsAt: z.iso.datetime().nullish(),
};
const currency = money.shape.currency;
const whose = z.enum(['mine', 'all']);

export const pricingOperations: Operation[] = [
	operation({
		tag,
		needs: 'anyone',
		scope: 'read',
		id: 'makeQuote',
		method: 'post',
		path: '/quotes',
		summary: 'Ask what an offer costs',
		description: 'What an order placed now would cost whoever asks, line by line. Nothing is kept.',
		body: shape.priceQuestion.openapi('PriceQuestion'),
		example: { offerId: 61, coupon: 'SPRING-20', region: 'CN' },
		returns: { status: 200, schema: shape.quote, description: 'The price, explained.' },
		refusals: ['catalog.not_for_sale', 'catalog.offer_retired', ...priceRefusals],
		async run(call) {
			const { offerId, quantity = 1, amount, coupon, region: where, affiliate } = call.body;
			const offer = await theOffer(call, offerId);
			const via = affiliate ? { code: affiliate, at: now() } : null;
			const question = { buyerId: call.actor.userId, region: where, coupon: coupon || null, via };
			const price = await priceOrder(call.db, offer, { quantity, amount }, question);
			const { lines, subtotal, discount, tax, total } = price;
			return answer({
				offerId,
				lines,
				subtotal,
				discount,
				tax,
				total,
				currency: price.currency,
				region: price.region,
			});
		},
	}),
	operation({
		...mine,
		id: 'cancelOrder',
		method: 'put',
		path: '/orders/{id}/cancellation',
		summary: 'Give up an order that is not paid',
		description: 'What was kept for it, such as a coupon, is free at once.',
		params: { id: idParam('order') },
		returns: done,
		refusals: ['orders.not_found', 'orders.not_payable'],
		async run({ db, actor, params }) {
			await cancelOrder(db, actor, params.id);
			return nothing;
		},
	}),
	operation({
		...look,
		id: 'listOwnOffers',
		path: '/me/offers',
		summary: 'List what I sell',
		returns: { status: 200, schema: listOf(shape.ownOffer), description: 'With the other prices of each.' },
		async run(call) {
			const offers = await listOwnOffers(call.db, call.actor.userId!);
			const prices = await listPrices(
				call.db,
				offers.map(({ id }) => id),
			);
			const data = offers.map((offer) => ({
				...presentOffer(offer),
				prices: (prices.get(offer.id) ?? []).map(({ id, price, ...row }) => ({ id, price, ...row })),
			}));
			return listed(call, { items: data, next: null });
		},
	}),
	operation({
		...mine,
		id: 'setOffer',
		method: 'put',
		path: '/offers',
		summary: 'Offer a thing, or change how it is offered',
		description: 'An offer never changes: this makes a new one. `price: null` takes the thing off sale.',
		body: z
			.object({
				sells: z.enum(['item', 'space', 'seats', 'bundle', 'tier']),
				thingId: z.int().positive(),
				months: z.int().min(1).max(36).nullish(),
				renews: z.boolean().optional(),
				price: money.nullable(),
				pricing: z.enum(['fixed', 'open']).optional(),
				trialDays: z.int().min(1).max(90).nullish(),
				left: z.int().nonnegative().nullish(),
			})
			.openapi('NewOffer'),
		example: { sells: 'item', thingId: 42, price: { amount: 1900, currency: 'CNY' }, left: 100 },
		returns: done,
		refusals: ['common.not_found', 'common.forbidden'],
		async run({ db, actor, body }) {
			await setOffer(db, actor, body);
			return nothing;
		},
	}),
	operation({
		...mine,
		id: 'addOfferPrice',
		method: 'post',
		path: '/offers/{id}/prices',
		summary: 'Give an offer another price',
		description: 'Of a region, from a day on, until a day, for a level or a segment.',
		params: { id: idParam('offer') },
		body: money.extend(audience).openapi('NewOfferPrice'),
		example: { amount: 300, currency: 'USD', region: 'US' },
		returns: made201('Its id.'),
		refusals: ['common.not_found', 'common.forbidden'],
		async run({ db, actor, params, body }) {
			const id = await addPrice(db, actor, params.id, body);
			return made(`/api/v1/offers/${params.id}`, { id });
		},
	}),
	operation({
		...mine,
		id: 'removeOfferPrice',
		method: 'delete',
		path: '/offer-prices/{id}',
		summary: 'Take another price away',
		params: { id: idParam('price') },
		returns: done,
		refusals: ['common.not_found', 'common.forbidden'],
		async run({ db, actor, params }) {
			await removePrice(db, actor, params.id);
			return nothing;
		},
	}),
	operation({
		...look,
		id: 'listDiscounts',
		path: '/discounts',
		summary: 'List coupons and promotions',
		query: z.object({ whose: whose.default('mine'), cursor, limit: limit(100, 30) }),
		returns: { status: 200, schema: listOf(shape.discount), description: 'The newest first.' },
		refusals: ['common.forbidden'],
		async run(call) {
			return listed(call, await listDiscounts(call.db, call.actor, call.query));
		},
	}),
	operation({
		...mine,
		id: 'makeDiscount',
		method: 'post',
		path: '/discounts',
		summary: 'Make a coupon or a promotion',
		description: 'Without a code it is a promotion and counts by itself. `whose: all` is for administrators.',
		body: z
			.object({
				whose: whose.optional(),
				code: z.string().nullish(),
				name: z.string().max(80),
				percentBps: z.int().min(1).max(10_000).nullish(),
				amount: z.int().positive().nullish(),
				currency: currency.nullish(),
				sells: z.array(z.enum(['item', 'space', 'seats', 'bundle', 'tier', 'question', 'slot'])).nullish(),
				itemId: z.int().positive().nullish(),
				spaceId: z.int().positive().nullish(),
				bundleId: z.int().positive().nullish(),
				tierId: z.int().positive().nullish(),
				minimum: z.int().positive().nullish(),
				...audience,
				firstOrder: z.boolean().optional(),
				perPerson: z.int().positive().nullish(),
				total: z.int().positive().nullish(),
				exclusive: z.boolean().optional(),
			})
			.openapi('NewDiscount'),
		example: { code: 'SPRING-20', name: 'Spring', percentBps: 2000, total: 100, perPerson: 1 },
		returns: made201('Its id.'),
		refusals: ['catalog.code_taken', 'common.forbidden'],
		async run({ db, actor, body }) {
			const id = await makeDiscount(db, actor, body);
			return made('/api/v1/discounts', { id });
		},
	}),
	operation({
		...mine,
		id: 'endDiscount',
		method: 'delete',
		path: '/discounts/{id}',
		summary: 'End a coupon or a promotion',
		params: { id: idParam('discount') },
		returns: done,
		refusals: ['common.not_found'],
		async run({ db, actor, params }) {
			await retireDiscount(db, actor, params.id);
			return nothing;
		},
	}),
	operation({
		tag,
		needs: 'anyone',
		scope: 'read',
		id: 'listTaxRates',
		method: 'get',
		path: '/tax-rates',
		summary: 'What tax is taken where',
		returns: { status: 200, schema: listOf(shape.taxRate), description: 'By region.' },
		async run(call) {
			return listed(call, { items: await listTaxRates(call.db), next: null });
		},
	}),
	...[true, false].map((on) =>
		operation({
			...operate,
			id: on ? 'setTaxRate' : 'endTaxRate',
			method: on ? 'put' : 'delete',
			path: '/tax-rates/{region}',
			summary: on ? 'Set the tax of a region' : 'Take no more tax in a region',
			params: { region },
			...(on
				? {
						body: z
							.object({ name: z.string().max(40), bps: z.int().min(0).max(10_000), included: z.boolean() })
							.openapi('NewTaxRate'),
						example: { name: 'VAT', bps: 600, included: true },
					}
				: {}),
			returns: done,
			async run({ db, actor, params, body }) {
				if (on) await setTaxRate(db, actor, { ...(body as object), region: params.region });
				else await endTaxRate(db, actor, params.region);
				return nothing;
			},
		}),
	),
	operation({
		tag,
		needs: 'anyone',
		scope: 'read',
		id: 'readBundle',
		method: 'get',
		path: '/bundles/{slug}',
		summary: 'Read a bundle',
		params: { slug: slugParam('The bundle', '9f2c41ab07') },
		returns: { status: 200, schema: shape.bundle, description: 'With what is in it.' },
		refusals: ['common.not_found'],
		async run({ db, actor, params }) {
			const bundle = await findBundle(db, { slug: params.slug });
			const seen = await may(db, actor, 'read', bundle?.items ?? []);
			if (!bundle || [...seen.values()].includes('none')) throw commonError('not_found');
			return answer(bundle);
		},
	}),
	operation({
		...mine,
		id: 'makeBundle',
		method: 'post',
		path: '/bundles',
		summary: 'Sell several items at one price',
		body: z
			.object({
				title: z.string().min(2).max(120),
				description: z.string().max(2000).optional(),
				itemIds: z.array(z.int().positive()).min(2).max(50),
				price: money,
			})
			.openapi('NewBundle'),
		example: { title: 'Two of mine', itemIds: [42, 43], price: { amount: 2900, currency: 'CNY' } },
		returns: {
			status: 201,
			schema: z.object({ id: z.int().positive(), slug: z.string() }),
			description: 'What its address is made of.',
		},
		refusals: ['catalog.bundle_items'],
		async run({ db, actor, body }) {
			const bundle = await makeBundle(db, actor, body);
			return made(`/api/v1/bundles/${bundle.slug}`, bundle);
		},
	}),
	operation({
		...mine,
		id: 'endBundle',
		method: 'delete',
		path: '/bundles/{slug}',
		summary: 'Take a bundle off sale for good',
		params: { slug: slugParam('The bundle', '9f2c41ab07') },
		returns: done,
		refusals: ['common.not_found'],
		async run({ db, actor, params }) {
			const bundle = await findBundle(db, { slug: params.slug });
			if (!bundle) throw commonError('not_found');
			await retireBundle(db, actor, bundle.id);
			return nothing;
		},
	}),
	operation({
		tag,
		needs: 'anyone',
		scope: 'read',
		id: 'listTiers',
		method: 'get',
		path: '/tiers',
		summary: 'The memberships of the whole place',
		returns: { status: 200, schema: listOf(shape.tier), description: 'The lowest first.' },
		async run(call) {
			const [tiers, offers] = await Promise.all([listTiers(call.db), listTierOffers(call.db)]);
			const data = tiers.map((tier) => ({
				...tier,
				offers: offers.filter(({ tierId }) => tierId === tier.id).map(presentOffer),
			}));
			return listed(call, { items: data, next: null });
		},
	}),
	operation({
		...operate,
		id: 'setTier',
		method: 'put',
		path: '/tiers/{slug}',
		summary: 'Make a membership or change it',
		params: { slug: slugParam('The membership', 'plus') },
		body: z
			.object({
				name: z.string().min(1).max(60),
				names: localised.optional(),
				description: z.string().max(500).optional(),
				descriptions: localised.optional(),
				rank: z.int().min(1).max(100),
				spaceIds: z.array(z.int().positive()).max(100),
			})
			.openapi('NewTier'),
		example: { name: 'Plus', rank: 1, spaceIds: [3] },
		returns: done,
		refusals: ['common.conflict'],
		async run({ db, actor, params, body }) {
			await setTier(db, actor, { ...body, slug: params.slug });
			return nothing;
		},
	}),
	operation({
		...operate,
		id: 'endTier',
		method: 'delete',
		path: '/tiers/{slug}',
		summary: 'Take a membership off sale for good',
		params: { slug: slugParam('The membership', 'plus') },
		returns: done,
		refusals: ['common.not_found'],
		async run({ db, actor, params }) {
			const tier = (await listTiers(db)).find(({ slug }) => slug === params.slug);
			if (!tier) throw commonError('not_found');
			await retireTier(db, actor, tier.id);
			return nothing;
		},
	}),
	operation({
		...operate,
		id: 'listSegments',
		method: 'get',
		path: '/segments',
		summary: 'The groups of people that prices may be for',
		returns: {
			status: 200,
			schema: listOf(z.object({ segment: z.string(), people: z.int() })),
			description: 'By name.',
		},
		async run(call) {
			return listed(call, { items: await listSegments(call.db, call.actor), next: null });
		},
	}),
	operation({
		...operate,
		id: 'setSegment',
		method: 'put',
		path: '/segments/{segment}',
		summary: 'Say who is in a segment',
		params: {
			segment: z
				.string()
				.regex(/^[a-z0-9-]{1,40}$/)
				.openapi({ example: 'students' }),
		},
		body: z.object({ handles: z.array(z.string().max(60)).max(1000) }).openapi('NewSegment'),
		example: { handles: ['lin-qing'] },
		returns: done,
		async run({ db, actor, params, body }) {
			await setSegment(db, actor, { ...body, segment: params.segment });
			return nothing;
		},
	}),
	operation({
		...look,
		id: 'listAffiliateLinks',
		path: '/affiliate-links',
		summary: 'List my affiliate links and what they brought',
		returns: { status: 200, schema: listOf(shape.affiliateLink), description: 'The newest first.' },
		async run(call) {
			const [links, earnings] = await Promise.all([
				listAffiliateLinks(call.db, call.actor),
				affiliateEarnings(call.db, call.actor, call.ctx.settings.affiliateHoldDays),
			]);
			const data = links.map((link) => ({
				...link,
				url: `/via/${link.code}`,
				earned: earnings.filter(({ linkId }) => linkId === link.id).map(({ linkId: _, ...one }) => one),
			}));
			return listed(call, { items: data, next: null });
		},
	}),
	operation({
		...mine,
		id: 'makeAffiliateLink',
		method: 'post',
		path: '/affiliate-links',
		summary: 'Make an affiliate link',
		body: z.object({ note: z.string().max(80).optional() }).openapi('NewAffiliateLink'),
		example: { note: 'My blog' },
		returns: { status: 201, schema: shape.affiliateLink, description: 'Where it leads, and its code.' },
		refusals: ['common.conflict'],
		async run({ db, actor, body }) {
			const link = await makeAffiliateLink(db, actor, body);
			return made('/api/v1/affiliate-links', { ...link, url: `/via/${link.code}`, earned: [] });
		},
	}),
	operation({
		...mine,
		id: 'endAffiliateLink',
		method: 'delete',
		path: '/affiliate-links/{id}',
		summary: 'End an affiliate link',
		params: { id: idParam('link') },
		returns: done,
		refusals: ['common.not_found'],
		async run({ db, actor, params }) {
			await retireAffiliateLink(db, actor, params.id);
			return nothing;
		},
	}),
	operation({
		...mine,
		id: 'setAffiliateRate',
		method: 'put',
		path: '/me/affiliate-rate',
		summary: 'Say what I give who brings buyers to my things',
		body: z
			.object({
				bps: z.int().min(0).max(9000).nullable().openapi({ description: 'null: what the place gives.' }),
			})
			.openapi('AffiliateRate'),
		example: { bps: 1500 },
		returns: done,
		async run({ db, actor, body }) {
			await setAffiliateRate(db, actor, body);
			return nothing;
		},
	}),
	operation({
		...look,
		id: 'listSeatPools',
		path: '/me/seats',
		summary: 'List the seats that I bought for others',
		returns: { status: 200, schema: listOf(shape.seatPool), description: 'The newest first.' },
		async run(call) {
			return listed(call, { items: await listSeatPools(call.db, call.actor), next: null });
		},
	}),
	operation({
		...mine,
		id: 'assignSeat',
		method: 'put',
		path: '/me/seats/{id}/people/{handle}',
		summary: 'Give a seat to somebody',
		params: { id: idParam('seats'), handle: slugParam('Their handle', 'lin-qing') },
		returns: done,
		refusals: ['orders.not_found', 'orders.seats_taken'],
		async run({ db, actor, params }) {
			await assignSeat(db, actor, params.id, { handle: params.handle });
			return nothing;
		},
	}),
	operation({
		...mine,
		id: 'freeSeat',
		method: 'delete',
		path: '/me/seats/{id}/people/{handle}',
		summary: 'Take a seat back',
		params: { id: idParam('seats'), handle: slugParam('Their handle', 'lin-qing') },
		returns: done,
		refusals: ['orders.not_found'],
		async run({ db, actor, params }) {
			const pool = (await listSeatPools(db, actor)).find(({ id }) => id === params.id);
			const person = pool?.people.find(({ handle }) => handle === params.handle);
			if (!person) throw orderError('not_found');
			await freeSeat(db, actor, params.id, person.id);
			return nothing;
		},
	}),
];
