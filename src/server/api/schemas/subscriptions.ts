import { z } from '@hono/zod-openapi';
import { id, money, text, time } from './common.ts';

const planShape = {
	offerId: id(62),
	spaceId: id(3).nullable().openapi({ description: 'null: a membership of the whole place.' }),
	title: text('系统'),
	price: money,
	months: z.int().positive().openapi({ example: 1 }),
	rank: z.int().nonnegative().openapi({ example: 0, description: 'The higher tier includes the lower.' }),
	trialDays: z.int().positive().nullable(),
};
export const plan = z.object(planShape).openapi('Plan');

export const choice = z
	.object({
		...planShape,
		change: z
			.object({
				when: z.enum(['now', 'at_end']),
				credit: z.int().nonnegative().openapi({ description: 'What is unused, in minor units.' }),
				toPay: z.int().nonnegative().openapi({ description: 'Before tax, in minor units.' }),
			})
			.openapi('PlanChange'),
	})
	.openapi('PlanChoice');

export const subscription = z
	.object({
		id: id(9),
		status: z.enum(['trialing', 'active', 'past_due', 'paused', 'cancelled', 'ended']),
		plan,
		spaceSlug: z.string().nullable(),
		price: money.openapi({ description: 'What a period costs this subscriber, before tax.' }),
		period: z.int().nonnegative().openapi({ description: '0 is the trial.' }),
		periodStartsAt: time(),
		periodEndsAt: time(),
		trialEndsAt: time().nullable(),
		accessUntil: time().nullable().openapi({ description: 'With the days of grace; null: nothing is open.' }),
		next: z
			.object({ plan, from: time(), why: z.enum(['chosen', 'price']) })
			.nullable()
			.openapi({ description: 'The plan of the first period that begins then or later.' }),
		cancelledAt: time().nullable(),
		pauseAskedAt: time().nullable(),
		resumesAt: time().nullable(),
		dueAt: time().nullable(),
		bill: z
			.object({ orderId: id(71), price: money, kind: z.enum(['renewal', 'change']) })
			.nullable()
			.openapi({ description: 'What waits for its payment.' }),
		endedAt: time().nullable(),
		endedWhy: z.enum(['cancelled', 'unpaid', 'refunded']).nullable(),
		createdAt: time(),
	})
	.openapi('Subscription');

export const bill = z
	.object({
		orderId: id(71),
		kind: z.enum(['trial', 'first', 'renewal', 'change', 'ahead']),
		status: z.enum(['open', 'paid', 'void']),
		price: money,
		startsAt: time().nullable(),
		endsAt: time().nullable(),
		createdAt: time(),
	})
	.openapi('SubscriptionBill');

export const toPay = z
	.object({ orderId: id(71).nullable().openapi({ description: 'The order to be paid; null: nothing is.' }) })
	.openapi('SubscriptionToPay');
