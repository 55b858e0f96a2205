import { z } from '@hono/zod-openapi';
import { listDiscounts, makeDiscount, retireDiscount } from '../../../modules/catalog/index.ts';
import { doing, listed, made, type Operation, operation } from '../../operation.ts';
import { cursor, idParam, limit, listOf } from '../../schemas/common.ts';
import * as shape from '../../schemas/pricing.ts';
import { audience, currency, look, made201, mine, whose } from './parts.ts';

export const discountOperations: Operation[] = [
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
	doing({
		...mine,
		id: 'endDiscount',
		method: 'delete',
		path: '/discounts/{id}',
		summary: 'End a coupon or a promotion',
		params: { id: idParam('discount') },
		refusals: ['common.not_found'],
		run: ({ db, actor, params }) => retireDiscount(db, actor, params.id),
	}),
];
