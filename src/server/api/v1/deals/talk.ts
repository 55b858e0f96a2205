import { z } from '@hono/zod-openapi';
import { cancelTalk } from '../../../flows/talk.ts';
import { addSlot, listSlots, listTalks, withdrawSlot } from '../../../modules/asks/index.ts';
import { doing, listed, made, type Operation, operation } from '../../operation.ts';
import { idParam, listOf } from '../../schemas/common.ts';
import * as deal from '../../schemas/deals.ts';
import { thePerson } from '../found.ts';
import { act, handle, offerOf, order, ordered, read } from './parts.ts';

export const talkOperations: Operation[] = [
	operation({
		...read,
		id: 'listSlots',
		needs: 'anyone',
		path: '/people/{handle}/slots',
		summary: 'When somebody can be talked to',
		params: { handle },
		returns: { status: 200, schema: listOf(deal.slot), description: 'What is to come, the next first.' },
		refusals: ['accounts.not_found'],
		async run(call) {
			const items = await listSlots(call.db, (await thePerson(call, call.params.handle)).id);
			return listed(call, { items, next: null });
		},
	}),
	operation({
		...act,
		id: 'addSlot',
		method: 'post',
		path: '/me/slots',
		summary: 'Offer a time to be talked to',
		body: z.object({ startsAt: z.iso.datetime() }).openapi('NewSlot'),
		example: { startsAt: '2026-12-01T10:00:00.000Z' },
		returns: {
			status: 201,
			schema: z.object({ id: z.int().positive() }).openapi('SlotAdded'),
			description: 'As long as the offer of talks says.',
		},
		refusals: ['asks.not_open', 'asks.slot_past', 'asks.slot_twice'],
		async run({ db, actor, body, person }) {
			return made(`/api/v1/people/${person?.handle}/slots`, await addSlot(db, actor, body));
		},
	}),
	doing({
		...act,
		id: 'withdrawSlot',
		method: 'delete',
		path: '/me/slots/{id}',
		summary: 'Take an offered time back',
		params: { id: idParam('slot') },
		refusals: ['asks.not_found', 'asks.slot_taken'],
		run: ({ db, actor, params }) => withdrawSlot(db, actor, params.id),
	}),
	operation({
		...act,
		id: 'bookTalk',
		method: 'post',
		path: '/people/{handle}/talks',
		summary: 'Book a talk',
		params: { handle },
		body: z.object({ slotId: z.int().positive(), note: z.string().max(1000).default('') }).openapi('NewTalk'),
		example: { slotId: 31, note: 'Indexes' },
		returns: ordered,
		refusals: [
			'accounts.not_found',
			'asks.not_open',
			'asks.not_found',
			'asks.slot_taken',
			'asks.slot_past',
			'asks.of_oneself',
		],
		async run(call) {
			return order(call, { offerId: await offerOf(call, 'slot'), details: call.body });
		},
	}),
	operation({
		...read,
		id: 'listTalks',
		needs: 'member',
		path: '/talks',
		summary: 'List my talks',
		returns: { status: 200, schema: listOf(deal.talk), description: 'The latest first.' },
		async run(call) {
			return listed(call, { items: await listTalks(call.db, call.actor), next: null });
		},
	}),
	doing({
		...act,
		id: 'cancelTalk',
		method: 'delete',
		path: '/talks/{orderId}',
		summary: 'Call a talk off; the money goes back',
		params: { orderId: idParam('order') },
		refusals: ['asks.not_found', 'asks.cancel_late', 'asks.wrong_status'],
		run: ({ db, actor, params }) => cancelTalk(db, actor, params.orderId),
	}),
];
