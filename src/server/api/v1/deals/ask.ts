import { z } from '@hono/zod-openapi';
import { declineAsk } from '../../../flows/decline-ask.ts';
import { openAsk } from '../../../flows/open-ask.ts';
import {
	type Ask,
	answerAsk,
	askError,
	askLists,
	followUp,
	listAsks,
	readAsk,
	replyToFollowUp,
} from '../../../modules/asks/index.ts';
import { answer, doing, listed, type Operation, operation } from '../../operation.ts';
import { cursor, idParam, limit, listOf } from '../../schemas/common.ts';
import * as deal from '../../schemas/deals.ts';
import { act, handle, offerOf, order, ordered, read, source } from './parts.ts';

/** A text that one of the two sends. */
const writing = (id: string, part: string, summary: string, write: typeof answerAsk) =>
	doing({
		...act,
		id,
		method: 'put',
		path: `/asks/{id}/${part}`,
		summary,
		params: { id: idParam('paid question') },
		body: z.object({ source }).openapi('PaidText'),
		example: { source: 'One on both columns, in the order in which you sort.' },
		refusals: ['asks.not_found', 'asks.wrong_status', 'asks.too_late', 'asks.followup_used'],
		run: ({ db, actor, params, body }) => write(db, actor, { askId: params.id, source: body.source }),
	});

function presentAsk({ askerId: _, expertId: __, orderId, ...ask }: Ask) {
	return { ...ask, orderId: ask.relation === 'asker' || ask.relation === 'admin' ? orderId : null };
}

export const askOperations: Operation[] = [
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
	doing({
		...act,
		id: 'declinePaidQuestion',
		method: 'put',
		path: '/asks/{id}/refusal',
		summary: 'Decline it: the money goes back at once',
		params: { id: idParam('paid question') },
		body: z.object({ reason: z.string().max(500).default('') }).openapi('PaidRefusal'),
		example: { reason: 'Not my field' },
		refusals: ['asks.not_found', 'asks.wrong_status'],
		run: ({ db, actor, params, body }) => declineAsk(db, actor, { ...body, askId: params.id }),
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
			schema: z
				.object({ id: z.int().positive(), kind: z.string(), slug: z.string(), status: z.string() })
				.openapi('Opened'),
			description: 'The question that it became.',
		},
		refusals: ['asks.not_found', 'asks.not_open', 'asks.wrong_status'],
		async run({ db, actor, params, body }) {
			return answer(await openAsk(db, actor, { ...body, askId: params.id }));
		},
	}),
];
