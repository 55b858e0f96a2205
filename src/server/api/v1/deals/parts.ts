import { randomUUID } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { checkout } from '../../../flows/checkout.ts';
import { askError } from '../../../modules/asks/index.ts';
import { listOffers, type Sells } from '../../../modules/catalog/index.ts';
import { findOrder } from '../../../modules/orders/index.ts';
import { type Call, made } from '../../operation.ts';
import * as commerce from '../../schemas/commerce.ts';
import { slugParam } from '../../schemas/common.ts';
import { presentOrders } from '../commerce.ts';
import { thePerson } from '../found.ts';

/* What the operations of paid questions, talks, bounties, groups and gifts have in common. */

const tag = 'Answers, talks, groups and gifts';
export const read = { method: 'get', tag, scope: 'read' } as const;
export const act = { tag, needs: 'member', scope: 'write' } as const;
export const ordered = {
	status: 201,
	schema: commerce.order,
	description: 'The order, to be paid.',
} as const;
export const handle = slugParam('Handle of the person', 'he-ping');
export const source = z.string().min(1).max(50_000);
export const amount = z.int().positive();

/** Orders an offer with what only this kind of order has, and answers the order. */
export async function order(
	call: Pick<Call, 'db' | 'actor' | 'header'>,
	wanted: Record<string, unknown>,
	place = checkout,
) {
	const key = `api:${call.header('idempotency-key') ?? randomUUID()}`.slice(0, 100);
	const { orderId } = await place(call.db, call.actor, { ...wanted, key });
	const [shown] = await presentOrders(call, [await findOrder(call.db, call.actor, orderId)]);
	return made(`/api/v1/orders/${orderId}`, shown);
}

/** What somebody offers of this kind. @throws asks.not_open */
export async function offerOf(call: Call<{ handle: string }>, sells: Sells) {
	const person = await thePerson(call, call.params.handle);
	const [offer] = await listOffers(call.db, { personId: person.id }, sells);
	if (!offer) throw askError('not_open');
	return offer.id;
}
