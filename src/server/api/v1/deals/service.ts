import { z } from '@hono/zod-openapi';
import { offerAnswers, offerTalks, takeTips } from '../../../modules/asks/index.ts';
import { listOffers } from '../../../modules/catalog/index.ts';
import { type Call, doing, listed, type Operation, operation } from '../../operation.ts';
import * as shape from '../../schemas/commerce.ts';
import { listOf, money } from '../../schemas/common.ts';
import { thePerson } from '../found.ts';
import { act, amount, handle, offerOf, order, ordered, read } from './parts.ts';

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
		doing({
			...act,
			id: `offer${what}`,
			method: 'put',
			path,
			summary: `Say for what I am paid: ${name}`,
			body,
			example,
			run: (call) => set(call, call.body),
		}),
		doing({
			...act,
			id: `stop${what}`,
			method: 'delete',
			path,
			summary: `Offer no ${name} any more`,
			run: (call) => set(call, null),
		}),
	];
}

export const serviceOperations: Operation[] = [
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
];
