import { z } from '@hono/zod-openapi';
import {
	type AssignmentInput,
	type AssignmentPart,
	appeal,
	assignmentError,
	attachFile,
	calibrate,
	claimSubmission,
	detachFile,
	extendDue,
	handIn,
	listExtensions,
	listWaiting,
	markSubmission,
	mustTakeNext,
	rateReview,
	readForMarking,
	releaseSubmission,
	reviewTask,
	saveDraft,
	setAssignment,
	submitReview,
} from '../../modules/assignments/index.ts';
import { courseError, readLesson } from '../../modules/courses/index.ts';
import { answer, listed, made, nothing, type Operation, operation } from '../operation.ts';
import * as shape from '../schemas/assignments.ts';
import { cursor, id, idParam, limit, listOf, slugParam, text, time } from '../schemas/common.ts';

const learning = { tag: 'Learning', needs: 'member', scope: 'write' } as const;
const making = { tag: 'Courses', needs: 'member', scope: 'write' } as const;
const lesson = { id: idParam('course'), lessonId: idParam('lesson') };
const submission = { id: idParam('submission') };
const done = { status: 204, description: 'Done.' } as const;
const closed = ['courses.lesson_not_found', 'courses.held', 'assignments.not_an_assignment'];
const drafting = [...closed, 'assignments.no_draft', 'assignments.no_rounds_left'];
const toMark = ['assignments.submission_not_found', 'assignments.not_handed_in', 'assignments.claimed'];
const keyOf = (params: { id: number; lessonId: number }) => ({
	courseId: params.id,
	lessonId: params.lessonId,
});

const work = z.object({
	source: z.string().max(100_000).optional().openapi({ example: 'What I found.' }),
	link: z.string().max(2000).optional().openapi({ example: 'https://example.org/work' }),
});
const chosen = z
	.array(z.int().min(-1))
	.max(12)
	.openapi({ example: [0, 1], description: 'For each criterion the place of its level.' });
const remarks = z
	.array(z.string().max(4000))
	.max(12)
	.optional()
	.openapi({ example: ['Well seen.', ''] });

/** What learners do: hand in, review each other. */
const learners: Operation[] = [
	operation({
		id: 'readAssignment',
		method: 'get',
		path: '/courses/{id}/lessons/{lessonId}/assignment',
		tag: 'Learning',
		summary: 'Read the assignment of a lesson',
		description: 'Its rubric; with my draft, what I handed in and how it was marked.',
		needs: 'anyone',
		scope: 'read',
		params: lesson,
		returns: { status: 200, schema: shape.assignment, description: 'The assignment.' },
		refusals: closed,
		async run({ db, actor, params }) {
			const page = await readLesson(db, actor, keyOf(params));
			if (!page) throw courseError('lesson_not_found');
			if (!page.state.open) throw courseError('held');
			const { assignment } = page.parts as Partial<AssignmentPart>;
			if (!assignment) throw assignmentError('not_an_assignment');
			return answer(assignment);
		},
	}),
	operation({
		...learning,
		id: 'saveDraft',
		method: 'put',
		path: '/courses/{id}/lessons/{lessonId}/submission/draft',
		summary: 'Keep a draft of my work',
		description: 'Begins a round where one may be begun. What is left out stays.',
		params: lesson,
		body: work,
		example: { source: 'What I found.' },
		returns: {
			status: 200,
			schema: z.object({ id: z.int().openapi({ example: 5 }), round: z.int().openapi({ example: 1 }) }),
			description: 'Kept.',
		},
		refusals: drafting,
		async run({ db, actor, params, body }) {
			return answer(await saveDraft(db, actor, keyOf(params), body));
		},
	}),
	operation({
		...learning,
		id: 'attachFile',
		method: 'put',
		path: '/courses/{id}/lessons/{lessonId}/submission/draft/files/{fileId}',
		summary: 'Put an uploaded file into my draft',
		params: { ...lesson, fileId: idParam('file') },
		returns: done,
		refusals: [...drafting, 'assignments.too_many_files', 'media.not_found'],
		async run({ db, actor, params }) {
			await attachFile(db, actor, keyOf(params), params.fileId);
			return nothing;
		},
	}),
	operation({
		...learning,
		id: 'detachFile',
		method: 'delete',
		path: '/courses/{id}/lessons/{lessonId}/submission/draft/files/{fileId}',
		summary: 'Take a file out of my draft',
		params: { ...lesson, fileId: idParam('file') },
		returns: done,
		refusals: [...drafting, 'assignments.file_not_found'],
		async run({ db, actor, params }) {
			await detachFile(db, actor, keyOf(params), params.fileId);
			return nothing;
		},
	}),
	operation({
		...learning,
		id: 'handIn',
		method: 'post',
		path: '/courses/{id}/lessons/{lessonId}/submissions',
		summary: 'Hand in my work',
		description: 'What is left out is taken from the draft. It does not change any more.',
		params: lesson,
		body: work,
		example: { source: 'What I found.' },
		returns: {
			status: 201,
			schema: z.object({
				id: z.int().openapi({ example: 5 }),
				round: z.int().openapi({ example: 1 }),
				lateDays: z.int().openapi({ example: 0 }),
			}),
			description: 'Handed in.',
		},
		refusals: [
			...drafting,
			'assignments.nothing_handed_in',
			'assignments.link_shape',
			'assignments.file_not_ready',
			'assignments.too_late',
			'content.too_complex',
		],
		async run({ db, actor, params, body }) {
			const handed = await handIn(db, actor, keyOf(params), body);
			return made(`/api/v1/courses/${params.id}/lessons/${params.lessonId}/assignment`, handed);
		},
	}),
	operation({
		...learning,
		id: 'appealMarking',
		method: 'put',
		path: '/submissions/{id}/appeal',
		summary: 'Ask a mentor to look at a work that others marked',
		description: 'Once, within two weeks.',
		params: submission,
		body: z.object({ words: z.string().max(4000).openapi({ example: 'It does answer the question.' }) }),
		example: { words: 'It does answer the question.' },
		returns: done,
		refusals: ['assignments.submission_not_found', 'assignments.appeal_closed'],
		async run({ db, actor, params, body }) {
			await appeal(db, actor, params.id, body);
			return nothing;
		},
	}),
	operation({
		...learning,
		id: 'readReviewTask',
		method: 'get',
		path: '/courses/{id}/lessons/{lessonId}/review-task',
		scope: 'read',
		summary: 'Read what I am to review now',
		description: 'Samples come before works of others; nobody is named.',
		params: lesson,
		query: z.object({ review: idParam('review').optional() }),
		returns: { status: 200, schema: shape.reviewTask, description: '`task` is null when nothing is to do.' },
		refusals: [...closed, 'assignments.not_handed_in', 'assignments.review_not_found'],
		async run({ db, actor, params, query }) {
			return answer(await reviewTask(db, actor, keyOf(params), { review: query.review ?? null }));
		},
	}),
	operation({
		...learning,
		id: 'markSample',
		method: 'put',
		path: '/courses/{id}/lessons/{lessonId}/samples/{key}',
		summary: 'Mark a sample that the author has marked',
		params: { ...lesson, key: z.string().max(32).openapi({ example: '0123456789abcdef' }) },
		body: z.object({ chosen }),
		example: { chosen: [0, 1] },
		returns: {
			status: 200,
			schema: z.object({
				author: z.array(z.int()).openapi({ example: [0, 0] }),
				comment: z.string().openapi({ example: 'Nothing is missing.' }),
			}),
			description: 'What its author gave.',
		},
		refusals: [
			...closed,
			'assignments.not_handed_in',
			'assignments.sample_not_found',
			'assignments.marks_missing',
			'assignments.review_done',
		],
		async run({ db, actor, params, body }) {
			return answer(await calibrate(db, actor, keyOf(params), params.key, body));
		},
	}),
	operation({
		...learning,
		id: 'submitReview',
		method: 'put',
		path: '/peer-reviews/{id}',
		summary: 'Review a work of another learner',
		params: { id: idParam('review') },
		body: z.object({ chosen, remarks, comment: z.string().max(10_000).optional() }),
		example: { chosen: [0, 1], comment: 'Clear; say where the figures come from.' },
		returns: done,
		refusals: [
			'assignments.review_not_found',
			'assignments.calibrate_first',
			'assignments.review_done',
			'assignments.marks_missing',
			'assignments.words_missing',
			'courses.held',
		],
		async run({ db, actor, params, body }) {
			await submitReview(db, actor, params.id, body);
			return nothing;
		},
	}),
	operation({
		...learning,
		id: 'rateReview',
		method: 'put',
		path: '/peer-reviews/{id}/rating',
		summary: 'Say how much a review of my work helped',
		params: { id: idParam('review') },
		body: z.object({ rating: z.int().openapi({ example: 4 }), words: z.string().max(1000).optional() }),
		example: { rating: 4 },
		returns: done,
		refusals: ['assignments.review_not_found'],
		async run({ db, actor, params, body }) {
			await rateReview(db, actor, params.id, body);
			return nothing;
		},
	}),
];

/** What makers of courses and their mentors do. */
const makers: Operation[] = [
	operation({
		...making,
		id: 'extendDue',
		method: 'put',
		path: '/courses/{id}/lessons/{lessonId}/assignment/extensions/{handle}',
		summary: 'Give one learner more time for a work',
		description:
			'They are told, with the reason. Without `dueAt` an earlier extension is taken back. What is handed in and not marked yet is late by the new day only.',
		params: { ...lesson, handle: slugParam('Handle of the learner', 'wu-tong') },
		body: z.object({
			dueAt: z.iso.datetime().nullable().openapi({ example: '2027-02-01T12:00:00.000Z' }),
			reason: z.string().max(500).openapi({ example: 'You were ill.' }),
		}),
		example: { dueAt: '2027-02-01T12:00:00.000Z', reason: 'You were ill.' },
		returns: done,
		refusals: [
			'assignments.submission_not_found',
			'assignments.not_an_assignment',
			'assignments.no_due',
			'assignments.due_not_later',
			'assignments.learner_unknown',
		],
		async run({ db, actor, params, body }) {
			await extendDue(db, actor, keyOf(params), { ...body, handle: params.handle });
			return nothing;
		},
	}),
	operation({
		...making,
		scope: 'read',
		id: 'listExtensions',
		method: 'get',
		path: '/courses/{id}/extensions',
		summary: 'List who was given more time',
		params: { id: lesson.id },
		query: z.object({ cursor, limit: limit(100, 30) }),
		returns: {
			status: 200,
			schema: listOf(
				z.object({
					id: id(4),
					lessonId: id(7),
					lessonTitle: text('A schema of your own'),
					learner: z.object({ handle: text('wu-tong'), name: text('吴桐') }),
					dueAt: time().nullable(),
					reason: text('You were ill.'),
					by: z.object({ handle: text('he-ping'), name: text('何平') }).nullable(),
					at: time(),
					counts: z.boolean().openapi({ description: 'It is the last word on this learner and lesson.' }),
				}),
			),
			description: 'The newest first.',
		},
		refusals: ['courses.not_found'],
		async run(call) {
			return listed(call, await listExtensions(call.db, call.actor, call.params.id, call.query));
		},
	}),
	operation({
		...making,
		id: 'setAssignment',
		method: 'put',
		path: '/courses/{id}/lessons/{lessonId}/assignment',
		summary: 'Set the assignment of a lesson',
		description: 'Learners see it with the next version.',
		params: lesson,
		body: z.object({
			rubric: shape.rubric,
			takesText: z.boolean().optional(),
			takesLink: z.boolean().optional(),
			mostFiles: z.int().min(0).max(10).optional().openapi({ example: 3 }),
			dueAt: z.iso.datetime().nullish().openapi({ example: null }),
			dueDays: z.int().min(0).max(3650).nullish().openapi({ example: 14 }),
			late: z.enum(['counts', 'less', 'refused']).optional(),
			latePercent: z.int().min(1).max(100).optional().openapi({ example: 10 }),
			lateDays: z.int().min(1).max(365).nullish().openapi({ example: 7 }),
			passMark: z.number().min(0).max(1).optional().openapi({ example: 0.6 }),
			rounds: z.int().min(1).max(20).nullish().openapi({ example: 2 }),
			reviews: z.int().min(0).max(5).optional().openapi({ example: 3 }),
			reviewDays: z.int().min(1).max(60).optional().openapi({ example: 7 }),
			samples: z
				.array(
					z.object({
						title: z.string(),
						source: z.string(),
						chosen: z.array(z.int()),
						comment: z.string().optional(),
					}),
				)
				.max(3)
				.optional()
				.openapi({ example: [] }),
		}),
		example: {
			rubric: [
				{
					title: 'Answers the question',
					about: '',
					levels: [
						{ points: 4, title: 'Whole', about: 'Nothing is left open.' },
						{ points: 0, title: 'Not yet', about: '' },
					],
				},
			],
			dueDays: 14,
		},
		returns: done,
		refusals: ['courses.not_found', 'courses.lesson_not_found', 'assignments.not_an_assignment'],
		async run({ db, actor, params, body }) {
			await setAssignment(db, actor, keyOf(params), body as AssignmentInput);
			return nothing;
		},
	}),
	operation({
		...making,
		id: 'listWaiting',
		method: 'get',
		path: '/marking',
		scope: 'read',
		summary: 'List what waits for me to mark it',
		description: 'Of all courses that I make or mentor, or of one; the oldest first.',
		query: z.object({ course: idParam('course').optional(), cursor, limit: limit(100, 30) }),
		returns: { status: 200, schema: listOf(shape.waiting), description: 'The queue.' },
		refusals: ['courses.not_found'],
		async run({ db, actor, query }) {
			const page = await listWaiting(db, actor, {
				courseId: query.course ?? null,
				cursor: query.cursor ?? null,
				limit: query.limit,
			});
			return answer({ data: page.items, next: page.next });
		},
	}),
	operation({
		...making,
		id: 'takeNextWaiting',
		method: 'put',
		path: '/marking/next',
		summary: 'Claim what waits longest',
		description: 'Two who ask at once get two things.',
		body: z.object({ course: z.int().positive().nullish().openapi({ example: 42 }) }),
		example: {},
		returns: {
			status: 200,
			schema: z.object({
				kind: z.enum(['submission', 'answers']),
				id: z.int().openapi({ example: 5 }),
			}),
			description: 'It is mine for two hours.',
		},
		refusals: ['assignments.nothing_waits', 'courses.not_found'],
		async run({ db, actor, body }) {
			return answer(await mustTakeNext(db, actor, { courseId: body.course ?? null }));
		},
	}),
	operation({
		...making,
		id: 'readSubmission',
		method: 'get',
		path: '/submissions/{id}',
		scope: 'read',
		summary: 'Read a work to mark it',
		params: submission,
		returns: { status: 200, schema: shape.forMarking, description: 'With its rounds and reviews.' },
		refusals: toMark.slice(0, 2),
		async run({ db, actor, params }) {
			const work = await readForMarking(db, actor, params.id);
			const { submission: one, assignment, lesson: of } = work;
			return answer({
				id: one.id,
				courseId: one.courseId,
				lessonId: one.lessonId,
				lessonTitle: of.title,
				author: work.author,
				state: one.state,
				waitsFor: one.waitsFor,
				appeal: one.appeal,
				rubric: assignment.rubric,
				mostPoints: work.mostPoints,
				passMark: assignment.passMark,
				open: work.open,
				claimedBy: work.claimedBy,
				rounds: work.rounds.map(
					({ id, round, source, html, link, files, submittedAt, lateDays, state, markings }) => ({
						id,
						round,
						source,
						html,
						link,
						files,
						submittedAt,
						lateDays,
						state,
						markings,
					}),
				),
				reviews: work.reviews,
			});
		},
	}),
	operation({
		...making,
		id: 'claimSubmission',
		method: 'put',
		path: '/submissions/{id}/claim',
		summary: 'Say that I mark this work now',
		params: submission,
		returns: done,
		refusals: toMark,
		async run({ db, actor, params }) {
			await claimSubmission(db, actor, params.id);
			return nothing;
		},
	}),
	operation({
		...making,
		id: 'releaseSubmission',
		method: 'delete',
		path: '/submissions/{id}/claim',
		summary: 'Let go of a work that I claimed',
		params: submission,
		returns: done,
		refusals: toMark,
		async run({ db, actor, params }) {
			await releaseSubmission(db, actor, params.id);
			return nothing;
		},
	}),
	operation({
		...making,
		id: 'markSubmission',
		method: 'put',
		path: '/submissions/{id}/marking',
		summary: 'Mark a work, or return it to be done again',
		params: submission,
		body: z.object({
			chosen: chosen.optional(),
			remarks,
			comment: z.string().max(20_000).optional().openapi({ example: 'Good work.' }),
			privateNote: z.string().max(4000).optional(),
			returned: z.boolean().optional(),
		}),
		example: { chosen: [0, 1], comment: 'Good work.' },
		returns: {
			status: 200,
			schema: z.object({
				outcome: z.enum(['returned', 'passed', 'failed']),
				score: z.number().openapi({ example: 0.8 }),
			}),
			description: 'What became of it.',
		},
		refusals: [
			...toMark,
			'assignments.nothing_waits',
			'assignments.marks_missing',
			'assignments.words_missing',
			'content.too_complex',
		],
		async run({ db, actor, params, body }) {
			return answer(await markSubmission(db, actor, params.id, body));
		},
	}),
];

export const assignmentOperations: readonly Operation[] = [...learners, ...makers];
