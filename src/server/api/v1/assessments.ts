import { z } from '@hono/zod-openapi';
import {
	addQuestions,
	analyseQuiz,
	assessmentError,
	beginAttempt,
	type ExerciseInput,
	type ExercisePart,
	endCard,
	exerciseSchema,
	keepAnswers,
	listQuestions,
	markAnswers,
	type QuizPart,
	rateCard,
	readAnswersForMarking,
	removeQuestion,
	reviewDesk,
	reviseQuestion,
	setExercise,
	setQuiz,
	submitAttempt,
	tryCode,
} from '../../modules/assessments/index.ts';
import { courseError, readLesson } from '../../modules/courses/index.ts';
import { answer, made, nothing, type Operation, operation } from '../operation.ts';
import * as shape from '../schemas/assessments.ts';
import { idParam } from '../schemas/common.ts';

const learning = { tag: 'Learning', needs: 'member', scope: 'write' } as const;
const making = { tag: 'Courses', needs: 'member', scope: 'write' } as const;
const course = { id: idParam('course') };
const lesson = { id: idParam('course'), lessonId: idParam('lesson') };
const done = { status: 204, description: 'Done.' } as const;
const closed = ['courses.lesson_not_found', 'courses.held'];

const answers = z
	.array(
		z.object({
			position: z.int().min(0).max(99).openapi({ example: 0 }),
			values: z
				.array(z.string().max(20_000))
				.max(50)
				.openapi({ example: ['1'] }),
		}),
	)
	.max(100)
	.openapi({ example: [{ position: 0, values: ['1'] }] });
const valuesOf = (given: z.output<typeof answers>) =>
	new Map(given.map(({ position, values }) => [position, values]));
const keyOf = (params: { id: number; lessonId: number }) => ({
	courseId: params.id,
	lessonId: params.lessonId,
});

const source = z.string().max(200_000).openapi({ example: 'How much is 2 + 2?\n- (x) 4\n- ( ) 5' });
const topic = z.string().max(60).optional().openapi({ example: 'sums' });
const questionFaults = [
	'courses.not_found',
	'assessments.question_shape',
	'assessments.question_no_right',
	'content.too_complex',
	'content.too_long',
];

/** What learners do in quizzes, exercises and review. */
const learners: Operation[] = [
	operation({
		id: 'readAssessment',
		method: 'get',
		path: '/courses/{id}/lessons/{lessonId}/assessment',
		tag: 'Learning',
		summary: 'Read the quiz or exercise of a lesson',
		description: 'With my open attempt or my last tries. Right answers are in it only of what was handed in.',
		needs: 'anyone',
		scope: 'read',
		params: lesson,
		returns: {
			status: 200,
			schema: z.object({ quiz: shape.quiz.nullish(), exercise: shape.exercise.nullish() }),
			description: 'One of the two.',
		},
		refusals: [...closed, 'assessments.not_a_quiz'],
		async run({ db, actor, params }) {
			const page = await readLesson(db, actor, keyOf(params));
			if (!page) throw courseError('lesson_not_found');
			if (!page.state.open) throw courseError('held');
			const { quiz, exercise } = page.parts as Partial<QuizPart & ExercisePart>;
			if (!quiz && !exercise) throw assessmentError('not_a_quiz');
			return answer({ ...(quiz ? { quiz } : {}), ...(exercise ? { exercise } : {}) });
		},
	}),
	operation({
		...learning,
		id: 'beginAttempt',
		method: 'post',
		path: '/courses/{id}/lessons/{lessonId}/attempts',
		summary: 'Begin an attempt at a quiz',
		description: 'The clock runs from now. One that is open is given back as it is.',
		params: lesson,
		returns: {
			status: 201,
			schema: z.object({ id: z.int().positive().openapi({ example: 5 }) }),
			description: 'Begun.',
		},
		refusals: [
			...closed,
			'assessments.not_a_quiz',
			'assessments.quiz_empty',
			'assessments.no_attempts_left',
			'assessments.attempt_waits',
		],
		async run({ db, actor, params }) {
			const { id } = await beginAttempt(db, actor, keyOf(params));
			return made(`/api/v1/courses/${params.id}/lessons/${params.lessonId}/assessment`, { id });
		},
	}),
	operation({
		...learning,
		id: 'keepAnswers',
		method: 'put',
		path: '/courses/{id}/lessons/{lessonId}/attempts/open/answers',
		summary: 'Keep answers of my open attempt',
		params: lesson,
		body: z.object({ answers }),
		example: { answers: [{ position: 0, values: ['1'] }] },
		returns: done,
		refusals: [...closed, 'assessments.not_a_quiz', 'assessments.no_attempt', 'assessments.too_late'],
		async run({ db, actor, params, body }) {
			await keepAnswers(db, actor, keyOf(params), valuesOf(body.answers));
			return nothing;
		},
	}),
	operation({
		...learning,
		id: 'submitAttempt',
		method: 'put',
		path: '/courses/{id}/lessons/{lessonId}/attempts/open/submission',
		summary: 'Hand in my open attempt',
		description: 'What arrives after its end does not count; what was kept before does.',
		params: lesson,
		body: z.object({ answers: answers.optional() }),
		example: { answers: [{ position: 0, values: ['1'] }] },
		returns: {
			status: 200,
			schema: z.object({
				id: z.int().positive().openapi({ example: 5 }),
				score: z.number().nullable().openapi({ example: 0.8 }),
				passed: z.boolean().nullable(),
			}),
			description: 'How it was marked; null while a person is to mark some of it.',
		},
		refusals: [...closed, 'assessments.not_a_quiz', 'assessments.no_attempt', 'assessments.busy'],
		async run({ db, actor, params, body }) {
			return answer(await submitAttempt(db, actor, keyOf(params), valuesOf(body.answers ?? [])));
		},
	}),
	operation({
		...learning,
		id: 'tryCode',
		method: 'put',
		path: '/courses/{id}/lessons/{lessonId}/try',
		summary: 'Run my code in an exercise',
		description: 'A trial runs only the cases that are shown; else all of them decide whether it is passed.',
		params: lesson,
		body: z.object({
			code: z.string().max(20_000).openapi({ example: 'const add = (a, b) => a + b;' }),
			trial: z.boolean().default(false),
		}),
		example: { code: 'const add = (a, b) => a + b;', trial: true },
		returns: {
			status: 200,
			schema: z.object({ ...shape.codeTry.shape, completed: z.boolean() }),
			description: 'What came of it.',
		},
		refusals: [
			...closed,
			'assessments.not_an_exercise',
			'assessments.code_empty',
			'assessments.code_too_long',
			'assessments.busy',
		],
		async run({ db, actor, params, body }) {
			return answer(await tryCode(db, actor, keyOf(params), body));
		},
	}),
	operation({
		id: 'readReview',
		method: 'get',
		path: '/me/review',
		tag: 'Learning',
		summary: 'Read the card that I am to review now',
		needs: 'member',
		scope: 'read',
		query: z.object({ show: idParam('card').optional() }),
		returns: { status: 200, schema: shape.reviewDesk, description: '`show` names the card to answer.' },
		async run({ db, actor, query }) {
			return answer(await reviewDesk(db, actor, query.show));
		},
	}),
	operation({
		...learning,
		id: 'rateCard',
		method: 'put',
		path: '/review-cards/{id}/rating',
		summary: 'Say how well I remembered a card',
		description: '1 forgotten, 2 hard, 3 good, 4 easy. It is planned by FSRS.',
		params: { id: idParam('card') },
		body: z.object({ rating: z.int().min(1).max(4).openapi({ example: 3 }) }),
		example: { rating: 3 },
		returns: {
			status: 200,
			schema: z.object({ dueAt: z.iso.datetime().openapi({ example: '2026-06-01T08:30:00.000Z' }) }),
			description: 'When it comes back.',
		},
		refusals: ['assessments.card_not_found', 'assessments.rating_shape'],
		async run({ db, actor, params, body }) {
			return answer({ dueAt: await rateCard(db, actor, { cardId: params.id, rating: body.rating }) });
		},
	}),
	operation({
		...learning,
		id: 'endCard',
		method: 'delete',
		path: '/review-cards/{id}',
		summary: 'Set a card aside for good',
		params: { id: idParam('card') },
		returns: done,
		refusals: ['assessments.card_not_found'],
		async run({ db, actor, params }) {
			await endCard(db, actor, params.id);
			return nothing;
		},
	}),
];

/** What makers of courses do. */
const makers: Operation[] = [
	operation({
		...making,
		id: 'listBankQuestions',
		method: 'get',
		path: '/courses/{id}/questions',
		scope: 'read',
		summary: 'List the bank of questions of a course',
		params: course,
		returns: {
			status: 200,
			schema: z.object({ data: z.array(shape.bankQuestion) }),
			description: 'As they were written.',
		},
		refusals: ['courses.not_found'],
		async run({ db, actor, params }) {
			const questions = await listQuestions(db, actor, params.id);
			return answer({ data: questions.map(({ body: _, ...question }) => question) });
		},
	}),
	operation({
		...making,
		id: 'addBankQuestions',
		method: 'post',
		path: '/courses/{id}/questions',
		summary: 'Add questions to the bank of a course',
		description: 'As text; several are apart by lines of three dashes.',
		params: course,
		body: z.object({ source, topic }),
		example: { source: 'How much is 2 + 2?\n- (x) 4\n- ( ) 5' },
		returns: {
			status: 201,
			schema: z.object({ ids: z.array(z.int().positive()).openapi({ example: [3, 4] }) }),
			description: 'In the order of the text.',
		},
		refusals: questionFaults,
		async run({ db, actor, params, body }) {
			const ids = await addQuestions(db, actor, params.id, body);
			return made(`/api/v1/courses/${params.id}/questions`, { ids });
		},
	}),
	operation({
		...making,
		id: 'reviseBankQuestion',
		method: 'put',
		path: '/courses/{id}/questions/{questionId}',
		summary: 'Write a question anew',
		description: 'Who was asked before keeps what they were asked.',
		params: { ...course, questionId: idParam('question') },
		body: z.object({ source, topic }),
		example: { source: 'How much is 2 + 3?\n- (x) 5\n- ( ) 6' },
		returns: done,
		refusals: [...questionFaults, 'assessments.question_not_found'],
		async run({ db, actor, params, body }) {
			await reviseQuestion(db, actor, params.id, params.questionId, body);
			return nothing;
		},
	}),
	operation({
		...making,
		id: 'removeBankQuestion',
		method: 'delete',
		path: '/courses/{id}/questions/{questionId}',
		summary: 'Take a question out of the bank',
		params: { ...course, questionId: idParam('question') },
		returns: done,
		refusals: ['courses.not_found', 'assessments.question_not_found'],
		async run({ db, actor, params }) {
			await removeQuestion(db, actor, params.id, params.questionId);
			return nothing;
		},
	}),
	operation({
		...making,
		id: 'setQuiz',
		method: 'put',
		path: '/courses/{id}/lessons/{lessonId}/quiz',
		summary: 'Set what the quiz of a lesson asks and how',
		description: 'Learners see it with the next version.',
		params: lesson,
		body: z.object({
			questionIds: z
				.array(z.int().positive())
				.max(200)
				.optional()
				.openapi({ example: [3, 4] }),
			topic,
			draw: z.int().min(1).max(100).nullish().openapi({ example: 10 }),
			shuffle: z.boolean().optional(),
			minutes: z.int().min(1).max(600).nullish().openapi({ example: 20 }),
			passMark: z.number().min(0).max(1).optional().openapi({ example: 0.6 }),
			attempts: z.int().min(1).max(100).nullish().openapi({ example: 3 }),
		}),
		example: { passMark: 0.8, minutes: 20 },
		returns: done,
		refusals: ['courses.not_found', 'courses.lesson_not_found', 'assessments.not_a_quiz'],
		async run({ db, actor, params, body }) {
			await setQuiz(db, actor, keyOf(params), body);
			return nothing;
		},
	}),
	operation({
		...making,
		id: 'readQuizStatistics',
		method: 'get',
		path: '/courses/{id}/lessons/{lessonId}/quiz/statistics',
		scope: 'read',
		summary: 'Read how a quiz and its questions did',
		params: lesson,
		returns: { status: 200, schema: shape.statistics, description: 'Item analysis.' },
		refusals: ['courses.not_found', 'courses.lesson_not_found'],
		async run({ db, actor, params }) {
			return answer(await analyseQuiz(db, actor, keyOf(params)));
		},
	}),
	operation({
		...making,
		id: 'readAttempt',
		method: 'get',
		path: '/attempts/{id}',
		scope: 'read',
		summary: 'Read the answers of an attempt that a person marks',
		params: { id: idParam('attempt') },
		returns: { status: 200, schema: shape.answersForMarking, description: 'What no key marks.' },
		refusals: ['assessments.attempt_not_found'],
		async run({ db, actor, params }) {
			return answer(await readAnswersForMarking(db, actor, params.id));
		},
	}),
	operation({
		...making,
		id: 'markAnswers',
		method: 'put',
		path: '/attempts/{id}/marks',
		summary: 'Mark answers of an attempt by hand',
		description: 'With the last of them the attempt has its result.',
		params: { id: idParam('attempt') },
		body: z.object({
			answers: z
				.array(
					z.object({
						position: z.int().min(0).max(99).openapi({ example: 0 }),
						points: z.number().min(0).max(1).openapi({ example: 0.5 }),
						remark: z.string().max(4000).optional(),
					}),
				)
				.max(100)
				.openapi({ example: [{ position: 0, points: 0.5 }] }),
		}),
		example: { answers: [{ position: 0, points: 0.5 }] },
		returns: {
			status: 200,
			schema: z.object({
				score: z.number().nullable().openapi({ example: 0.8 }),
				passed: z.boolean().nullable(),
			}),
			description: 'The result; null while answers wait.',
		},
		refusals: ['assessments.attempt_not_found', 'assessments.claimed', 'assessments.question_not_found'],
		async run({ db, actor, params, body }) {
			const result = await markAnswers(db, actor, params.id, body);
			return answer(result ?? { score: null, passed: null });
		},
	}),
	operation({
		...making,
		id: 'setExercise',
		method: 'put',
		path: '/courses/{id}/lessons/{lessonId}/exercise',
		summary: 'Set the exercise of a lesson',
		description:
			'The solution is run: it fills in answers that cases leave out, and must give those that they name.',
		params: lesson,
		body: z.object(exerciseSchema.shape).openapi('NewExercise'),
		example: {
			language: 'javascript',
			solution: 'const add = (a, b) => a + b;',
			cases: [{ call: 'add(1, 2)', expects: '3' }],
		},
		returns: done,
		refusals: [
			'courses.not_found',
			'courses.lesson_not_found',
			'assessments.not_an_exercise',
			'assessments.solution_missing',
			'assessments.solution_fails',
			'assessments.busy',
		],
		async run({ db, actor, params, body }) {
			await setExercise(db, actor, keyOf(params), body as ExerciseInput);
			return nothing;
		},
	}),
];

export const assessmentOperations: readonly Operation[] = [...learners, ...makers];
