import { z } from '@hono/zod-openapi';
import { mustFindCourse } from '../../modules/courses/index.ts';
import {
	addFaq,
	askQuestion,
	assignQuestion,
	dropFaq,
	echoQuestion,
	listFaq,
	listLessonQuestions,
	listMyQuestions,
	readBoard,
	readDesk,
	readQuestion,
	replyToQuestion,
	rewritePost,
	solveQuestion,
	takeQuestion,
	withdrawQuestion,
} from '../../modules/mentoring/index.ts';
import { answer, doing, listed, made, type Operation, operation } from '../operation.ts';
import { cursor, idParam, limit } from '../schemas/common.ts';
import * as shape from '../schemas/mentoring.ts';

const tag = 'Learning';
const lesson = { id: idParam('course'), lessonId: idParam('lesson') };
const question = { id: idParam('question') };
const acting = { tag, needs: 'member', scope: 'write', quiet: true } as const;
const unseen = 'mentoring.question_not_found';
const text = (example: string) => z.string().min(2).max(20_000).openapi({ example });

/** Questions at lessons, who answers them, and what of it everybody may read. */
export const mentoringOperations: Operation[] = [
	operation({
		id: 'listLessonQuestions',
		method: 'get',
		path: '/courses/{id}/lessons/{lessonId}/questions',
		tag,
		summary: 'List the questions at a lesson',
		description: 'For whoever may open the lesson now; to others there is none.',
		needs: 'anyone',
		scope: 'read',
		params: lesson,
		query: z.object({ cursor, limit: limit(100, 30) }),
		returns: { status: 200, schema: shape.questionList, description: 'The newest first.' },
		refusals: ['courses.lesson_not_found'],
		async run(call) {
			const { id: courseId, lessonId } = call.params;
			return listed(call, await listLessonQuestions(call.db, call.actor, { courseId, lessonId }, call.query));
		},
	}),
	operation({
		...acting,
		id: 'askAtLesson',
		method: 'post',
		path: '/courses/{id}/lessons/{lessonId}/questions',
		summary: 'Ask at a lesson',
		description:
			'At a paragraph, a second, or of the whole. It goes to the mentor who has the least waiting among those who know its tag.',
		params: lesson,
		body: z
			.object({
				title: z.string().min(4).max(150).openapi({ example: 'Why is it locked?' }),
				source: text('The second paragraph says so, but I do not see why.'),
				paragraph: z.int().nonnegative().nullish().openapi({ example: 2 }),
				second: z.int().nonnegative().nullish().openapi({ example: null }),
				quote: z.string().max(2000).optional().openapi({ example: '' }),
				tag: z.string().max(60).nullish().openapi({ example: null }),
			})
			.openapi('NewLessonQuestion'),
		example: { title: 'Why is it locked?', source: 'I do not see why.', paragraph: 1 },
		returns: { status: 201, schema: shape.lessonQuestion, description: 'The question.' },
		refusals: [
			'courses.lesson_not_found',
			'courses.held',
			'courses.not_yet',
			'courses.locked',
			'courses.not_enrolled',
			'mentoring.too_many_waiting',
		],
		async run({ db, actor, params, body }) {
			const { id } = await askQuestion(db, actor, { courseId: params.id, lessonId: params.lessonId }, body);
			return made(`/api/v1/lesson-questions/${id}`, await readQuestion(db, actor, id));
		},
	}),
	operation({
		id: 'listMyLessonQuestions',
		method: 'get',
		path: '/me/lesson-questions',
		tag,
		summary: 'List what I asked at lessons',
		needs: 'member',
		scope: 'read',
		query: z.object({ cursor, limit: limit(100, 30) }),
		returns: { status: 200, schema: shape.myQuestionList, description: 'The newest first.' },
		async run(call) {
			return listed(call, await listMyQuestions(call.db, call.actor, call.query));
		},
	}),
	operation({
		id: 'readLessonQuestion',
		method: 'get',
		path: '/lesson-questions/{id}',
		tag,
		summary: 'Read a question at a lesson',
		needs: 'anyone',
		scope: 'read',
		params: question,
		returns: { status: 200, schema: shape.lessonQuestion, description: 'With everything under it.' },
		refusals: [unseen],
		async run({ db, actor, params }) {
			return answer(await readQuestion(db, actor, params.id));
		},
	}),
	operation({
		...acting,
		id: 'replyAtLesson',
		method: 'post',
		path: '/lesson-questions/{id}/posts',
		summary: 'Answer, ask back, or add a remark',
		params: question,
		body: z.object({ source: text('Because of the reader.') }).openapi('NewLessonPost'),
		example: { source: 'Because of the reader.' },
		returns: {
			status: 201,
			schema: z
				.object({ id: z.int().positive(), role: z.enum(['answer', 'followup', 'remark']) })
				.openapi('WrittenLessonPost'),
			description: 'As what it counts.',
		},
		refusals: [unseen, 'mentoring.wrong_status'],
		async run({ db, actor, params, body }) {
			return made(`/api/v1/lesson-questions/${params.id}`, await replyToQuestion(db, actor, params.id, body));
		},
	}),
	doing({
		...acting,
		id: 'rewriteLessonPost',
		method: 'patch',
		path: '/lesson-posts/{id}',
		summary: 'Write a post of mine under a question anew',
		description: 'Readers see that it was edited.',
		params: { id: idParam('post') },
		body: z
			.object({ source: text('Because of the reader, and of the writer.') })
			.openapi('RewrittenLessonPost'),
		example: { source: 'Because of the reader, and of the writer.' },
		refusals: ['mentoring.post_not_found', unseen],
		run: ({ db, actor, params, body }) => rewritePost(db, actor, params.id, body),
	}),
	doing({
		...acting,
		id: 'solveLessonQuestion',
		method: 'put',
		path: '/lesson-questions/{id}/solution',
		summary: 'Say that it is solved, as who asked',
		params: question,
		body: z
			.object({ postId: z.int().positive().nullish().openapi({ example: null }) })
			.openapi('QuestionSolution'),
		example: { postId: null },
		refusals: [unseen, 'mentoring.not_the_asker', 'mentoring.post_not_found', 'mentoring.wrong_status'],
		run: ({ db, actor, params, body }) => solveQuestion(db, actor, params.id, body),
	}),
	doing({
		...acting,
		id: 'withdrawLessonQuestion',
		method: 'delete',
		path: '/lesson-questions/{id}',
		summary: 'Withdraw a question that nobody has answered',
		params: question,
		refusals: [unseen, 'mentoring.not_the_asker', 'mentoring.wrong_status'],
		run: ({ db, actor, params }) => withdrawQuestion(db, actor, params.id),
	}),
	doing({
		...acting,
		id: 'echoLessonQuestion',
		method: 'put',
		path: '/lesson-questions/{id}/echo',
		summary: 'Wonder the same',
		params: question,
		refusals: [unseen, 'mentoring.own_question'],
		run: ({ db, actor, params }) => echoQuestion(db, actor, params.id, true),
	}),
	doing({
		...acting,
		id: 'stopEchoingLessonQuestion',
		method: 'delete',
		path: '/lesson-questions/{id}/echo',
		summary: 'Wonder no more',
		params: question,
		refusals: [unseen, 'mentoring.own_question'],
		run: ({ db, actor, params }) => echoQuestion(db, actor, params.id, false),
	}),
	doing({
		...acting,
		id: 'takeLessonQuestion',
		method: 'put',
		path: '/lesson-questions/{id}/taking',
		summary: 'Say that an answer is under way',
		params: question,
		refusals: [unseen, 'mentoring.not_a_mentor', 'mentoring.wrong_status'],
		run: ({ db, actor, params }) => takeQuestion(db, actor, params.id),
	}),
	doing({
		...acting,
		id: 'assignLessonQuestion',
		method: 'put',
		path: '/lesson-questions/{id}/mentor',
		summary: 'Give a question to another mentor',
		params: question,
		body: z
			.object({
				handle: z.string().min(1).max(40).openapi({ example: 'lin-qing' }),
				note: z.string().max(500).optional(),
			})
			.openapi('QuestionAssignment'),
		example: { handle: 'buyer' },
		refusals: [unseen, 'mentoring.not_a_mentor', 'mentoring.person_unknown', 'mentoring.wrong_status'],
		run: ({ db, actor, params, body }) => assignQuestion(db, actor, params.id, body),
	}),
	operation({
		id: 'listFaq',
		method: 'get',
		path: '/courses/{id}/faq',
		tag,
		summary: 'Read the FAQ of a course',
		description: 'Also before buying: nothing of a paid lesson stands in it.',
		needs: 'anyone',
		scope: 'read',
		params: { id: idParam('course') },
		returns: { status: 200, schema: shape.faqList, description: 'In its order.' },
		refusals: ['courses.not_found'],
		async run({ db, actor, params }) {
			const { id } = await mustFindCourse(db, actor, params.id);
			return answer({ data: await listFaq(db, id) });
		},
	}),
	operation({
		...acting,
		quiet: false,
		id: 'addFaq',
		method: 'post',
		path: '/courses/{id}/faq',
		summary: 'Put a question with its answer into the FAQ',
		params: { id: idParam('course') },
		body: z
			.object({
				question: z.string().min(4).max(200).openapi({ example: 'Do I need a queue server?' }),
				source: z.string().min(2).max(10_000).openapi({ example: 'No. A table does.' }),
				questionId: z.int().positive().nullish().openapi({ example: null }),
			})
			.openapi('NewFaqEntry'),
		example: { question: 'Do I need a queue server?', source: 'No. A table does.' },
		returns: {
			status: 201,
			schema: z.object({ id: z.int().positive() }).openapi('MadeFaqEntry'),
			description: 'The entry.',
		},
		refusals: [
			'courses.not_found',
			unseen,
			'mentoring.faq_leaks',
			'mentoring.faq_full',
			'mentoring.faq_twice',
			'common.forbidden',
		],
		async run({ db, actor, params, body }) {
			return made(`/api/v1/courses/${params.id}/faq`, await addFaq(db, actor, params.id, body));
		},
	}),
	doing({
		...acting,
		quiet: false,
		id: 'removeFaq',
		method: 'delete',
		path: '/courses/{id}/faq/{entryId}',
		summary: 'Take an entry out of the FAQ',
		params: { id: idParam('course'), entryId: idParam('entry') },
		refusals: ['courses.not_found', 'mentoring.faq_not_found', 'common.forbidden'],
		run: ({ db, actor, params }) => dropFaq(db, actor, params.id, params.entryId),
	}),
	operation({
		id: 'readWaitingBoard',
		method: 'get',
		path: '/courses/{id}/waiting',
		tag: 'Courses',
		summary: 'See how long learners wait for answers',
		needs: 'member',
		scope: 'read',
		params: { id: idParam('course') },
		returns: { status: 200, schema: shape.board, description: 'As a whole, by mentor and by week.' },
		refusals: ['courses.not_found', 'common.forbidden'],
		async run({ db, actor, params }) {
			return answer(await readBoard(db, actor, params.id));
		},
	}),
	operation({
		id: 'readDesk',
		method: 'get',
		path: '/me/desk',
		tag: 'Courses',
		summary: 'See what waits for me as a mentor',
		needs: 'member',
		scope: 'read',
		returns: { status: 200, schema: shape.desk, description: 'Kind by kind, the longest waiting first.' },
		async run({ db, actor }) {
			return answer(await readDesk(db, actor));
		},
	}),
];
