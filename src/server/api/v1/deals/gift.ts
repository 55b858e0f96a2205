import { z } from '@hono/zod-openapi';
import { redeemGift } from '../../../flows/redeem-gift.ts';
import { findGift, type Gift, listGifts } from '../../../modules/gifts/index.ts';
import { answer, doing, listed, type Operation, operation } from '../../operation.ts';
import { listOf, slugParam } from '../../schemas/common.ts';
import * as deal from '../../schemas/deals.ts';
import { act, order, ordered, read } from './parts.ts';

const presentGift = ({ giverId: _, orderId: __, itemKind: ___, ...gift }: Gift) => gift;

export const giftOperations: Operation[] = [
	operation({
		...act,
		id: 'buyGifts',
		method: 'post',
		path: '/gifts',
		summary: 'Buy something to give it away',
		description: 'Paid, it becomes codes: see `GET /gifts`.',
		body: z
			.object({
				offerId: z.int().positive(),
				quantity: z.int().min(1).max(100).default(1),
				message: z.string().max(500).default(''),
			})
			.openapi('NewGifts'),
		example: { offerId: 61, quantity: 1, message: 'For your new job' },
		returns: ordered,
		refusals: ['catalog.not_for_sale', 'catalog.offer_retired', 'orders.not_givable'],
		async run(call) {
			const { message, ...wanted } = call.body;
			return order(call, { ...wanted, gift: true, details: { message } });
		},
	}),
	operation({
		...read,
		id: 'listGifts',
		needs: 'member',
		path: '/gifts',
		summary: 'List what I give',
		returns: { status: 200, schema: listOf(deal.gift), description: 'The latest first.' },
		async run(call) {
			const items = await listGifts(call.db, call.actor);
			return listed(call, { items, next: null }, items.map(presentGift));
		},
	}),
	operation({
		...read,
		id: 'readGift',
		needs: 'anyone',
		path: '/gifts/{code}',
		summary: 'What a code gives',
		params: { code: slugParam('The code', 'ABCD-EFGH-JKMN-PQRS') },
		returns: { status: 200, schema: deal.gift, description: 'Whoever has the code may see it.' },
		refusals: ['gifts.not_found'],
		async run({ db, params }) {
			return answer(presentGift(await findGift(db, params.code)));
		},
	}),
	doing({
		...act,
		id: 'redeemGift',
		method: 'put',
		path: '/gifts/{code}/redemption',
		summary: 'Accept a gift',
		params: { code: slugParam('The code', 'ABCD-EFGH-JKMN-PQRS') },
		refusals: [
			'gifts.not_found',
			'gifts.redeemed',
			'gifts.expired',
			'gifts.once',
			'orders.already_owned',
			'catalog.not_for_sale',
		],
		run: ({ db, actor, params }) => redeemGift(db, actor, params.code),
	}),
];
