import { z } from '@hono/zod-openapi';
import { count, id, text, time } from './common.ts';

const who = z
	.object({ id: id(7), handle: text('lin-qing'), name: text('林青') })
	.nullable()
	.openapi('QuestionPerson');

const card = {
	id: id(3),
	courseId: id(12),
	lessonId: id(7),
	title: text('Why is it locked?'),
	status: z.enum(['waiting', 'answered', 'solved', 'withdrawn']),
	paragraph: z
		.int()
		.nullable()
		.openapi({ example: 2, description: 'Counted from 0; null: not at a paragraph.' }),
	second: z.int().nullable().openapi({ example: null }),
	quote: text(''),
	asker: who,
	mentor: who,
	tag: z.string().nullable().openapi({ example: 'postgresql' }),
	askedAt: time(),
	waitingSince: time().nullable(),
	takenAt: time().nullable(),
	firstAnswerAt: time().nullable(),
	posts: count(1),
	echoes: count(2),
};

export const questionCard = z.object(card).openapi('LessonQuestionCard');
export const questionList = z
	.object({ data: z.array(questionCard), next: z.string().nullable() })
	.openapi('LessonQuestionList');
export const myQuestionList = z
	.object({
		data: z.array(
			z
				.object({ ...card, courseTitle: text('How indexes work'), lessonTitle: text('A plan') })
				.openapi('MyLessonQuestion'),
		),
		next: z.string().nullable(),
	})
	.openapi('MyLessonQuestionList');

export const lessonQuestion = z
	.object({
		...card,
		courseTitle: text('How indexes work'),
		courseSlug: text('how-indexes-work'),
		lessonTitle: text('A plan'),
		html: text('<p>I do not see why.</p>'),
		source: text('I do not see why.'),
		hasMath: z.boolean(),
		answers: z.array(
			z
				.object({
					id: id(5),
					role: z.enum(['answer', 'followup', 'remark']),
					author: who,
					html: text('<p>Because of the reader.</p>'),
					source: text('Because of the reader.'),
					hasMath: z.boolean(),
					solved: z.boolean(),
					at: time(),
					editedAt: time().nullable(),
				})
				.openapi('LessonPost'),
		),
		moves: z.array(
			z
				.object({
					how: z.enum(['routed', 'taken', 'passed', 'assigned']),
					to: z.string().nullable(),
					by: z.string().nullable(),
					note: text(''),
					at: time(),
				})
				.openapi('QuestionMove'),
		),
		echoed: z.boolean(),
		faqId: z.int().nullable(),
		can: z.object({
			answer: z.boolean(),
			solve: z.boolean(),
			withdraw: z.boolean(),
			echo: z.boolean(),
			move: z.boolean(),
		}),
	})
	.openapi('LessonQuestion');

export const faqList = z
	.object({
		data: z.array(
			z
				.object({
					id: id(4),
					question: text('Do I need a queue server?'),
					source: text('No.'),
					html: text('<p>No.</p>'),
					hasMath: z.boolean(),
					questionId: z.int().nullable(),
				})
				.openapi('FaqEntry'),
		),
	})
	.openapi('FaqList');

const figures = {
	open: count(2),
	oldest: time().nullable(),
	asked: count(14),
	answered: count(12),
	median: z
		.number()
		.nullable()
		.openapi({ example: 10_800, description: 'Seconds to the first answer, of half.' }),
};
export const board = z
	.object({
		...figures,
		mentors: z.array(
			z
				.object({ userId: id(7), handle: text('lin-qing'), name: text('林青'), ...figures })
				.openapi('MentorFigures'),
		),
		weeks: z.array(z.object({ from: text('2026-03-02'), asked: count(5), median: z.number().nullable() })),
		waiting: z.array(
			z.object({
				id: id(3),
				title: text('Why is it locked?'),
				since: time(),
				lessonTitle: text('A plan'),
				mentor: z.string().nullable(),
				taken: z.boolean(),
				followup: z.boolean(),
			}),
		),
	})
	.openapi('WaitingBoard');

export const desk = z
	.object({
		total: count(3),
		lists: z.array(
			z
				.object({
					name: text('questions'),
					count: count(3),
					rows: z.array(
						z.object({
							href: text('/lesson-questions/3'),
							title: text('Why is it locked?'),
							about: text('How indexes work'),
							since: time().nullable(),
							person: z.object({ handle: text('wu-tong'), name: text('吴桐') }).nullish(),
							figure: z.int().nullish(),
						}),
					),
				})
				.openapi('DeskList'),
		),
	})
	.openapi('MentorDesk');
