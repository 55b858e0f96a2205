import { z } from '@hono/zod-openapi';
import {
	billsOfSubscription,
	billToPay,
	cancelSubscription,
	changePlan,
	findSubscription,
	keepPlan,
	listMySubscriptions,
	type MySubscription,
	type Plan,
	pauseSubscription,
	planChoices,
	resumeSubscription,
	undoCancel,
} from '../../modules/subscriptions/index.ts';
import { answer, listed, nothing, type Operation, operation } from '../operation.ts';
import { idParam, listOf } from '../schemas/common.ts';
import * as shape from '../schemas/subscriptions.ts';

const tag = 'Subscriptions';
const member = { tag, needs: 'member' } as const;
const params = { id: idParam('subscription') };
const done = { status: 204, description: 'Done.' } as const;

/** A change of one's own subscription that answers with nothing. */
const change = (given: {
	id: string;
	method: 'put' | 'delete';
	path: string;
	summary: string;
	description?: string;
	evenSuspended?: boolean;
	refusals: string[];
	run: typeof cancelSubscription;
}): Operation =>
	operation({
		...member,
		scope: 'write',
		...given,
		path: `/subscriptions/{id}/${given.path}`,
		params,
		returns: done,
		refusals: ['subscriptions.not_found', ...given.refusals],
		async run({ db, actor, params }) {
			await given.run(db, actor, params.id);
			return nothing;
		},
	});

export const subscriptionOperations: Operation[] = [
	operation({
		...member,
		scope: 'read',
		id: 'listSubscriptions',
		method: 'get',
		path: '/subscriptions',
		summary: 'List my subscriptions',
		description:
			'Those that live first, then the newest; at most 100. To subscribe, order an offer that renews.',
		returns: { status: 200, schema: listOf(shape.subscription), description: 'All of them.' },
		async run(call) {
			const mine = await listMySubscriptions(call.db, call.actor);
			return listed(call, { items: mine, next: null }, mine.map(present));
		},
	}),
	operation({
		...member,
		scope: 'read',
		id: 'readSubscription',
		method: 'get',
		path: '/subscriptions/{id}',
		summary: 'Read a subscription of mine',
		params,
		returns: { status: 200, schema: shape.subscription, description: 'Where it stands.' },
		refusals: ['subscriptions.not_found'],
		async run({ db, actor, params }) {
			return answer(present(await findSubscription(db, actor, params.id)));
		},
	}),
	operation({
		...member,
		scope: 'read',
		id: 'listSubscriptionBills',
		method: 'get',
		path: '/subscriptions/{id}/bills',
		summary: 'What was billed of a subscription',
		params,
		returns: { status: 200, schema: listOf(shape.bill), description: 'The newest first.' },
		refusals: ['subscriptions.not_found'],
		async run(call) {
			const { id } = await findSubscription(call.db, call.actor, call.params.id);
			const bills = await billsOfSubscription(call.db, id);
			return listed(call, { items: bills, next: null });
		},
	}),
	operation({
		...member,
		scope: 'read',
		id: 'listSubscriptionPlans',
		method: 'get',
		path: '/subscriptions/{id}/plans',
		summary: 'Which plans a subscription may change to, and what that costs now',
		params,
		returns: {
			status: 200,
			schema: listOf(shape.choice),
			description: 'Empty unless it is active or in its trial.',
		},
		refusals: ['subscriptions.not_found'],
		async run(call) {
			const choices = await planChoices(call.db, await findSubscription(call.db, call.actor, call.params.id));
			const shown = choices.map(({ change, ...plan }) => ({ ...presentPlan(plan), change }));
			return listed(call, { items: choices, next: null }, shown);
		},
	}),
	operation({
		...member,
		scope: 'write',
		id: 'changeSubscriptionPlan',
		method: 'put',
		path: '/subscriptions/{id}/plan',
		summary: 'Change the plan',
		description: 'A better plan begins when the order is paid; any other when the present period is over.',
		params,
		body: z.object({ offerId: z.int().positive() }).openapi('NewPlan'),
		example: { offerId: 62 },
		returns: { status: 200, schema: shape.toPay, description: 'What is to be paid, if anything.' },
		refusals: [
			'subscriptions.not_found',
			'subscriptions.not_a_plan',
			'subscriptions.same_plan',
			'subscriptions.other_currency',
			'subscriptions.not_changeable',
		],
		async run({ db, actor, params, body }) {
			return answer(await changePlan(db, actor, params.id, body.offerId));
		},
	}),
	change({
		id: 'keepSubscriptionPlan',
		method: 'delete',
		path: 'plan',
		summary: 'Take a change of plan back before it begins',
		refusals: ['subscriptions.nothing_to_undo'],
		run: keepPlan,
	}),
	operation({
		...member,
		scope: 'write',
		id: 'pauseSubscription',
		method: 'put',
		path: '/subscriptions/{id}/pause',
		summary: 'Pause when the present period is over',
		params,
		body: z.object({ months: z.int().min(1).max(3).default(1) }).openapi('NewPause'),
		example: { months: 2 },
		returns: done,
		refusals: ['subscriptions.not_found', 'subscriptions.not_pausable'],
		async run({ db, actor, params, body }) {
			await pauseSubscription(db, actor, params.id, body.months);
			return nothing;
		},
	}),
	change({
		id: 'resumeSubscription',
		method: 'delete',
		path: 'pause',
		summary: 'Take a pause back, or cut it short',
		description: 'Cut short, the next period is to be paid, and opens when it is.',
		refusals: ['subscriptions.nothing_to_undo'],
		run: resumeSubscription,
	}),
	change({
		id: 'cancelSubscription',
		method: 'put',
		path: 'cancellation',
		summary: 'Cancel: open until the end of what is paid, then over',
		evenSuspended: true,
		refusals: ['subscriptions.not_cancellable'],
		run: cancelSubscription,
	}),
	change({
		id: 'undoSubscriptionCancellation',
		method: 'delete',
		path: 'cancellation',
		summary: 'Undo the cancelling before the end',
		refusals: ['subscriptions.nothing_to_undo'],
		run: undoCancel,
	}),
	operation({
		...member,
		scope: 'write',
		id: 'demandSubscriptionBill',
		method: 'put',
		path: '/subscriptions/{id}/bill',
		summary: 'Get what is to be paid, as an order',
		description: 'What is due; during a trial, the first period ahead of time. Pay it as any order.',
		params,
		returns: { status: 200, schema: shape.toPay, description: 'The order; the same until it is paid.' },
		refusals: ['subscriptions.not_found', 'subscriptions.nothing_to_pay'],
		async run({ db, actor, params }) {
			return answer(await billToPay(db, actor, params.id));
		},
	}),
];

const presentPlan = ({ open: _, names: __, ...plan }: Plan) => plan;

function present(one: MySubscription) {
	const { id, status, period, periodStartsAt, periodEndsAt, trialEndsAt, price, accessUntil, slug } = one;
	const { cancelledAt, pauseAskedAt, resumesAt, dueAt, endedAt, endedWhy, createdAt, bill, next } = one;
	return {
		id,
		status,
		plan: presentPlan(one.plan),
		spaceSlug: slug,
		price,
		period,
		periodStartsAt,
		periodEndsAt,
		trialEndsAt,
		accessUntil,
		next: next && one.nextPlan ? { plan: presentPlan(one.nextPlan), from: next.from, why: next.why } : null,
		cancelledAt,
		pauseAskedAt,
		resumesAt: status === 'paused' ? resumesAt : null,
		dueAt,
		bill: bill ? { orderId: bill.orderId, price: bill.price, kind: bill.kind } : null,
		endedAt,
		endedWhy,
		createdAt,
	};
}
