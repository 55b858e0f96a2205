import { z } from '@hono/zod-openapi';
import {
	listAffiliateLinks,
	makeAffiliateLink,
	retireAffiliateLink,
	setAffiliateRate,
} from '../../../modules/catalog/index.ts';
import { affiliateEarnings } from '../../../modules/orders/index.ts';
import { doing, listed, made, type Operation, operation } from '../../operation.ts';
import { idParam, listOf } from '../../schemas/common.ts';
import * as shape from '../../schemas/pricing.ts';
import { look, mine } from './parts.ts';

export const affiliateOperations: Operation[] = [
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
	doing({
		...mine,
		id: 'endAffiliateLink',
		method: 'delete',
		path: '/affiliate-links/{id}',
		summary: 'End an affiliate link',
		params: { id: idParam('link') },
		refusals: ['common.not_found'],
		run: ({ db, actor, params }) => retireAffiliateLink(db, actor, params.id),
	}),
	doing({
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
		run: ({ db, actor, body }) => setAffiliateRate(db, actor, body),
	}),
];
