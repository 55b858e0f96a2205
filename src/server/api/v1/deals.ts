import { randomUUID } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { offerCashBounty } from '../../flows/cash-bounty.ts';
import { checkout } from '../../flows/checkout.ts';
import { declineAsk } from '../../flows/decline-ask.ts';
import '../../flows/group-buy.ts';
import { openAsk } from '../../flows/open-ask.ts';
import { redeemGift } from '../../flows/redeem-gift.ts';
import { cancelTalk } from '../../flows/talk.ts';
import {
	type Ask,
	addSlot,
	answerAsk,
	askError,
	askLists,
	followUp,
	listAsks,
	listBounties,
	listSlots,
	listTalks,
	offerAnswers,
	offerTalks,
	readAsk,
	replyToFollowUp,
	takeTips,
	withdrawSlot,
} from '../../modules/asks/index.ts';
import { listOffers, type Sells } from '../../modules/catalog/index.ts';
import { findGift, type Gift, listGifts } from '../../modules/gifts/index.ts';
import { groupError, listOpenGroups, offerGroups, readGroup } from '../../modules/groups/index.ts';
import { findOrder } from '../../modules/orders/index.ts';
import { answer, type Call, listed, made, nothing, type Operation, operation } from '../operation.ts';
import { cursor, idParam, limit, listOf, money, slugParam } from '../schemas/common.ts';
import * as deal from '../schemas/deals.ts';
import * as shape from '../schemas/things.ts';
import { presentOrders } from './commerce.ts';
import { mustSee, thePerson } from './found.ts';

const tag = 'Answers, talks, groups and gifts';
const read = { method: 'get', tag, scope: 'read' } as const;
const act = { tag, needs: 'member', scope: 'write' } as const;
const done = { status: 204, description: 'Done.' } as const;
const ordered = { status: 201, schema: shape.order, description: 'The order, to be paid.' } as const;
const handle = slugParam('Handle of the person', 'he-ping');
const source = z.string().min(1).max(50_000);
const amount = z.int().positive();

/** Orders an offer with what only this kind of order has, and answers the order. */
async function order(
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
async function offerOf(call: Call<{ handle: string }>, sells: Sells) {
	const person = await thePerson(call, call.params.handle);
	const [offer] = await listOffers(call.db, { personId: person.id }, sells);
	if (!offer) throw askError('not_open');
	return offer.id;
}

/** Two operations: what it is offered at, and not any more. */
function service(
	name: string,
	what: string,
	set: (call: Pick<Call, 'db' | 'actor'>, input: unknown) => Promise<void>,
	body: z.ZodType,
	example: unknown,
): Operation[] {
	const path = `/me/services/${name}`;
	return [
		operation({
			...act,
			id: `offer${what}`,
			method: 'put',
			path,
			summary: `Say for what I am paid: ${name}`,
			body,
			example,
			returns: done,
			async run(call) {
				await set(call, call.body);
				return nothing;
			},
		}),
		operation({
			...act,
			id: `stop${what}`,
			method: 'delete',
			path,
			summary: `Offer no ${name} any more`,
			returns: done,
			async run(call) {
				await set(call, null);
				return nothing;
			},
		}),
	];
}

/** A text that one of the two sends. */
const writing = (id: string, part: string, summary: string, write: typeof answerAsk) =>
	operation({
		...act,
		id,
		method: 'put',
		path: `/asks/{id}/${part}`,
		summary,
		params: { id: idParam('paid question') },
		body: z.object({ source }).openapi('PaidText'),
		example: { source: 'One on both columns, in the order in which you sort.' },
		returns: done,
		refusals: ['asks.not_found', 'asks.wrong_status', 'asks.too_late', 'asks.followup_used'],
		async run({ db, actor, params, body }) {
			await write(db, actor, { askId: params.id, source: body.source });
			return nothing;
		},
	});

function presentAsk({ askerId: _, expertId: __, orderId, ...ask }: Ask) {
	return { ...ask, orderId: ask.relation === 'asker' || ask.relation === 'admin' ? orderId : null };
}
const presentGift = ({ giverId: _, orderId: __, itemKind: ___, ...gift }: Gift) => gift;

export const dealOperations: Operation[] = [
	operation({
		...read,
		id: 'listServices',
		needs: 'anyone',
		path: '/people/{handle}/services',
		summary: 'What somebody is paid for',
		params: { handle },
		returns: { status: 200, schema: listOf(shape.offer), description: 'Answers, talks, tips.' },
		refusals: ['accounts.not_found'],
		async run(call) {
			const person = await thePerson(call, call.params.handle);
			const offers = await listOffers(call.db, { personId: person.id });
			const shown = offers.map(({ itemKind: _, slug: __, ...offer }) => offer);
			return listed(call, { items: offers, next: null }, shown);
		},
	}),
	...service(
		'answers',
		'Answers',
		({ db, actor }, input) => offerAnswers(db, actor, input),
		z
			.object({ price: money, hours: z.int().min(1).max(720), listenAmount: amount.nullable() })
			.openapi('AnswerTerms'),
		{ price: { amount: 9900, currency: 'CNY' }, hours: 48, listenAmount: 100 },
	),
	...service(
		'talks',
		'Talks',
		({ db, actor }, input) => offerTalks(db, actor, input),
		z
			.object({
				price: money,
				minutes: z.int().min(10).max(480),
				cancelHours: z.int().min(0).max(168),
				place: z.string().max(500),
			})
			.openapi('TalkTerms'),
		{
			price: { amount: 20000, currency: 'CNY' },
			minutes: 30,
			cancelHours: 24,
			place: 'https://meet.example.org',
		},
	),
	...service(
		'tips',
		'Tips',
		({ db, actor }, input) => takeTips(db, actor, input),
		z.object({ price: money }).openapi('TipTerms', { description: 'The least that is given.' }),
		{ price: { amount: 100, currency: 'CNY' } },
	),
	operation({
		...act,
		id: 'askForPay',
		method: 'post',
		path: '/people/{handle}/asks',
		summary: 'Ask an expert for pay',
		description: 'The money is held until the answer is there; it goes back by itself when none is in time.',
		params: { handle },
		body: z
			.object({
				title: z.string().max(150),
				source,
				language: z.enum(['zh-CN', 'en']).default('en'),
				open: z.boolean().default(false).openapi({ description: 'Others may listen in.' }),
			})
			.openapi('NewPaidQuestion'),
		example: {
			title: 'Which index serves this order by?',
			source: 'I have tried one on each column.',
			open: true,
		},
		returns: ordered,
		refusals: ['accounts.not_found', 'asks.not_open', 'asks.of_oneself'],
		async run(call) {
			return order(call, { offerId: await offerOf(call, 'question'), details: call.body });
		},
	}),
	operation({
		...read,
		id: 'listPaidQuestions',
		needs: 'member',
		path: '/asks',
		summary: 'List my paid questions',
		query: z.object({ list: z.enum(askLists).default('asked'), cursor, limit: limit(100, 20) }),
		returns: { status: 200, schema: listOf(deal.askCard), description: 'The newest first.' },
		async run(call) {
			return listed(call, await listAsks(call.db, call.actor, call.query));
		},
	}),
	operation({
		...read,
		id: 'readPaidQuestion',
		needs: 'anyone',
		path: '/asks/{id}',
		summary: 'Read a paid question',
		params: { id: idParam('paid question') },
		returns: { status: 200, schema: deal.ask, description: 'With its texts, for whom they are.' },
		refusals: ['asks.not_found'],
		async run({ db, actor, params }) {
			return answer(presentAsk(await readAsk(db, actor, params.id)));
		},
	}),
	writing('answerPaidQuestion', 'answer', 'Answer it: the money is mine from then on', answerAsk),
	writing('followUpPaidQuestion', 'followup', 'Ask back, once', followUp),
	writing('replyToFollowUp', 'reply', 'Answer the follow-up', replyToFollowUp),
	operation({
		...act,
		id: 'declinePaidQuestion',
		method: 'put',
		path: '/asks/{id}/refusal',
		summary: 'Decline it: the money goes back at once',
		params: { id: idParam('paid question') },
		body: z.object({ reason: z.string().max(500).default('') }).openapi('PaidRefusal'),
		example: { reason: 'Not my field' },
		returns: done,
		refusals: ['asks.not_found', 'asks.wrong_status'],
		async run({ db, actor, params, body }) {
			await declineAsk(db, actor, { ...body, askId: params.id });
			return nothing;
		},
	}),
	operation({
		...act,
		id: 'listenIn',
		method: 'post',
		path: '/asks/{id}/listeners',
		summary: 'Listen in to an answer',
		params: { id: idParam('paid question') },
		returns: ordered,
		refusals: ['asks.not_found', 'asks.not_open', 'orders.already_owned'],
		async run(call) {
			const { listen } = await readAsk(call.db, call.actor, call.params.id);
			if (!listen) throw askError('not_open');
			return order(call, { offerId: listen.offerId });
		},
	}),
	operation({
		...act,
		id: 'openPaidQuestion',
		method: 'put',
		path: '/asks/{id}/opening',
		summary: 'Make it a free question',
		params: { id: idParam('paid question') },
		body: z.object({ spaceId: z.int().positive(), tags: z.array(z.string()).max(5) }).openapi('Opening'),
		example: { spaceId: 1, tags: ['postgresql'] },
		returns: {
			status: 200,
			schema: z.object({ id: z.int().positive(), kind: z.string(), slug: z.string() }).openapi('Opened'),
			description: 'The question that it became.',
		},
		refusals: ['asks.not_found', 'asks.not_open', 'asks.wrong_status'],
		async run({ db, actor, params, body }) {
			return answer(await openAsk(db, actor, { ...body, askId: params.id }));
		},
	}),
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
	operation({
		...act,
		id: 'withdrawSlot',
		method: 'delete',
		path: '/me/slots/{id}',
		summary: 'Take an offered time back',
		params: { id: idParam('slot') },
		returns: done,
		refusals: ['asks.not_found', 'asks.slot_taken'],
		async run({ db, actor, params }) {
			await withdrawSlot(db, actor, params.id);
			return nothing;
		},
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
	operation({
		...act,
		id: 'cancelTalk',
		method: 'delete',
		path: '/talks/{orderId}',
		summary: 'Call a talk off; the money goes back',
		params: { orderId: idParam('order') },
		returns: done,
		refusals: ['asks.not_found', 'asks.cancel_late', 'asks.wrong_status'],
		async run({ db, actor, params }) {
			await cancelTalk(db, actor, params.orderId);
			return nothing;
		},
	}),
	operation({
		...act,
		id: 'giveTip',
		method: 'post',
		path: '/people/{handle}/tips',
		summary: 'Tip somebody',
		params: { handle },
		body: z
			.object({
				amount,
				itemId: z.int().positive().nullable().default(null),
				message: z.string().max(300).default(''),
			})
			.openapi('NewTip', { description: 'In minor units of the currency that the person takes.' }),
		example: { amount: 500, message: 'This saved my day' },
		returns: ordered,
		refusals: [
			'accounts.not_found',
			'asks.not_open',
			'asks.of_oneself',
			'catalog.too_little',
			'catalog.not_for_sale',
		],
		async run(call) {
			const { amount, ...details } = call.body;
			return order(call, { offerId: await offerOf(call, 'tip'), amount, details });
		},
	}),
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
	...[true, false].map((on) =>
		operation({
			...act,
			id: on ? 'setGroupPrice' : 'unsetGroupPrice',
			method: on ? 'put' : 'delete',
			path: '/items/{id}/group-price',
			summary: on ? 'Sell an item to groups' : 'Sell an item to groups no more',
			params: { id: idParam('item') },
			...(on
				? {
						body: z
							.object({ amount, size: z.int().min(2).max(100), hours: z.int().min(1).max(720) })
							.openapi('GroupTerms', { description: 'In minor units of the currency of the price.' }),
						example: { amount: 900, size: 3, hours: 48 },
					}
				: {}),
			returns: done,
			refusals: ['items.not_found', 'common.forbidden', 'catalog.not_for_sale', 'groups.price_high'],
			async run(call) {
				await mustSee(call.db, call.actor, call.params.id);
				await offerGroups(call.db, call.actor, call.params.id, on ? call.body : null);
				return nothing;
			},
		}),
	),
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
	operation({
		...act,
		id: 'buyGifts',
		method: 'post',
		path: '/gifts',
		summary: 'Buy something to give it away',
		description: 'Paid, it becomes codes: see `GET /gifts`.',
		body: z
			.object({
				offerId: z.int().positive(),
				quantity: z.int().min(1).max(100).default(1),
				message: z.string().max(500).default(''),
			})
			.openapi('NewGifts'),
		example: { offerId: 61, quantity: 1, message: 'For your new job' },
		returns: ordered,
		refusals: ['catalog.not_for_sale', 'catalog.offer_retired', 'orders.not_givable'],
		async run(call) {
			const { message, ...wanted } = call.body;
			return order(call, { ...wanted, gift: true, details: { message } });
		},
	}),
	operation({
		...read,
		id: 'listGifts',
		needs: 'member',
		path: '/gifts',
		summary: 'List what I give',
		returns: { status: 200, schema: listOf(deal.gift), description: 'The latest first.' },
		async run(call) {
			const items = await listGifts(call.db, call.actor);
			return listed(call, { items, next: null }, items.map(presentGift));
		},
	}),
	operation({
		...read,
		id: 'readGift',
		needs: 'anyone',
		path: '/gifts/{code}',
		summary: 'What a code gives',
		params: { code: slugParam('The code', 'ABCD-EFGH-JKMN-PQRS') },
		returns: { status: 200, schema: deal.gift, description: 'Whoever has the code may see it.' },
		refusals: ['gifts.not_found'],
		async run({ db, params }) {
			return answer(presentGift(await findGift(db, params.code)));
		},
	}),
	operation({
		...act,
		id: 'redeemGift',
		method: 'put',
		path: '/gifts/{code}/redemption',
		summary: 'Accept a gift',
		params: { code: slugParam('The code', 'ABCD-EFGH-JKMN-PQRS') },
		returns: done,
		refusals: [
			'gifts.not_found',
			'gifts.redeemed',
			'gifts.expired',
			'gifts.once',
			'orders.already_owned',
			'catalog.not_for_sale',
		],
		async run({ db, actor, params }) {
			await redeemGift(db, actor, params.code);
			return nothing;
		},
	}),
];
