import { randomUUID } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { checkout, trialMeans } from '../../flows/checkout.ts';
import { beginPayment } from '../../flows/pay.ts';
import { now } from '../../kernel/clock.ts';
import {
	catalogError,
	findBundle,
	findOffer,
	listOffers,
	type Offer,
	priceItem,
} from '../../modules/catalog/index.ts';
import { may } from '../../modules/entitlements/index.ts';
import { itemError } from '../../modules/items/index.ts';
import { findOrder, lastPayments, listOrders, type Order } from '../../modules/orders/index.ts';
import { findSpace } from '../../modules/spaces/index.ts';
import { answer, type Call, listed, made, nothing, type Operation, operation } from '../operation.ts';
import * as shape from '../schemas/commerce.ts';
import { cursor, idParam, limit, listOf, money, slugParam } from '../schemas/common.ts';
import { theSpace } from './found.ts';

const tag = 'Offers and orders';
const read = { method: 'get', tag, needs: 'anyone', scope: 'read' } as const;
const write = { tag, needs: 'member', scope: 'write' } as const;

/** Why a price cannot be said. */
export const priceRefusals = [
	'catalog.too_little',
	'catalog.one_only',
	'catalog.coupon_unknown',
	'catalog.coupon_early',
	'catalog.coupon_over',
	'catalog.coupon_not_for_this',
	'catalog.coupon_minimum',
	'catalog.coupon_first_order',
	'catalog.coupon_used',
	'catalog.coupon_gone',
] as const;

export const commerceOperations: Operation[] = [
	operation({
		...read,
		id: 'listItemOffers',
		path: '/items/{id}/offers',
		summary: 'What an item costs',
		params: { id: idParam('item') },
		returns: { status: 200, schema: listOf(shape.offer), description: 'Empty when it is not for sale.' },
		refusals: ['items.not_found'],
		async run(call) {
			if (!(await maySeeItem(call, call.params.id))) throw itemError('not_found');
			const offers = await listOffers(call.db, { itemId: call.params.id });
			return listed(call, { items: offers, next: null }, offers.map(presentOffer));
		},
	}),
	operation({
		...read,
		id: 'listSpaceOffers',
		path: '/spaces/{slug}/offers',
		summary: 'What a space costs',
		params: { slug: slugParam('The space', 'systems') },
		returns: {
			status: 200,
			schema: listOf(shape.offer),
			description: 'The cheapest first; empty when it is not for sale.',
		},
		refusals: ['spaces.not_found'],
		async run(call) {
			const offers = await listOffers(call.db, { spaceId: (await theSpace(call, call.params.slug)).id });
			return listed(call, { items: offers, next: null }, offers.map(presentOffer));
		},
	}),
	operation({
		...read,
		id: 'readOffer',
		path: '/offers/{id}',
		summary: 'Read an offer',
		params: { id: idParam('offer') },
		returns: { status: 200, schema: shape.offer, description: 'An offer that can be bought now.' },
		refusals: ['catalog.not_for_sale', 'catalog.offer_retired'],
		async run(call) {
			return answer(presentOffer(await theOffer(call, call.params.id)));
		},
	}),
	...[true, false].map((on) =>
		operation({
			...write,
			id: on ? 'priceItem' : 'unpriceItem',
			method: on ? 'put' : 'delete',
			path: '/items/{id}/price',
			summary: on ? 'Set what an item costs' : 'Take an item off sale',
			description: on ? 'A new price is a new offer; orders placed keep theirs.' : undefined,
			params: { id: idParam('item') },
			...(on ? { body: money, example: { amount: 1900, currency: 'CNY' } } : {}),
			returns: { status: 204, description: 'Done.' },
			refusals: ['items.not_found', 'common.forbidden'],
			async run(call) {
				if (!(await maySeeItem(call, call.params.id))) throw itemError('not_found');
				await priceItem(call.db, call.actor, call.params.id, on ? call.body : null);
				return nothing;
			},
		}),
	),
	operation({
		...write,
		id: 'listOrders',
		method: 'get',
		scope: 'read',
		path: '/orders',
		summary: 'List my orders',
		query: z.object({ cursor, limit: limit(100, 20) }),
		returns: { status: 200, schema: listOf(shape.order), description: 'The newest first.' },
		async run(call) {
			const page = await listOrders(call.db, call.actor, call.query);
			return listed(call, page, await presentOrders(call, page.items));
		},
	}),
	operation({
		...write,
		id: 'createOrder',
		method: 'post',
		path: '/orders',
		summary: 'Order an offer at its present price',
		description:
			'With `expected`, nothing is ordered when it costs something else by now. What costs nothing is handed over at once.',
		body: shape.priceQuestion
			.extend({ expected: money.optional().openapi({ description: 'The total that the buyer was shown.' }) })
			.openapi('NewOrder'),
		example: { offerId: 61, coupon: 'SPRING-20', expected: { amount: 1520, currency: 'CNY' } },
		returns: { status: 201, schema: shape.order, description: 'The order, to be paid.' },
		refusals: [
			'catalog.not_for_sale',
			'catalog.offer_retired',
			'catalog.sold_out',
			...priceRefusals,
			'orders.already_owned',
			'orders.price_changed',
		],
		async run(call) {
			const { offerId, affiliate, ...choice } = call.body;
			const offer = await theOffer(call, offerId);
			const key = call.header('idempotency-key') ?? randomUUID();
			const { orderId } = await checkout(
				call.db,
				call.actor,
				{
					...choice,
					via: affiliate ? { code: affiliate, at: now() } : null,
					offerId: offer.id,
					key: `api:${key}`.slice(0, 100),
				},
				trialMeans(call.ctx.settings, call.ctx.providers),
			);
			const [order] = await presentOrders(call, [await findOrder(call.db, call.actor, orderId)]);
			return made(`/api/v1/orders/${orderId}`, order);
		},
	}),
	operation({
		...write,
		id: 'readOrder',
		method: 'get',
		scope: 'read',
		path: '/orders/{id}',
		summary: 'Read an order of mine',
		params: { id: idParam('order') },
		returns: { status: 200, schema: shape.order, description: 'With the latest try at paying it.' },
		refusals: ['orders.not_found'],
		async run(call) {
			const [order] = await presentOrders(call, [await findOrder(call.db, call.actor, call.params.id)]);
			return answer(order);
		},
	}),
	operation({
		...write,
		id: 'createPayment',
		method: 'post',
		path: '/orders/{id}/payments',
		summary: 'Start paying an order',
		params: { id: idParam('order') },
		description: 'Started again the same way a moment later, it is the same payment.',
		body: z
			.object({
				provider: z
					.string()
					.max(20)
					.optional()
					.openapi({ description: 'One that takes the currency; the first by default.' }),
				method: z
					.string()
					.max(20)
					.optional()
					.openapi({ description: 'One of its methods; the first by default.' }),
			})
			.openapi('NewPayment'),
		example: { provider: 'sandbox', method: 'page' },
		returns: { status: 201, schema: shape.payment, description: 'Where the buyer pays.' },
		refusals: [
			'orders.not_found',
			'orders.not_payable',
			'orders.already_owned',
			'catalog.not_for_sale',
			'orders.no_provider',
			'orders.provider_unavailable',
		],
		async run({ ctx, actor, person, params, body }) {
			// Not in the transaction of a repeated POST: a provider takes its time, and pressing again is safe by itself.
			const till = {
				db: ctx.db,
				providers: ctx.providers,
				origin: ctx.config.origin ?? `http://localhost:${ctx.config.port}`,
				locale: person?.locale ?? ctx.settings.defaultLocale,
			};
			const { reference, provider, method, href, next } = await beginPayment(till, actor, {
				orderId: params.id,
				...body,
			});
			return made(`/api/v1/orders/${params.id}`, { reference, provider, method, url: href, next });
		},
	}),
];

async function maySeeItem({ db, actor }: Pick<Call, 'db' | 'actor'>, id: number): Promise<boolean> {
	return (await may(db, actor, 'read', [{ id }])).get(id) !== 'none';
}

/**
 * An offer of a thing that the asking person may know of. What is in a private space is for sale to its members only.
 *
 * @throws catalog.not_for_sale, catalog.offer_retired
 */
export async function theOffer(call: Pick<Call, 'db' | 'actor'>, id: number): Promise<Offer> {
	const offer = await findOffer(call.db, id);
	if (!(await maySeeThing(call, offer))) throw catalogError('not_for_sale');
	return offer;
}

async function maySeeThing(call: Pick<Call, 'db' | 'actor'>, offer: Offer): Promise<boolean> {
	if (offer.itemId !== null) return maySeeItem(call, offer.itemId);
	if (offer.spaceId !== null) return (await findSpace(call.db, call.actor, offer.slug)) !== null;
	if (offer.bundleId === null) return true;
	const bundle = await findBundle(call.db, { id: offer.bundleId });
	const seen = await may(call.db, call.actor, 'read', bundle?.items ?? []);
	return ![...seen.values()].includes('none');
}

/** An offer as the document describes it. */
export function presentOffer({ itemKind: _, slug: __, sellerId, ...offer }: Offer) {
	return { ...offer, sellerId };
}

export async function presentOrders({ db }: Pick<Call, 'db'>, orders: Order[]) {
	const payments = await lastPayments(
		db,
		orders.map((order) => order.id),
	);
	return orders.map(({ userId: _, itemKind: __, slug: ___, ...order }) => ({
		...order,
		payment: payments.get(order.id) ?? null,
	}));
}
