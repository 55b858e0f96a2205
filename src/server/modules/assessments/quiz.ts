import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import type { ItemId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { editedLesson, saveLesson } from '../courses/index.ts';
import { assessmentError } from './errors.ts';
import type { LessonKey } from './open-lesson.ts';

/** What a quiz asks and how: never changed, a lesson's revision names one. */
export interface Quiz {
	id: number;
	courseId: ItemId;
	/** These, in this order; none: all of `topic`, or the whole bank. */
	questionIds: number[];
	topic: string;
	/** So many of them, drawn for each attempt; null: all. */
	draw: number | null;
	shuffle: boolean;
	minutes: number | null;
	/** 0 to 1. */
	passMark: number;
	/** null: as many as one pleases. */
	attempts: number | null;
}

const optional = (most: number) =>
	z
		.union([
			z.literal(''),
			z.coerce
				.number('common.bad_value')
				.int('common.bad_value')
				.min(1, 'common.bad_value')
				.max(most, 'common.bad_value'),
		])
		.nullish()
		.transform((value) => (value === '' || value === undefined ? null : value));

export const quizSchema = z.object({
	questionIds: z
		.array(z.coerce.number('common.bad_value').int().positive())
		.max(200, 'common.bad_value')
		.default([]),
	topic: z.string().trim().max(60, 'common.bad_value').default(''),
	draw: optional(100),
	shuffle: z.boolean().default(true),
	minutes: optional(600),
	passMark: z.coerce
		.number('common.bad_value')
		.min(0, 'common.bad_value')
		.max(1, 'common.bad_value')
		.default(0.6),
	attempts: optional(100),
});
export type QuizInput = z.input<typeof quizSchema>;

/** @returns null when there is none of that id in that course. One statement. */
export async function findQuiz(db: Db, courseId: ItemId, id: number): Promise<Quiz | null> {
	const row = await db
		.selectFrom('quizzes')
		.select([
			'id',
			'course_id as courseId',
			'question_ids as questionIds',
			'topic',
			'draw',
			'shuffle',
			'minutes',
			'pass_mark as passMark',
			'attempts',
		])
		.where('id', '=', id)
		.where('course_id', '=', courseId)
		.executeTakeFirst();
	return row ? { ...row, questionIds: row.questionIds.map(Number) } : null;
}

/** The quiz of a lesson under edit; null while it has none. @throws courses.not_found, courses.lesson_not_found; refusals of the policy */
export async function editedQuiz(db: Db, actor: Actor, key: LessonKey): Promise<Quiz | null> {
	const { lesson } = await editedLesson(db, actor, key);
	const { quizId } = (lesson.data ?? {}) as { quizId?: number | null };
	return quizId ? findQuiz(db, key.courseId, quizId) : null;
}

/** Keeps a quiz as it stands. */
export async function keepQuiz(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	given: z.output<typeof quizSchema>,
): Promise<number> {
	const { id } = await db
		.insertInto('quizzes')
		.values({
			course_id: courseId,
			question_ids: given.questionIds,
			topic: given.topic,
			draw: given.draw,
			shuffle: given.shuffle,
			minutes: given.minutes,
			pass_mark: given.passMark,
			attempts: given.attempts,
			made_by: actor.userId,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/**
 * Sets what the quiz of a lesson under edit asks and how. Learners see it with the next version.
 *
 * @throws common.invalid_input, courses.not_found, courses.lesson_not_found, assessments.not_a_quiz; refusals of the policy
 */
export async function setQuiz(db: Db, actor: Actor, key: LessonKey, input: QuizInput): Promise<void> {
	const given = validate(quizSchema, input);
	await inTransaction(db, async (tx) => {
		const { lesson } = await editedLesson(tx, actor, key);
		if (lesson.kind !== 'quiz') throw assessmentError('not_a_quiz');
		const quizId = await keepQuiz(tx, actor, key.courseId, given);
		await saveLesson(tx, actor, key, {
			title: lesson.title,
			source: lesson.source,
			data: { quizId },
			minutes: lesson.minutesSet ? lesson.minutes : null,
		});
	});
}
