import { z } from '@hono/zod-openapi';
import { count, id, text, time } from './common.ts';

/** Quizzes, exercises and review as they travel. */
const share = z.number().min(0).max(1).openapi({ example: 0.8 });
const when = () => time().nullable();

export const attempt = z
	.object({
		id: id(),
		number: count(1),
		startedAt: time(),
		dueAt: when(),
		submittedAt: when(),
		score: share.nullable(),
		passed: z.boolean().nullable().openapi({ example: true }),
		waiting: count(0),
	})
	.openapi('QuizAttempt');

const shownCase = z.object({ call: text('add(1, 2)'), expects: text('3') });

export const shown = z
	.object({
		position: z.int().nonnegative().openapi({ example: 0 }),
		kind: z.enum(['single', 'multiple', 'truefalse', 'fill', 'match', 'order', 'short', 'code']),
		prompt: text('<p>How much is 2 + 2?</p>'),
		choices: z.array(z.string()).openapi({ example: ['4', '5'] }),
		lefts: z.array(z.string()).openapi({ example: [] }),
		rights: z.array(z.string()).openapi({ example: [] }),
		blanks: count(0),
		byHand: z.boolean(),
		code: z
			.object({ language: text('python'), starter: text(''), setup: text(''), cases: z.array(shownCase) })
			.nullable(),
		values: z.array(z.string()).openapi({ example: ['0'] }),
		hasMath: z.boolean(),
	})
	.openapi('QuizQuestion', {
		description:
			'`values` is the answer so far: places of chosen ones as they are shown; for each left side the place of its right one; for each shown item its place from 1; texts; `true` or `false`.',
	});

export const marked = shown
	.extend({
		points: share,
		waits: z.boolean(),
		remark: z.string(),
		told: z.array(z.object({ chosen: z.boolean(), right: z.boolean().nullable(), feedback: z.string() })),
		answer: z.array(z.string()).nullable(),
		explanation: z.string(),
	})
	.openapi('MarkedQuestion', {
		description: 'What is right is told to who has passed or has no attempt left; until then it is null.',
	});

export const quiz = z
	.object({
		questions: count(5),
		minutes: count(10).nullable(),
		passMark: share,
		attemptsLeft: count(2).nullable(),
		attempts: z.array(attempt),
		open: z.object({ number: count(1), dueAt: when(), questions: z.array(shown) }).nullable(),
		last: z.object({ attempt, revealed: z.boolean(), questions: z.array(marked) }).nullable(),
	})
	.openapi('Quiz');

const result = z.object({
	passed: z.boolean(),
	verdict: z.enum(['ok', 'error', 'time', 'memory', 'output', 'broken', 'skipped']),
	hidden: z.boolean(),
	call: z.string().nullable(),
	value: z.string().nullable(),
	expects: z.string().nullable(),
	printed: z.string().nullable(),
	error: z.string().nullable(),
	ms: z.number(),
});

export const codeTry = z
	.object({
		id: id(),
		code: text('const add = (a, b) => a + b;'),
		trial: z.boolean(),
		results: z.array(result),
		passed: count(2),
		total: count(2),
		at: time(),
	})
	.openapi('ExerciseTry');

export const exercise = z
	.object({
		language: text('javascript'),
		starter: text(''),
		setup: text(''),
		shown: z.array(shownCase),
		hidden: count(1),
		tries: z.array(codeTry),
	})
	.openapi('Exercise');

export const bankQuestion = z
	.object({
		id: id(),
		revision: count(1),
		topic: text('plans'),
		kind: text('single'),
		source: text('2 + 2?'),
	})
	.openapi('BankQuestion');

export const statistics = z
	.object({
		attempts: count(40),
		meanScore: share.nullable(),
		passed: count(31),
		histogram: z.array(count(4)),
		items: z.array(
			z.object({
				questionId: id(),
				answered: count(40),
				difficulty: share,
				discrimination: z.number().min(-1).max(1).nullable(),
				chosen: z.array(count(3)),
			}),
		),
	})
	.openapi('QuizStatistics', {
		description:
			'Of first attempts. Difficulty: mean of the points. Discrimination: correlation with the mean of the other questions.',
	});

export const reviewDesk = z
	.object({
		due: count(3),
		total: count(12),
		nextAt: when(),
		card: z
			.object({
				id: id(),
				courseId: id(),
				lessonId: id(),
				lessonTitle: text('What an index is'),
				question: shown.nullable(),
				quote: z.string().nullable(),
				note: z.string().nullable(),
				answer: z
					.object({ right: z.array(z.boolean()), texts: z.array(z.string()), explanation: z.string() })
					.nullable(),
				next: z.record(z.string(), time()).nullable(),
			})
			.nullable(),
	})
	.openapi('ReviewDesk');

export const answersForMarking = z
	.object({
		attemptId: id(),
		courseId: id(),
		courseTitle: text('Reading query plans'),
		lessonId: id(),
		lessonTitle: text('What does this plan say?'),
		person: z.object({ handle: text('lin-qing'), name: text('林青') }),
		submittedAt: time(),
		passMark: share,
		questions: count(5),
		answers: z.array(
			z.object({
				position: z.int().nonnegative().openapi({ example: 0 }),
				prompt: text('<p>Why is it slow?</p>'),
				guide: text(''),
				answer: text('It reads the whole table.'),
				points: share.nullable(),
				remark: text(''),
			}),
		),
		waiting: count(1),
		score: share.nullable(),
		claimedBy: z.object({ handle: text('lin-qing'), name: text('林青'), mine: z.boolean() }).nullable(),
	})
	.openapi('AnswersForMarking');
