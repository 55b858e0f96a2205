import { now } from '../../../kernel/clock.ts';
import { cancelOrder, priceOrder } from '../../../modules/orders/index.ts';
import { answer, doing, type Operation, operation } from '../../operation.ts';
import * as shape from '../../schemas/commerce.ts';
import { idParam } from '../../schemas/common.ts';
import { priceRefusals, theOffer } from '../commerce.ts';
import { anyone, mine } from './parts.ts';

export const quoteOperations: Operation[] = [
	operation({
		...anyone,
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
	doing({
		...mine,
		id: 'cancelOrder',
		method: 'put',
		path: '/orders/{id}/cancellation',
		summary: 'Give up an order that is not paid',
		description: 'What was kept for it, such as a coupon, is free at once.',
		params: { id: idParam('order') },
		refusals: ['orders.not_found', 'orders.not_payable'],
		run: ({ db, actor, params }) => cancelOrder(db, actor, params.id),
	}),
];
