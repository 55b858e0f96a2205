import { z } from '@hono/zod-openapi';
import '../../../flows/group-buy.ts';
import type { ItemId } from '../../../kernel/ids.ts';
import { listOffers } from '../../../modules/catalog/index.ts';
import { groupError, listOpenGroups, offerGroups, readGroup } from '../../../modules/groups/index.ts';
import { answer, type Call, doing, listed, type Operation, operation } from '../../operation.ts';
import { idParam, listOf } from '../../schemas/common.ts';
import * as deal from '../../schemas/deals.ts';
import { mustSee } from '../found.ts';
import { act, amount, order, ordered, read } from './parts.ts';

const priceRefusals = ['items.not_found', 'common.forbidden', 'catalog.not_for_sale', 'groups.price_high'];

async function setPrice(
	{ db, actor }: Pick<Call, 'db' | 'actor'>,
	itemId: ItemId,
	price: unknown,
): Promise<void> {
	await mustSee(db, actor, itemId);
	await offerGroups(db, actor, itemId, price);
}

export const groupOperations: Operation[] = [
	doing({
		...act,
		id: 'setGroupPrice',
		method: 'put',
		path: '/items/{id}/group-price',
		summary: 'Sell an item to groups',
		params: { id: idParam('item') },
		body: z
			.object({ amount, size: z.int().min(2).max(100), hours: z.int().min(1).max(720) })
			.openapi('GroupTerms', { description: 'In minor units of the currency of the price.' }),
		example: { amount: 900, size: 3, hours: 48 },
		refusals: priceRefusals,
		run: (call) => setPrice(call, call.params.id, call.body),
	}),
	doing({
		...act,
		id: 'unsetGroupPrice',
		method: 'delete',
		path: '/items/{id}/group-price',
		summary: 'Sell an item to groups no more',
		params: { id: idParam('item') },
		refusals: priceRefusals,
		run: (call) => setPrice(call, call.params.id, null),
	}),
	operation({
		...read,
		id: 'listGroups',
		needs: 'anyone',
		path: '/items/{id}/groups',
		summary: 'Groups that wait for people',
		params: { id: idParam('item') },
		returns: {
			status: 200,
			schema: listOf(deal.group),
			description: 'Those that end first before the others.',
		},
		refusals: ['items.not_found'],
		async run(call) {
			await mustSee(call.db, call.actor, call.params.id);
			return listed(call, { items: await listOpenGroups(call.db, call.actor, call.params.id), next: null });
		},
	}),
	operation({
		...act,
		id: 'startGroup',
		method: 'post',
		path: '/items/{id}/groups',
		summary: 'Start a group',
		description: 'Begins when it is paid. Not filled in time, the money goes back by itself.',
		params: { id: idParam('item') },
		returns: ordered,
		refusals: ['items.not_found', 'groups.not_found', 'orders.already_owned'],
		async run(call) {
			await mustSee(call.db, call.actor, call.params.id);
			const [offer] = await listOffers(call.db, { itemId: call.params.id }, 'group');
			if (!offer) throw groupError('not_found');
			return order(call, { offerId: offer.id, details: { groupId: null } });
		},
	}),
	operation({
		...read,
		id: 'readGroup',
		needs: 'anyone',
		path: '/groups/{id}',
		summary: 'Read a group',
		params: { id: idParam('group') },
		returns: { status: 200, schema: deal.group, description: 'Who is in it has paid.' },
		refusals: ['groups.not_found'],
		async run({ db, actor, params }) {
			return answer(await readGroup(db, actor, params.id));
		},
	}),
	operation({
		...act,
		id: 'joinGroup',
		method: 'post',
		path: '/groups/{id}/members',
		summary: 'Join a group',
		params: { id: idParam('group') },
		returns: ordered,
		refusals: ['groups.not_found', 'groups.closed', 'groups.joined', 'orders.already_owned'],
		async run(call) {
			const group = await readGroup(call.db, call.actor, call.params.id);
			return order(call, { offerId: group.offerId, details: { groupId: group.id } });
		},
	}),
];
