import { z } from 'zod';
import type { Actor } from '../../contracts/actor.ts';
import type { ItemId, LessonId } from '../../kernel/ids.ts';
import { validate } from '../../kernel/validate.ts';
import { type Db, inTransaction } from '../../platform/db/index.ts';
import { courseToMake, editedLesson, saveLesson } from '../courses/index.ts';
import { type Case, caseSchema } from './cases.ts';
import { sameAnswer } from './compare.ts';
import { assessmentError } from './errors.ts';
import { type Language, languages } from './sandbox/protocol.ts';
import { type Outcome, runCode } from './sandbox/run-code.ts';

/** An exercise in code, with everything of it: for its makers and for marking, never for a learner's page. */
export interface Exercise {
	language: Language;
	starter: string;
	setup: string;
	solution: string;
	cases: Case[];
	anyOrder: boolean;
	seconds: number;
}

const text = z
	.string()
	.max(20_000, 'assessments.code_too_long')
	.transform((value) => value.replace(/\r\n?/g, '\n'));

export const exerciseSchema = z.object({
	language: z.enum(languages),
	starter: text.default(''),
	setup: text.default(''),
	solution: text.default(''),
	cases: z.array(caseSchema).min(1, 'assessments.cases_missing').max(40, 'assessments.case_shape'),
	anyOrder: z.boolean().default(false),
	seconds: z.coerce
		.number('common.bad_value')
		.int('common.bad_value')
		.min(1, 'common.bad_value')
		.max(10, 'common.bad_value')
		.default(2),
});
export type ExerciseInput = z.input<typeof exerciseSchema>;

/** @returns null when there is none of that id in that course */
export async function findExercise(db: Db, courseId: ItemId, id: number): Promise<Exercise | null> {
	const row = await db
		.selectFrom('exercises')
		.select(['language', 'starter', 'setup', 'solution', 'cases', 'any_order as anyOrder', 'seconds'])
		.where('id', '=', id)
		.where('course_id', '=', courseId)
		.executeTakeFirst();
	return row ? ({ ...row, cases: row.cases as unknown as Case[] } as Exercise) : null;
}

/** The exercise of a lesson under edit; null while it has none. @throws courses.not_found, courses.lesson_not_found; refusals of the policy */
export async function editedExercise(
	db: Db,
	actor: Actor,
	key: { courseId: ItemId; lessonId: LessonId },
): Promise<Exercise | null> {
	const { lesson } = await editedLesson(db, actor, key);
	const { exerciseId } = (lesson.data ?? {}) as { exerciseId?: number | null };
	return exerciseId ? findExercise(db, key.courseId, exerciseId) : null;
}

/**
 * Checks an exercise by its author's own solution, which fills in the answers that were left out and must give those
 * that were not.
 *
 * @throws common.invalid_input; assessments.solution_missing, assessments.solution_fails with the case and what came of it
 */
export async function provenExercise(input: ExerciseInput): Promise<Exercise> {
	const given = validate(exerciseSchema, input);
	if (!given.solution.trim()) {
		if (given.cases.some(({ expects }) => expects === null))
			throw assessmentError('solution_missing', { fields: { solution: 'assessments.solution_missing' } });
		return given;
	}
	const outcomes = await runCode({
		language: given.language,
		setup: given.setup,
		code: given.solution,
		calls: given.cases.map(({ call }) => call),
		seconds: given.seconds,
	});
	const cases = given.cases.map((one, of) => {
		const { verdict, value, error } = outcomes[of] as Outcome;
		const right = one.expects === null ? value !== null : sameAnswer(value, one.expects, given.anyOrder);
		if (verdict !== 'ok' || !right)
			throw assessmentError('solution_fails', {
				params: { call: one.call || '—', got: (error ?? value ?? verdict).slice(0, 300) },
				fields: { solution: 'assessments.solution_fails' },
			});
		return { ...one, expects: one.expects ?? value };
	});
	return { ...given, cases };
}

/** Keeps an exercise as it stands; it never changes afterwards. */
export async function keepExercise(
	db: Db,
	actor: Actor,
	courseId: ItemId,
	proven: Exercise,
): Promise<number> {
	const { language, starter, setup, solution, cases, anyOrder, seconds } = proven;
	const { id } = await db
		.insertInto('exercises')
		.values({
			course_id: courseId,
			language,
			starter,
			setup,
			solution,
			cases: JSON.stringify(cases),
			any_order: anyOrder,
			seconds,
			made_by: actor.userId,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/**
 * Sets the exercise of a lesson under edit. Learners see it with the next version.
 *
 * @throws what {@link provenExercise} throws; courses.not_found, courses.lesson_not_found; assessments.busy; refusals of the policy
 */
export async function setExercise(
	db: Db,
	actor: Actor,
	key: { courseId: ItemId; lessonId: LessonId },
	input: ExerciseInput,
): Promise<Exercise> {
	await courseToMake(db, actor, key.courseId, 'edit');
	// Its author's code is a stranger's too, and runs before anything is locked.
	const proven = await provenExercise(input);
	return inTransaction(db, async (tx) => {
		const { lesson } = await editedLesson(tx, actor, key);
		if (lesson.kind !== 'exercise') throw assessmentError('not_an_exercise');
		const exerciseId = await keepExercise(tx, actor, key.courseId, proven);
		await saveLesson(tx, actor, key, {
			title: lesson.title,
			source: lesson.source,
			data: { exerciseId },
			minutes: lesson.minutesSet ? lesson.minutes : null,
		});
		return proven;
	});
}
