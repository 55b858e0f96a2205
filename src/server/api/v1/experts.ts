import { z } from '@hono/zod-openapi';
import {
	applyAsExpert,
	expertError,
	findExpert,
	listApplications,
	listExperts,
	readApplication,
	readOwnStanding,
	reviewApplication,
	revokeExpert,
	withdrawApplication,
} from '../../modules/experts/index.ts';
import { answer, doing, listed, made, type Operation, operation } from '../operation.ts';
import { cursor, idParam, limit, slugParam } from '../schemas/common.ts';
import * as shape from '../schemas/experts.ts';
import { thePerson } from './found.ts';

const tag = 'Experts';
const handle = slugParam('The handle', 'lin-qing');
const one = { id: idParam('application') };
const reading = { tag, needs: 'member', scope: 'read' } as const;
const acting = { tag, needs: 'member', scope: 'write' } as const;

/** Who is verified as knowing something: the directory, applying, reviewing, revoking. */
export const expertOperations: Operation[] = [
	operation({
		id: 'listExperts',
		method: 'get',
		path: '/experts',
		tag,
		summary: 'List verified experts',
		needs: 'anyone',
		scope: 'read',
		query: z.object({
			tag: z.string().max(60).optional().openapi({ example: 'postgresql' }),
			language: z.enum(['zh-CN', 'en']).optional(),
			sells: z.enum(['question', 'talk']).optional(),
			most: z.coerce
				.number()
				.int()
				.positive()
				.max(100_000_000)
				.optional()
				.openapi({ description: 'The highest price, in minor units of `currency`.' }),
			currency: z.enum(['CNY', 'USD', 'EUR', 'JPY', 'HKD', 'SGD']).default('CNY'),
			answersWithin: z.coerce
				.number()
				.int()
				.positive()
				.max(10_000)
				.optional()
				.openapi({ description: 'Hours.' }),
			cursor,
			limit: limit(100, 24),
		}),
		returns: { status: 200, schema: shape.expertList, description: 'By reputation.' },
		async run(call) {
			const { most, currency, ...query } = call.query;
			const filter = { ...query, most: most === undefined ? null : { amount: most, currency } };
			return listed(call, await listExperts(call.db, filter));
		},
	}),
	operation({
		id: 'readExpert',
		method: 'get',
		path: '/people/{handle}/expert',
		tag,
		summary: 'Read what a verified expert shows of themselves',
		needs: 'anyone',
		scope: 'read',
		params: { handle },
		returns: { status: 200, schema: shape.expert, description: 'Fields, evidence and prices.' },
		refusals: ['accounts.not_found', 'experts.expert_not_found'],
		async run(call) {
			const expert = await findExpert(call.db, (await thePerson(call, call.params.handle)).id);
			if (!expert) throw expertError('expert_not_found');
			return answer(expert);
		},
	}),
	operation({
		...reading,
		id: 'readMyExpertStanding',
		method: 'get',
		path: '/me/expert',
		summary: 'Read my standing as an expert and my applications',
		returns: { status: 200, schema: shape.standing, description: 'The newest application first.' },
		async run({ db, actor }) {
			return answer(await readOwnStanding(db, actor));
		},
	}),
	operation({
		...acting,
		id: 'applyAsExpert',
		method: 'post',
		path: '/expert-applications',
		summary: 'Apply to be verified as an expert, or to stay one',
		body: shape.newApplication,
		example: {
			statement: 'Ten years of running databases for a living.',
			tags: ['postgresql'],
			languages: ['en'],
			evidence: [{ kind: 'link', title: 'A talk', body: 'https://example.org/talk', shown: true }],
		},
		returns: { status: 201, schema: shape.made, description: 'It waits for two reviewers.' },
		refusals: [
			'experts.waiting_already',
			'experts.too_soon',
			'experts.tag_unknown',
			'experts.item_not_own',
			'experts.certificate_not_own',
			'media.not_found',
			'common.forbidden',
		],
		async run({ db, actor, body }) {
			const { id } = await applyAsExpert(db, actor, body);
			return made(`/api/v1/expert-applications/${id}`, { id });
		},
	}),
	operation({
		...reading,
		id: 'listExpertApplications',
		method: 'get',
		path: '/expert-applications',
		summary: 'List applications that I may review',
		query: z.object({
			status: z.enum(['waiting', 'approved', 'refused', 'withdrawn']).default('waiting'),
			cursor,
			limit: limit(100, 30),
		}),
		returns: { status: 200, schema: shape.applicationList, description: 'The longest waiting first.' },
		refusals: ['experts.not_a_reviewer'],
		async run(call) {
			return listed(call, await listApplications(call.db, call.actor, call.query));
		},
	}),
	operation({
		...reading,
		id: 'readExpertApplication',
		method: 'get',
		path: '/expert-applications/{id}',
		summary: 'Read an application',
		params: one,
		returns: {
			status: 200,
			schema: shape.application,
			description: 'For who made it and who may review it.',
		},
		refusals: ['experts.application_not_found'],
		async run({ db, actor, params }) {
			return answer(await readApplication(db, actor, params.id));
		},
	}),
	doing({
		...acting,
		id: 'withdrawExpertApplication',
		method: 'delete',
		path: '/expert-applications/{id}',
		summary: 'Take my application back',
		params: one,
		refusals: ['experts.application_not_found', 'experts.decided_already'],
		run: ({ db, actor, params }) => withdrawApplication(db, actor, params.id),
	}),
	operation({
		...acting,
		id: 'reviewExpertApplication',
		method: 'put',
		path: '/expert-applications/{id}/verdict',
		summary: 'Give a verdict on an application, or declare a conflict',
		description: 'The second verdict that agrees with another decides.',
		params: one,
		body: shape.newVerdict,
		example: { verdict: 'approve', reason: 'The work shows it.' },
		returns: { status: 200, schema: shape.outcome, description: 'What it came to.' },
		refusals: [
			'experts.application_not_found',
			'experts.not_a_reviewer',
			'experts.own_application',
			'experts.decided_already',
			'experts.reviewed_already',
		],
		async run({ db, actor, params, body }) {
			return answer({ outcome: await reviewApplication(db, actor, params.id, body) });
		},
	}),
	doing({
		...acting,
		id: 'revokeExpert',
		method: 'put',
		path: '/people/{handle}/expert/revocation',
		summary: 'Take the mark from an expert',
		params: { handle },
		body: z.object({ reason: z.string().max(1000) }).openapi('ExpertRevocation'),
		example: { reason: 'The talk was somebody else’s.' },
		refusals: [
			'accounts.not_found',
			'experts.expert_not_found',
			'experts.own_application',
			'common.forbidden',
		],
		run: async (call) =>
			revokeExpert(call.db, call.actor, (await thePerson(call, call.params.handle)).id, call.body),
	}),
];
