import { z } from '@hono/zod-openapi';
import { approveRefund, askForRefund, giveRefund, refuseRefund } from '../../flows/refund.ts';
import {
	findOrder,
	findRefund,
	listAllOrders,
	listDisputes,
	listRefunds,
	orderHistory,
	type QueuedRefund,
	type Refund,
	refundsOf,
} from '../../modules/orders/index.ts';
import { answer, listed, made, nothing, type Operation, operation } from '../operation.ts';
import { count, cursor, day, id, idParam, limit, listOf, money, text, time } from '../schemas/common.ts';

const tag = 'Refunds and disputes';
const read = { method: 'get', tag, needs: 'member', scope: 'read' } as const;
const operator = { method: 'get', tag, needs: 'admin', scope: 'admin' } as const;

const refundShape = {
	id: id(31),
	orderId: id(71),
	cause: z.enum(['sale', 'unearned', 'overpayment']).openapi({
		description: '`unearned` and `overpayment` are owed, and go back by themselves.',
	}),
	status: z.enum(['asked', 'approved', 'sending', 'succeeded', 'failed', 'refused']),
	money,
	reason: text('It is about version 14, I have 18.'),
	note: text('').openapi({ description: 'What whoever decided said.' }),
	failure: z.string().nullable().openapi({ example: null, description: 'Why the provider did not send it.' }),
	askedBy: id(7).nullable().openapi({ description: 'null: it is owed, or was sent unasked.' }),
	decidedBy: id(1)
		.nullable()
		.openapi({ description: 'null with a decision: the cooling-off period, or it is owed.' }),
	provider: text('sandbox'),
	reference: text('5b1f…'),
	createdAt: time(),
	decidedAt: time().nullable(),
	settledAt: time().nullable(),
};
const refund = z.object(refundShape).openapi('Refund');
const queued = z
	.object({
		...refundShape,
		buyerId: id(7),
		title: text('Inside the query planner'),
		orderAmount: count(1900).openapi({ description: 'The whole price, in minor units.' }),
		paidAt: time().nullable(),
	})
	.openapi('QueuedRefund');
const happening = z
	.object({
		what: text('paid'),
		data: z.record(z.string(), z.union([z.string(), z.number()])),
		at: time(),
		byMe: z.boolean(),
	})
	.openapi('OrderHappening');
const dispute = z
	.object({
		id: id(5),
		orderId: id(71),
		status: z.enum(['open', 'won', 'lost']),
		money,
		covered: count(1900).openapi({
			description: 'How much of it the sale has to give; the rest is the platform’s loss.',
		}),
		provider: text('sandbox'),
		reference: text('9c2e…'),
		buyerId: id(7),
		title: text('Inside the query planner'),
		openedAt: time(),
		closedAt: time().nullable(),
	})
	.openapi('Dispute');
const orderRow = z
	.object({
		id: id(71),
		status: z.enum(['pending', 'paid', 'cancelled', 'expired', 'refunded']),
		title: text('Inside the query planner'),
		sells: z.string().openapi({ example: 'item', description: 'What kind of thing it is.' }),
		gift: z.boolean().openapi({ description: 'Bought to be given away.' }),
		price: money,
		refunded: count(0),
		createdAt: time(),
		paidAt: time().nullable(),
		buyer: z.object({
			id: id(7),
			handle: text('wu-tong'),
			name: text('吴桐'),
			email: text('wu@example.org'),
		}),
	})
	.openapi('OrderOfSomebody');

const wish = z.int().positive().nullish().openapi({
	example: 500,
	description: 'Minor units; left out: all that is left.',
});
export const refundOperations: Operation[] = [
	operation({
		...read,
		id: 'listOrderHistory',
		path: '/orders/{id}/history',
		summary: 'What happened to an order',
		params: { id: idParam('order') },
		returns: { status: 200, schema: listOf(happening), description: 'The oldest first.' },
		refusals: ['orders.not_found'],
		async run(call) {
			const order = await findOrder(call.db, call.actor, call.params.id);
			const events = (await orderHistory(call.db, order.id)).map(({ actorId, ...event }) => ({
				...event,
				byMe: actorId === call.actor.userId,
			}));
			return listed(call, { items: events, next: null });
		},
	}),
	operation({
		...read,
		id: 'listOrderRefunds',
		path: '/orders/{id}/refunds',
		summary: 'The refunds of an order',
		params: { id: idParam('order') },
		returns: { status: 200, schema: listOf(refund), description: 'The oldest first.' },
		refusals: ['orders.not_found'],
		async run(call) {
			const order = await findOrder(call.db, call.actor, call.params.id);
			return listed(call, { items: await refundsOf(call.db, order.id), next: null });
		},
	}),
	operation({
		id: 'askForRefund',
		method: 'post',
		path: '/orders/{id}/refunds',
		tag,
		needs: 'member',
		scope: 'write',
		summary: 'Ask for money back',
		description:
			'Within the cooling-off period all that is left is granted at once; otherwise whoever sold it, or an administrator, decides.',
		params: { id: idParam('order') },
		body: z
			.object({ reason: z.string().min(1).max(2000), amount: wish })
			.openapi('NewRefundRequest', { example: { reason: 'It is about version 14, I have 18.' } }),
		example: { reason: 'It is about version 14, I have 18.' },
		returns: { status: 201, schema: refund, description: 'The request, or the refund that was granted.' },
		refusals: [
			'orders.not_found',
			'refunds.not_refundable',
			'refunds.nothing_left',
			'refunds.too_much',
			'refunds.asked_already',
		],
		async run({ ctx, db, actor, params, body }) {
			const { refundId } = await askForRefund(db, actor, params.id, body, ctx.settings);
			return made(`/api/v1/refunds/${refundId}`, await findRefund(db, actor, refundId));
		},
	}),
	operation({
		id: 'giveRefund',
		method: 'post',
		path: '/orders/{id}/refunds/unasked',
		tag,
		needs: 'admin',
		scope: 'admin',
		summary: 'Send money back unasked',
		params: { id: idParam('order') },
		body: z
			.object({ note: z.string().min(1).max(2000), amount: wish })
			.openapi('NewRefund', { example: { note: 'For the delay', amount: 500 } }),
		example: { note: 'For the delay', amount: 500 },
		returns: { status: 201, schema: refund, description: 'It is being sent.' },
		refusals: [
			'orders.not_found',
			'refunds.not_refundable',
			'refunds.nothing_left',
			'refunds.too_much',
			'refunds.asked_already',
		],
		async run({ db, actor, params, body }) {
			const refundId = await giveRefund(db, actor, params.id, body);
			return made(`/api/v1/refunds/${refundId}`, await findRefund(db, actor, refundId));
		},
	}),
	operation({
		...read,
		id: 'listRefunds',
		path: '/refunds',
		summary: 'Refunds that I decide',
		description: 'Of what I sell; for administrators with `selling=false` everybody’s.',
		query: z.object({
			queue: z.enum(['open', 'sending', 'done']).default('open'),
			selling: z.enum(['true', 'false']).default('true'),
			cursor,
			limit: limit(100, 40),
		}),
		returns: { status: 200, schema: listOf(queued), description: 'The newest first.' },
		refusals: ['common.forbidden'],
		async run(call) {
			const { selling, ...query } = call.query;
			const page = await listRefunds(call.db, call.actor, { ...query, selling: selling === 'true' });
			return listed(call, page, page.items satisfies QueuedRefund[]);
		},
	}),
	operation({
		...read,
		id: 'readRefund',
		path: '/refunds/{id}',
		summary: 'Read a refund',
		params: { id: idParam('refund') },
		returns: { status: 200, schema: refund, description: 'For its buyer, its seller and administrators.' },
		refusals: ['refunds.not_found'],
		async run({ db, actor, params }) {
			return answer((await findRefund(db, actor, params.id)) satisfies Refund);
		},
	}),
	operation({
		id: 'approveRefund',
		method: 'put',
		path: '/refunds/{id}/approval',
		tag,
		needs: 'member',
		scope: 'write',
		summary: 'Grant a refund, or have one that failed tried again',
		params: { id: idParam('refund') },
		body: z
			.object({ amount: wish, note: z.string().max(2000).optional() })
			.openapi('RefundApproval', { example: { amount: 500, note: 'Half of it' } }),
		example: { amount: 500, note: 'Half of it' },
		returns: { status: 204, description: 'It is being sent.' },
		refusals: ['refunds.not_found', 'refunds.decided_already', 'refunds.too_much'],
		async run({ db, actor, params, body }) {
			await approveRefund(db, actor, params.id, body);
			return nothing;
		},
	}),
	operation({
		id: 'refuseRefund',
		method: 'put',
		path: '/refunds/{id}/refusal',
		tag,
		needs: 'member',
		scope: 'write',
		summary: 'Refuse a refund, or call off one that could not be sent',
		params: { id: idParam('refund') },
		body: z
			.object({ note: z.string().min(1).max(2000) })
			.openapi('RefundRefusal', { example: { note: 'It was read to the end.' } }),
		example: { note: 'It was read to the end.' },
		returns: { status: 204, description: 'The buyer reads why.' },
		refusals: ['refunds.not_found', 'refunds.decided_already', 'refunds.owed'],
		async run({ db, actor, params, body }) {
			await refuseRefund(db, actor, params.id, body);
			return nothing;
		},
	}),
	operation({
		...operator,
		id: 'listDisputes',
		path: '/disputes',
		summary: 'List disputes',
		query: z.object({ status: z.enum(['open', 'won', 'lost']).optional(), cursor, limit: limit(100, 40) }),
		returns: { status: 200, schema: listOf(dispute), description: 'The newest first.' },
		async run(call) {
			return listed(call, await listDisputes(call.db, call.actor, call.query));
		},
	}),
	operation({
		...operator,
		id: 'listAllOrders',
		path: '/console/orders',
		summary: 'Find orders of everybody',
		query: z.object({
			q: z.string().max(200).optional().openapi({
				example: 'wu-tong',
				description: 'Number, reference, or part of a title, name, handle or address.',
			}),
			status: z.enum(['pending', 'paid', 'cancelled', 'expired', 'refunded']).optional(),
			from: day,
			to: day,
			cursor,
			limit: limit(100, 40),
		}),
		returns: { status: 200, schema: listOf(orderRow), description: 'The newest first.' },
		async run(call) {
			return listed(call, await listAllOrders(call.db, call.actor, call.query));
		},
	}),
];
