import { z } from '@hono/zod-openapi';
import {
	acceptAnswer,
	awardBounty,
	bountySchema,
	closeQuestion,
	closeSchema,
	offerBounty,
	reopenQuestion,
	unacceptAnswer,
} from '../../modules/questions/index.ts';
import { made, nothing, type Operation, operation } from '../operation.ts';
import { idParam, time } from '../schemas/common.ts';

const base = {
	tag: 'Questions',
	needs: 'member',
	scope: 'write',
	params: { id: idParam('question') },
} as const;
const done = { status: 204, description: 'Done.' } as const;
const ofQuestion = ['items.not_found', 'items.locked', 'items.deleted', 'questions.not_a_question'];
const replyId = z.object({
	replyId: z.coerce
		.number('items.id_shape')
		.int('items.id_shape')
		.positive('items.id_shape')
		.openapi({ example: 99 }),
});

export const questionOperations: Operation[] = [
	operation({
		...base,
		id: 'acceptAnswer',
		method: 'put',
		path: '/questions/{id}/acceptance',
		summary: 'Accept an answer',
		description: 'One accepted before is accepted no more.',
		body: replyId,
		example: { replyId: 99 },
		returns: done,
		refusals: [...ofQuestion, 'items.reply_not_found', 'questions.not_an_answer'],
		async run({ db, actor, params, body }) {
			await acceptAnswer(db, actor, { itemId: params.id, replyId: body.replyId });
			return nothing;
		},
	}),
	operation({
		...base,
		id: 'unacceptAnswer',
		method: 'delete',
		path: '/questions/{id}/acceptance',
		summary: 'Take the acceptance back',
		returns: done,
		refusals: [...ofQuestion, 'questions.nothing_accepted'],
		async run({ db, actor, params }) {
			await unacceptAnswer(db, actor, params.id);
			return nothing;
		},
	}),
	operation({
		...base,
		id: 'closeQuestion',
		method: 'put',
		path: '/questions/{id}/closure',
		summary: 'Close a question to new answers',
		body: z
			.object({ reason: closeSchema.shape.reason, duplicateOf: closeSchema.shape.duplicateOf })
			.openapi('NewClosure'),
		example: { reason: 'duplicate', duplicateOf: 41 },
		returns: done,
		refusals: [
			...ofQuestion,
			'questions.already_closed',
			'questions.duplicate_missing',
			'questions.duplicate_of_itself',
			'questions.duplicate_unknown',
		],
		async run({ db, actor, params, body }) {
			await closeQuestion(db, actor, { ...body, itemId: params.id });
			return nothing;
		},
	}),
	operation({
		...base,
		id: 'reopenQuestion',
		method: 'delete',
		path: '/questions/{id}/closure',
		summary: 'Open a closed question again',
		returns: done,
		refusals: [...ofQuestion, 'questions.not_closed'],
		async run({ db, actor, params }) {
			await reopenQuestion(db, actor, params.id);
			return nothing;
		},
	}),
	operation({
		...base,
		id: 'offerBounty',
		method: 'post',
		path: '/questions/{id}/bounties',
		summary: 'Offer points of my reputation for an answer',
		body: z.object({ amount: bountySchema.shape.amount, days: bountySchema.shape.days }).openapi('NewBounty'),
		example: { amount: 100, days: 7 },
		returns: {
			status: 201,
			schema: z.object({ endsAt: time('2025-06-08T08:30:00.000Z') }),
			description: 'Offered.',
		},
		refusals: [...ofQuestion, 'items.closed', 'questions.bounty_running', 'questions.too_little_reputation'],
		async run({ db, actor, params, body }) {
			const bounty = await offerBounty(db, actor, { ...body, itemId: params.id });
			return made(`/api/v1/items/${params.id}`, bounty);
		},
	}),
	operation({
		...base,
		id: 'awardBounty',
		method: 'put',
		path: '/questions/{id}/bounty/award',
		summary: 'Give the running bounty to an answer',
		body: replyId,
		example: { replyId: 99 },
		returns: done,
		refusals: [
			...ofQuestion,
			'items.reply_not_found',
			'questions.not_an_answer',
			'questions.bounty_missing',
			'questions.bounty_own_answer',
		],
		async run({ db, actor, params, body }) {
			await awardBounty(db, actor, { itemId: params.id, replyId: body.replyId });
			return nothing;
		},
	}),
];
