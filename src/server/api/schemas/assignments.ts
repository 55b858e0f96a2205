import { z } from '@hono/zod-openapi';
import { count, id, text, time } from './common.ts';

/** Assignments and what is handed in, as they travel. */
const share = () => z.number().min(0).max(1).openapi({ example: 0.8 });
const when = () => time().nullable();
const place = z.int().min(0).openapi({ example: 0 });

export const rubric = z
	.array(
		z.object({
			title: text('Answers the question'),
			about: text(''),
			levels: z.array(
				z.object({ points: z.number().openapi({ example: 4 }), title: text('Whole'), about: text('') }),
			),
		}),
	)
	.openapi('Rubric', {
		description: 'Criteria with their levels; a level is chosen by its place from 0.',
		example: [
			{
				title: 'Answers the question',
				about: '',
				levels: [
					{ points: 4, title: 'Whole', about: '' },
					{ points: 0, title: 'Not yet', about: '' },
				],
			},
		],
	});

const file = z
	.object({
		id: id(),
		name: text('work.pdf'),
		bytes: count(1000),
		status: z.enum(['uploading', 'received', 'processing', 'ready', 'refused', 'failed']),
		kind: z.enum(['image', 'video', 'audio', 'file']).nullable(),
		refusal: z.string().nullable().openapi({ example: null }),
	})
	.openapi('SubmittedFile');

const state = z.enum(['draft', 'peers', 'waiting', 'returned', 'passed', 'failed']);
const waitsFor = z.enum(['handed-in', 'few', 'apart', 'appeal']);
const person = z.object({ handle: text('lin-qing'), name: text('林青') });

export const marking = z
	.object({
		id: id(),
		submissionId: id(),
		marker: person.nullable(),
		byPeers: z.boolean(),
		chosen: z.array(place).nullable(),
		shares: z.array(share()),
		remarks: z.array(z.string()),
		comment: text('<p>Good work.</p>'),
		points: z.number().openapi({ example: 5 }),
		score: share(),
		outcome: z.enum(['returned', 'passed', 'failed']),
		spread: z.number().nullable().openapi({ example: null }),
		reviewers: count(3).nullable(),
		at: time(),
	})
	.openapi('Marking', {
		description: '`shares` are of the most points of each criterion; `score` has what lateness took.',
	});

const round = z.object({
	id: id(),
	round: count(1),
	html: text('<p>What I found.</p>'),
	hasMath: z.boolean(),
	link: text(''),
	files: z.array(file),
	submittedAt: time(),
	lateDays: count(0),
	state,
	waitsFor: waitsFor.nullable(),
	reviewsDueAt: when(),
	appeal: z.string().nullable(),
	markings: z.array(marking),
});

const peers = z.object({
	samples: count(2),
	calibrated: count(0),
	mine: z.array(
		z.object({
			id: id(),
			dueAt: time(),
			doneAt: when(),
			rating: z.int().nullable().openapi({ example: null }),
		}),
	),
	received: z.array(
		z.object({
			id: id(),
			submissionId: id(),
			chosen: z.array(place),
			remarks: z.array(z.string()),
			comment: z.string(),
			rating: z.int().nullable(),
		}),
	),
	rated: z.object({ mean: z.number(), count: count(1) }).nullable(),
});

export const assignment = z
	.object({
		rubric,
		mostPoints: z.number().openapi({ example: 6 }),
		takesText: z.boolean(),
		takesLink: z.boolean(),
		mostFiles: count(0),
		passMark: share(),
		due: when(),
		extended: z.boolean().openapi({ description: 'I was given another day than the others.' }),
		closes: when(),
		late: z.enum(['counts', 'less', 'refused']),
		latePercent: count(10),
		leftNow: share(),
		closed: z.boolean(),
		rounds: count(1).nullable(),
		reviews: count(0),
		reviewDays: count(7),
		draft: z
			.object({
				round: count(1),
				source: z.string(),
				link: z.string(),
				files: z.array(file),
				editedAt: time(),
			})
			.nullable(),
		mayBegin: z.boolean(),
		handedIn: z.array(round),
		peers: peers.nullable(),
	})
	.openapi('Assignment');

export const waiting = z
	.object({
		kind: z.enum(['submission', 'answers']),
		id: id(),
		courseId: id(),
		courseTitle: text('Reading query plans'),
		lessonId: id(),
		lessonTitle: text('Explain a slow query'),
		person,
		number: count(1),
		since: time(),
		waitsFor: z.enum(['handed-in', 'few', 'apart', 'appeal', 'answers']),
		claimedBy: person.nullable(),
	})
	.openapi('WaitingWork');

export const forMarking = z
	.object({
		id: id(),
		courseId: id(),
		lessonId: id(),
		lessonTitle: text('Explain a slow query'),
		author: person,
		state,
		waitsFor: waitsFor.nullable(),
		appeal: z.string().nullable(),
		rubric,
		mostPoints: z.number(),
		passMark: share(),
		open: z.boolean(),
		claimedBy: person.extend({ mine: z.boolean() }).nullable(),
		rounds: z.array(
			z.object({
				id: id(),
				round: count(1),
				source: z.string(),
				html: z.string(),
				link: z.string(),
				files: z.array(file),
				submittedAt: when(),
				lateDays: count(0),
				state,
				markings: z.array(marking.extend({ privateNote: z.string() })),
			}),
		),
		reviews: z.array(
			z.object({
				reviewer: person,
				chosen: z.array(place).nullable(),
				remarks: z.array(z.string()),
				comment: z.string(),
				doneAt: when(),
				score: share().nullable(),
				bias: z.number(),
				deviation: z.number(),
			}),
		),
	})
	.openapi('WorkForMarking');

export const reviewTask = z
	.object({
		rubric,
		task: z
			.union([
				z.object({ kind: z.literal('sample'), key: z.string(), title: z.string(), html: z.string() }),
				z.object({
					kind: z.literal('review'),
					id: id(),
					html: z.string(),
					hasMath: z.boolean(),
					link: z.string(),
					files: z.array(file),
					dueAt: time(),
					done: z
						.object({ chosen: z.array(place), remarks: z.array(z.string()), comment: z.string() })
						.nullable(),
				}),
			])
			.nullable(),
		compared: z
			.object({ title: z.string(), chosen: z.array(place), author: z.array(place), comment: z.string() })
			.nullable(),
		samples: z.object({ done: count(0), of: count(2) }),
		reviews: z.object({ done: count(0), of: count(3) }),
	})
	.openapi('ReviewTask');
