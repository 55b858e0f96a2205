import { z } from 'zod';
import type { ItemId, LessonId, TagId, UserId } from '../../kernel/ids.ts';
import type { MakerRole } from '../courses/index.ts';

export type QuestionStatus = 'waiting' | 'answered' | 'solved' | 'withdrawn';

/** What moves a question on, from which status and to which. A remark of another learner moves nothing. */
export const questionTransitions: Record<
	'answer' | 'followup' | 'solve' | 'withdraw',
	Partial<Record<QuestionStatus, QuestionStatus>>
> = {
	// Whoever answers what is solved adds to it.
	answer: { waiting: 'answered', answered: 'answered', solved: 'solved' },
	followup: { waiting: 'waiting', answered: 'waiting', solved: 'waiting' },
	solve: { waiting: 'solved', answered: 'solved', solved: 'solved' },
	withdraw: { waiting: 'withdrawn' },
};

export type PostRole = 'answer' | 'followup' | 'remark';

/** Who of a course's makers answers its learners; who only reviews versions does not. */
const answering: readonly MakerRole[] = ['owner', 'author', 'editor', 'mentor', 'caretaker'];

export const answersQuestions = (role: MakerRole | null): boolean =>
	role !== null && answering.includes(role);

const text = (least: number) =>
	z
		.string()
		.refine((value) => value.isWellFormed(), 'items.text_broken')
		.transform((value) => value.trim())
		.pipe(z.string().min(least, 'mentoring.text_short').max(20_000, 'mentoring.text_long'));

const place = z
	.union([
		z.literal(''),
		z.coerce
			.number('common.bad_value')
			.int('common.bad_value')
			.min(0, 'common.bad_value')
			.max(172_800, 'common.bad_value'),
	])
	.nullish()
	.transform((value) => (value === '' || value === undefined ? null : value));

export const askSchema = z
	.object({
		title: z.string().trim().min(4, 'mentoring.title_short').max(150, 'mentoring.title_long'),
		source: text(10),
		/** Where it is asked: a paragraph of the text or a second of the film; neither: of the whole lesson. */
		paragraph: place,
		second: place,
		quote: z.string().trim().max(2000, 'mentoring.text_long').default(''),
		/** One of the course's tags that it is about. */
		tag: z
			.string()
			.max(60, 'mentoring.tag_unknown')
			.nullish()
			.transform((slug) => slug || null),
	})
	.refine(({ paragraph, second }) => paragraph === null || second === null, {
		path: ['second'],
		error: 'common.bad_value',
	});
export type NewQuestion = z.input<typeof askSchema>;

export const postSchema = z.object({ source: text(2) });

/** A question as a list shows it. */
export interface QuestionCard {
	id: number;
	courseId: ItemId;
	lessonId: LessonId;
	title: string;
	status: QuestionStatus;
	paragraph: number | null;
	second: number | null;
	quote: string;
	asker: { id: UserId; handle: string; name: string } | null;
	mentor: { id: UserId; handle: string; name: string } | null;
	tag: string | null;
	askedAt: Date;
	waitingSince: Date | null;
	takenAt: Date | null;
	firstAnswerAt: Date | null;
	posts: number;
	echoes: number;
}

/** The row that a use case has locked. */
export interface QuestionRow {
	id: number;
	course_id: ItemId;
	lesson_id: LessonId;
	asker_id: UserId | null;
	mentor_id: UserId | null;
	tag_id: TagId | null;
	title: string;
	status: QuestionStatus;
	post_count: number;
}
