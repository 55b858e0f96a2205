import { z } from '@hono/zod-openapi';
import {
	addPrice,
	listOwnOffers,
	listPrices,
	removePrice,
	setOffer,
} from '../../../modules/catalog/index.ts';
import { doing, listed, made, type Operation, operation } from '../../operation.ts';
import { idParam, listOf, money } from '../../schemas/common.ts';
import * as shape from '../../schemas/pricing.ts';
import { presentOffer } from '../commerce.ts';
import { audience, look, made201, mine } from './parts.ts';

export const offerOperations: Operation[] = [
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
	doing({
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
		refusals: ['common.not_found', 'common.forbidden'],
		run: ({ db, actor, body }) => setOffer(db, actor, body),
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
	doing({
		...mine,
		id: 'removeOfferPrice',
		method: 'delete',
		path: '/offer-prices/{id}',
		summary: 'Take another price away',
		params: { id: idParam('price') },
		refusals: ['common.not_found', 'common.forbidden'],
		run: ({ db, actor, params }) => removePrice(db, actor, params.id),
	}),
];
