import { z } from '@hono/zod-openapi';
import {
	addNote,
	appealDecision,
	claimCase,
	countQueue,
	type DecisionInput,
	decideAppeal,
	decideCase,
	decideCases,
	dropCanned,
	listAppeals,
	listCanned,
	listCases,
	listOwnReports,
	type QueueInput,
	type ReportInput,
	readCase,
	readDuty,
	readHealth,
	readOwnAffairs,
	readReversals,
	readStatement,
	reasons,
	releaseCase,
	report,
	saveCanned,
	setDuty,
	takeNext,
	undoDecision,
} from '../../modules/moderation/index.ts';
import { answer, doing, listed, made, type Operation, operation } from '../operation.ts';
import { cursor, idParam, limit, time } from '../schemas/common.ts';
import * as shape from '../schemas/moderation.ts';

const tag = 'Moderation';
const read = { tag, needs: 'member', scope: 'read' } as const;
const act = { tag, needs: 'member', scope: 'write', quiet: true } as const;
const page = z.object({ cursor, limit: limit(100, 20) });
const unseen = 'moderation.case_not_found';
const forbidden = 'common.forbidden';
const oneCase = { id: idParam('case') };
const oneDecision = { id: idParam('decision') };
const deciding = [
	unseen,
	'moderation.case_decided',
	'moderation.claimed_by_other',
	'moderation.own_case',
	'moderation.daily_limit',
	'moderation.measure_not_possible',
	'moderation.measures_conflict',
	'moderation.staff_only',
	'moderation.subject_gone',
	'moderation.category_missing',
	'moderation.duplicate_missing',
	'moderation.space_missing',
	'moderation.text_missing',
	forbidden,
] as const;

/** Reports, the queue, decisions and their appeals. */
export const moderationOperations: Operation[] = [
	operation({
		...act,
		id: 'createReport',
		method: 'post',
		path: '/reports',
		summary: 'Report an item, a reply or a person',
		description:
			'One of `itemId`, `replyId` and `handle`. One report of each person and thing; the person does not learn of it.',
		body: z
			.object({
				itemId: z.int().positive().nullish().openapi({ example: 42 }),
				replyId: z.int().positive().nullish().openapi({ example: null }),
				handle: z.string().max(60).nullish().openapi({ example: null }),
				reason: z.enum(reasons),
				words: z.string().max(1000).optional().openapi({ example: 'The same in five places.' }),
			})
			.openapi('NewReport'),
		example: { itemId: 42, reason: 'spam' },
		returns: { status: 201, schema: shape.madeThing('MadeReport'), description: 'The report.' },
		refusals: [
			'moderation.subject_not_found',
			'moderation.own_thing',
			'moderation.reported_already',
			'moderation.dismissed_already',
			'moderation.too_many_reports',
			'accounts.email_not_verified',
		],
		async run({ db, actor, body }) {
			return made('/api/v1/me/reports', await report(db, actor, body as ReportInput));
		},
	}),
	operation({
		...read,
		id: 'listMyReports',
		method: 'get',
		path: '/me/reports',
		summary: 'List what I reported, and what came of it',
		query: page,
		returns: { status: 200, schema: shape.ownReports, description: 'The newest first.' },
		async run(call) {
			return listed(call, await listOwnReports(call.db, call.actor, call.query));
		},
	}),
	operation({
		...read,
		id: 'readMyModeration',
		method: 'get',
		path: '/me/moderation',
		summary: 'See what was decided about me, and what is in force',
		query: page,
		returns: { status: 200, schema: shape.ownAffairs, description: 'The newest decision first.' },
		async run({ db, actor, query }) {
			const { restraints, decisions } = await readOwnAffairs(db, actor, query);
			return answer({ restraints, decisions: { data: decisions.items, next: decisions.next } });
		},
	}),
	operation({
		...read,
		id: 'listCases',
		method: 'get',
		path: '/moderation/cases',
		summary: 'List the queue',
		description: 'Of the whole place for who looks after it, of their spaces for who looks after spaces.',
		query: z.object({
			status: z.enum(['open', 'decided']).optional(),
			sort: z.enum(['priority', 'oldest']).optional(),
			whose: z.enum(['all', 'mine', 'free']).optional(),
			source: z.enum(['report', 'checks', 'fairplay']).optional(),
			subject: z.enum(['item', 'reply', 'person', 'finding']).optional(),
			reason: z.string().max(40).optional(),
			spaceId: z.coerce.number().int().positive().optional(),
			cursor,
			limit: limit(100, 30),
		}),
		returns: { status: 200, schema: shape.caseList, description: 'The most urgent first.' },
		refusals: [forbidden],
		async run(call) {
			return listed(call, await listCases(call.db, call.actor, call.query as QueueInput));
		},
	}),
	operation({
		...read,
		id: 'countQueue',
		method: 'get',
		path: '/moderation/counts',
		summary: 'Count what waits',
		returns: { status: 200, schema: shape.queueCounts, description: 'Cases and appeals.' },
		refusals: [forbidden],
		async run({ db, actor }) {
			return answer(await countQueue(db, actor));
		},
	}),
	operation({
		...read,
		id: 'readCase',
		method: 'get',
		path: '/moderation/cases/{id}',
		summary: 'Read a case with its reports, notes and the history of the person',
		params: oneCase,
		returns: { status: 200, schema: shape.casePage, description: 'The case.' },
		refusals: [unseen, forbidden],
		async run({ db, actor, params }) {
			return answer(await readCase(db, actor, params.id));
		},
	}),
	operation({
		...act,
		id: 'claimCase',
		method: 'put',
		path: '/moderation/cases/{id}/claim',
		summary: 'Take a case for half an hour',
		params: oneCase,
		returns: {
			status: 200,
			schema: z.object({ until: time() }).openapi('CaseClaim'),
			description: 'Until when.',
		},
		refusals: [
			unseen,
			'moderation.case_decided',
			'moderation.claimed_by_other',
			'moderation.own_case',
			'moderation.daily_limit',
			forbidden,
		],
		async run({ db, actor, params }) {
			return answer(await claimCase(db, actor, params.id));
		},
	}),
	doing({
		...act,
		id: 'releaseCase',
		method: 'delete',
		path: '/moderation/cases/{id}/claim',
		summary: 'Give a case back',
		params: oneCase,
		refusals: [unseen, 'moderation.not_claimed', forbidden],
		run: ({ db, actor, params }) => releaseCase(db, actor, params.id),
	}),
	operation({
		...act,
		id: 'takeNextCase',
		method: 'put',
		path: '/moderation/next',
		summary: 'Take the most urgent case that nobody holds',
		returns: { status: 200, schema: shape.madeThing('TakenCase'), description: 'Which one.' },
		refusals: ['moderation.nothing_waits', 'moderation.daily_limit', forbidden],
		async run({ db, actor }) {
			return answer(await takeNext(db, actor));
		},
	}),
	operation({
		...act,
		id: 'addCaseNote',
		method: 'post',
		path: '/moderation/cases/{id}/notes',
		summary: 'Say something to the other moderators of a case',
		params: oneCase,
		body: z
			.object({ text: z.string().min(1).max(2000).openapi({ example: 'Seen him before.' }) })
			.openapi('NewCaseNote'),
		example: { text: 'Seen him before.' },
		returns: { status: 201, schema: shape.madeThing('MadeCaseNote'), description: 'The note.' },
		refusals: [unseen, forbidden],
		async run({ db, actor, params, body }) {
			return made(`/api/v1/moderation/cases/${params.id}`, await addNote(db, actor, params.id, body));
		},
	}),
	operation({
		...act,
		quiet: false,
		id: 'decideCase',
		method: 'post',
		path: '/moderation/cases/{id}/decision',
		summary: 'Decide a case',
		description:
			'Takes the measures and closes the case, in one go. Of two who decide at once the second is refused.',
		params: oneCase,
		body: shape.decisionBody,
		example: { measures: ['hide'], category: 'spam', reason: 'Sells watches.' },
		returns: { status: 201, schema: shape.madeThing('MadeDecision'), description: 'The decision.' },
		refusals: deciding,
		async run({ db, actor, params, body }) {
			const { id } = await decideCase(db, { actor }, params.id, body as DecisionInput);
			return made(`/api/v1/moderation/decisions/${id}`, { id });
		},
	}),
	operation({
		...act,
		quiet: false,
		id: 'decideCases',
		method: 'put',
		path: '/moderation/decisions',
		summary: 'Decide many cases alike',
		description: 'Each by itself: what cannot be decided so is left, with the code of why.',
		body: shape.bulkBody,
		example: { caseIds: [42], decision: { measures: [], reason: 'Nothing wrong with it.' } },
		returns: { status: 200, schema: shape.bulkOutcomes, description: 'What became of each.' },
		refusals: [forbidden],
		async run({ db, actor, body }) {
			return answer({ data: await decideCases(db, actor, body as Parameters<typeof decideCases>[2]) });
		},
	}),
	operation({
		...read,
		id: 'readDecision',
		method: 'get',
		path: '/moderation/decisions/{id}',
		summary: 'Read a statement of reasons',
		description: 'For whom it concerns and for who may see its case; to others there is none.',
		params: oneDecision,
		returns: {
			status: 200,
			schema: shape.statementPage,
			description: 'What, why, how long, and how to appeal.',
		},
		refusals: ['moderation.decision_not_found'],
		async run({ db, actor, params }) {
			return answer(await readStatement(db, actor, params.id));
		},
	}),
	doing({
		...act,
		quiet: false,
		id: 'undoDecision',
		method: 'delete',
		path: '/moderation/decisions/{id}',
		summary: 'Take a decision back within minutes',
		params: oneDecision,
		refusals: [
			'moderation.decision_not_found',
			unseen,
			'moderation.not_the_decider',
			'moderation.undo_too_late',
			'moderation.undone_already',
			forbidden,
		],
		run: ({ db, actor, params }) => undoDecision(db, actor, params.id),
	}),
	operation({
		...act,
		evenSuspended: true,
		id: 'appealDecision',
		method: 'post',
		path: '/moderation/decisions/{id}/appeal',
		summary: 'Ask for another look at a decision about me',
		description: 'Once, in time; also while suspended or silenced.',
		params: oneDecision,
		body: z
			.object({ words: z.string().min(10).max(4000).openapi({ example: 'It was a quotation.' }) })
			.openapi('NewAppeal'),
		example: { words: 'It was a quotation.' },
		returns: {
			status: 201,
			schema: z.object({ id: z.int().positive(), dueAt: time() }).openapi('MadeAppeal'),
			description: 'By when it is to be decided.',
		},
		refusals: [
			'moderation.decision_not_found',
			'moderation.nothing_to_appeal',
			'moderation.appeal_too_late',
			'moderation.appealed_already',
			'moderation.text_missing',
		],
		async run({ db, actor, params, body }) {
			return made(
				`/api/v1/moderation/decisions/${params.id}`,
				await appealDecision(db, actor, params.id, body),
			);
		},
	}),
	operation({
		...read,
		id: 'listAppeals',
		method: 'get',
		path: '/moderation/appeals',
		summary: 'List appeals',
		query: z.object({ status: z.enum(['open', 'decided']).optional(), cursor, limit: limit(100, 30) }),
		returns: { status: 200, schema: shape.appealList, description: 'Open ones by when they are due.' },
		refusals: [forbidden],
		async run(call) {
			return listed(call, await listAppeals(call.db, call.actor, call.query));
		},
	}),
	operation({
		...act,
		quiet: false,
		id: 'decideAppeal',
		method: 'put',
		path: '/moderation/appeals/{id}/decision',
		summary: 'Decide an appeal, as another reviewer than the first',
		params: { id: idParam('appeal') },
		body: z
			.object({
				reverse: z.boolean(),
				answer: z.string().min(3).max(2000).openapi({ example: 'A quotation indeed.' }),
			})
			.openapi('AppealDecision'),
		example: { reverse: true, answer: 'A quotation indeed.' },
		returns: {
			status: 200,
			schema: z.object({ reversed: z.boolean(), undone: z.array(z.string()) }).openapi('DecidedAppeal'),
			description: 'What was taken back.',
		},
		refusals: [
			'moderation.appeal_not_found',
			'moderation.appeal_decided',
			'moderation.same_reviewer',
			'moderation.appellant_decides',
			'moderation.own_case',
			'moderation.staff_only',
			unseen,
			'moderation.text_missing',
			forbidden,
		],
		async run({ db, actor, params, body }) {
			return answer(await decideAppeal(db, actor, params.id, body));
		},
	}),
	operation({
		tag,
		needs: 'anyone',
		scope: 'read',
		id: 'readReversals',
		method: 'get',
		path: '/moderation/reversals',
		summary: 'Read how often decisions were appealed and reversed',
		returns: {
			status: 200,
			schema: shape.reversalReport,
			description: 'By rule and by reviewer, of 180 days.',
		},
		async run({ db, actor }) {
			return answer(await readReversals(db, actor));
		},
	}),
	operation({
		...read,
		id: 'readModerationHealth',
		method: 'get',
		path: '/moderation/health',
		summary: 'Read how moderators are doing and how long things wait',
		returns: { status: 200, schema: shape.healthReport, description: 'Of 30 days.' },
		refusals: [forbidden],
		async run({ db, actor }) {
			return answer(await readHealth(db, actor));
		},
	}),
	operation({
		...read,
		id: 'readMyDuty',
		method: 'get',
		path: '/me/moderation-duty',
		summary: 'See how much I moderate',
		returns: { status: 200, schema: shape.duty, description: 'Limits and what was done.' },
		refusals: [forbidden],
		async run({ db, actor }) {
			return answer(await readDuty(db, actor));
		},
	}),
	doing({
		...act,
		id: 'setMyDuty',
		method: 'put',
		path: '/me/moderation-duty',
		summary: 'Say how much I moderate',
		body: z
			.object({
				away: z.boolean().optional(),
				awayUntil: z.iso.date().nullish().openapi({ example: null }),
				dailyLimit: z.int().min(1).max(1000).nullish().openapi({ example: 20 }),
			})
			.openapi('ModerationDutyInput'),
		example: { away: false, dailyLimit: 20 },
		refusals: [forbidden],
		run: ({ db, actor, body }) => setDuty(db, actor, body),
	}),
	operation({
		...read,
		id: 'listCannedReplies',
		method: 'get',
		path: '/moderation/replies',
		summary: 'List canned replies',
		returns: { status: 200, schema: shape.cannedList, description: 'In their order.' },
		refusals: [forbidden],
		async run({ db, actor }) {
			return answer({ data: await listCanned(db, actor) });
		},
	}),
	operation({
		...act,
		id: 'addCannedReply',
		method: 'post',
		path: '/moderation/replies',
		summary: 'Add a canned reply',
		body: shape.cannedBody,
		example: { title: 'Advertising', text: 'Please do not advertise here.' },
		returns: { status: 201, schema: shape.madeThing('MadeCannedReply'), description: 'The reply.' },
		refusals: ['moderation.too_many_canned', forbidden],
		async run({ db, actor, body }) {
			return made('/api/v1/moderation/replies', await saveCanned(db, actor, null, body));
		},
	}),
	doing({
		...act,
		id: 'updateCannedReply',
		method: 'put',
		path: '/moderation/replies/{id}',
		summary: 'Change a canned reply',
		params: { id: idParam('canned reply') },
		body: shape.cannedBody,
		example: { title: 'Advertising', text: 'Please do not advertise here.' },
		refusals: ['moderation.canned_not_found', forbidden],
		run: ({ db, actor, params, body }) => saveCanned(db, actor, params.id, body),
	}),
	doing({
		...act,
		id: 'deleteCannedReply',
		method: 'delete',
		path: '/moderation/replies/{id}',
		summary: 'Delete a canned reply',
		params: { id: idParam('canned reply') },
		refusals: ['moderation.canned_not_found', forbidden],
		run: ({ db, actor, params }) => dropCanned(db, actor, params.id),
	}),
];
