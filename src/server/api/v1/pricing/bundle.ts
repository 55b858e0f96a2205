import { z } from '@hono/zod-openapi';
import { commonError } from '../../../kernel/errors.ts';
import { findBundle, makeBundle, retireBundle } from '../../../modules/catalog/index.ts';
import { may } from '../../../modules/entitlements/index.ts';
import { answer, doing, made, type Operation, operation } from '../../operation.ts';
import { money, slugParam } from '../../schemas/common.ts';
import * as shape from '../../schemas/pricing.ts';
import { anyone, mine } from './parts.ts';

export const bundleOperations: Operation[] = [
	operation({
		...anyone,
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
	doing({
		...mine,
		id: 'endBundle',
		method: 'delete',
		path: '/bundles/{slug}',
		summary: 'Take a bundle off sale for good',
		params: { slug: slugParam('The bundle', '9f2c41ab07') },
		refusals: ['common.not_found'],
		async run({ db, actor, params }) {
			const bundle = await findBundle(db, { slug: params.slug });
			if (!bundle) throw commonError('not_found');
			await retireBundle(db, actor, bundle.id);
		},
	}),
];
