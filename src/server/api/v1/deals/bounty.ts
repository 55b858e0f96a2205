import { z } from '@hono/zod-openapi';
import { offerCashBounty } from '../../../flows/cash-bounty.ts';
import { listBounties } from '../../../modules/asks/index.ts';
import { listed, type Operation, operation } from '../../operation.ts';
import { idParam, listOf, money } from '../../schemas/common.ts';
import * as deal from '../../schemas/deals.ts';
import { mustSee } from '../found.ts';
import { act, order, ordered, read } from './parts.ts';

export const bountyOperations: Operation[] = [
	operation({
		...read,
		id: 'listCashBounties',
		needs: 'anyone',
		path: '/questions/{id}/cash-bounties',
		summary: 'Money offered for an answer',
		params: { id: idParam('question') },
		returns: { status: 200, schema: listOf(deal.cashBounty), description: 'The latest first.' },
		refusals: ['items.not_found'],
		async run(call) {
			await mustSee(call.db, call.actor, call.params.id);
			return listed(call, { items: await listBounties(call.db, call.params.id), next: null });
		},
	}),
	operation({
		...act,
		id: 'offerCashBounty',
		method: 'post',
		path: '/questions/{id}/cash-bounties',
		summary: 'Offer money for an answer',
		description: 'Held until an answer is accepted; it goes back by itself when the days end without one.',
		params: { id: idParam('question') },
		body: z.object({ ...money.shape, days: z.int().min(1).max(30).default(7) }).openapi('NewCashBounty'),
		example: { amount: 5000, currency: 'CNY', days: 7 },
		returns: ordered,
		refusals: ['common.not_found', 'asks.bounty_not_open'],
		async run(call) {
			return order(call, call.body, (db, actor, input) => offerCashBounty(db, actor, call.params.id, input));
		},
	}),
];
