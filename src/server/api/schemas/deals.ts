import { z } from '@hono/zod-openapi';
import { count, id, money, personCard, text, time } from './common.ts';

/** What is bought of people, together and for others. */
const status = ['waiting', 'answered', 'declined', 'expired', 'refunded'] as const;
const cardShape = {
	id: id(12),
	title: text('Which index serves this order by?'),
	language: text('en'),
	status: z.enum(status),
	asker: personCard.nullable(),
	expert: personCard.nullable(),
	price: money,
	askedAt: time(),
	dueAt: time().openapi({ description: 'Until then it is answered, or the money goes back by itself.' }),
	answeredAt: time().nullable(),
	followupWaits: z.boolean().openapi({ description: 'The follow-up waits for the expert.' }),
};
export const askCard = z.object(cardShape).openapi('PaidQuestionCard');
export const ask = z
	.object({
		...cardShape,
		relation: z
			.enum(['asker', 'expert', 'listener', 'admin', 'passer'])
			.openapi({ description: 'passer: may read the title only, and listen in for money.' }),
		orderId: id(71).nullable().openapi({ description: 'For who asked, and administrators.' }),
		open: z.boolean().openapi({ description: 'The asker agreed that others listen in.' }),
		reason: z.string().nullable().openapi({ description: 'Why it was declined.' }),
		texts: z.array(
			z.object({
				part: z.enum(['question', 'answer', 'followup', 'reply']),
				html: text('<p>One on both columns.</p>'),
				hasMath: z.boolean(),
				at: time(),
			}),
		),
		listen: z.object({ offerId: id(61), price: money }).nullable(),
		listeners: count(),
		itemId: id().nullable().openapi({ description: 'The free question that it became.' }),
	})
	.openapi('PaidQuestion');

export const slot = z
	.object({ id: id(31), startsAt: time(), minutes: count(30), booked: z.boolean() })
	.openapi('Slot');
export const talk = z
	.object({
		orderId: id(71),
		slotId: id(31),
		startsAt: time(),
		minutes: count(30),
		status: z.enum(['booked', 'done', 'cancelled']),
		note: text('Indexes'),
		place: text('https://meet.example.org/ada'),
		cancelUntil: time().openapi({ description: 'Until then who booked gets the whole price back.' }),
		other: personCard.nullable(),
		mine: z.boolean().openapi({ description: 'True for who offers the time.' }),
	})
	.openapi('Talk');

export const cashBounty = z
	.object({
		orderId: id(71),
		by: personCard.nullable(),
		amount: z.int().positive(),
		currency: text('CNY'),
		status: z.enum(['running', 'paid', 'returned']),
		endsAt: time(),
		winner: personCard.nullable(),
		replyId: id(99).nullable(),
	})
	.openapi('CashBounty');

export const group = z
	.object({
		id: id(5),
		itemId: id(),
		title: text('Inside the query planner'),
		offerId: id(61),
		status: z.enum(['open', 'filled', 'failed']),
		price: money,
		size: count(3),
		joined: count(1).openapi({ description: 'Who has paid; nobody else is counted.' }),
		endsAt: time(),
		people: z.array(personCard),
		mine: z.boolean(),
	})
	.openapi('Group');

export const gift = z
	.object({
		id: id(8),
		code: text('ABCD-EFGH-JKMN-PQRS'),
		status: z.enum(['ready', 'redeemed', 'expired', 'void']),
		expired: z.boolean(),
		expiresAt: time(),
		message: text('For your new job'),
		giver: personCard.nullable(),
		redeemedBy: personCard.nullable(),
		title: text('Inside the query planner'),
		sells: text('item'),
		months: z.int().positive().nullable(),
		itemId: id().nullable(),
		slug: text('inside-the-query-planner'),
	})
	.openapi('Gift');
