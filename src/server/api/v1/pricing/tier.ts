import { z } from '@hono/zod-openapi';
import { commonError } from '../../../kernel/errors.ts';
import { listTierOffers, listTiers, retireTier, setTier } from '../../../modules/catalog/index.ts';
import { doing, listed, type Operation, operation } from '../../operation.ts';
import { listOf, localised, slugParam } from '../../schemas/common.ts';
import * as shape from '../../schemas/pricing.ts';
import { presentOffer } from '../commerce.ts';
import { anyone, operate } from './parts.ts';

export const tierOperations: Operation[] = [
	operation({
		...anyone,
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
	doing({
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
		refusals: ['common.conflict'],
		run: ({ db, actor, params, body }) => setTier(db, actor, { ...body, slug: params.slug }),
	}),
	doing({
		...operate,
		id: 'endTier',
		method: 'delete',
		path: '/tiers/{slug}',
		summary: 'Take a membership off sale for good',
		params: { slug: slugParam('The membership', 'plus') },
		refusals: ['common.not_found'],
		async run({ db, actor, params }) {
			const tier = (await listTiers(db)).find(({ slug }) => slug === params.slug);
			if (!tier) throw commonError('not_found');
			await retireTier(db, actor, tier.id);
		},
	}),
];
